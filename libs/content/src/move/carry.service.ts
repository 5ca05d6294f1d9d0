import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { sequencedResult, type CourseResult, type ScoResult } from '@aula/scorm';
import { Ids, SETTINGS, deriveKey, found, type Recorder, type Settings } from '@aula/platform';
import { resultOf, rolledUp } from '../attempt/attempt.entity.js';
import { lockAttempts, resultsOf, type AttemptRow } from '../attempt/attempt.queries.js';
import { hostLabel, hostKeyName } from '../attempt/launch.entity.js';
import { PlayedService, type PlayedPackage } from '../attempt/played.service.js';
import { sequencingOf } from '../attempt/sequencing.queries.js';
import { queueAttempts, type Carried, type Scope } from './affected.queries.js';
import { closeBehind, copyState, insertSuccessors, nextQueued, settleItems, writeResults, type Successor } from './carry.queries.js';
import { carriedTo, standingOf, standingsOf } from './move.entity.js';
import { advanceMove, beginMove, manifestsOf, moveOf } from './move.queries.js';

const untouched: ScoResult = { completion: 'not attempted', success: 'unknown', scaled: null, progress: 0, seconds: 0 };

/** Takes attempts to another version: each gets a successor with what comes along, and stays itself as it was. */
@Injectable()
export class CarryService {
  private readonly key: Buffer;

  constructor(
    private readonly played: PlayedService,
    private readonly ids: Ids,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, hostKeyName);
  }

  /** Moves up to `limit` attempts, and ends the move when there are none left. Returns how many it looked at. */
  async next(em: EntityManager, record: Recorder, moveId: string, limit: number): Promise<number> {
    const move = await moveOf(em, moveId);
    if (!move || (move.state !== 'queued' && move.state !== 'running')) return 0;
    const scope: Scope = { lineId: move.line_id, packageId: move.package_id, editionId: move.edition_id, rule: move.rule };
    if (move.state === 'queued') await beginMove(em, moveId, await queueAttempts(em, moveId, scope));
    const queued = await nextQueued(em, moveId, limit);
    const inHand = queued.filter(({ overtaken }) => !overtaken).map(({ id }) => id);
    const attempts = (await lockAttempts(em, inHand)).filter((one) => !one.busy && standingsOf(move.rule).includes(standingOf(one)));
    const successors = await this.carry(em, record, scope, attempts);
    await settleItems(
      em,
      moveId,
      queued.map(({ id }) => id),
      successors,
    );
    await advanceMove(em, moveId, queued.length, successors.length);
    return queued.length;
  }

  private async carry(em: EntityManager, record: Recorder, scope: Scope, attempts: readonly AttemptRow[]): Promise<Successor[]> {
    if (attempts.length === 0) return [];
    const played = found((await this.played.of(em, [scope.packageId])).get(scope.packageId));
    const successors = attempts.map(({ id: from }): Successor => {
      const id = this.ids.next();
      return { id, from, hostLabel: hostLabel(this.key, scope.packageId, id) };
    });
    const carried = await carriedOf(em, scope);
    await insertSuccessors(em, successors, scope.packageId, carried);
    await copyState(em, successors, carried);
    const results = await resultsFor(em, played, successors);
    await writeResults(em, results);
    await closeBehind(
      em,
      attempts.map(({ id }) => id),
    );
    record.audit(
      'content-attempt',
      'begun',
      successors.map(({ id }) => id),
    );
    sayAchieved(record, attempts, results);
    return successors;
  }
}

const carriedOf = async (em: EntityManager, { lineId, packageId }: Scope): Promise<Carried> => {
  const versions = await manifestsOf(em, lineId);
  return carriedTo(
    found(versions.find(({ id }) => id === packageId)).manifest,
    versions.filter(({ id }) => id !== packageId),
  );
};

/** What the successors have come to by what they took along, judged by the new version. */
const resultsFor = async (
  em: EntityManager,
  played: PlayedPackage,
  successors: readonly Successor[],
): Promise<(CourseResult & { id: string })[]> => {
  const ids = successors.map(({ id }) => id);
  const scos = new Map<string, Record<string, ScoResult>>(ids.map((id) => [id, {}]));
  for (const each of await resultsOf(em, ids)) scos.get(each.attempt_id)![each.sco_id] = resultOf(each);
  const states = await sequencingOf(em, ids);
  return ids.map((id) => {
    const results = scos.get(id)!;
    if (Object.keys(results).length === 0) return { id, ...untouched };
    if (!played.tree) return { id, ...rolledUp(played, results, untouched) };
    const state = states.get(id);
    return { id, ...(state ? sequencedResult(played.tree, state, results, untouched) : untouched) };
  });
};

/** A version that asks for less may complete what the one before did not; one that asks for more takes nothing back. */
const sayAchieved = (record: Recorder, attempts: readonly AttemptRow[], results: readonly (CourseResult & { id: string })[]): void => {
  const items = attempts.flatMap((before, at) => {
    const after = results[at]!;
    const news = after.completion === 'completed' && before.completion !== 'completed';
    if (!news && !(after.success === 'passed' && before.success !== 'passed')) return [];
    const { completion, success, progress, scaled: score } = after;
    return [{ enrollmentId: before.enrollment_id, unitId: before.unit_id, completion, success, progress, score }];
  });
  record('unit.progressed', items as Items<'unit.progressed'>);
};
