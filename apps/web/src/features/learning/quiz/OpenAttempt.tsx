import { useTranslation } from 'react-i18next';
import { useInterrupted, useSessionEnded } from '../../../lib/signed-in.js';
import { useLeaveWarning } from '../../../lib/use-leave-warning.js';
import { Empty } from '../../../ui/Empty/Empty.js';
import { Notice } from '../../../ui/Notice/Notice.js';
import { useProblemText } from '../../../ui/Failure/Failure.js';
import type { Sitting } from './attempt-query.js';
import { HandIn } from './HandIn.js';
import { QuestionWalk } from '../../../ui/Quiz/QuestionWalk.js';
import { Timer } from './Timer.js';
import styles from '../../../ui/Quiz/quiz.module.css';
import { SaveLine } from '../../../ui/SaveLine/SaveLine.js';
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
  const overall = outbox.overall();
  useLeaveWarning(overall !== 'saved' && overall !== 'refused');
  if (questions.length === 0) return <Empty title={t('quiz.noQuestions')} />;
  return (
    <>
      <div className={styles.bar}>
        <SaveLine state={overall}>{t(`quiz.save.${overall}`)}</SaveLine>
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
      <QuestionWalk
        questions={questions}
        answers={outbox}
        end={(go) => <HandIn questions={questions} outbox={outbox} submission={submission} onGo={go} />}
      />
    </>
  );
};
