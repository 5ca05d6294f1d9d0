import type { QuestionView } from '@aula/contracts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import styles from './teach.module.css';

/** A question as its author sees it; the key is folded away until it is asked for. */
export const QuestionRow = ({ question }: { question: QuestionView }) => {
  const { t } = useTranslation();
  return (
    <Row
      title={<span className={styles.questionText}>{question.text}</span>}
      text={[t(`teach.question.kind.${question.kind}`), t('quiz.points', { count: question.points })].join(' · ')}
    >
      <details className={styles.details}>
        <summary>{t('teach.question.key')}</summary>
        <Key question={question} />
        {question.feedback && <p>{t('teach.question.feedbackIs', { text: question.feedback })}</p>}
      </details>
    </Row>
  );
};

const Key = ({ question }: { question: QuestionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (question.correct !== null) return <p>{t(question.correct ? 'quiz.true' : 'quiz.false')}</p>;
  return (
    <ul className={styles.key}>
      {question.choices.map((choice, at) => (
        <li key={`${String(at)}-${choice.text}`}>
          <Weight weight={choice.weight} />
          <span>{choice.text}</span>
          {choice.feedback && <small>{choice.feedback}</small>}
        </li>
      ))}
      {question.accepted.map(({ minimum, maximum, weight }) => (
        <li key={`${String(minimum)}-${String(maximum)}`}>
          <Weight weight={weight} />
          <span>{minimum === maximum ? count(minimum, language) : `${count(minimum, language)} – ${count(maximum, language)}`}</span>
        </li>
      ))}
      {question.texts.map(({ text, weight }) => (
        <li key={text}>
          <Weight weight={weight} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
};

/** Percent of the points that an answer brings; right and wrong are told by sign and words, not by colour alone. */
const Weight = ({ weight }: { weight: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const right = weight > 0;
  const Icon = right ? IconCheck : IconX;
  return (
    <Tag tone={right ? 'good' : 'plain'} icon={<Icon aria-hidden />}>
      {weight >= 100 ? t('teach.question.right') : weight === 0 ? t('teach.question.wrong') : `${count(weight, language)} %`}
    </Tag>
  );
};
