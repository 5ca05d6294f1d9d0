import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  PackageId,
  PackageMoveCreate,
  PackageMoveId,
  PackageMoveList,
  PackageMovePeople,
  PackageMovePeopleQuery,
  PackageMovePreview,
  PackageMoveQuery,
  PackageMoveStarted,
  type Actor,
  type PackageMovePersonView,
  type PackageMoveView,
  type Page,
} from '@aula/contracts';
import { May, Signed, pageOfRows } from '@aula/platform';
import { looksAfter } from '../package/package.policy.js';
import type { PersonRow } from './affected.queries.js';
import type { MoveRow } from './move.queries.js';
import { MoveService } from './move.service.js';

@Controller('api/content')
export class MoveController {
  constructor(private readonly moves: MoveService) {}

  @Get('packages/:id/move-preview')
  @May('package.move', PackageMovePreview)
  preview(
    @Signed() actor: Actor,
    @Param('id', { schema: PackageId }) id: PackageId,
    @Query({ schema: PackageMoveQuery }) query: PackageMoveQuery,
  ): Promise<PackageMovePreview> {
    return this.moves.preview(actor, id, query);
  }

  @Get('packages/:id/move-people')
  @May('package.move', PackageMovePeople)
  async people(
    @Signed() actor: Actor,
    @Param('id', { schema: PackageId }) id: PackageId,
    @Query({ schema: PackageMovePeopleQuery }) query: PackageMovePeopleQuery,
  ): Promise<Page<PackageMovePersonView>> {
    const people = await this.moves.people(actor, id, query);
    return pageOfRows(people, query.limit, toPerson, (it) => [it.enrollment_id, it.unit_id]);
  }

  @Post('packages/:id/moves')
  @HttpCode(202)
  @May('package.move', PackageMoveStarted, { status: 202 })
  async start(
    @Signed() actor: Actor,
    @Param('id', { schema: PackageId }) id: PackageId,
    @Body({ schema: PackageMoveCreate }) body: PackageMoveCreate,
  ): Promise<PackageMoveStarted> {
    return { id: await this.moves.start(actor, id, body) };
  }

  @Get('packages/:id/moves')
  @May('package.move', PackageMoveList)
  async list(@Signed() actor: Actor, @Param('id', { schema: PackageId }) id: PackageId): Promise<Page<PackageMoveView>> {
    return { items: (await this.moves.list(actor, id)).map((it) => toMove(it, actor)), next: null };
  }

  @Post('package-moves/:id/reversal')
  @HttpCode(202)
  @May('package.move', PackageMoveStarted, { status: 202 })
  async reverse(@Signed() actor: Actor, @Param('id', { schema: PackageMoveId }) id: PackageMoveId): Promise<PackageMoveStarted> {
    await this.moves.reverse(actor, id);
    return { id };
  }
}

const toPerson = (it: PersonRow): PackageMovePersonView => ({
  enrollmentId: it.enrollment_id,
  personId: it.person_id,
  person: it.given_name === null ? null : { givenName: it.given_name, familyName: it.family_name ?? '' },
  editionTitle: it.edition_title,
  standing: it.standing,
  busy: it.busy,
  kept: it.kept,
  lost: it.lost,
});

const toMove = (it: MoveRow, actor: Actor): PackageMoveView => ({
  id: it.id,
  packageId: it.package_id,
  number: it.number,
  rule: it.rule,
  editionId: it.edition_id,
  editionTitle: it.edition_title,
  state: it.state,
  total: it.total,
  moved: it.moved,
  reversed: it.reversed,
  stayed: it.stayed,
  createdAt: it.ordered_at,
  may: it.state === 'done' && looksAfter(actor, it.owner_id) ? ['package.move'] : [],
});
