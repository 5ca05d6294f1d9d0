import type { AttemptView, EnrollmentView, QuizView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { clockText, instantText } from '../../lib/time.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { attemptsQuery, quizQuery } from './api.js';
import { StartQuiz } from './StartQuiz.js';

interface Props {
  enrollment: EnrollmentView;
  unit: EnrollmentView['units'][number];
  /** The course is open: an attempt may begin. */
  live: boolean;
}

/** A quiz before it is begun: what it asks for, what was tried before, and the start. */
export const QuizUnit = ({ enrollment, unit, live }: Props) => {
  const { t } = useTranslation();
  const attempts = useQuery(attemptsQuery(enrollment.id, unit.unitId));
  const quiz = useQuery({ ...quizQuery(unit.quizId ?? ''), enabled: unit.quizId !== null });
  if (!unit.quizId) return <Notice tone="care">{t('learning.noContent')}</Notice>;
  return (
    <Loaded query={attempts}>
      {({ items }) => (
        <>
          <Section title={t('quiz.start.title')}>
            {quiz.data && <About quiz={quiz.data} />}
            <ul>
              <li>{t('quiz.start.saved')}</li>
              <li>{t('quiz.start.clock')}</li>
              <li>{t('quiz.start.offline')}</li>
            </ul>
            {live && (
              <StartQuiz
                enrollment={enrollment}
                unit={unit}
                attempts={items}
                allowed={quiz.data?.attemptsAllowed ?? items[0]?.attemptsAllowed ?? null}
              />
            )}
          </Section>
          {items.length > 0 && (
            <Section title={t('quiz.attempts')} plain>
              <Rows label={t('quiz.attempts')}>
                {items.map((attempt) => (
                  <AttemptRow key={attempt.id} attempt={attempt} />
                ))}
              </Rows>
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
};

const About = ({ quiz }: { quiz: QuizView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Facts
      short
      facts={[
        [t('quiz.about.questions'), count(quiz.questions, language)],
        [t('quiz.about.time'), quiz.timeLimitSeconds === null ? t('quiz.about.noLimit') : clockText(quiz.timeLimitSeconds)],
        [t('quiz.about.attempts'), quiz.attemptsAllowed === null ? t('quiz.about.anyAttempts') : count(quiz.attemptsAllowed, language)],
        [t('quiz.about.passing'), percent(quiz.passingScore, language)],
      ]}
    />
  );
};

const AttemptRow = ({ attempt }: { attempt: AttemptView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { score, maxScore, passed, state } = attempt;
  return (
    <Row
      title={
        <TextLink
          to="/learning/$enrollmentId/units/$unitId/attempts/$attemptId"
          params={{ enrollmentId: attempt.enrollmentId, unitId: attempt.unitId, attemptId: attempt.id }}
        >
          {t('quiz.attempt', { number: attempt.number })}
        </TextLink>
      }
      text={instantText(attempt.startedAt, language)}
      aside={
        <>
          {score !== null && maxScore !== null && (
            <span>
              {percent(maxScore > 0 ? score / maxScore : 0, language)} ({count(score, language)}/{count(maxScore, language)})
            </span>
          )}
          {state === 'graded' && passed !== null ? (
            <Tag tone={passed ? 'good' : 'care'}>{t(passed ? 'quiz.result.passedShort' : 'quiz.result.failedShort')}</Tag>
          ) : (
            <Tag>{state === 'graded' ? t('essay.handedIn') : attempt.beingMarked ? t('essay.beingMarked') : t(`quiz.state.${state}`)}</Tag>
          )}
        </>
      }
    />
  );
};
