import type { ResultAttempt } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { clockText, instantText } from '../../lib/time.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { type AttemptFilter, attemptsPath, tableAddress } from './api.js';
import styles from './results.module.css';

interface Props {
  editionId: string;
  unitId: string;
  bars: readonly { label: string; from: number; to: number; people: number }[];
  filter: AttemptFilter;
  onFilter: (filter: AttemptFilter) => void;
}

/** The people behind each number: all attempts, those who passed or not, or everybody's best in one band of the score. */
export const ResultAttempts = ({ editionId, unitId, bars, filter, onFilter }: Props) => {
  const { t } = useTranslation();
  const list = useList<ResultAttempt>(attemptsPath(editionId, unitId), { ...filter });
  return (
    <Section
      title={t('results.list')}
      plain
      actions={
        <Download href={tableAddress(editionId, unitId, filter)} variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('results.csv')}
        </Download>
      }
    >
      <div className={styles.filters}>
        <NativeSelect
          label={t('results.filter.passed')}
          value={filter.passed ?? ''}
          data={[
            { value: '', label: t('results.filter.all') },
            { value: 'true', label: t('quiz.result.passedShort') },
            { value: 'false', label: t('quiz.result.failedShort') },
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onFilter({ ...without(filter, 'passed'), ...((value === 'true' || value === 'false') && { passed: value }) });
          }}
        />
        <NativeSelect
          label={t('results.filter.band')}
          value={filter.from === undefined ? '' : String(filter.from)}
          data={[
            { value: '', label: t('results.filter.all') },
            ...bars.map(({ label, from, people }) => ({ value: String(from), label: `${label} (${String(people)})` })),
          ]}
          onChange={(event) => {
            const bar = bars.find(({ from }) => String(from) === event.currentTarget.value);
            const next = without(filter, 'from', 'to', 'best', 'latest');
            onFilter({ ...next, ...(bar && { from: bar.from, to: bar.to, best: 'true' }) });
          }}
        />
        <NativeSelect
          label={t('results.filter.each')}
          value={filter.best ? 'best' : (filter.latest ?? '')}
          data={[
            { value: '', label: t('results.filter.all') },
            { value: 'started', label: t('results.filter.started') },
            { value: 'handed-in', label: t('results.filter.handedIn') },
            { value: 'best', label: t('results.filter.best') },
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onFilter({
              ...without(filter, 'best', 'latest'),
              ...(value === 'best' && { best: 'true' }),
              ...((value === 'started' || value === 'handed-in') && { latest: value }),
            });
          }}
        />
      </div>
      <LoadedList list={list} empty={<Empty title={t('results.noneSo')} />}>
        {(items) => (
          <Rows label={t('results.list')}>
            {items.map((attempt) => (
              <AttemptRow key={attempt.attemptId} attempt={attempt} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Section>
  );
};

const without = (filter: AttemptFilter, ...names: (keyof AttemptFilter)[]): AttemptFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !(names as string[]).includes(name)));

export const AttemptRow = ({ attempt }: { attempt: ResultAttempt }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, number, state, score, maxScore, passed, startedAt, seconds } = attempt;
  return (
    <Row
      title={name || t('results.unknown')}
      text={[t('quiz.attempt', { number }), instantText(startedAt, language), seconds === null ? '' : clockText(seconds)]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          {score !== null && maxScore !== null && (
            <span>
              {percent(score / maxScore, language)} ({count(score, language)}/{count(maxScore, language)})
            </span>
          )}
          {state === 'graded' ? (
            <Tag tone={passed ? 'good' : 'care'}>{t(passed ? 'quiz.result.passedShort' : 'quiz.result.failedShort')}</Tag>
          ) : (
            <Tag>{t(`quiz.state.${state}`)}</Tag>
          )}
        </>
      }
    />
  );
};
