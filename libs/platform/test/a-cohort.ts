import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { House, Job } from '@aula/platform';
import { otherWork } from './other-work.js';

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

const OtherWork = otherWork('assessment', { jobs: ['assessment.grade-attempts'], hears: [] });

/** A house for the plumbing's own tests whose orders come in cohorts; it takes assessment's place. */
@House({ name: 'assessment', entities: [], migrations: [], policies: [{}], controllers: [], providers: [CohortJobs, OtherWork] })
export class CohortModule {}
