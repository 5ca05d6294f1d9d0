import { Injectable } from '@nestjs/common';
import { Job } from '@aula/platform';
import { QuestionImportService } from './question-import.service.js';

@Injectable()
export class QuestionImportJobs {
  constructor(private readonly imports: QuestionImportService) {}

  @Job('assessment.import-questions')
  async importQuestions(importId: string): Promise<void> {
    await this.imports.take(importId);
  }
}
