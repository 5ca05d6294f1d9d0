import type { QuizResults } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconChartBar } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { clockText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { Waiting } from '../../ui/Waiting/Waiting.js';
import { quizResultsQuery } from './api.js';
import { QuestionOutcome } from './QuestionOutcome.js';
import { ResultAttempts } from './ResultAttempts.js';

const Bars = lazy(() => import('./Bars.js'));

/** One quiz in one edition: how scores are spread, how each question did, and who stands behind each number. */
export const QuizOutcome = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { editionId, unitId } = useParams({ from: '/in/teach/results/$editionId/$unitId' });
  const { latest } = useSearch({ from: '/in/teach/results/$editionId/$unitId' });
  return (
    <LoadedPage query={useQuery(quizResultsQuery(editionId, unitId))}>
      {(results) => (
        <Page
          title={textIn(results.title, language)}
          over={results.editionTitle}
          back={
            <TextLink to="/teach/results/$editionId" params={{ editionId }}>
              {results.editionTitle}
            </TextLink>
          }
        >
          {results.attempts === 0 && latest === undefined ? (
            <Empty icon={<IconChartBar size={28} />} title={t('results.nobody')}>
              {t('results.nobodyText')}
            </Empty>
          ) : (
            <Outcome results={results} />
          )}
        </Page>
      )}
    </LoadedPage>
  );
};

const Outcome = ({ results }: { results: QuizResults }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { editionId, unitId } = results;
  const filter = useSearch({ from: '/in/teach/results/$editionId/$unitId' });
  const navigate = useNavigate({ from: '/teach/results/$editionId/$unitId' });
  const bars = results.distribution.map(({ from, to, people }) => ({
    label: `${percent(from, language)} – ${percent(to, language)}`,
    people,
    ...{ from, to },
  }));
  return (
    <>
      <Summary results={results} />
      <Figure
        title={t('results.spread')}
        note={t('results.spreadOf', { shown: count(results.people, language) })}
        name="results"
        table={{
          head: [t('results.score'), t('results.people')],
          rows: bars.map(({ label, people, from, to }) => ({
            key: label,
            cells: [label, people],
            link: (shown) => (
              <TextLink to="/teach/results/$editionId/$unitId" params={{ editionId, unitId }} search={{ from, to, best: 'true' }}>
                {shown}
              </TextLink>
            ),
          })),
        }}
      >
        <Suspense fallback={<Waiting />}>
          <Bars bars={bars} name={t('results.people')} />
        </Suspense>
      </Figure>
      {results.questions.length > 0 && (
        <Section title={t('results.questions')} plain>
          <p>{t('results.lookedInto', { shown: count(results.lookedInto, language) })}</p>
          <Rows label={t('results.questions')} ordered>
            {results.questions.map((question) => (
              <QuestionOutcome key={question.id} question={question} editionId={editionId} unitId={unitId} />
            ))}
          </Rows>
        </Section>
      )}
      <ResultAttempts
        editionId={editionId}
        unitId={unitId}
        bars={bars}
        filter={filter}
        onFilter={(search) => {
          void navigate({ search, replace: true, resetScroll: false });
        }}
      />
    </>
  );
};

const Summary = ({
  results: { people, passed, mean, median, attempts, seconds, attemptsEach, passingScore },
}: {
  results: QuizResults;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const more = attemptsEach.reduce((sum, each) => sum + (each.attempts > 1 ? each.people : 0), 0);
  return (
    <Section title={t('results.summary')}>
      <Facts
        short
        facts={[
          [
            t('results.passRate'),
            people > 0 ? `${percent(passed / people, language)} (${count(passed, language)}/${count(people, language)})` : null,
          ],
          [t('quiz.about.passing'), percent(passingScore, language)],
          [t('results.mean'), mean === null ? null : percent(mean, language)],
          [t('results.median'), median === null ? null : percent(median, language)],
          [t('results.attempts'), count(attempts, language)],
          [t('results.more'), count(more, language)],
          [t('results.time'), seconds && clockText(seconds.median)],
          [t('results.timeMiddle'), seconds && `${clockText(seconds.lower)} – ${clockText(seconds.upper)}`],
        ]}
      />
    </Section>
  );
};
