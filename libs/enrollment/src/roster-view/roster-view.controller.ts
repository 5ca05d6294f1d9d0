import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { RosterStandardPut, RosterViewId, RosterViewKept, RosterViewList, RosterViewPut, type Actor } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { RosterViewService } from './roster-view.service.js';

@Controller('api/enrollment')
export class RosterViewController {
  constructor(private readonly views: RosterViewService) {}

  @Get('roster-views')
  @May('edition.roster', RosterViewList)
  async list(@Signed() actor: Actor): Promise<RosterViewList> {
    return { items: await this.views.list(actor), next: null };
  }

  @Post('roster-views')
  @May('edition.roster', RosterViewKept, { status: 201 })
  async create(@Signed() actor: Actor, @Body({ schema: RosterViewPut }) body: RosterViewPut): Promise<RosterViewKept> {
    return { id: await this.views.create(actor, body) };
  }

  @Put('roster-views/:id')
  @May('edition.roster', RosterViewKept)
  async change(
    @Signed() actor: Actor,
    @Param('id', { schema: RosterViewId }) id: RosterViewId,
    @Body({ schema: RosterViewPut }) body: RosterViewPut,
  ): Promise<RosterViewKept> {
    await this.views.change(actor, id, body);
    return { id };
  }

  @Delete('roster-views/:id')
  @HttpCode(204)
  @May('edition.roster', undefined, { status: 204 })
  remove(@Signed() actor: Actor, @Param('id', { schema: RosterViewId }) id: RosterViewId): Promise<void> {
    return this.views.remove(actor, id);
  }

  @Put('standard-roster-view')
  @HttpCode(204)
  @May('edition.roster', undefined, { status: 204 })
  standard(@Signed() actor: Actor, @Body({ schema: RosterStandardPut }) body: RosterStandardPut): Promise<void> {
    return this.views.standard(actor, body.viewId);
  }
}
