import type { EnrollmentView } from '@aula/contracts';
import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { dayText, fromNow, instantText } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import styles from './learning.module.css';
import { standingOf } from './standing.js';

/** When the course opens or closes, in the edition's own zone, and how far off that is. */
export const Deadline = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { completedAt, opensAt, closesAt, timeZone } = enrollment;
  const standing = standingOf(enrollment, now);
  const at = standing === 'not-yet' ? opensAt : closesAt;
  const values = { instant: instantText(at, language, timeZone), distance: fromNow(at, now, language) };
  return (
    <p className={styles.deadline}>
      <IconCalendarDue size={18} aria-hidden />
      {completedAt ? (
        <span>{t('learning.completedOn', { day: dayText(completedAt, language, timeZone) })}</span>
      ) : (
        <time dateTime={at}>
          {t(standing === 'not-yet' ? 'learning.opens' : standing === 'over' ? 'learning.closed' : 'learning.closes', values)}
        </time>
      )}
    </p>
  );
};
