import { Injectable } from '@nestjs/common';
import type { RuntimeRecord } from '@aula/contracts';
import { madeWhole, needsBase, sequencedResult, type CourseResult, type ScoResult } from '@aula/scorm';
import type { Statements } from '@aula/platform';
import { advance, resultOf, rolledUp, type ScoChange } from './attempt.entity.js';
import { rareUnitsOf, resultsOf, scosOf, suspendDataOf, type AttemptRow } from './attempt.queries.js';
import { differencesOf, type Difference } from './claim.entity.js';
import { PlayedService, type PlayedPackage } from './played.service.js';
import { mostRare, rareUnits } from './room.entity.js';
import { advanceSequencing, firstSequencing, type SequencingChange } from './sequencing.entity.js';
import { sequencingOf } from './sequencing.queries.js';

/** One attempt within a group: as it was locked, and what the group's commits make of it. */
export interface Progress {
  locked: AttemptRow;
  lastSeq: number;
  fresh: RuntimeRecord[];
  played: PlayedPackage | undefined;
  changes: ScoChange[];
  differences: Difference[];
  /** Of a sequenced package. */
  sequencing: SequencingChange | null;
  result: CourseResult;
  /** Of its rare elements, as {@link AttemptRow}. */
  rareUnits: number;
  /** Something is kept in the records alone. */
  overfull: boolean;
}

/** Folds fresh records into the runtime data of their attempts, and into what these have come to. */
@Injectable()
export class FoldingService {
  constructor(private readonly played: PlayedService) {}

  /** Brings the runtime data and results of the attempts forward. */
  async fold(on: Statements, moved: Progress[]): Promise<void> {
    const packages = await this.played.of(
      on,
      moved.map(({ locked }) => locked.package_id),
    );
    for (const each of moved) each.played = packages.get(each.locked.package_id);
    const keys = moved.flatMap(({ locked, fresh, played }) => known(played, new Set(fresh.map(({ scoId }) => scoId)), locked.id));
    const stored = byAttempt(await scosOf(on, keys));
    const cut = moved.flatMap(({ locked, fresh, played }) => known(played, needsBase(fresh), locked.id));
    const bases = byAttempt(await suspendDataOf(on, cut));
    for (const each of moved) {
      const { id } = each.locked;
      const base = new Map(bases.get(id)?.map((row) => [row.sco_id, row.data]));
      const rowsOf = new Map(stored.get(id)?.map((row) => [row.sco_id, row]));
      const whole = madeWhole(each.fresh, base);
      if (!each.played) continue;
      each.changes = advance(id, each.played, rowsOf, whole);
      each.differences = differencesOf(each.played, rowsOf, whole);
    }
    await makeRoom(on, moved);
    await sequence(on, moved);
    await this.rollUp(on, moved);
  }

  /** The course result, where an item's result changed. */
  private async rollUp(on: Statements, moved: Progress[]): Promise<void> {
    const changed = moved.filter(({ changes, sequencing }) => sequencing || changes.some(({ resultChanged }) => resultChanged));
    const several = changed.filter(({ played }) => (played?.byId.size ?? 0) > 1).map(({ locked }) => locked.id);
    const others = byAttempt(await resultsOf(on, several));
    for (const each of changed) {
      if (!each.played) continue;
      const before = others.get(each.locked.id) ?? [];
      const results = [...before, ...each.changes.map(({ row }) => row)].map((row) => [row.sco_id, resultOf(row)] as const);
      each.result = courseResult(each, each.played, Object.fromEntries(results));
    }
  }
}

/** Items that the manifest knows; records of others are records alone. */
const known = (played: PlayedPackage | undefined, scoIds: Iterable<string>, attemptId: string) =>
  [...scoIds].filter((scoId) => played?.byId.has(scoId)).map((scoId) => ({ attemptId, scoId }));

const byAttempt = <R extends { attempt_id: string }>(all: readonly R[]): ReadonlyMap<string, R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of all) {
    const group = groups.get(row.attempt_id);
    if (group) group.push(row);
    else groups.set(row.attempt_id, [row]);
  }
  return groups;
};

/** Leaves out what an attempt has no room for: its records keep it. Counting is for those that seem to be full. */
const makeRoom = async (on: Statements, moved: Progress[]): Promise<void> => {
  for (const each of moved) each.rareUnits += rareUnits(each.changes);
  for (const each of moved) each.overfull ||= each.changes.some(({ overfull }) => overfull);
  const crowded = moved.filter((each) => each.rareUnits > mostRare);
  if (crowded.length === 0) return;
  const held = await rareUnitsOf(
    on,
    crowded.map(({ locked }) => locked.id),
  );
  for (const each of crowded) {
    const before = held.get(each.locked.id) ?? 0;
    each.rareUnits = before + rareUnits(each.changes);
    if (each.rareUnits <= mostRare) continue;
    each.rareUnits = before;
    each.overfull = true;
    each.changes = each.changes.map((change) => ({ ...change, rest: {} }));
  }
};

/** Replays the records of sequenced packages: where the learner is, and what the activities have come to. */
const sequence = async (on: Statements, moved: Progress[]): Promise<void> => {
  const ids = moved.flatMap(({ locked, played }) => (played?.tree ? [locked.id] : []));
  const states = await sequencingOf(on, ids);
  for (const each of moved) {
    const { id } = each.locked;
    if (each.played?.tree) each.sequencing = advanceSequencing(each.played.tree, states.get(id) ?? firstSequencing(id), each.fresh);
  }
};

const courseResult = ({ locked, sequencing }: Progress, played: PlayedPackage, results: Record<string, ScoResult>): CourseResult =>
  played.tree && sequencing
    ? sequencedResult(played.tree, sequencing.state, results, resultOf(locked))
    : rolledUp(played, results, resultOf(locked));
