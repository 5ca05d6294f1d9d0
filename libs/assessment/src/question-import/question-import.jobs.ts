import { Injectable } from '@nestjs/common';
import { Clock, Job, ObjectStorage, Work, removeForsaken } from '@aula/platform';
import { forsakenKeys } from './question-import.queries.js';
import { filesPrefix, QuestionImportService } from './question-import.service.js';

@Injectable()
export class QuestionImportJobs {
  constructor(
    private readonly imports: QuestionImportService,
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  @Job('assessment.import-questions')
  async importQuestions(importId: string): Promise<void> {
    await this.imports.take(importId);
  }

  /** Removes files that were stored and then, because a process was killed, became no import. */
  @Job('assessment.remove-forsaken-files')
  async removeForsaken(): Promise<void> {
    await removeForsaken(this.storage, filesPrefix, this.clock.now(), (keys) =>
      this.work.read((em) => forsakenKeys(em, filesPrefix, keys)),
    );
  }
}
