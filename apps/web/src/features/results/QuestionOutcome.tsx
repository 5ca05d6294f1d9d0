import type { QuizResults } from '@aula/contracts';
import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Row } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { answers } from './api.js';
import styles from './results.module.css';

type QuestionResult = QuizResults['questions'][number];
const tones = { reversed: 'bad', weak: 'care', good: 'good', few: 'plain' } as const;

/** How well a question tells people apart: a negative discrimination means that those who know more get it wrong. */
const verdictOn = (discrimination: number | null): keyof typeof tones =>
  discrimination === null ? 'few' : discrimination < 0 ? 'reversed' : discrimination < 0.2 ? 'weak' : 'good';

interface Props {
  question: QuestionResult;
  editionId: string;
  unitId: string;
}

/** One question: how easy it was, how well it tells people apart, and what they chose. */
export const QuestionOutcome = ({ question, editionId, unitId }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { text, kind, asked, answered, facility, discrimination, choices } = question;
  const verdict = verdictOn(discrimination);
  return (
    <Row
      title={<span className={styles.told}>{text}</span>}
      text={t('results.asked', { asked: count(asked, language), answered: count(answered, language) })}
      aside={<Tag tone={tones[verdict]}>{t(`support.questions.verdict.${verdict}`)}</Tag>}
    >
      <Outcomes question={question} editionId={editionId} unitId={unitId} />
      {facility !== null && <Meter share={facility} label={t('results.facility')} />}
      <Facts short facts={[[t('support.questions.discrimination'), discrimination === null ? null : count(discrimination, language)]]} />
      {choices.length > 0 && (
        <ul className={styles.choices} aria-label={t('results.choices')}>
          {choices.map(({ text: choice, taken, right }, at) => (
            <li key={`${String(at)} ${choice}`}>
              <Meter
                share={asked > 0 ? taken / asked : 0}
                label={kind === 'true-false' ? t(at === 0 ? 'quiz.true' : 'quiz.false') : choice}
                text={count(taken, language)}
              />
              <div className={styles.outcomes}>
                {taken > 0 && (
                  <TextLink
                    to="/teach/results/$editionId/$unitId/questions/$questionId"
                    params={{ editionId, unitId, questionId: question.id }}
                    search={{ taken: at }}
                    className={styles.small}
                  >
                    {t('results.answered.who')}
                    <VisuallyHidden>{` · ${choice}`}</VisuallyHidden>
                  </TextLink>
                )}
                {right && (
                  <span className={styles.small}>
                    <IconCheck size={16} aria-hidden /> {t('teach.question.right')}
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
};

/** How many answered how; each number opens the list behind it. */
const Outcomes = ({ question, editionId, unitId }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, asked, answered, right, partly, wrong } = question;
  const people = { right, partly, wrong, blank: asked - answered };
  return (
    <ul className={styles.outcomes} aria-label={t('results.answered.label')}>
      {answers.map((each) => (
        <li key={each}>
          {people[each] === 0 ? (
            <span className={styles.small}>{t('roster.fact', { name: t(`results.answered.${each}`), value: '0' })}</span>
          ) : (
            <TextLink
              to="/teach/results/$editionId/$unitId/questions/$questionId"
              params={{ editionId, unitId, questionId: id }}
              search={{ answered: each }}
            >
              {t('roster.fact', { name: t(`results.answered.${each}`), value: count(people[each], language) })}
            </TextLink>
          )}
        </li>
      ))}
    </ul>
  );
};
