import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RestorePointKey } from '@aula/contracts';
import type { ScoResult } from '@aula/scorm';
import { found, inOrder, repeat } from '@aula/platform';
import { runtimeData } from '../attempt/runtime-data.queries.js';
import type { AttemptRow } from '../attempt/attempt.queries.js';
import { resultOf, type Played } from '../attempt/attempt.entity.js';
import { firstSequencing, withBrought } from '../attempt/sequencing.entity.js';
import { sequencingOf } from '../attempt/sequencing.queries.js';
import { contiguous, pointOf } from './restoring.entity.js';
import { broughtWithin, carriedState, recordsUpTo, restorationOf, restorationUpTo, setAsideOf, type Place } from './restoring.queries.js';
import { furthered, type Results, type Situation } from './situation.entity.js';

/** An attempt with what it has come to. */
type Standing = Pick<AttemptRow, 'id' | 'open_sco' | keyof ScoResult>;

const atOnce = 1_000;
const nothing: Situation = { open: null, scos: {}, sequencing: null };

/** What attempts stand at, now and at earlier points. */
@Injectable()
export class SituationService {
  /** The live state of an attempt, with its results. */
  async live(em: EntityManager, attempt: Standing, played: Played): Promise<{ situation: Situation; results: Results }> {
    const { scos, results } = await runtimeData(em, attempt.id, played.version);
    const sequencing = played.tree ? ((await sequencingOf(em, [attempt.id])).get(attempt.id) ?? firstSequencing(attempt.id)) : null;
    return { situation: { open: attempt.open_sco, scos, sequencing }, results: { scos: results, course: resultOf(attempt) } };
  }

  /** The state at a restore point, folded from the records. Problem: not-found. */
  async at(em: EntityManager, attemptId: string, played: Played, key: RestorePointKey): Promise<Situation> {
    const point = pointOf(key);
    if (point.kind === 'before') return found(await restorationOf(em, attemptId, point.restorationId)).before;
    const { situation, records } = await this.atEndOf(em, attemptId, played, point.epoch);
    if (point.kind === 'session') {
      found(records > 0 ? records : undefined);
      return situation;
    }
    const { records: aside, lastSeq } = await setAsideOf(em, attemptId, point.epoch);
    found(aside[0]);
    return furthered(situation, played, contiguous(aside, lastSeq), firstSequencing(attemptId));
  }

  /**
   * From the last state that was given back, or from what it began with, all records up to the end of an epoch, with what leases brought
   * from other courses at its place among them.
   */
  private async atEndOf(em: EntityManager, attemptId: string, played: Played, epoch: number) {
    const base = await restorationUpTo(em, attemptId, epoch);
    const first = firstSequencing(attemptId);
    let situation = base?.given ?? (await carriedState(em, attemptId)) ?? nothing;
    let after: Place = { epoch: base?.epoch ?? 0, seq: 0 };
    let records = 0;
    const foldThrough = (place: Place): Promise<void> =>
      repeat(async () => {
        const page = await recordsUpTo(em, attemptId, after, place, atOnce);
        const last = page.at(-1);
        if (!last) return false;
        situation = furthered(situation, played, page, first);
        records += page.filter((record) => record.epoch === epoch).length;
        after = { epoch: last.epoch, seq: last.seq };
        return page.length === atOnce;
      });
    await inOrder(await broughtWithin(em, attemptId, after.epoch, epoch), async (brought) => {
      await foldThrough(brought);
      situation = { ...situation, sequencing: withBrought(situation.sequencing ?? first, brought) };
    });
    await foldThrough({ epoch, seq: Number.MAX_SAFE_INTEGER });
    return { situation, records };
  }
}
