import type { EnrollmentBatchView, StandingRuleView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { ConfirmedButton } from '../../ui/Confirm/ConfirmedButton.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { batchesOf, coursesQuery, editionsPath, institutionChoiceQuery, paceOfBatches, reverseBatch, rulesQuery, stopRule } from './api.js';
import { SkipReason } from './SkipReason.js';

/** The groups that were enrolled, latest first, each of which may be taken back as far as nobody has begun. */
export const Batches = ({ editionId }: { editionId: string }) => {
  const { t } = useTranslation();
  const list = useList<EnrollmentBatchView>(batchesOf(editionId), { limit: 20 }, paceOfBatches);
  if (list.items.length === 0) return null;
  return (
    <Section title={t('roster.batches.title')} plain>
      <LoadedList list={list} empty={null}>
        {(items) => (
          <Rows label={t('roster.batches.title')}>
            {items.map((batch) => (
              <Batch key={batch.id} batch={batch} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Section>
  );
};

const Batch = ({ batch }: { batch: EnrollmentBatchView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, state, enrolled, skipped, createdAt, reversal } = batch;
  return (
    <Row
      title={t(`roster.batches.kind.${kind}`)}
      text={instantText(createdAt, language)}
      aside={
        <>
          <span>{t('institution.batch.enrolled', { count: enrolled, shown: count(enrolled, language) })}</span>
          {state !== 'done' && <Tag tone={state === 'failed' ? 'bad' : 'calm'}>{t(`roster.batches.state.${state}`)}</Tag>}
        </>
      }
      actions={allows(batch, 'enrollment-batch.reverse') && <Undo batch={batch} />}
    >
      {(skipped.length > 0 || reversal) && (
        <ul>
          {skipped.map((each) => (
            <li key={each.code}>
              <SkipReason code={each.code} />: {count(each.count, language)}
            </li>
          ))}
          {reversal && (
            <li>
              {t(reversal.state === 'done' ? 'roster.batches.undone' : 'roster.batches.undoing', {
                withdrawn: count(reversal.withdrawn, language),
                kept: count(reversal.kept, language),
              })}
            </li>
          )}
        </ul>
      )}
    </Row>
  );
};

const Undo = ({ batch }: { batch: EnrollmentBatchView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => reverseBatch(batch.id),
    onSuccess: () => Promise.all([batchesOf(batch.editionId), editionsPath].map((path) => client.invalidateQueries({ queryKey: [path] }))),
  });
  return (
    <ConfirmedButton size="xs" verb={t('roster.batches.undo')} title={t('roster.batches.undoTitle')} act={act}>
      <p>{t('roster.batches.undoText')}</p>
    </ConfirmedButton>
  );
};

/** The rules of an edition that go on, with what each has brought. */
export const StandingRules = ({ editionId }: { editionId: string }) => {
  const { t } = useTranslation();
  const { data } = useQuery(rulesQuery(editionId));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('roster.rules.title')} plain>
      <Rows label={t('roster.rules.title')}>
        {data.items.map((each) => (
          <Rule key={each.id} editionId={editionId} standing={each} />
        ))}
      </Rows>
    </Section>
  );
};

const Rule = ({ editionId, standing: { id, rule, createdAt, stoppedAt, enrolled } }: { editionId: string; standing: StandingRuleView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const institutions = useQuery(institutionChoiceQuery).data?.items ?? [];
  const courses = useQuery(coursesQuery).data?.items ?? [];
  const courseOf = (courseId: string): string => textIn(courses.find((each) => each.id === courseId)?.title, language) || '…';
  const stop = useMutation({
    mutationFn: () => stopRule(id),
    onSuccess: () => client.invalidateQueries({ queryKey: rulesQuery(editionId).queryKey }),
  });
  const parts = [
    rule.countries?.map((each) => countryName(each, language)).join(', '),
    rule.institutionIds?.map((each) => institutions.find((known) => known.id === each)?.name ?? '…').join(', '),
    rule.ranks?.join(', '),
    rule.languages?.map((each) => languageNames[each]).join(', '),
    rule.completedCourseId && t('roster.rules.completed', { course: courseOf(rule.completedCourseId) }),
    rule.notCompletedCourseId && t('roster.rules.notCompleted', { course: courseOf(rule.notCompletedCourseId) }),
  ];
  return (
    <Row
      title={parts.filter(Boolean).join(' · ')}
      text={t('roster.rules.since', { instant: instantText(createdAt, language) })}
      aside={
        <>
          <span>{t('institution.batch.enrolled', { count: enrolled, shown: count(enrolled, language) })}</span>
          {stoppedAt && <Tag tone="plain">{t('roster.rules.stopped')}</Tag>}
        </>
      }
      actions={
        !stoppedAt && (
          <Button
            size="xs"
            variant="default"
            loading={stop.isPending}
            onClick={() => {
              stop.mutate();
            }}
          >
            {t('roster.rules.stop')}
          </Button>
        )
      }
    >
      {stop.isError && <Failure reason={stop.error} />}
    </Row>
  );
};
