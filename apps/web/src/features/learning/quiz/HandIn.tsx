import type { AttemptQuestionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../../ui/Failure/Failure.js';
import { Notice } from '../../../ui/Notice/Notice.js';
import type { Outbox } from './outbox.js';
import styles from '../../../ui/Quiz/quiz.module.css';
import type { Submission } from './use-submission.js';

interface Props {
  questions: readonly AttemptQuestionView[];
  outbox: Outbox;
  submission: Submission;
  onGo: (at: number) => void;
}

/** Before handing in: what has no answer yet, and whether everything is with the server. */
export const HandIn = ({ questions, outbox, submission, onGo }: Props) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const missing = questions.flatMap((question, at) => (outbox.response(question.id) === null ? [at] : []));
  return (
    <section className={styles.question} aria-labelledby="hand-in">
      <h2 id="hand-in" ref={heading} tabIndex={-1} className={styles.count}>
        {t('quiz.handIn.title')}
      </h2>
      {missing.length === 0 ? (
        <Notice tone="good">{t('quiz.handIn.complete', { count: questions.length })}</Notice>
      ) : (
        <Notice tone="care" title={t('quiz.handIn.missing', { count: missing.length })}>
          <ul className={styles.map}>
            {missing.map((at) => (
              <li key={at}>
                <button
                  type="button"
                  className={styles.number}
                  aria-label={t('quiz.handIn.go', { number: at + 1 })}
                  onClick={() => {
                    onGo(at);
                  }}
                >
                  {at + 1}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{t('quiz.handIn.final')}</p>
      {submission.reason !== null && submission.state === 'idle' && <Failure reason={submission.reason} />}
      {submission.state === 'waiting' && (
        <Notice tone="care" role="status">
          <p>{t('quiz.handIn.waiting')}</p>
          <Button variant="default" size="xs" onClick={submission.callOff}>
            {t('ui.cancel')}
          </Button>
        </Notice>
      )}
      <div>
        <Button size="md" loading={submission.state !== 'idle'} onClick={submission.submit}>
          {t('quiz.handIn.action')}
        </Button>
      </div>
    </section>
  );
};
