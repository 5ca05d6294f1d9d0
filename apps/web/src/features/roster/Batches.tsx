import type { EnrollmentBatchView } from '@aula/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { ConfirmedButton } from '../../ui/Confirm/ConfirmedButton.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { batchesOf, editionsPath, paceOfBatches, reverseBatch } from './api.js';
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
