import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  InstitutionChange,
  InstitutionCreate,
  InstitutionId,
  InstitutionList,
  InstitutionQuery,
  InstitutionTree,
  InstitutionView,
  MemberStateList,
  type Actor,
  type InstitutionNode,
  type MemberStateView,
  type Page,
} from '@aula/contracts';
import { May, Signed, Work } from '@aula/platform';
import { listInstitutions, memberStates } from './institution.queries.js';
import { InstitutionService } from './institution.service.js';

@Controller('api/identity')
export class InstitutionController {
  constructor(
    private readonly work: Work,
    private readonly institutions: InstitutionService,
  ) {}

  @Get('member-states')
  @May('member-state.read', MemberStateList)
  async memberStates(): Promise<Page<MemberStateView>> {
    return { items: await this.work.read(memberStates), next: null };
  }

  @Get('institutions')
  @May('institution.read', InstitutionList)
  list(@Query({ schema: InstitutionQuery }) query: InstitutionQuery): Promise<Page<InstitutionView>> {
    return this.work.read((em) => listInstitutions(em, query));
  }

  @Post('institutions')
  @May('institution.create', InstitutionView, { status: 201 })
  create(@Signed() actor: Actor, @Body({ schema: InstitutionCreate }) body: InstitutionCreate): Promise<InstitutionView> {
    return this.institutions.create(actor, body);
  }

  @Get('institutions/:id')
  @May('institution.read', InstitutionView)
  read(@Signed() actor: Actor, @Param('id', { schema: InstitutionId }) id: InstitutionId): Promise<InstitutionView> {
    return this.institutions.read(actor, id);
  }

  @Get('institution-tree')
  @May('institution.read', InstitutionTree)
  async tree(@Signed() actor: Actor): Promise<Page<InstitutionNode>> {
    return { items: await this.institutions.tree(actor), next: null };
  }

  @Patch('institutions/:id')
  @May('institution.change', InstitutionView)
  change(
    @Signed() actor: Actor,
    @Param('id', { schema: InstitutionId }) id: InstitutionId,
    @Body({ schema: InstitutionChange }) body: InstitutionChange,
  ): Promise<InstitutionView> {
    return this.institutions.change(actor, id, body);
  }

  @Post('institutions/:id/closure')
  @HttpCode(200)
  @May('institution.change', InstitutionView)
  close(@Signed() actor: Actor, @Param('id', { schema: InstitutionId }) id: InstitutionId): Promise<InstitutionView> {
    return this.institutions.close(actor, id);
  }

  @Post('institutions/:id/opening')
  @HttpCode(200)
  @May('institution.change', InstitutionView)
  open(@Signed() actor: Actor, @Param('id', { schema: InstitutionId }) id: InstitutionId): Promise<InstitutionView> {
    return this.institutions.open(actor, id);
  }
}
