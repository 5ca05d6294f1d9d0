import type { EnrollmentView } from '@aula/contracts';
import { IconArrowRight, IconCircleCheck, IconClock, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { localeOf, textIn } from '../../lib/local-text.js';
import { useNow } from '../../lib/use-now.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { Deadline } from './Deadline.js';
import styles from './learning.module.css';
import { nextStep, placeOf, standingOf } from './standing.js';

/** One course of a learner: how far, what next, until when. */
export const CourseCard = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = textIn(enrollment.courseTitle, language);
  const next = nextStep(enrollment.units);
  const standing = standingOf(enrollment, useNow());
  const verb = enrollment.state === 'completed' ? 'review' : enrollment.progress > 0 ? 'continue' : 'open';
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3 className={styles.cardTitle}>
          <Link to="/learning/$enrollmentId" params={{ enrollmentId: enrollment.id }} lang={localeOf[language]}>
            {title}
          </Link>
        </h3>
        <StandingTag enrollment={enrollment} />
      </div>
      <p className={styles.quiet}>{enrollment.editionTitle}</p>
      <Meter share={enrollment.progress} label={t('learning.progress')} />
      <Deadline enrollment={enrollment} />
      {standing === 'open' && enrollment.state === 'active' && next && (
        <p className={styles.next}>
          <strong>{t('learning.next')}</strong>{' '}
          {t('learning.way.unitNamed', {
            number: placeOf(enrollment.units, next.unitId).number,
            count: enrollment.units.length,
            title: textIn(next.title, language),
          })}
        </p>
      )}
      <ButtonLink
        className={styles.cardAction ?? ''}
        to="/learning/$enrollmentId"
        params={{ enrollmentId: enrollment.id }}
        variant={standing === 'open' && enrollment.state === 'active' ? 'filled' : 'default'}
        rightSection={<IconArrowRight size={18} aria-hidden />}
        aria-label={t(`learning.${verb}Named`, { title })}
      >
        {t(`learning.${verb}`)}
      </ButtonLink>
    </li>
  );
};

/** Standing of an enrollment, in a word; nothing while it is simply open. */
export const StandingTag = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const standing = standingOf(enrollment, useNow());
  if (enrollment.state === 'completed') {
    return (
      <Tag tone="good" icon={<IconCircleCheck aria-hidden />}>
        {t('learning.standing.completed')}
      </Tag>
    );
  }
  if (standing === 'open') return null;
  const Icon = standing === 'not-yet' || standing === 'pending' ? IconClock : IconLock;
  return (
    <Tag tone="plain" icon={<Icon aria-hidden />}>
      {t(`learning.standing.${standing}`)}
    </Tag>
  );
};
