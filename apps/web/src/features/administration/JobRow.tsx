import type { JobView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Row } from '../../ui/Rows/Rows.js';
import { cancelJob, jobsPath, retryJob } from './api.js';
import { useNames } from './names.js';
import styles from './administration.module.css';

/** One order: what it is for, when it was given, how often it was tried, and what went wrong. */
export const JobRow = ({ job }: { job: JobView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useNames();
  const name = names.job(job.kind);
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: [jobsPath] });
  const retry = useMutation({ mutationFn: () => retryJob(job.id), onSuccess });
  const cancel = useMutation({ mutationFn: () => cancelJob(job.id), onSuccess });
  const failed = retry.error ?? cancel.error;
  const times = [
    t('administration.work.ordered', { date: instantText(job.createdAt, language) }),
    t('administration.attempts', { count: job.attempts }),
    ...(job.doneAt ? [t('administration.work.over', { date: instantText(job.doneAt, language) })] : []),
    ...(job.state === 'pending' ? [t('administration.work.next', { date: instantText(job.runAfter, language) })] : []),
  ];
  return (
    <Row
      title={name}
      text={
        <>
          {names.jobAbout(job.kind)}
          <br />
          {times.join(' · ')}
          <br />
          <code>{[job.kind, job.subject].filter(Boolean).join(' ')}</code>
        </>
      }
      actions={
        <>
          {allows(job, 'operations.retry') && (
            <Button
              size="xs"
              variant="default"
              loading={retry.isPending}
              aria-label={t('administration.retryNamed', { name })}
              onClick={() => {
                retry.mutate();
              }}
            >
              {t('administration.retry')}
            </Button>
          )}
          {allows(job, 'operations.cancel') && (
            <Button
              size="xs"
              variant="default"
              loading={cancel.isPending}
              aria-label={t('administration.work.cancelNamed', { name })}
              onClick={() => {
                cancel.mutate();
              }}
            >
              {t('administration.work.cancel')}
            </Button>
          )}
        </>
      }
    >
      {failed && <Failure reason={failed} />}
      {job.lastError && <pre className={styles.error}>{job.lastError}</pre>}
    </Row>
  );
};
