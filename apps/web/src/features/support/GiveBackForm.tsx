import type { RestorePreview } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { attemptsPath, giveBack, timelinePath } from './api.js';
import styles from './support.module.css';

/** Gives the state back, with the reason that the learner reads. */
export const GiveBackForm = ({ attemptId, preview }: { attemptId: string; preview: RestorePreview }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const draft = useDraft(`give-back.${attemptId}`, { reason: '' });
  const { reason } = draft.fields;
  const { point, version } = preview;
  const give = useCreate(
    (wish: { reason: string }, key) => giveBack(attemptId, { point, version, ...wish }, key),
    async () => {
      draft.done({ reason: '' });
      await navigate({ to: '/teach/attempts/$attemptId', params: { attemptId } });
      await Promise.all([attemptsPath, timelinePath(attemptId)].map((path) => client.resetQueries({ queryKey: [path] })));
    },
  );
  return (
    <Section title={t('support.giveBack.do')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate({ reason: reason.trim() });
        }}
      >
        <Restored draft={draft} />
        <Textarea
          label={t('support.giveBack.reason')}
          description={t('support.giveBack.reasonText')}
          required
          minLength={5}
          maxLength={500}
          rows={3}
          value={reason}
          error={fieldErrors(give.error)['reason']}
          onChange={(event) => {
            draft.set({ reason: event.currentTarget.value });
          }}
        />
        {give.isError && <Failure reason={give.error} fields={['reason']} />}
        {give.isError && (
          <div>
            <Button variant="default" onClick={() => void client.resetQueries({ queryKey: [attemptsPath, attemptId] })}>
              {t('support.giveBack.again')}
            </Button>
          </div>
        )}
        <div>
          <Button type="submit" loading={give.isPending} disabled={reason.trim().length < 5}>
            {t('support.giveBack.do')}
          </Button>
        </div>
      </form>
    </Section>
  );
};
