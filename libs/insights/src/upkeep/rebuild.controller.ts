import { Controller, HttpCode, Post } from '@nestjs/common';
import { May, Work } from '@aula/platform';

@Controller('api/insights/rebuilds')
export class RebuildController {
  constructor(private readonly work: Work) {}

  /** Orders that everything is counted anew. */
  @Post()
  @HttpCode(202)
  @May('insight.rebuild', undefined, { status: 202 })
  order(): Promise<void> {
    return this.work.run((_em, record) => {
      record.order('insights.rebuild', [null]);
      return Promise.resolve();
    });
  }
}
