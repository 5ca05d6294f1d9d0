import type { PackageVersionView, PackageView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconVersions } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { packageQuery } from './api.js';
import { Differences } from './Differences.js';
import { MoveLearners } from './MoveLearners.js';
import { Moves } from './Moves.js';
import { NextVersion } from './NextVersion.js';
import { packageVersionsQuery } from './version-api.js';

/** The versions of a package: how they differ, who is on which, and how learners come from one to the other. */
export const PackageVersions = () => {
  const { packageId } = useParams({ from: '/in/teach/packages/$packageId/versions' });
  return <LoadedPage query={useQuery(packageQuery(packageId))}>{(item) => <VersionsPage key={item.id} item={item} />}</LoadedPage>;
};

const VersionsPage = ({ item }: { item: PackageView }) => {
  const { t } = useTranslation();
  const versions = useQuery(packageVersionsQuery(item.id));
  return (
    <Page
      title={item.title ?? item.fileName}
      over={t('teach.versions.title')}
      lead={t('teach.versions.lead')}
      back={
        <TextLink to="/teach/packages/$packageId" params={{ packageId: item.id }}>
          {t('teach.packages.about')}
        </TextLink>
      }
    >
      <Loaded query={versions}>{({ items }) => <Line item={item} versions={items} />}</Loaded>
      <NextVersion item={item} known={versions.data?.items ?? []} />
    </Page>
  );
};

const Line = ({ item, versions }: { item: PackageView; versions: readonly PackageVersionView[] }) => {
  const { t } = useTranslation();
  if (versions.length === 0) return null;
  return (
    <>
      <Section title={t('teach.versions.all')} plain>
        <Rows label={t('teach.versions.all')}>
          {versions.map((version) => (
            <VersionRow key={version.packageId} version={version} current={version.packageId === item.id} />
          ))}
        </Rows>
      </Section>
      {versions.length > 1 && (
        <>
          <Differences item={item} versions={versions} />
          <MoveLearners item={item} number={versions.find(({ packageId }) => packageId === item.id)?.number ?? 1} />
          <Moves packageId={item.id} />
        </>
      )}
    </>
  );
};

const VersionRow = ({ version, current }: { version: PackageVersionView; current: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { packageId, number, learners, fileName, createdAt } = version;
  const name = t('teach.versions.number', { number });
  return (
    <Row
      icon={<IconVersions size={22} />}
      current={current}
      title={
        current ? (
          name
        ) : (
          <TextLink to="/teach/packages/$packageId/versions" params={{ packageId }}>
            {name}
          </TextLink>
        )
      }
      text={[fileName, instantText(createdAt, language)].join(' · ')}
      aside={
        <>
          <span>{t('teach.versions.learners', { count: learners, shown: count(learners, language) })}</span>
          {current && <Tag>{t('teach.versions.this')}</Tag>}
        </>
      }
    />
  );
};
