import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { CalendarFeedView, CalendarList, CalendarQuery, type Actor, type CalendarEntryView, type Page } from '@aula/contracts';
import { May, Signed, Work, type AulaReply, type AulaRequest } from '@aula/platform';
import { uidOf, type CalendarRow } from './calendar.entity.js';
import { datesOf } from './calendar.queries.js';
import { CalendarService } from './calendar.service.js';

/** `<token or uid>.ics`. */
const CalendarFile = z
  .string()
  .max(100)
  .regex(/^[\w-]+\.ics$/);

@Controller('api/enrollment')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly work: Work,
  ) {}

  @Get('calendar')
  @May('calendar.read', CalendarList)
  async list(@Signed() { personId }: Actor, @Query({ schema: CalendarQuery }) query: CalendarQuery): Promise<Page<CalendarEntryView>> {
    return { items: (await this.work.read((em) => datesOf(em, personId, query))).map(toView), next: null };
  }

  @Get('calendar/:file')
  @May('calendar.read')
  async one(
    @Signed() actor: Actor,
    @Param('file', { schema: CalendarFile }) file: string,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const text = await this.calendar.one({ ...actor, language }, stemOf(file));
    await reply.headers({ ...calendarHeaders, 'content-disposition': 'attachment; filename="aula.ics"' }).send(text);
  }

  /** Calendar programs come here by themselves, with nothing but the address. */
  @Get('calendars/:file')
  @May('calendar.subscribe')
  async subscribed(@Param('file', { schema: CalendarFile }) file: string, @Res() reply: AulaReply): Promise<void> {
    await reply.headers(calendarHeaders).send(await this.calendar.read(stemOf(file)));
  }

  @Get('calendar-feed')
  @May('calendar.read', CalendarFeedView)
  feed(@Signed() actor: Actor): Promise<CalendarFeedView> {
    return this.calendar.feed(actor);
  }

  @Post('calendar-feed')
  @May('calendar.read', CalendarFeedView, { status: 201, answer: 'secret' })
  renew(@Signed() actor: Actor): Promise<CalendarFeedView> {
    return this.calendar.renew(actor);
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @May('calendar.read', undefined, { status: 204 })
  end(@Signed() actor: Actor): Promise<void> {
    return this.calendar.end(actor);
  }
}

const stemOf = (file: string): string => file.slice(0, -'.ics'.length);
const calendarHeaders = {
  'content-type': 'text/calendar; charset=utf-8',
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
};

const toView = (row: CalendarRow): CalendarEntryView => ({
  uid: uidOf(row),
  kind: row.kind,
  at: row.at,
  endsAt: row.ends_at,
  place: row.place,
  unitTitle: row.unit_title,
  timeZone: row.time_zone,
  enrollmentId: row.enrollment_id,
  state: row.state,
  courseTitle: row.course_title,
  editionTitle: row.edition_title,
});
