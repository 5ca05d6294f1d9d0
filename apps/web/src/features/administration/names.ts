import type { EventName, House, JobKind } from '@aula/contracts';
import { useTranslation } from 'react-i18next';

export const jobKinds = [
  'identity.import-people',
  'identity.reverse-import',
  'identity.send-mail',
  'identity.remove-expired',
  'identity.mail-notifications',
  'identity.note-deadlines',
  'identity.note-dead-orders',
  'identity.remove-notifications',
  'identity.end-grants',
  'identity.verify-audit',
  'catalog.remove-forsaken-files',
  'enrollment.enroll-cohort',
  'enrollment.reverse-batch',
  'enrollment.apply-rules',
  'enrollment.send-reminders',
  'content.unpack-package',
  'content.recheck-packages',
  'content.remove-package',
  'content.move-attempts',
  'content.reverse-move',
  'content.assemble-upload',
  'content.sweep-packages',
  'content.sweep-uploads',
  'content.summarize-attempts',
  'content.remove-launches',
  'assessment.import-questions',
  'assessment.remove-forsaken-files',
  'assessment.grade-attempts',
  'assessment.submit-overdue',
  'accreditation.issue-credentials',
  'accreditation.award-missed',
  'accreditation.remove-certificates',
  'accreditation.publish-status-list',
  'insights.refresh',
  'insights.follow-progress',
  'insights.rebuild',
] as const satisfies readonly JobKind[];
export const facts = [
  'person.changed',
  'person.merged',
  'person.unmerged',
  'course.review-requested',
  'course.review-decided',
  'enrollment.activated',
  'enrollment-batch.finished',
  'enrollment.withdrawn',
  'enrollment.moved',
  'reminder.requested',
  'completion.recorded',
  'unit.progressed',
  'marking.requested',
  'attempt.graded',
  'attempt.restored',
  'grade.changed',
  'credential.issued',
  'credential.revoked',
] as const satisfies readonly EventName[];
export const houses = [
  'identity',
  'catalog',
  'content',
  'assessment',
  'enrollment',
  'accreditation',
  'insights',
] as const satisfies readonly House[];

/** Orders, facts and houses in words; what is new to this page by its code. */
export const useNames = () => {
  const { t } = useTranslation();
  return {
    job: (kind: string): string => {
      const known = jobKinds.find((each) => each === kind);
      return known ? t(`administration.job.${known}`) : kind;
    },
    /** What the order is for, and what it means when it gives up. */
    jobAbout: (kind: string): string => {
      const known = jobKinds.find((each) => each === kind);
      return known ? t(`administration.jobAbout.${known}`) : '';
    },
    fact: (name: string): string => {
      const known = facts.find((each) => each === name);
      return known ? t(`administration.fact.${known}`) : name;
    },
    house: (name: string): string => {
      const known = houses.find((each) => each === name);
      return known ? t(`administration.house.${known}`) : name;
    },
  };
};
