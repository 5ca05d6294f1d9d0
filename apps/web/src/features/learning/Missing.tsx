import type { EnrollmentView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { percent } from '../../lib/number.js';
import { Section } from '../../ui/Page/Page.js';
import { courseVersionQuery } from './api.js';
import { missingOf } from './standing.js';

/** What a learner still has to do for the completion and with it for the certificate, by the rule of the course. */
export const Missing = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const rule = useQuery(courseVersionQuery(enrollment.courseVersionId)).data?.completion;
  if (!rule || enrollment.state !== 'active') return null;
  const missing = missingOf(enrollment.units, rule.units);
  return (
    <Section title={t('learning.way.missing')}>
      {missing.length > 0 ? (
        <>
          <p>{t('learning.way.missingUnits', { count: missing.length })}</p>
          <ul>
            {missing.map((unit) => (
              <li key={unit.unitId}>
                {textIn(unit.title, language)}
                {unit.kind === 'session' && ` (${t('learning.way.byInstructor')})`}
                {unit.state === 'failed' && ` (${t('learning.way.notPassed')})`}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('learning.way.allUnits')}</p>
      )}
      {rule.minimumScore !== null && rule.minimumScore !== undefined && (
        <p>{t('learning.way.minimumScore', { score: percent(rule.minimumScore, language) })}</p>
      )}
      <p>{t('learning.way.certificate')}</p>
    </Section>
  );
};
