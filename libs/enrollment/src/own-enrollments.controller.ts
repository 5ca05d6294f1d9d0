import { Controller, Get, Req, Res } from '@nestjs/common';
import { inLanguage, ownEnrollmentsTable, type Actor, type Language } from '@aula/contracts';
import { May, Signed, Work, encodeCursor, sendTable, type AulaReply, type AulaRequest, type TableCell } from '@aula/platform';
import { enrollmentsFor, type EnrollmentRow } from './enrollment.queries.js';

const chunk = 200;

/** A person's own courses, to take along. */
@Controller('api/enrollment/me')
export class OwnEnrollmentsController {
  constructor(private readonly work: Work) {}

  @Get('enrollments.csv')
  @May('enrollment.read')
  async csv(@Signed() actor: Actor, @Req() { language }: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    const { name, headings } = ownEnrollmentsTable[language];
    await sendTable(reply, { name, headings, rows: this.rows(actor, language) }, 'csv');
  }

  private async *rows(actor: Actor, language: Language, cursor?: string): AsyncGenerator<TableCell[]> {
    const read = await this.work.read((em) => enrollmentsFor(em, actor, { mine: true, limit: chunk, cursor }));
    const shown = read.slice(0, chunk);
    for (const enrollment of shown) yield cellsOf(enrollment, language);
    const last = shown.at(-1);
    if (last && read.length > chunk) yield* this.rows(actor, language, encodeCursor([last.id]));
  }
}

const cellsOf = (enrollment: EnrollmentRow, language: Language): TableCell[] => [
  inLanguage(enrollment.course_title, language),
  enrollment.edition_title,
  enrollment.hours,
  ownEnrollmentsTable[language].states[enrollment.state],
  Math.round(enrollment.progress * 1_000) / 1_000,
  new Date(enrollment.opens_at),
  new Date(enrollment.closes_at),
  enrollment.completed_at === null ? null : new Date(enrollment.completed_at),
];
