import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import {
  ContentAttemptId,
  TimelineList,
  TimelineQuery,
  runtimeErrorText,
  type Actor,
  type Language,
  type Page,
  type TimelineEntry,
} from '@aula/contracts';
import { May, Signed, type AulaRequest } from '@aula/platform';
import { TimelineService, type Told } from './timeline.service.js';

@Controller('api/content/attempts/:id/timeline')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Get()
  @May('attempt.inspect', TimelineList)
  async read(
    @Signed() actor: Actor,
    @Param('id', { schema: ContentAttemptId }) id: ContentAttemptId,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
    @Req() { language }: AulaRequest,
  ): Promise<Page<TimelineEntry>> {
    const { items, next } = await this.timeline.read(actor, id, query);
    return { items: items.map((it) => toView(it, language)), next };
  }
}

const toView = (it: Told, language: Language): TimelineEntry => ({
  kind: it.kind,
  at: it.at,
  deviceAt: instantOf(it.client_ms),
  epoch: it.epoch,
  seq: it.seq,
  pauseSeconds: it.pause_ms === null ? null : it.pause_ms / 1_000,
  item: it.sco_id === null ? null : { identifier: it.sco_id, title: it.itemTitle },
  call: it.call,
  element: it.element,
  value: it.value,
  length: it.length,
  partial: it.partial ?? false,
  result: it.result,
  error: it.error_code ? { code: it.error_code, message: runtimeErrorText(it.version, it.error_code, language) } : null,
  how: it.how,
  times: it.times,
  by: it.by,
});

/** A device's clock may say anything; what no calendar knows is no instant. */
const instantOf = (ms: number | null): string | null => {
  const year = ms === null ? Number.NaN : new Date(ms).getUTCFullYear();
  return ms !== null && year >= 1900 && year < 3000 ? new Date(ms).toISOString() : null;
};
