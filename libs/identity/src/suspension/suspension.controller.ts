import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  PersonId,
  PersonView,
  Reinstatement,
  SuspensionCreate,
  SuspensionList,
  type Actor,
  type Page,
  type SuspensionView,
} from '@aula/contracts';
import { May, Signed, Work, ensure, found } from '@aula/platform';
import { personPolicy } from '../person/person.policy.js';
import { placeOf, readPerson } from '../person/person.queries.js';
import { suspensionsOf } from './suspension.queries.js';
import { Suspensions } from './suspension.service.js';

@Controller('api/identity/people/:id')
export class SuspensionController {
  constructor(
    private readonly work: Work,
    private readonly suspensions: Suspensions,
  ) {}

  @Post('suspension')
  @HttpCode(200)
  @May('person.suspend', PersonView)
  suspend(
    @Signed() actor: Actor,
    @Param('id', { schema: PersonId }) id: PersonId,
    @Body({ schema: SuspensionCreate }) { reason }: SuspensionCreate,
  ): Promise<PersonView> {
    return this.suspensions.suspend(actor, id, reason);
  }

  @Post('reinstatement')
  @HttpCode(200)
  @May('person.suspend', PersonView)
  reinstate(
    @Signed() actor: Actor,
    @Param('id', { schema: PersonId }) id: PersonId,
    @Body({ schema: Reinstatement }) { reason }: Reinstatement,
  ): Promise<PersonView> {
    return this.suspensions.reinstate(actor, id, reason);
  }

  @Get('suspensions')
  @May('person.suspend', SuspensionList)
  list(@Signed() actor: Actor, @Param('id', { schema: PersonId }) id: PersonId): Promise<Page<SuspensionView>> {
    return this.work.read(async (em) => {
      found(await readPerson(em, actor, id));
      ensure(personPolicy['person.suspend'](actor, found(await placeOf(em, id))), 'person.suspend');
      return { items: await suspensionsOf(em, id), next: null };
    });
  }
}
