import type { DifferenceView, ImportView, RejectionView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { importsPath } from './api.js';
import styles from './people.module.css';

const views = ['all', 'new', 'changed', 'rejected', 'deactivated', 'kept'] as const;
type View = (typeof views)[number];
const settled: readonly ImportView['state'][] = ['rehearsed', 'applied', 'reversing', 'reversed'];

/** What an import does or did, person by person and column by column; what it rejects and why; what its undoing had to leave. */
export const ImportDifferences = ({ item }: { item: ImportView }) => {
  const { t } = useTranslation();
  const offered = views.filter((view) => {
    if (view === 'rejected') return item.rejected > 0;
    if (view === 'deactivated' || view === 'kept') return (item.reversal?.[view] ?? 0) > 0;
    return settled.includes(item.state);
  });
  const [wished, setView] = useState<View>();
  // what is to be mended comes first
  const first = offered.includes('rejected') ? 'rejected' : offered[0];
  const view = wished && offered.includes(wished) ? wished : first;
  if (!view) return null;
  const choice = (
    <NativeSelect
      aria-label={t('institution.differences.show')}
      value={view}
      data={offered.map((each) => ({ value: each, label: t(`institution.differences.view.${each}`) }))}
      onChange={(event) => {
        setView(views.find((each) => each === event.currentTarget.value));
      }}
    />
  );
  return (
    <Section title={t('institution.differences.title')} actions={choice} plain>
      {view === 'rejected' ? <Rejections importId={item.id} /> : <Differences key={item.state} importId={item.id} view={view} />}
    </Section>
  );
};

const Differences = ({ importId, view }: { importId: string; view: Exclude<View, 'rejected'> }) => {
  const { t } = useTranslation();
  const filter = view === 'new' || view === 'changed' ? { kind: view } : view === 'all' ? {} : { outcome: view };
  const list = useList<DifferenceView>(`${importsPath}/${importId}/differences`, filter);
  return (
    <LoadedList list={list} empty={<Empty title={t('institution.differences.none')} />}>
      {(items) => (
        <Rows label={t('institution.differences.title')}>
          {items.map((each) => (
            <Difference key={each.line} difference={each} />
          ))}
        </Rows>
      )}
    </LoadedList>
  );
};

const Difference = ({ difference }: { difference: DifferenceView }) => {
  const { t } = useTranslation();
  const { line, kind, personId, name, email, changes, since, outcome, reason } = difference;
  const said = name || t('institution.differences.removed');
  const fallback = outcome === null ? null : <Tag tone="plain">{t(`institution.imports.reversal.${outcome}`)}</Tag>;
  return (
    <Row
      title={
        personId ? (
          <TextLink to="/institution/people/$personId" params={{ personId }}>
            {said}
          </TextLink>
        ) : (
          said
        )
      }
      text={[t('institution.imports.line', { line }), email].filter(Boolean).join(' · ')}
      aside={fallback ?? <Tag tone={kind === 'new' ? 'good' : 'calm'}>{t(`institution.differences.kind.${kind}`)}</Tag>}
    >
      {reason && <p>{t(`institution.differences.reason.${reason}`)}</p>}
      {since && <p>{t('institution.differences.since')}</p>}
      {kind === 'changed' && changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(({ column, from, to }) => (
            <li key={column} className={styles.change}>
              {/* the columns are those of the file: a person looks for them there */}
              <code>{column}</code> <del>{from ?? t('institution.merge.nothing')}</del> → <ins>{to ?? t('institution.merge.nothing')}</ins>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
};

const Rejections = ({ importId }: { importId: string }) => {
  const { t } = useTranslation();
  const list = useList<RejectionView>(`${importsPath}/${importId}/rejections`);
  return (
    <>
      <div>
        <Download href={`/api${importsPath}/${importId}/rejections.csv`} variant="default" size="xs">
          {t('institution.differences.download')}
        </Download>
      </div>
      <LoadedList list={list} empty={null}>
        {(items) => (
          <Rows label={t('institution.imports.rejections')}>
            {items.map((each) => (
              <Row
                key={`${String(each.line)}-${each.column ?? ''}-${each.code}`}
                title={each.message}
                text={[
                  t('institution.imports.line', { line: each.line }),
                  each.column && t('institution.imports.column', { column: each.column }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Rows>
        )}
      </LoadedList>
    </>
  );
};
