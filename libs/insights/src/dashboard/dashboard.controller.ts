import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { BreakdownQuery, DashboardView, InsightQuery, breakdownHeadings, inLanguage, measures, type Actor } from '@aula/contracts';
import { May, Signed, sendTable, type AulaReply, type AulaRequest } from '@aula/platform';
import { DashboardService } from './dashboard.service.js';

@Controller('api/insights')
export class DashboardController {
  constructor(private readonly dashboards: DashboardService) {}

  @Get('dashboard')
  @May('insight.read', DashboardView)
  dashboard(@Signed() actor: Actor, @Query({ schema: InsightQuery }) query: InsightQuery): Promise<DashboardView> {
    return this.dashboards.dashboard(actor, query);
  }

  @Get('breakdown.csv')
  @May('insight.read')
  async csv(
    @Signed() actor: Actor,
    @Query({ schema: BreakdownQuery }) { by, ...query }: BreakdownQuery,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const found = await this.dashboards.breakdown(actor, by, query);
    const rows = found.map(({ key, name, ...counts }) => [
      key,
      name !== null && typeof name !== 'string' ? inLanguage(name, language) : name,
      ...measures.map((each) => counts[each]),
    ]);
    await sendTable(reply, { name: `insight-${by}`, headings: breakdownHeadings(by, measures, language), rows }, 'csv');
  }
}
