import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import {
  EditionId,
  EnrollmentId,
  MissingUnitList,
  RosterExportQuery,
  RosterFilter,
  RosterFunnel,
  RosterList,
  RosterQuery,
  RosterSummary,
  RosterUnitList,
  rosterHeadings,
  rosterStateNames,
  type Actor,
  type Language,
  type Page,
  type RosterColumn,
  type RosterEntryView,
} from '@aula/contracts';
import { May, Signed, pageOfRows, sendTable, type AulaReply, type AulaRequest, type Table, type TableCell } from '@aula/platform';
import type { RosterRow } from './roster.queries.js';
import { RosterService } from './roster.service.js';

@Controller('api/enrollment')
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Get('editions/:id/roster')
  @May('edition.roster', RosterList)
  async page(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Query({ schema: RosterQuery }) query: RosterQuery,
  ): Promise<Page<RosterEntryView>> {
    return pageOfRows(await this.roster.page(actor, id, query), query.limit, toView, ({ key, tie }) => [key, tie]);
  }

  @Get('editions/:id/roster-summary')
  @May('edition.roster', RosterSummary)
  summary(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Query({ schema: RosterFilter }) filter: RosterFilter,
  ): Promise<RosterSummary> {
    return this.roster.summary(actor, id, filter);
  }

  @Get('editions/:id/roster-funnel')
  @May('edition.roster', RosterFunnel)
  funnel(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<RosterFunnel> {
    return this.roster.funnel(actor, id);
  }

  @Get('editions/:id/roster-units')
  @May('edition.roster', RosterUnitList)
  async units(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<RosterUnitList> {
    return { items: await this.roster.units(actor, id), next: null };
  }

  @Get('editions/:id/roster.csv')
  @May('edition.roster')
  async csv(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Query({ schema: RosterExportQuery }) query: RosterExportQuery,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const { title, learners } = await this.roster.all(actor, id, query);
    await sendTable(reply, tableOf(title, learners, query.columns, language), 'csv');
  }

  @Get('editions/:id/roster.xlsx')
  @May('edition.roster')
  async xlsx(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Query({ schema: RosterExportQuery }) query: RosterExportQuery,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const { title, learners } = await this.roster.all(actor, id, query);
    await sendTable(reply, tableOf(title, learners, query.columns, language), 'xlsx');
  }

  @Get('enrollments/:id/missing-units')
  @May('enrollment.read', MissingUnitList)
  async missing(@Signed() actor: Actor, @Param('id', { schema: EnrollmentId }) id: EnrollmentId): Promise<MissingUnitList> {
    return { items: await this.roster.missing(actor, id), next: null };
  }
}

const tableOf = (name: string, learners: AsyncIterable<RosterRow[]>, columns: readonly RosterColumn[], language: Language): Table => ({
  name,
  headings: columns.map((column) => rosterHeadings[language][column]),
  rows: rowsOf(learners, columns, language),
});
async function* rowsOf(learners: AsyncIterable<RosterRow[]>, columns: readonly RosterColumn[], language: Language) {
  for await (const chunk of learners)
    for (const learner of chunk) {
      const view = toView(learner);
      yield columns.map((column) => cellOf(view, column, language));
    }
}

const instants: readonly RosterColumn[] = ['enrolledAt', 'activeAt', 'completedAt', 'deadline', 'remindedAt'];
const cellOf = (view: RosterEntryView, column: RosterColumn, language: Language): TableCell => {
  if (column === 'name') return `${view.familyName}, ${view.givenName}`;
  if (column === 'state') return rosterStateNames[language][view.state];
  if (column === 'progress') return Math.round(view.progress * 1_000) / 1_000;
  const value = view[column];
  return typeof value === 'string' && instants.includes(column) ? new Date(value) : value;
};

const toView = (learner: RosterRow): RosterEntryView => ({
  enrollmentId: learner.id,
  personId: learner.person_id,
  givenName: learner.given_name,
  familyName: learner.family_name,
  institution: learner.institution,
  country: learner.country,
  email: learner.email,
  rank: learner.rank,
  externalId: learner.external_id,
  language: learner.language,
  state: learner.state,
  progress: learner.progress,
  missing: learner.missing,
  enrolledAt: learner.enrolled_at,
  activeAt: learner.active_at,
  completedAt: learner.completed_at,
  deadline: learner.deadline,
  extended: learner.extended,
  remindedAt: learner.reminded_at,
});
