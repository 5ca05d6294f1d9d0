import type { EnrollmentView } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { instantAt, wallAt } from '../../lib/time.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { editionQuery, enrollmentsPath, rosterPath, setDeadline } from './api.js';
import styles from './roster.module.css';

/** Gives one learner another deadline than the edition's, or that of the edition again. */
export const Deadline = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { id, editionId, closesAt, timeZone } = enrollment;
  const edition = useQuery(editionQuery(editionId)).data;
  const draft = useDraft(`deadline.${id}`, { wall: wallAt(Date.parse(closesAt), timeZone) });
  const { wall } = draft.fields;
  const begun = useDrafts(`deadline.${id}`).length > 0;
  const act = useMutation({
    mutationFn: (deadline: string | null) => setDeadline(id, deadline),
    onSuccess: (changed) => {
      draft.done({ wall: wallAt(Date.parse(changed.closesAt), timeZone) });
      return Promise.all([
        client.invalidateQueries({ queryKey: [enrollmentsPath] }),
        client.invalidateQueries({ queryKey: [rosterPath(editionId)] }),
      ]);
    },
  });
  const extended = edition !== undefined && Date.parse(edition.closesAt) !== Date.parse(closesAt);
  const deadline = instantAt(wall, timeZone);
  return (
    <details className={styles.details} open={begun || undefined}>
      <summary>{t('roster.deadline.change')}</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (deadline) act.mutate(deadline);
        }}
      >
        <Restored draft={draft} />
        {extended && <Notice>{t('roster.deadline.own')}</Notice>}
        <TextInput
          type="datetime-local"
          label={t('roster.deadline.label')}
          description={timeZone}
          required
          value={wall}
          onChange={(event) => {
            draft.set({ wall: event.currentTarget.value });
          }}
        />
        {act.isError && <Failure reason={act.error} />}
        <div className={styles.buttons}>
          <Button type="submit" disabled={!deadline} loading={act.isPending}>
            {t('roster.deadline.keep')}
          </Button>
          {extended && (
            <Button
              variant="default"
              disabled={act.isPending}
              onClick={() => {
                act.mutate(null);
              }}
            >
              {t('roster.deadline.reset')}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
};
