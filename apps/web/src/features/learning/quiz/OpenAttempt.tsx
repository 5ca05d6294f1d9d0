import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterrupted, useSessionEnded } from '../../../lib/signed-in.js';
import { useLeaveWarning } from '../../../lib/use-leave-warning.js';
import { Empty } from '../../../ui/Empty/Empty.js';
import { Notice } from '../../../ui/Notice/Notice.js';
import { useProblemText } from '../../../ui/Failure/Failure.js';
import type { Sitting } from './attempt-query.js';
import { HandIn } from './HandIn.js';
import { Question } from '../../../ui/Quiz/Question.js';
import { QuestionMap } from '../../../ui/Quiz/QuestionMap.js';
import { SaveLine } from './SaveLine.js';
import { Timer } from './Timer.js';
import styles from '../../../ui/Quiz/quiz.module.css';
import { useAttemptToken } from './use-attempt-token.js';
import { useOutbox } from './use-outbox.js';
import { useSubmission } from './use-submission.js';

/** Answering: one question at a time, every answer saved on its own, then the summary and the handing in. */
export const OpenAttempt = ({ attempt }: { attempt: Sitting }) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const questions = attempt.questions ?? [];
  const token = useAttemptToken(attempt.token);
  const outbox = useOutbox(attempt, token);
  const submission = useSubmission(attempt.id, outbox, token);
  useInterrupted({ later: token.works });
  const ended = useSessionEnded();
  const [at, setAt] = useState(0);
  const overall = outbox.overall();
  useLeaveWarning(overall !== 'saved' && overall !== 'refused');
  const question = questions[at];
  if (questions.length === 0) return <Empty title={t('quiz.noQuestions')} />;
  return (
    <>
      <div className={styles.bar}>
        <SaveLine state={overall} />
        <Timer attempt={attempt} onEnd={submission.submit} />
      </div>
      {ended && token.works && (
        <Notice role="status" title={t('account.again.title')}>
          <p>{t('quiz.session.goOn')}</p>
        </Notice>
      )}
      {overall === 'refused' && (
        <Notice tone="bad" role="alert" title={t('quiz.refused')}>
          <p>{problemText(outbox.refusal())}</p>
        </Notice>
      )}
      <QuestionMap questions={questions} answers={outbox} current={at} onGo={setAt} />
      {question ? (
        <Question key={question.id} question={question} total={questions.length} answers={outbox} />
      ) : (
        <HandIn questions={questions} outbox={outbox} submission={submission} onGo={setAt} />
      )}
      <nav className={styles.steps} aria-label={t('quiz.steps')}>
        <Button
          variant="default"
          disabled={at === 0}
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={() => {
            setAt(at - 1);
          }}
        >
          {t('quiz.previous')}
        </Button>
        {question && (
          <Button
            rightSection={<IconArrowRight size={18} aria-hidden />}
            onClick={() => {
              setAt(at + 1);
            }}
          >
            {t(at === questions.length - 1 ? 'quiz.finish' : 'quiz.next')}
          </Button>
        )}
      </nav>
    </>
  );
};
