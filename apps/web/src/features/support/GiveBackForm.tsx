import type { RestorePreview } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useCreate } from '../../lib/use-create.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Section } from '../../ui/Page/Page.js';
import { attemptsPath, giveBack, timelinePath } from './api.js';
import styles from './support.module.css';

/** Gives the state back, with the reason that the learner reads. */
export const GiveBackForm = ({ attemptId, preview }: { attemptId: string; preview: RestorePreview }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const { point, version } = preview;
  const give = useCreate(
    (wish: { reason: string }, key) => giveBack(attemptId, { point, version, ...wish }, key),
    async () => {
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
            setReason(event.currentTarget.value);
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
