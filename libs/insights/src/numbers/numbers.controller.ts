import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { NumbersQuery, NumbersView, breakdownHeadings, publicMeasures } from '@aula/contracts';
import { May, sendTable, type AulaReply, type AulaRequest } from '@aula/platform';
import { NumbersService } from './numbers.service.js';

@Controller('api/insights')
export class NumbersController {
  constructor(private readonly service: NumbersService) {}

  @Get('numbers')
  @May('numbers.read', NumbersView)
  numbers(): Promise<NumbersView> {
    return this.service.numbers();
  }

  /** A number that is hidden is an empty cell. */
  @Get('numbers.csv')
  @May('numbers.read')
  async csv(
    @Query({ schema: NumbersQuery }) { by }: NumbersQuery,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const { months, countries } = await this.service.numbers();
    const [key, , ...rest] = breakdownHeadings(by, publicMeasures, language);
    const rows = (by === 'month' ? months : countries).map((each) => [each.key, ...publicMeasures.map((measure) => each[measure])]);
    await sendTable(reply, { name: `numbers-${by}`, headings: [key!, ...rest], rows }, 'csv');
  }
}
