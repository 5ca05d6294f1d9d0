import type { PackageDifferencesView, PackageVersionView, PackageView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { bytes, count } from '../../lib/number.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { Findings } from './Findings.js';
import { differencesQuery } from './version-api.js';
import styles from './teach.module.css';

const tones = { added: 'good', removed: 'bad', renamed: 'calm', moved: 'calm', changed: 'calm' } as const;

/** What is not as it was in another version: contents, files, the path, what was found. */
export const Differences = ({ item, versions }: { item: PackageView; versions: readonly PackageVersionView[] }) => {
  const { t } = useTranslation();
  const own = versions.find(({ packageId }) => packageId === item.id)?.number ?? 1;
  const others = versions.filter(({ packageId }) => packageId !== item.id);
  const [from, setFrom] = useState((others.find(({ number }) => number < own) ?? others[0])?.packageId ?? '');
  return (
    <Section title={t('teach.versions.differences')}>
      <NativeSelect
        label={t('teach.versions.against')}
        value={from}
        data={others.map(({ packageId, number, fileName }) => ({
          value: packageId,
          label: `${t('teach.versions.number', { number })} (${fileName})`,
        }))}
        onChange={(event) => {
          setFrom(event.currentTarget.value);
        }}
      />
      <Loaded query={useQuery(differencesQuery(item.id, from))}>{(report) => <Report report={report} />}</Loaded>
    </Section>
  );
};

const Report = ({ report }: { report: PackageDifferencesView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { files, findings, standard } = report;
  const sizes = { before: bytes(files.bytesBefore, language), after: bytes(files.bytesAfter, language) };
  return (
    <>
      {report.vanished.length > 0 && (
        <Notice tone="care" title={t('teach.versions.vanished')}>
          <p>{t('teach.versions.vanishedText')}</p>
          <ul>
            {report.vanished.map(({ identifier, title }) => (
              <li key={identifier}>
                {title} <code>{identifier}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Facts
        short
        facts={[
          [
            t('teach.packages.standard'),
            standard && `${t(`teach.standard.${standard.before}`)} → ${t(`teach.standard.${standard.after}`)}`,
          ],
          [t('teach.versions.path'), t(report.sequencingChanged ? 'teach.versions.pathChanged' : 'teach.versions.pathSame')],
          [t('teach.versions.files.added'), count(files.added, language)],
          [t('teach.versions.files.removed'), count(files.removed, language)],
          [t('teach.versions.files.changed'), count(files.changed, language)],
          [t('teach.versions.files.same'), count(files.same, language)],
          [t('teach.packages.size'), t('teach.versions.sizes', sizes)],
        ]}
      />
      <Contents report={report} />
      {files.shown.length > 0 && (
        <details>
          <summary>{t('teach.versions.files.list')}</summary>
          <ul className={styles.tree}>
            {files.shown.map(({ kind, path, before, after }) => (
              <li key={path}>
                <Tag tone={tones[kind]}>{t(`teach.versions.change.${kind}`)}</Tag> <code>{path}</code>{' '}
                <small>{[before, after].flatMap((size) => (size === null ? [] : [bytes(size, language)])).join(' → ')}</small>
              </li>
            ))}
          </ul>
          {files.added + files.removed + files.changed > files.shown.length && <p>{t('teach.versions.files.more')}</p>}
        </details>
      )}
      {findings.come.length > 0 && (
        <>
          <h3 className={styles.part}>{t('teach.versions.come')}</h3>
          <Findings findings={findings.come} />
        </>
      )}
      {findings.gone.length > 0 && (
        <>
          <h3 className={styles.part}>{t('teach.versions.gone')}</h3>
          <Findings findings={findings.gone} />
        </>
      )}
    </>
  );
};

const Contents = ({ report: { items } }: { report: PackageDifferencesView }) => {
  const { t } = useTranslation();
  if (items.length === 0) return <p>{t('teach.versions.itemsSame')}</p>;
  return (
    <Rows label={t('teach.packages.tree')}>
      {items.map(({ kind, identifier, title, before }) => (
        <Row
          key={`${kind}-${identifier}`}
          title={title || identifier}
          text={kind === 'renamed' ? t('teach.versions.was', { before }) : <code>{identifier}</code>}
          aside={<Tag tone={tones[kind]}>{t(`teach.versions.change.${kind}`)}</Tag>}
        />
      ))}
    </Rows>
  );
};
