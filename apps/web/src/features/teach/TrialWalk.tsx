import type { AnswerResponse, QuizTrial } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import type { Answers } from '../../ui/Quiz/answers.js';
import { QuestionWalk } from '../../ui/Quiz/QuestionWalk.js';
import quiz from '../../ui/Quiz/quiz.module.css';

interface Props {
  trial: QuizTrial;
  busy: boolean;
  reason: unknown;
  /** The answers in the order of the questions, null for what was left blank. */
  onHandIn: (responses: AnswerResponse[]) => void;
}

/** Answering as a learner does, one question at a time, with nothing kept anywhere. */
export const TrialWalk = ({ trial: { questions }, busy, reason, onHandIn }: Props) => {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Readonly<Record<string, AnswerResponse>>>({});
  const answers: Answers = {
    response: (id) => given[id] ?? null,
    answer: (id, response) => {
      setGiven((now) => ({ ...now, [id]: response }));
    },
  };
  const missing = questions.filter(({ id }) => answers.response(id) === null).length;
  return (
    <QuestionWalk
      questions={questions}
      answers={answers}
      end={() => (
        <section className={quiz.question} aria-labelledby="trial-end">
          <h2 id="trial-end" className={quiz.count}>
            {t('authoring.trial.end')}
          </h2>
          {missing > 0 && <Notice tone="care">{t('quiz.handIn.missing', { count: missing })}</Notice>}
          <p>{t('authoring.trial.endText')}</p>
          {reason !== null && <Failure reason={reason} />}
          <div>
            <Button
              loading={busy}
              onClick={() => {
                onHandIn(questions.map(({ id }) => answers.response(id)));
              }}
            >
              {t('authoring.trial.see')}
            </Button>
          </div>
        </section>
      )}
    />
  );
};
