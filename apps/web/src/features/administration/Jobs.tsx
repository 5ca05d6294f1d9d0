import type { JobView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Loaded, LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { jobSummaryQuery, jobsPath, retryJob } from './api.js';
import { useNames } from './names.js';
import { Summary } from './Summary.js';
import styles from './administration.module.css';

const states = ['dead', 'running', 'pending', 'done'] as const;

/** Work in the background: how much of each kind, and one by one; what gave up can be tried again. */
export const Jobs = () => {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof states)[number]>('dead');
  const list = useList<JobView>(jobsPath, { state }, 5_000);
  return (
    <Page title={t('nav.jobs')} lead={t('administration.jobs.lead')}>
      <Section title={t('administration.jobs.list')} plain>
        <NativeSelect
          className={styles.short ?? ''}
          label={t('administration.jobs.stateLabel')}
          value={state}
          data={states.map((each) => ({ value: each, label: t(`administration.jobs.state.${each}`) }))}
          onChange={(event) => {
            setState(states.find((each) => each === event.currentTarget.value) ?? 'dead');
          }}
        />
        <LoadedList
          list={list}
          empty={
            <Empty
              icon={<IconChecklist size={28} />}
              title={t(state === 'dead' ? 'administration.jobs.noneDead' : 'administration.jobs.none')}
            >
              {state === 'dead' && t('administration.jobs.noneDeadText')}
            </Empty>
          }
        >
          {(items) => (
            <Rows label={t('administration.jobs.list')}>
              {items.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </Rows>
          )}
        </LoadedList>
      </Section>
      <Section title={t('administration.jobs.summary')} plain>
        <Loaded query={useQuery(jobSummaryQuery)}>{({ items }) => <Summary items={items} />}</Loaded>
      </Section>
    </Page>
  );
};

const JobRow = ({ job }: { job: JobView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const name = useNames().job(job.kind);
  const retry = useMutation({ mutationFn: () => retryJob(job.id), onSuccess: () => client.invalidateQueries({ queryKey: [jobsPath] }) });
  return (
    <Row
      title={name}
      text={
        <>
          {[instantText(job.createdAt, language), t('administration.attempts', { count: job.attempts })].join(' · ')}
          <br />
          <code>{[job.kind, job.subject].filter(Boolean).join(' ')}</code>
        </>
      }
      actions={
        job.state === 'dead' && (
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
        )
      }
    >
      {retry.isError && <Failure reason={retry.error} />}
      {job.lastError && <pre className={styles.error}>{job.lastError}</pre>}
    </Row>
  );
};
