import type { PackageView } from '@aula/contracts';
import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { bytes } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { packagesPath } from './api.js';
import { PackageUpload } from './PackageUpload.js';

/** Packages of authoring tools: send one, find one. */
export const Packages = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const list = useList<PackageView>(packagesPath, { q });
  return (
    <Page title={t('nav.packages')} lead={t('teach.packages.lead')}>
      <PackageUpload />
      <SearchField label={t('teach.packages.search')} onSearch={setQ} />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconPackage size={28} />} title={t(q ? 'teach.packages.nothing' : 'teach.packages.empty')}>
            {t(q ? 'teach.packages.nothingText' : 'teach.packages.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.packages')}>
            {items.map((each) => (
              <PackageRow key={each.id} item={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

export const packageTones = { queued: 'plain', unpacking: 'calm', ready: 'good', refused: 'bad' } as const;

const PackageRow = ({ item }: { item: PackageView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      icon={<IconPackage size={22} />}
      title={
        <TextLink to="/teach/packages/$packageId" params={{ packageId: item.id }}>
          {item.title ?? item.fileName}
        </TextLink>
      }
      text={[item.fileName, bytes(item.size, language), instantText(item.createdAt, language)].join(' · ')}
      aside={
        <>
          {item.standard && <span>{t(`teach.standard.${item.standard}`)}</span>}
          <Tag tone={packageTones[item.state]}>{t(`teach.packages.state.${item.state}`)}</Tag>
        </>
      }
    />
  );
};
