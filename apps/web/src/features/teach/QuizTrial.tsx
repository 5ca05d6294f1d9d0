import type { Language, QuizTrial as Trial, QuizView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { Refusal } from '../../lib/problem.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { quizQuery } from './draft-api.js';
import { beginTrial, type Judged, judgeTrial } from './trial-api.js';
import { TrialResult } from './TrialResult.js';
import { TrialWalk } from './TrialWalk.js';

interface Props {
  id: string;
  /** The language that the preview speaks. */
  shown: Language;
}

/** A quiz in the preview: what a learner knows before, the walk through it, and how it would be graded. Nothing of it is kept. */
export const QuizTrial = ({ id, shown }: Props) => {
  const query = useQuery(quizQuery(id));
  const begin = useMutation({ mutationFn: () => beginTrial(id, shown) });
  const judge = useMutation({ mutationFn: (given: Judged) => judgeTrial(id, given, shown) });
  const restart = () => {
    judge.reset();
    begin.mutate();
  };
  return (
    <Loaded query={query}>
      {(quiz) => {
        if (judge.data) return <TrialResult quiz={quiz} result={judge.data} onAgain={restart} />;
        if (begin.data) return <Walk trial={begin.data} judge={judge} />;
        return <Before quiz={quiz} begin={begin} />;
      }}
    </Loaded>
  );
};

const Walk = ({ trial, judge }: { trial: Trial; judge: { mutate: (given: Judged) => void; isPending: boolean; error: unknown } }) => {
  const { t } = useTranslation();
  if (trial.questions.length === 0) return <Empty title={t('quiz.noQuestions')} />;
  return (
    <TrialWalk
      key={trial.paper.map(({ versionId, order }) => [versionId, ...order].join()).join()}
      trial={trial}
      busy={judge.isPending}
      reason={judge.error}
      onHandIn={(responses) => {
        judge.mutate({ paper: trial.paper, responses });
      }}
    />
  );
};

const Before = ({ quiz, begin }: { quiz: QuizView; begin: { mutate: () => void; isPending: boolean; error: unknown } }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { timeLimitSeconds, attemptsAllowed } = quiz;
  const foreign = begin.error instanceof Refusal && begin.error.status === 404;
  return (
    <>
      <p>{t('authoring.preview.quiz')}</p>
      <Facts
        facts={[
          [t('teach.form.title'), textIn(quiz.title, language)],
          [t('authoring.preview.questions'), count(quiz.questions, language)],
          [t('authoring.preview.passing'), percent(quiz.passingScore, language)],
          [t('authoring.preview.minutes'), timeLimitSeconds === null ? null : count(timeLimitSeconds / 60, language)],
          [t('authoring.preview.attempts'), attemptsAllowed === null ? null : count(attemptsAllowed, language)],
        ]}
      />
      {foreign && <Notice tone="care">{t('authoring.trial.foreign')}</Notice>}
      {!foreign && begin.error !== null && <Failure reason={begin.error} />}
      <div>
        <Button
          loading={begin.isPending}
          onClick={() => {
            begin.mutate();
          }}
        >
          {t('authoring.trial.begin')}
        </Button>
      </div>
    </>
  );
};
