import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  LearnerList,
  LearnerQuery,
  inLanguage,
  learnerHeadings,
  type Actor,
  type Language,
  type LearnerView,
  type Page,
} from '@aula/contracts';
import {
  May,
  Signed,
  Work,
  decodeCursor,
  pageOfRows,
  sendTable,
  sortValue,
  type AulaReply,
  type AulaRequest,
  type TableCell,
} from '@aula/platform';
import { learners } from './learner.queries.js';

/** Lines of a file that are read at once. */
const linesAtOnce = 2_000;

@Controller('api/insights')
export class LearnerController {
  constructor(private readonly work: Work) {}

  @Get('learners')
  @May('insight.read', LearnerList)
  async list(@Signed() actor: Actor, @Query({ schema: LearnerQuery }) query: LearnerQuery): Promise<Page<LearnerView>> {
    const after = decodeCursor(query.cursor, sortValue.id);
    const found = await this.work.read((em) => learners(em, actor, query, after?.[0], query.limit + 1));
    return pageOfRows(
      found,
      query.limit,
      (learner) => learner,
      ({ enrollmentId }) => [enrollmentId],
    );
  }

  @Get('learners.csv')
  @May('insight.read')
  async csv(
    @Signed() actor: Actor,
    @Query({ schema: LearnerQuery }) query: LearnerQuery,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    await sendTable(
      reply,
      { name: 'insight-learners', headings: learnerHeadings(language), rows: this.rows(actor, query, language) },
      'csv',
    );
  }

  /** All of them a part at a time, so that a long file is never whole in memory. */
  private async *rows(actor: Actor, query: LearnerQuery, language: Language, after?: string): AsyncGenerator<TableCell[]> {
    const found = await this.work.read((em) => learners(em, actor, query, after, linesAtOnce));
    for (const learner of found) yield cellsOf(learner, language);
    if (found.length === linesAtOnce) yield* this.rows(actor, query, language, found.at(-1)!.enrollmentId);
  }
}

const cellsOf = (learner: LearnerView, language: Language): TableCell[] => [
  learner.givenName,
  learner.familyName,
  learner.institution,
  learner.country,
  inLanguage(learner.courseTitle, language),
  learner.editionTitle,
  learner.state,
  Math.round(learner.progress * 100) / 100,
  learner.enrolledAt,
  learner.activeAt,
  learner.completedAt,
  learner.certifiedAt,
];
