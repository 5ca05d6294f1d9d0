import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  Actor,
  AttemptId,
  MarkCreate,
  MarkingGroupList,
  MarkingList,
  MarkingNext,
  MarkingNumber,
  MarkingQuery,
  MarkingTaken,
  MarkingTask,
  MarkingTaskQuery,
  type MarkView,
  type MarkingView,
  type Page,
} from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import type { MarkRow } from './mark.queries.js';
import { MarkingService, type Task } from './marking.service.js';

@Controller('api/assessment')
export class MarkingController {
  constructor(private readonly markings: MarkingService) {}

  @Get('markings')
  @May('marking.mark', MarkingList)
  list(@Signed() actor: Actor, @Query({ schema: MarkingQuery }) query: MarkingQuery): Promise<Page<MarkingView>> {
    return this.markings.list(actor, query);
  }

  @Get('marking-groups')
  @May('marking.mark', MarkingGroupList)
  async groups(@Signed() actor: Actor): Promise<MarkingGroupList> {
    return { items: await this.markings.groups(actor), next: null };
  }

  @Post('markings/next')
  @HttpCode(200)
  @May('marking.mark', MarkingTaken)
  async next(@Signed() actor: Actor, @Body({ schema: MarkingNext }) body: MarkingNext): Promise<MarkingTaken> {
    const task = await this.markings.next(actor, body);
    return { task: task ? toView(actor, task) : null };
  }

  @Get('attempts/:id/markings/:number')
  @May('marking.mark', MarkingTask)
  async read(
    @Signed() actor: Actor,
    @Param('id', { schema: AttemptId }) attemptId: AttemptId,
    @Param('number', { schema: MarkingNumber }) number: number,
    @Query({ schema: MarkingTaskQuery }) { name }: MarkingTaskQuery,
  ): Promise<MarkingTask> {
    return toView(actor, await this.markings.read(actor, { attemptId, number }, name === 'true'));
  }

  @Post('attempts/:id/markings/:number/claim')
  @HttpCode(200)
  @May('marking.mark', MarkingTask)
  async claim(
    @Signed() actor: Actor,
    @Param('id', { schema: AttemptId }) attemptId: AttemptId,
    @Param('number', { schema: MarkingNumber }) number: number,
  ): Promise<MarkingTask> {
    return toView(actor, await this.markings.claim(actor, { attemptId, number }));
  }

  @Delete('attempts/:id/markings/:number/claim')
  @HttpCode(204)
  @May('marking.mark')
  release(
    @Signed() actor: Actor,
    @Param('id', { schema: AttemptId }) attemptId: AttemptId,
    @Param('number', { schema: MarkingNumber }) number: number,
  ): Promise<void> {
    return this.markings.release(actor, { attemptId, number });
  }

  @Put('attempts/:id/markings/:number/mark')
  @May('marking.mark', MarkingTask)
  async mark(
    @Signed() actor: Actor,
    @Param('id', { schema: AttemptId }) attemptId: AttemptId,
    @Param('number', { schema: MarkingNumber }) number: number,
    @Body({ schema: MarkCreate }) body: MarkCreate,
  ): Promise<MarkingTask> {
    return toView(actor, await this.markings.mark(actor, { attemptId, number }, body));
  }

  @Delete('attempts/:id/markings/:number/mark')
  @May('marking.mark', MarkingTask)
  async undo(
    @Signed() actor: Actor,
    @Param('id', { schema: AttemptId }) attemptId: AttemptId,
    @Param('number', { schema: MarkingNumber }) number: number,
  ): Promise<MarkingTask> {
    return toView(actor, await this.markings.undo(actor, { attemptId, number }));
  }
}

/** Markers do not see one another's marks before theirs is given, except who decides between two. */
const toView = ({ personId }: Actor, { essay, marks }: Task): MarkingTask => {
  const { anonymous, authored } = essay;
  const own = marks.find(({ markerId }) => markerId === personId);
  const open = essay.state === 'third' || essay.state === 'marked';
  return {
    ...shownOf(essay),
    own: own ? toMark(own) : null,
    others: open ? marks.filter((each) => each !== own).map(toMark) : [],
    may: [...(authored || !anonymous ? ['name' as const] : []), ...(authored && essay.graded ? ['change' as const] : [])],
  };
};

const shownOf = ({ markers: _, markTolerance: __, anonymous: ___, authored: ____, markedBy: _____, ...shown }: Task['essay']) => shown;

const toMark = ({ points, criteria, comment, at }: MarkRow): MarkView => ({ points, criteria, comment, at });
