import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, ContentAttemptId, Page, TimelineQuery } from '@aula/contracts';
import type { ScormVersion } from '@aula/scorm';
import { Work, decodeCursor, encodeCursor, found, sortValue } from '@aula/platform';
import { PlayedService } from '../attempt/played.service.js';
import { fromStoredJson } from '../attempt/text.entity.js';
import { InspectionService } from '../inspection/inspection.service.js';
import { inspectedOf } from '../inspection/inspection.queries.js';
import { beginning, behind, merged, type HappeningRow, type Position } from './timeline.entity.js';
import { happeningsAfter, recordsAfter } from './timeline.queries.js';

/** A happening with what the manifest says of its item. */
export interface Told extends HappeningRow {
  version: ScormVersion;
  itemTitle: string | null;
}

/** What happened to one attempt, from its first launch on. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly inspection: InspectionService,
    private readonly played: PlayedService,
    private readonly work: Work,
  ) {}

  /** One page of what happened, oldest first; its beginning counts as a look into the attempt. Problem: not-found. */
  read(actor: Actor, id: ContentAttemptId, query: TimelineQuery): Promise<Page<Told>> {
    const start = positionOf(query.cursor);
    if (!start) return this.inspection.look(actor, id, (em, attempt) => this.pageFrom(em, attempt, beginning, query));
    return this.work.read(async (em) => this.pageFrom(em, found(await inspectedOf(em, actor, id)), start, query));
  }

  private async pageFrom(
    em: EntityManager,
    { id, package_id }: { id: string; package_id: string },
    start: Position,
    { topic, limit }: TimelineQuery,
  ): Promise<Page<Told>> {
    const wish = { topic, limit: limit + 1 };
    const all = merged(await recordsAfter(em, id, start, wish), await happeningsAfter(em, id, start, wish));
    const shown = all.slice(0, limit);
    const played = (await this.played.of(em, [package_id])).get(package_id);
    const { epoch, seq, at, place } = behind(start, shown);
    return {
      items: fromStoredJson(shown).map((it) => ({
        ...it,
        version: played?.version ?? '2004',
        itemTitle: played?.byId.get(it.sco_id ?? '')?.title ?? null,
      })),
      next: all.length > limit ? encodeCursor([epoch, seq, at, place]) : null,
    };
  }
}

const positionOf = (cursor: string | undefined): Position | undefined => {
  const values = decodeCursor(cursor, sortValue.bigint, sortValue.bigint, sortValue.instant, sortValue.bigint);
  if (!values) return undefined;
  const [epoch, seq, at, place] = values;
  return { epoch, seq, at, place };
};
