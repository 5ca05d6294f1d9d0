import { Controller, Get } from '@nestjs/common';
import { OwnData, type Actor } from '@aula/contracts';
import { May, Signed, Work, found } from '@aula/platform';
import { ownDataOf } from './own-data.queries.js';

/** What this house holds about the person who asks, to take along (GDPR article 15 and 20, LGPD article 18). */
@Controller('api/identity/me/data')
export class OwnDataController {
  constructor(private readonly work: Work) {}

  @Get()
  @May('me.read', OwnData)
  async read(@Signed() { personId }: Actor): Promise<OwnData> {
    return found(await this.work.read((em) => ownDataOf(em, personId)));
  }
}
