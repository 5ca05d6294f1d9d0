import type { QuizPreview, QuizWarning } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count, percent } from '../../lib/number.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { QuestionSheet } from './QuestionSheet.js';
import styles from './teach.module.css';

/** An attempt as it could be, and what speaks against the quiz. */
export const QuizExample = ({ preview: { questions, points, warnings } }: { preview: QuizPreview }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="care" role="status" title={t('builder.warnings')}>
          <ul>
            {warnings.map((warning, at) => (
              <Warning key={at} warning={warning} />
            ))}
          </ul>
        </Notice>
      )}
      <p className={styles.quiet}>{t('builder.sum', { questions: count(questions.length, language), points: count(points, language) })}</p>
      <ol className={styles.entries}>
        {questions.map((question, at) => {
          const heading = question.section && textIn(question.section, language);
          const before = questions[at - 1]?.section;
          return (
            <li key={question.id}>
              {heading && heading !== (before && textIn(before, language)) && <strong>{heading}</strong>}
              <QuestionSheet question={question} />
            </li>
          );
        })}
      </ol>
    </>
  );
};

const Warning = ({ warning: { code, section, entry, wanted, there } }: { warning: QuizWarning }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = { section: count((section ?? 0) + 1, language), entry: count((entry ?? 0) + 1, language) };
  switch (code) {
    case 'draw-too-large':
      return <li>{t('builder.warning.large', { ...place, wanted: count(wanted ?? 0, language), there: count(there ?? 0, language) })}</li>;
    case 'nothing-to-draw':
      return <li>{t('builder.warning.nothing', place)}</li>;
    case 'retired-question':
      return <li>{t('builder.warning.retired', place)}</li>;
    case 'passing-unreachable':
      return <li>{t('builder.warning.unreachable', { wanted: percent(wanted ?? 0, language), there: percent(there ?? 0, language) })}</li>;
    case 'no-questions':
      return <li>{t('builder.warning.none')}</li>;
  }
};
