import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Item, Items } from '@aula/contracts';
import { Hears, type Recorder } from '@aula/platform';
import type { Report } from './unit-progress.queries.js';
import { UnitProgressService } from './unit-progress.service.js';

/** Hears what was done in packages and graded in quizzes. Work done before an edition closed counts whenever it is heard of. */
@Injectable()
export class UnitProgressListener {
  constructor(private readonly progress: UnitProgressService) {}

  @Hears('unit.progressed')
  async onUnitProgressed(items: Items<'unit.progressed'>, em: EntityManager, record: Recorder): Promise<void> {
    const begun = items.filter(
      ({ completion, success, progress }) => completion !== 'not attempted' || success !== 'unknown' || progress > 0,
    );
    await this.progress.take(em, record, begun.map(ofContent), ['scorm']);
  }

  @Hears('attempt.graded')
  async onAttemptGraded(items: Items<'attempt.graded'>, em: EntityManager, record: Recorder): Promise<void> {
    await this.progress.take(em, record, items.map(ofAttempt), ['quiz']);
  }

  /** A better grade counts at once; what was passed before a worse one stays, as everywhere here. */
  @Hears('grade.changed')
  async onGradeChanged(items: Items<'grade.changed'>, em: EntityManager, record: Recorder): Promise<void> {
    await this.progress.take(em, record, items.map(ofAttempt), ['quiz']);
  }
}

/** Who went through to the end and failed is not done: SCORM 1.2 knows one word for both (RTE 1.2, cmi.core.lesson_status). */
const ofContent = ({ enrollmentId, unitId, completion, success, score, progress }: Item<'unit.progressed'>): Report => ({
  enrollmentId,
  unitId,
  completed: completion === 'completed' && success !== 'failed',
  passed: success === 'passed',
  failed: success === 'failed',
  score,
  progress: share(progress),
});

const ofAttempt = ({ enrollmentId, unitId, score, maxScore, passed }: Item<'attempt.graded'>): Report => ({
  enrollmentId,
  unitId,
  completed: false,
  passed,
  failed: !passed,
  score: maxScore > 0 ? share(score / maxScore) : null,
  progress: passed ? 1 : 0,
});

const share = (value: number): number => Math.min(1, Math.max(0, value));
