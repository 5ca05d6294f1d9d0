import type { PackageView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
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
import styles from './teach.module.css';

export const packageTones = { queued: 'plain', unpacking: 'calm', ready: 'good', refused: 'bad' } as const;
const states = ['queued', 'unpacking', 'ready', 'refused'] as const;

/** Packages of authoring tools: send one, find one. */
export const Packages = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [state, setState] = useState<string>(useSearch({ from: '/in/teach/packages' }).state ?? '');
  const list = useList<PackageView>(packagesPath, { q, state });
  const filtered = q !== '' || state !== '';
  return (
    <Page title={t('nav.packages')} lead={t('teach.packages.lead')}>
      <PackageUpload />
      <div className={styles.filters}>
        <SearchField label={t('teach.packages.search')} onSearch={setQ} />
        <NativeSelect
          label={t('teach.packages.stateLabel')}
          value={state}
          data={[
            { value: '', label: t('teach.packages.anyState') },
            ...states.map((each) => ({ value: each, label: t(`teach.packages.state.${each}`) })),
          ]}
          onChange={(event) => {
            setState(event.currentTarget.value);
          }}
        />
      </div>
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconPackage size={28} />} title={t(filtered ? 'teach.packages.nothing' : 'teach.packages.empty')}>
            {t(filtered ? 'teach.packages.nothingText' : 'teach.packages.emptyText')}
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
