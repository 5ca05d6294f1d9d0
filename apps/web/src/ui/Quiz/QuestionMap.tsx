import type { AttemptQuestionView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import type { Answers } from './answers.js';
import styles from './quiz.module.css';

interface Props {
  questions: readonly AttemptQuestionView[];
  answers: Answers;
  current: number;
  onGo: (at: number) => void;
}

/** All questions by number: which are answered, and the way to each. */
export const QuestionMap = ({ questions, answers, current, onGo }: Props) => {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('quiz.map')}>
      <ol className={styles.map}>
        {questions.map((question, at) => {
          const answered = answers.response(question.id) !== null;
          return (
            <li key={question.id}>
              <button
                type="button"
                className={styles.number}
                data-answered={answered || undefined}
                aria-current={at === current ? 'step' : undefined}
                aria-label={t(answered ? 'quiz.toAnswered' : 'quiz.toUnanswered', { number: at + 1 })}
                onClick={() => {
                  onGo(at);
                }}
              >
                {at + 1}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
