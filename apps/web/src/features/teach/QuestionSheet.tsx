import type { AttemptQuestionView } from '@aula/contracts';
import { IconCircle, IconSquare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import styles from './teach.module.css';

type Shown = Pick<AttemptQuestionView, 'kind' | 'text' | 'points' | 'wordLimit' | 'criteria'> & { choices: readonly { text: string }[] };

/** A question as a learner meets it, without a place to answer. */
export const QuestionSheet = ({ question }: { question: Shown }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, text, points, choices, wordLimit, criteria } = question;
  const options = kind === 'true-false' ? [t('quiz.true'), t('quiz.false')] : choices.map((choice) => choice.text);
  const Icon = kind === 'multiple-choice' ? IconSquare : IconCircle;
  return (
    <div className={styles.sheet}>
      <p className={styles.questionText}>{text}</p>
      <small className={styles.quiet}>{[t(`teach.question.kind.${kind}`), t('quiz.points', { count: points })].join(' · ')}</small>
      {options.length > 0 && (
        <ul className={styles.options}>
          {options.map((option, at) => (
            <li key={`${String(at)} ${option}`}>
              <Icon size={18} aria-hidden /> <span>{option}</span>
            </li>
          ))}
        </ul>
      )}
      {wordLimit !== null && <p className={styles.quiet}>{t('essay.wordsOf', { shown: '0', limit: count(wordLimit, language) })}</p>}
      {criteria.length > 0 && (
        <p className={styles.quiet}>
          {t('essay.criteria')} {criteria.map((each) => `${each.title} (${count(each.points, language)})`).join(' · ')}
        </p>
      )}
    </div>
  );
};
