import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { NumbersQuery, NumbersView, breakdownHeadings, publicMeasures } from '@aula/contracts';
import { May, type AulaReply, type AulaRequest } from '@aula/platform';
import { byteOrderMark, csvHeaders, csvLine } from '../csv.entity.js';
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
    const lines = (by === 'month' ? months : countries).map((each) =>
      csvLine([each.key, ...publicMeasures.map((measure) => each[measure])]),
    );
    await reply.headers(csvHeaders(`numbers-${by}`)).send(`${byteOrderMark}${csvLine([key!, ...rest])}${lines.join('')}`);
  }
}
