import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  EditionId,
  ReminderCreate,
  ReminderDefaults,
  ReminderList,
  ReminderPreview,
  ReminderStarted,
  type Actor,
  type Page,
  type ReminderView,
} from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import type { ReminderRow } from './reminder.queries.js';
import { ReminderService } from './reminder.service.js';

@Controller('api/enrollment/editions/:id')
export class ReminderController {
  constructor(private readonly reminders: ReminderService) {}

  @Get('reminder-defaults')
  @May('edition.remind', ReminderDefaults)
  defaults(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<ReminderDefaults> {
    return this.reminders.defaults(actor, id);
  }

  @Post('reminder-previews')
  @HttpCode(200)
  @May('edition.remind', ReminderPreview)
  preview(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Body({ schema: ReminderCreate }) body: ReminderCreate,
  ): Promise<ReminderPreview> {
    return this.reminders.preview(actor, id, body);
  }

  @Post('reminders')
  @HttpCode(202)
  @May('edition.remind', ReminderStarted, { status: 202 })
  async send(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Body({ schema: ReminderCreate }) body: ReminderCreate,
  ): Promise<ReminderStarted> {
    return { id: await this.reminders.send(actor, id, body) };
  }

  @Get('reminders')
  @May('edition.remind', ReminderList)
  async list(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<Page<ReminderView>> {
    return { items: (await this.reminders.list(actor, id)).map(toView), next: null };
  }
}

const toView = ({ created_at: createdAt, skipped, ...same }: ReminderRow): ReminderView => ({
  ...same,
  createdAt,
  skipped: (['completed', 'left', 'person-inactive', 'reminded-lately'] as const).flatMap((code) => {
    const count = skipped[code];
    return count ? [{ code, count }] : [];
  }),
});
