import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import {
  EditionId,
  PackageId,
  QuestionReport,
  QuestionReportList,
  questionReportHeadings,
  type Actor,
  type QuestionStatistics,
} from '@aula/contracts';
import { May, Signed, sendTable, type AulaReply, type AulaRequest, type TableCell } from '@aula/platform';
import { indicesOf } from './question-report.entity.js';
import { QuestionReportService, type Report } from './question-report.service.js';

@Controller('api/content/editions/:id/question-reports')
export class QuestionReportController {
  constructor(private readonly reports: QuestionReportService) {}

  @Get()
  @May('questions.report', QuestionReportList)
  async list(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<QuestionReportList> {
    const found = await this.reports.packages(actor, id);
    return { items: found.map(({ package_id: packageId, title, questions }) => ({ packageId, title, questions })), next: null };
  }

  @Get(':packageId')
  @May('questions.report', QuestionReport)
  async one(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('packageId', { schema: PackageId }) packageId: PackageId,
  ): Promise<QuestionReport> {
    return toView(await this.reports.report(actor, id, packageId), packageId);
  }

  @Get(':packageId/questions.csv')
  @May('questions.report')
  async csv(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('packageId', { schema: PackageId }) packageId: PackageId,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const { questions } = toView(await this.reports.report(actor, id, packageId), packageId);
    const rows = questions.map(cellsOf);
    await sendTable(reply, { name: `questions-${packageId}`, headings: questionReportHeadings(language), rows }, 'csv');
  }
}

const cellsOf = (it: QuestionStatistics): TableCell[] => [
  it.item,
  it.id,
  it.type,
  it.description,
  it.learners,
  it.tries,
  it.right,
  it.wrong,
  it.neutral,
  rounded(it.meanSeconds),
  rounded(it.difficulty),
  rounded(it.discrimination),
  it.responses.map(({ text, learners }) => `${text} (${learners})`).join(' | '),
  it.others,
];
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1_000) / 1_000);

const toView = ({ edition, played, at, behind, questions, implausible }: Report, packageId: PackageId): QuestionReport => ({
  editionId: edition.id,
  editionTitle: edition.title,
  packageId,
  title: played.title,
  at,
  behind,
  plausibility: {
    completed: implausible.completed,
    tooFast: implausible.too_fast,
    noAnswers: implausible.no_answers,
    identical: implausible.identical,
  },
  questions: questions.map((it) => ({
    id: it.interaction_id,
    item: played.byId.get(it.sco_id)?.title ?? it.sco_id,
    type: it.type,
    description: it.description,
    learners: it.learners,
    tries: it.tries,
    right: it.right,
    wrong: it.wrong,
    meanSeconds: it.mean_seconds,
    ...indicesOf(it),
    responses: it.responses.map(({ response: text, learners, correct }) => ({ text, learners, correct })),
    others: it.learners - it.responses.reduce((sum, { learners }) => sum + learners, 0),
  })),
});
