import type { ResultAttempt } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { attemptsPath, quizResultsQuery, tableAddress } from './api.js';
import { AttemptRow } from './ResultAttempts.js';
import styles from './results.module.css';

/** The attempts behind a number of one question: who had it right or wrong, left it blank, took a choice. */
export const QuestionPeople = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { editionId, unitId, questionId } = useParams({ from: '/in/teach/results/$editionId/$unitId/questions/$questionId' });
  const { answered, taken } = useSearch({ from: '/in/teach/results/$editionId/$unitId/questions/$questionId' });
  const results = useQuery(quizResultsQuery(editionId, unitId)).data;
  const question = results?.questions.find(({ id }) => id === questionId);
  const filter = { questionId, ...(answered && { answered }), ...(taken !== undefined && { taken }) };
  const list = useList<ResultAttempt>(attemptsPath(editionId, unitId), filter);
  const choice = taken === undefined ? undefined : question?.choices[taken]?.text;
  const truth = question?.kind === 'true-false' ? t(taken === 0 ? 'quiz.true' : 'quiz.false') : choice;
  const asked = answered ? t(`results.answered.${answered}`) : taken === undefined ? t('results.answered.all') : truth;
  return (
    <Page
      title={asked ?? t('results.list')}
      over={results && textIn(results.title, language)}
      lead={question && <span className={styles.told}>{question.text}</span>}
      back={
        <TextLink to="/teach/results/$editionId/$unitId" params={{ editionId, unitId }}>
          {results ? textIn(results.title, language) : t('nav.results')}
        </TextLink>
      }
      actions={
        <Download href={tableAddress(editionId, unitId, filter)} variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('results.csv')}
        </Download>
      }
    >
      <LoadedList list={list} empty={<Empty title={t('results.noneSo')} />}>
        {(items) => (
          <Rows label={t('results.list')}>
            {items.map((attempt) => (
              <AttemptRow key={attempt.attemptId} attempt={attempt} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};
