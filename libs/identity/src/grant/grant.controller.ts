import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  GrantCreate,
  GrantId,
  GrantList,
  GrantQuery,
  GrantView,
  PersonId,
  PersonRightsView,
  RightList,
  rightNames,
  rights,
  type Actor,
  type Page,
} from '@aula/contracts';
import { May, Signed, Work } from '@aula/platform';
import { listGrants } from './grant.queries.js';
import { GrantService } from './grant.service.js';

@Controller('api/identity/grants')
export class GrantController {
  constructor(
    private readonly work: Work,
    private readonly grants: GrantService,
  ) {}

  @Get()
  @May('grant.read', GrantList)
  list(@Query({ schema: GrantQuery }) query: GrantQuery): Promise<Page<GrantView>> {
    return this.work.read((em) => listGrants(em, query));
  }

  @Post()
  @May('grant.give', GrantView, { status: 201 })
  give(@Signed() actor: Actor, @Body({ schema: GrantCreate }) body: GrantCreate): Promise<GrantView> {
    return this.grants.give(actor, body);
  }

  @Get('rights')
  @May('grant.read', RightList)
  every(): RightList {
    return { items: rightNames.map((right) => ({ right, area: rights[right].area, byRole: Object.keys(rights[right].roles).length > 0 })) };
  }

  @Get('of/:personId/rights')
  @May('grant.read', PersonRightsView)
  rights(@Param('personId', { schema: PersonId }) personId: PersonId): Promise<PersonRightsView> {
    return this.grants.rightsOf(personId);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('grant.take', undefined, { status: 204 })
  take(@Param('id', { schema: GrantId }) id: GrantId): Promise<void> {
    return this.grants.take(id);
  }
}
