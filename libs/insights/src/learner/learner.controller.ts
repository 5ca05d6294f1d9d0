import { Readable } from 'node:stream';
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
import { May, Signed, Work, decodeCursor, pageOfRows, sortValue, type AulaReply, type AulaRequest } from '@aula/platform';
import { byteOrderMark, csvHeaders, csvLine } from '../csv.entity.js';
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
    const heading = `${byteOrderMark}${csvLine(learnerHeadings(language))}`;
    await reply
      .headers(csvHeaders('insight-learners'))
      .send(Readable.from(this.lines(heading, (after) => this.next(actor, query, after), language)));
  }

  private next(actor: Actor, query: LearnerQuery, after?: string): Promise<LearnerView[]> {
    return this.work.read((em) => learners(em, actor, query, after, linesAtOnce));
  }

  /** The file in parts, so that a long one is never whole in memory. */
  private async *lines(
    before: string,
    next: (after?: string) => Promise<LearnerView[]>,
    language: Language,
    after?: string,
  ): AsyncGenerator<string> {
    const found = await next(after);
    yield `${before}${found.map((learner) => lineOf(learner, language)).join('')}`;
    if (found.length === linesAtOnce) yield* this.lines('', next, language, found.at(-1)!.enrollmentId);
  }
}

const lineOf = (learner: LearnerView, language: Language): string =>
  csvLine([
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
  ]);
