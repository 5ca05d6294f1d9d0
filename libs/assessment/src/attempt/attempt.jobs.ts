import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Job, type Recorder } from '@aula/platform';
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
    record.audit('grade', 'graded', ids);
    record.audit('attempt', 'graded', ids);
  }

  @Job('assessment.submit-overdue')
  async submitOverdue(): Promise<void> {
    await this.attempts.submitOverdue();
  }
}
