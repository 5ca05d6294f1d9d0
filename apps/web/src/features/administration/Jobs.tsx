import type { JobView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Loaded, LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { jobSummaryQuery, jobTrendQuery, jobsPath, retryJobs } from './api.js';
import { JobRow } from './JobRow.js';
import { jobKinds, useNames } from './names.js';
import { RetryAll } from './RetryAll.js';
import { Summary } from './Summary.js';
import { Trend } from './Trend.js';
import styles from './administration.module.css';

const states = ['dead', 'running', 'pending', 'done', 'cancelled'] as const;

/** Work in the background: how much of each kind, and one by one; what gave up can be tried again. */
export const Jobs = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.jobs')} lead={t('administration.jobs.lead')}>
      <Orders />
      <Loaded query={useQuery(jobTrendQuery)}>{({ items }) => <Trend items={items} />}</Loaded>
      <Section title={t('administration.jobs.summary')} plain>
        <Loaded query={useQuery(jobSummaryQuery)}>{({ items }) => <Summary items={items} />}</Loaded>
      </Section>
    </Page>
  );
};

const Orders = () => {
  const { t } = useTranslation();
  const names = useNames();
  const [state, setState] = useState<(typeof states)[number]>('dead');
  const [kind, setKind] = useState('');
  const [subject, setSubject] = useState('');
  const list = useList<JobView>(jobsPath, { state, kind, subject }, 5_000);
  return (
    <Section title={t('administration.jobs.list')} plain>
      <div className={styles.filters}>
        <NativeSelect
          label={t('administration.jobs.stateLabel')}
          value={state}
          data={states.map((each) => ({ value: each, label: t(`administration.jobs.state.${each}`) }))}
          onChange={(event) => {
            setState(states.find((each) => each === event.currentTarget.value) ?? 'dead');
          }}
        />
        <NativeSelect
          label={t('administration.work.kind')}
          value={kind}
          data={[
            { value: '', label: t('administration.work.anyKind') },
            ...jobKinds.map((each) => ({ value: each, label: names.job(each) })),
          ]}
          onChange={(event) => {
            setKind(event.currentTarget.value);
          }}
        />
        <SearchField label={t('administration.work.bySubject')} onSearch={setSubject} />
      </div>
      {state === 'dead' && (
        <RetryAll key={`${kind} ${subject}`} retry={() => retryJobs({ kind, subject })} path={jobsPath} offered={list.items.length > 0} />
      )}
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
  );
};
