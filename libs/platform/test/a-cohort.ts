import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { events, jobsOf, type EventName } from '@aula/contracts';
import { Hears, House, Job } from '@aula/platform';

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

/** The other orders of the house, which nobody gives here but the clock, and the facts it hears, which nobody tells. */
@Injectable()
class OtherWork {}
const others = jobsOf('assessment').filter((kind) => kind !== 'assessment.grade-attempts');
const heard = (Object.keys(events) as EventName[]).filter((name) => events[name].heardBy.some((house) => house === 'assessment'));
for (const [name, handles] of [...others.map((kind) => [kind, Job(kind)] as const), ...heard.map((name) => [name, Hears(name)] as const)]) {
  const descriptor = { value: () => Promise.resolve() };
  Object.defineProperty(OtherWork.prototype, name, descriptor);
  handles(OtherWork.prototype, name, descriptor);
}

/** A house for the plumbing's own tests whose orders come in cohorts; it takes assessment's place. */
@House({ name: 'assessment', entities: [], migrations: [], policies: [{}], controllers: [], providers: [CohortJobs, OtherWork] })
export class CohortModule {}
