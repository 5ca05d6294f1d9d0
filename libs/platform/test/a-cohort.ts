import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { jobsOf } from '@aula/contracts';
import { House, Job } from '@aula/platform';

/** What a test wishes of the work, and what it saw of it. */
export const cohort = { poison: '', ms: 0, atOnce: 0, most: 0 };

@Injectable()
class CohortJobs {
  @Job('assessment.grade-attempts')
  async grade(subjects: string[]): Promise<void> {
    cohort.most = Math.max(cohort.most, ++cohort.atOnce);
    try {
      await sleep(cohort.ms);
      if (subjects.includes(cohort.poison)) throw new Error('a row that never succeeds');
    } finally {
      cohort.atOnce--;
    }
  }
}

/** The other orders of the house, which nobody gives here but the clock. */
@Injectable()
class OtherJobs {}
const others = jobsOf('assessment').filter((kind) => kind !== 'assessment.grade-attempts');
others.forEach((kind) => {
  const descriptor = { value: () => Promise.resolve() };
  Object.defineProperty(OtherJobs.prototype, kind, descriptor);
  Job(kind)(OtherJobs.prototype, kind, descriptor);
});

/** A house for the plumbing's own tests whose orders come in cohorts; it takes assessment's place. */
@House({ name: 'assessment', entities: [], migrations: [], policies: [{}], controllers: [], providers: [CohortJobs, OtherJobs] })
export class CohortModule {}
