import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ContentAttemptId,
  RestorationCreate,
  RestorationView,
  RestorePointKey,
  RestorePointList,
  RestorePreview,
  type Actor,
  type Page,
  type RestorePointView,
} from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { resultOf } from '../attempt/attempt.entity.js';
import { RestoringService, type Preview } from './restoring.service.js';

@Controller('api/content/attempts/:id')
export class RestoringController {
  constructor(private readonly restoring: RestoringService) {}

  @Get('restore-points')
  @May('attempt.inspect', RestorePointList)
  async points(@Signed() actor: Actor, @Param('id', { schema: ContentAttemptId }) id: ContentAttemptId): Promise<Page<RestorePointView>> {
    return { items: await this.restoring.points(actor, id), next: null };
  }

  @Get('restore-points/:point')
  @May('attempt.inspect', RestorePreview)
  async preview(
    @Signed() actor: Actor,
    @Param('id', { schema: ContentAttemptId }) id: ContentAttemptId,
    @Param('point', { schema: RestorePointKey }) point: RestorePointKey,
  ): Promise<RestorePreview> {
    return toView(point, await this.restoring.preview(actor, id, point));
  }

  @Post('restorations')
  @HttpCode(201)
  @May('attempt.restore', RestorationView, { status: 201 })
  async give(
    @Signed() actor: Actor,
    @Param('id', { schema: ContentAttemptId }) attemptId: ContentAttemptId,
    @Body({ schema: RestorationCreate }) body: RestorationCreate,
  ): Promise<RestorationView> {
    const { id, at } = await this.restoring.give(actor, attemptId, body);
    return { id, attemptId, point: body.point, reason: body.reason, at };
  }
}

const listed = 200;
const shown = 1_000;

const toView = (point: RestorePointKey, { version, open, changes, result, played }: Preview): RestorePreview => {
  const titleOf = (id: string): string => played.byId.get(id)?.title ?? id;
  const place = (id: string | null): string | null => (id === null ? null : titleOf(id));
  return {
    point,
    version,
    opens: { before: place(open.before), after: place(open.after) },
    changes: changes.slice(0, listed).map(({ scoId, element, before, after }) => ({
      item: titleOf(scoId),
      element,
      before: before?.slice(0, shown) ?? null,
      after: after?.slice(0, shown) ?? null,
    })),
    further: Math.max(0, changes.length - listed),
    result: { before: resultOf(result.before), after: resultOf(result.after) },
  };
};
