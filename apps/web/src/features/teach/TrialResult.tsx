import type { QuizTrialResult, QuizView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { Notice } from '../../ui/Notice/Notice.js';
import quiz from '../../ui/Quiz/quiz.module.css';
import { Waiting } from '../../ui/Waiting/Waiting.js';

const Reviewed = lazy(() => import('../../ui/Quiz/Reviewed.js'));

interface Props {
  quiz: QuizView;
  result: QuizTrialResult;
  onAgain: () => void;
}

/** How the trial would be graded, with keys and feedback, and how much of that learners will see. */
export const TrialResult = ({ quiz: { release }, result: { score, maxScore, passed, questions }, onAgain }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const outcome = passed === null ? 'authoring.trial.essays' : passed ? 'quiz.result.passed' : 'quiz.result.failed';
  return (
    <>
      <p className={quiz.score}>
        <strong>{percent(maxScore > 0 ? score / maxScore : 0, language)}</strong>
        <span>{t('quiz.result.points', { score: count(score, language), max: count(maxScore, language) })}</span>
      </p>
      <Notice tone={passed ? 'good' : 'care'} role="status" title={t(outcome)}>
        <p>{t(`authoring.trial.release.${release}`)}</p>
      </Notice>
      <div>
        <Button variant="default" onClick={onAgain}>
          {t('authoring.trial.again')}
        </Button>
      </div>
      <Suspense fallback={<Waiting />}>
        <Reviewed questions={questions} changes={[]} />
      </Suspense>
    </>
  );
};
