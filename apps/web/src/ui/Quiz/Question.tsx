import type { AttemptQuestionView } from '@aula/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { Choices, ManyChoices, Truth } from './Choices.js';
import type { Answers } from './answers.js';
import styles from './quiz.module.css';
import { EssayAnswer, NumberAnswer, TextAnswer } from './Typed.js';

interface Props {
  question: AttemptQuestionView;
  total: number;
  answers: Answers;
}

/** One question with its field. The heading takes the focus when the question appears. */
export const Question = ({ question, total, answers }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section className={styles.question} aria-labelledby={`number-${question.id}`}>
      <div className={styles.questionHead}>
        <h2 id={`number-${question.id}`} ref={heading} tabIndex={-1} className={styles.count}>
          {t('quiz.question', { number: question.number, total })}
        </h2>
        <span className={styles.points}>{t('quiz.points', { count: question.points })}</span>
      </div>
      {question.section && <p className={styles.hint}>{textIn(question.section, language)}</p>}
      <Field question={question} answers={answers} />
    </section>
  );
};

const Field = ({ question, answers }: Pick<Props, 'question' | 'answers'>) => {
  const props = {
    question,
    response: answers.response(question.id),
    onAnswer: (response: AttemptQuestionView['response']) => {
      answers.answer(question.id, response);
    },
  };
  switch (question.kind) {
    case 'single-choice':
      return <Choices {...props} />;
    case 'multiple-choice':
      return <ManyChoices {...props} />;
    case 'true-false':
      return <Truth {...props} />;
    case 'numeric':
      return <NumberAnswer {...props} />;
    case 'short-answer':
      return <TextAnswer {...props} />;
    case 'essay':
      return <EssayAnswer {...props} />;
  }
};
