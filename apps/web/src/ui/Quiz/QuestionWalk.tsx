import type { AttemptQuestionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from './answers.js';
import { Question } from './Question.js';
import { QuestionMap } from './QuestionMap.js';
import styles from './quiz.module.css';

interface Props {
  questions: readonly AttemptQuestionView[];
  answers: Answers;
  /** What stands behind the last question; `go` leads back to one, by its place from 0. */
  end: (go: (at: number) => void) => ReactNode;
}

/** One question at a time, by steps or by number, and what comes behind the last. */
export const QuestionWalk = ({ questions, answers, end }: Props) => {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const question = questions[at];
  return (
    <>
      <QuestionMap questions={questions} answers={answers} current={at} onGo={setAt} />
      {question ? <Question key={question.id} question={question} total={questions.length} answers={answers} /> : end(setAt)}
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
