import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  Distinction,
  DuplicateList,
  MergeCreate,
  MergeId,
  MergeList,
  MergePreview,
  MergePreviewQuery,
  MergeQuery,
  MergeView,
  PageQuery,
  type Actor,
  type DuplicateView,
  type Page,
} from '@aula/contracts';
import { May, Signed, Work, found } from '@aula/platform';
import { readPerson } from '../person/person.queries.js';
import { listDuplicates } from './duplicate.queries.js';
import { listMerges } from './merge.queries.js';
import { Merges } from './merge.service.js';

@Controller('api/identity')
export class MergeController {
  constructor(
    private readonly work: Work,
    private readonly merges: Merges,
  ) {}

  @Get('duplicates')
  @May('person.merge', DuplicateList)
  duplicates(@Signed() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<DuplicateView>> {
    return this.work.read((em) => listDuplicates(em, actor, query));
  }

  @Post('duplicates/distinctions')
  @HttpCode(204)
  @May('person.merge', undefined, { status: 204 })
  distinguish(@Signed() actor: Actor, @Body({ schema: Distinction }) body: Distinction): Promise<void> {
    return this.merges.distinguish(actor, body);
  }

  @Get('merge-preview')
  @May('person.merge', MergePreview)
  preview(@Signed() actor: Actor, @Query({ schema: MergePreviewQuery }) { keptId, mergedId }: MergePreviewQuery): Promise<MergePreview> {
    return this.merges.preview(actor, keptId, mergedId);
  }

  @Get('merges')
  @May('person.merge', MergeList)
  list(@Signed() actor: Actor, @Query({ schema: MergeQuery }) query: MergeQuery): Promise<Page<MergeView>> {
    return this.work.read(async (em) => {
      found(await readPerson(em, actor, query.personId));
      return listMerges(em, query);
    });
  }

  @Post('merges')
  @May('person.merge', MergeView, { status: 201 })
  merge(@Signed() actor: Actor, @Body({ schema: MergeCreate }) body: MergeCreate): Promise<MergeView> {
    return this.merges.merge(actor, body);
  }

  @Post('merges/:id/reversal')
  @HttpCode(200)
  @May('person.merge', MergeView)
  undo(@Signed() actor: Actor, @Param('id', { schema: MergeId }) id: MergeId): Promise<MergeView> {
    return this.merges.undo(actor, id);
  }
}
