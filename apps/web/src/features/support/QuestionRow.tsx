import type { QuestionStatistics } from '@aula/contracts';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { durationText } from './duration.js';
import { verdictOn } from './words.js';
import styles from './support.module.css';

const tones = { reversed: 'bad', weak: 'care', good: 'good', few: 'plain' } as const;

/** One question: how many were right, how well it tells people apart, and what they answered. */
export const QuestionRow = ({ question }: { question: QuestionStatistics }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { right, wrong, neutral, description, id } = question;
  const verdict = verdictOn(question.discrimination);
  return (
    <Row
      title={description ?? <code className={styles.value}>{id}</code>}
      text={
        <>
          {description !== null && <code className={styles.value}>{id}</code>}
          <p>{t('support.questions.counts', { people: count(question.learners, language), tries: count(question.tries, language) })}</p>
        </>
      }
      aside={<Tag tone={tones[verdict]}>{t(`support.questions.verdict.${verdict}`)}</Tag>}
    >
      <div className={styles.form}>
        {right + wrong > 0 && (
          <Meter share={right / (right + wrong)} label={t('support.questions.right', { shown: count(right, language) })} />
        )}
        <Facts
          short
          facts={[
            [t('support.questions.wrong'), count(wrong, language)],
            [t('support.questions.neutral'), neutral > 0 ? count(neutral, language) : null],
            [t('support.questions.time'), question.meanSeconds === null ? null : durationText(question.meanSeconds, language)],
            [t('support.questions.discrimination'), question.discrimination === null ? null : count(question.discrimination, language)],
          ]}
        />
        <Responses question={question} />
      </div>
    </Row>
  );
};

const Responses = ({ question }: { question: QuestionStatistics }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { responses, others, learners } = question;
  if (responses.length === 0) return others > 0 && <p className={styles.small}>{t('support.questions.fewEach')}</p>;
  return (
    <ul className={styles.responses} aria-label={t('support.questions.responses')}>
      {responses.map(({ text, learners: people, correct }) => (
        <li key={text}>
          <Meter share={people / learners} label={text === '' ? t('support.timeline.nothing') : text} text={count(people, language)} />
          {correct !== null && (
            <span className={styles.small}>
              {correct ? <IconCheck size={16} aria-hidden /> : <IconX size={16} aria-hidden />}{' '}
              {t(correct ? 'support.questions.isRight' : 'support.questions.isWrong')}
            </span>
          )}
        </li>
      ))}
      {others > 0 && <li className={styles.small}>{t('support.questions.others', { shown: count(others, language) })}</li>}
    </ul>
  );
};
