import type { EventName, House, JobKind } from '@aula/contracts';
import { useTranslation } from 'react-i18next';

const jobs = [
  'identity.import-people',
  'identity.reverse-import',
  'identity.send-mail',
  'identity.remove-expired',
  'catalog.remove-forsaken-files',
  'enrollment.enroll-cohort',
  'content.unpack-package',
  'content.sweep-packages',
  'content.remove-launches',
  'assessment.import-questions',
  'assessment.remove-forsaken-files',
  'assessment.grade-attempts',
  'assessment.submit-overdue',
  'accreditation.issue-credentials',
  'accreditation.award-missed',
  'accreditation.publish-status-list',
] as const satisfies readonly JobKind[];
const facts = ['enrollment.withdrawn', 'completion.recorded', 'unit.progressed', 'attempt.graded', 'grade.changed'] as const satisfies readonly EventName[];
const houses = ['identity', 'catalog', 'content', 'assessment', 'enrollment', 'accreditation'] as const satisfies readonly House[];

/** Orders, facts and houses in words; what is new to this page by its code. */
export const useNames = () => {
  const { t } = useTranslation();
  return {
    job: (kind: string): string => {
      const known = jobs.find((each) => each === kind);
      return known ? t(`administration.job.${known}`) : kind;
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
