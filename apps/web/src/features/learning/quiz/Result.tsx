import type { AttemptView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n.js';
import { count, percent } from '../../../lib/number.js';
import { instantText } from '../../../lib/time.js';
import { ButtonLink } from '../../../ui/Links/Links.js';
import { Notice } from '../../../ui/Notice/Notice.js';
import { Section } from '../../../ui/Page/Page.js';
import { Review } from './Review.js';
import styles from '../../../ui/Quiz/quiz.module.css';

/** The result of a graded attempt as far as it is released, and what may come next. */
export const Result = ({ attempt }: { attempt: AttemptView }) => (
  <>
    {attempt.released === 'none' ? <Withheld attempt={attempt} /> : <Outcome attempt={attempt} />}
    {attempt.released !== 'none' && <Review attemptId={attempt.id} />}
  </>
);

const Withheld = ({ attempt: { releasedAt, enrollmentId } }: { attempt: AttemptView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Section title={t('quiz.result.title')}>
      <Notice role="status" title={t('essay.withheld.title')}>
        <p>{releasedAt === null ? t('essay.withheld.never') : t('essay.withheld.until', { instant: instantText(releasedAt, language) })}</p>
      </Notice>
      <div>
        <ButtonLink to="/learning/$enrollmentId" params={{ enrollmentId }}>
          {t('quiz.result.toCourse')}
        </ButtonLink>
      </div>
    </Section>
  );
};

const Outcome = ({ attempt }: { attempt: AttemptView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { score, maxScore, passed, attemptsAllowed, number, enrollmentId, unitId } = attempt;
  const left = attemptsAllowed === null ? null : Math.max(0, attemptsAllowed - number);
  return (
    <Section title={t('quiz.result.title')}>
      {score !== null && maxScore !== null && (
        <p className={styles.score}>
          <strong>{percent(maxScore > 0 ? score / maxScore : 0, language)}</strong>
          <span>{t('quiz.result.points', { score: count(score, language), max: count(maxScore, language) })}</span>
        </p>
      )}
      <Notice tone={passed ? 'good' : 'care'} role="status" title={t(passed ? 'quiz.result.passed' : 'quiz.result.failed')}>
        {!passed && <p>{left === null ? t('quiz.result.again') : t('quiz.result.left', { count: left })}</p>}
      </Notice>
      <div className={styles.steps}>
        <ButtonLink to="/learning/$enrollmentId" params={{ enrollmentId }} variant={passed ? 'filled' : 'default'}>
          {t('quiz.result.toCourse')}
        </ButtonLink>
        {!passed && left !== 0 && (
          <ButtonLink to="/learning/$enrollmentId/units/$unitId" params={{ enrollmentId, unitId }}>
            {t('quiz.result.retry')}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
};
