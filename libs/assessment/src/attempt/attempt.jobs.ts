import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Job, type Recorder } from '@aula/platform';
import { noteWaiting } from '../marking/marking-notice.queries.js';
import { AttemptService } from './attempt.service.js';
import { gradeSubmitted } from './grade.queries.js';

@Injectable()
export class AttemptJobs {
  constructor(private readonly attempts: AttemptService) {}

  @Job('assessment.grade-attempts')
  async grade(attemptIds: string[], em: EntityManager, record: Recorder): Promise<void> {
    const graded = await gradeSubmitted(em, attemptIds);
    const ids = graded.map(({ attemptId }) => attemptId);
    record('attempt.graded', graded);
    // what is not graded was laid before the markers
    if (graded.length < attemptIds.length) record('marking.requested', await noteWaiting(em, attemptIds));
    record.audit('grade', 'graded', ids);
    record.audit('attempt', 'graded', ids);
  }

  @Job('assessment.submit-overdue')
  async submitOverdue(): Promise<void> {
    await this.attempts.submitOverdue();
  }
}
