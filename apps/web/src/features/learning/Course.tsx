import type { EnrollmentView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useNow } from '../../lib/use-now.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { courseVersionQuery } from './api.js';
import { StandingTag } from './CourseCard.js';
import { CourseCertificate } from './CourseCertificate.js';
import { CourseUnits } from './CourseUnits.js';
import { Deadline } from './Deadline.js';
import styles from './learning.module.css';
import { Missing } from './Missing.js';
import { NextStepBar } from './NextStepBar.js';
import { standingOf } from './standing.js';
import { useEnrollment } from './use-enrollment.js';

/** One course of a learner: its units, what is done, what is next and what is shut. */
export const Course = () => {
  const { enrollmentId } = useParams({ from: '/in/learning/$enrollmentId' });
  return <LoadedPage query={useEnrollment(enrollmentId)}>{(enrollment) => <CoursePage enrollment={enrollment} />}</LoadedPage>;
};

const CoursePage = ({ enrollment }: { enrollment: EnrollmentView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const standing = standingOf(enrollment, useNow());
  return (
    <Page
      title={textIn(enrollment.courseTitle, language)}
      over={enrollment.editionTitle}
      back={<TextLink to="/learning">{t('nav.courses')}</TextLink>}
      lead={<Summary versionId={enrollment.courseVersionId} />}
      actions={<StandingTag enrollment={enrollment} />}
    >
      <div className={styles.overview}>
        <Meter share={enrollment.progress} label={t('learning.progress')} />
        <Deadline enrollment={enrollment} />
        <p className={styles.quiet}>{t('learning.hours', { hours: count(enrollment.hours, language) })}</p>
      </div>
      {standing !== 'open' && enrollment.state !== 'completed' && <Notice tone="care">{t(`learning.why.${standing}`)}</Notice>}
      {enrollment.state === 'completed' && <CourseCertificate enrollmentId={enrollment.id} />}
      <Section title={t('learning.units')} plain>
        <CourseUnits enrollment={enrollment} />
      </Section>
      <Missing enrollment={enrollment} />
      <NextStepBar enrollment={enrollment} />
    </Page>
  );
};

const Summary = ({ versionId }: { versionId: string }) => {
  const language = useLanguage();
  const { data } = useQuery(courseVersionQuery(versionId));
  return <>{textIn(data?.summary, language)}</>;
};
