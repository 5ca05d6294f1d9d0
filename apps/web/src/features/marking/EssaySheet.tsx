import type { MarkingTask } from '@aula/contracts';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import styles from './marking.module.css';

interface Props {
  task: MarkingTask;
  named: boolean;
  onNamed: (named: boolean) => void;
}

/** The question and what was written, without a name unless it is asked for. */
export const EssaySheet = ({ task, named, onNamed }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { wordLimit, words } = task;
  return (
    <>
      <Section title={t('marking.question')}>
        <p className={styles.told}>{task.question}</p>
        <Facts
          short
          facts={[
            [t('marking.handedIn'), instantText(task.submittedAt, language)],
            [
              t('marking.length'),
              wordLimit === null
                ? t('essay.words', { shown: count(words, language) })
                : t('essay.wordsOf', { shown: count(words, language), limit: count(wordLimit, language) }),
            ],
            [t('marking.toDo'), task.state === 'marked' ? t('marking.isMarked') : t(`marking.turn.${task.state}`)],
            [t('marking.learner'), task.learner],
          ]}
        />
        {task.may.includes('name') && (
          <Checkbox
            label={t('marking.showName')}
            checked={named}
            onChange={(event) => {
              onNamed(event.currentTarget.checked);
            }}
          />
        )}
      </Section>
      <Section title={t('marking.answer')}>
        {wordLimit !== null && words > wordLimit && <Notice tone="care">{t('marking.tooLong')}</Notice>}
        <p className={styles.sheet}>{task.response}</p>
      </Section>
      {task.others.length > 0 && (
        <Section title={t('marking.others')}>
          <ul className={styles.others}>
            {task.others.map(({ points, comment, at }) => (
              <li key={at}>
                {t('quiz.result.points', { score: count(points, language), max: count(task.maxPoints, language) })}
                {comment && <p className={styles.told}>{comment}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};
