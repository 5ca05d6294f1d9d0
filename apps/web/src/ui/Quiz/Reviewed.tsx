import type { AttemptReview, ReviewedQuestion } from '@aula/contracts';
import { IconCheck, IconCircle, IconCircleDot, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Notice } from '../Notice/Notice.js';
import { Section } from '../Page/Page.js';
import { Row, Rows } from '../Rows/Rows.js';
import { Tag } from '../Tag/Tag.js';
import styles from './quiz.module.css';

/** What was right and what was not, with feedback and the markers' words, as far as they are shown to the reader. */
const Reviewed = ({ questions, changes }: Pick<AttemptReview, 'questions' | 'changes'>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {changes.map(({ before, after, reason, at }) => (
        <Notice
          key={at}
          title={t('essay.review.changed', {
            before: count(before, language),
            after: count(after, language),
            instant: instantText(at, language),
          })}
        >
          <p>{reason}</p>
        </Notice>
      ))}
      {questions.length > 0 && (
        <Section title={t('essay.review.title')} plain>
          <Rows label={t('essay.review.title')} ordered>
            {questions.map((question) => (
              <Question key={question.number} question={question} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
};
export default Reviewed;

const Question = ({ question }: { question: ReviewedQuestion }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, text, score, points, section, feedback, comments } = question;
  const full = score >= points;
  return (
    <Row
      title={<span className={styles.told}>{`${String(number)}. ${text}`}</span>}
      text={section ? textIn(section, language) : undefined}
      aside={
        <Tag tone={full ? 'good' : score > 0 ? 'care' : 'bad'} icon={full ? <IconCheck aria-hidden /> : <IconX aria-hidden />}>
          {t('quiz.result.points', { score: count(score, language), max: count(points, language) })}
        </Tag>
      }
    >
      <Answer question={question} />
      <Criteria question={question} />
      {comments.map((comment) => (
        <Notice key={comment} title={t('essay.review.comment')}>
          <p className={styles.told}>{comment}</p>
        </Notice>
      ))}
      {feedback && <p className={styles.told}>{feedback}</p>}
    </Row>
  );
};

const Answer = ({ question }: { question: ReviewedQuestion }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { response, choices, truth, solutions } = question;
  if (choices.length > 0) return <Choices question={question} />;
  const words =
    response === null
      ? t('essay.review.none')
      : typeof response === 'boolean'
        ? t(response ? 'quiz.true' : 'quiz.false')
        : typeof response === 'number'
          ? count(response, language)
          : String(response);
  return (
    <>
      <p className={styles.told}>{t('essay.review.yours', { answer: words })}</p>
      {truth !== null && <p>{t('essay.review.right', { answer: t(truth ? 'quiz.true' : 'quiz.false') })}</p>}
      {solutions.length > 0 && <p>{t('essay.review.right', { answer: solutions.join(' · ') })}</p>}
    </>
  );
};

const Choices = ({ question: { choices, response } }: { question: ReviewedQuestion }) => {
  const { t } = useTranslation();
  const taken = (index: number): boolean => response === index || (Array.isArray(response) && response.includes(index));
  return (
    <ul className={styles.reviewed}>
      {choices.map(({ index, text, right, feedback }) => (
        <li key={index}>
          {taken(index) ? <IconCircleDot size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
          <span>
            {text}
            {taken(index) && <small> · {t('essay.review.taken')}</small>}
            {right && <small> · {t('essay.review.isRight')}</small>}
            {feedback && taken(index) && <small className={styles.told}> · {feedback}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
};

const Criteria = ({ question: { criteria } }: { question: ReviewedQuestion }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul>
      {criteria.map(({ title, points, earned }) => (
        <li key={title}>
          {title}
          {earned !== null && <> · {t('quiz.result.points', { score: count(earned, language), max: count(points, language) })}</>}
        </li>
      ))}
    </ul>
  );
};
