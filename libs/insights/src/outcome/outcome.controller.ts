import { Controller, Get, Query } from '@nestjs/common';
import { InsightQuery, OutcomesView, type Actor } from '@aula/contracts';
import { May, Signed, Work } from '@aula/platform';
import { outcomesByMonth } from './outcome.queries.js';

@Controller('api/insights')
export class OutcomeController {
  constructor(private readonly work: Work) {}

  @Get('outcomes')
  @May('insight.read', OutcomesView)
  async outcomes(@Signed() actor: Actor, @Query({ schema: InsightQuery }) query: InsightQuery): Promise<OutcomesView> {
    return { months: await this.work.read((em) => outcomesByMonth(em, actor, query)) };
  }
}
