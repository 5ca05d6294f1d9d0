import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, ContentAttemptId, Items, RestorationCreate, RestorationId, RestorePointKey } from '@aula/contracts';
import type { CourseResult } from '@aula/scorm';
import { Ids, Problem, Work, ensure, found, type Recorder } from '@aula/platform';
import { sameResult } from '../attempt/attempt.entity.js';
import { lockAttempts, type AttemptRow } from '../attempt/attempt.queries.js';
import { writeCommits } from '../attempt/commit.queries.js';
import { PlayedService, type PlayedPackage } from '../attempt/played.service.js';
import { rareUnits } from '../attempt/room.entity.js';
import { fromState } from '../attempt/sco.entity.js';
import { mayRestore } from '../inspection/inspection.policy.js';
import { InspectionService } from '../inspection/inspection.service.js';
import { inspectedOf, subjectOf, type InspectedRow } from '../inspection/inspection.queries.js';
import { versionOf } from './restoring.entity.js';
import { beginEpoch, insertRestoration, restorePointsOf, type RestorePointRow } from './restoring.queries.js';
import { changesOf, planned, type ElementChange, type Plan } from './situation.entity.js';
import { SituationService } from './situation.service.js';

/** What giving back would change. */
export interface Preview {
  version: string;
  open: { before: string | null; after: string | null };
  changes: ElementChange[];
  result: { before: CourseResult; after: CourseResult };
  played: PlayedPackage;
}
export interface Given {
  id: RestorationId;
  at: string;
}

/** Gives learners back an earlier state of an attempt. Nothing is lost by it: what was there before can be given back as well. */
@Injectable()
export class RestoringService {
  constructor(
    private readonly inspection: InspectionService,
    private readonly situations: SituationService,
    private readonly played: PlayedService,
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** The states that can be given back, newest first. Problem: not-found. */
  async points(actor: Actor, id: ContentAttemptId): Promise<RestorePointRow[]> {
    await this.inspection.one(actor, id);
    return this.work.read((em) => restorePointsOf(em, id));
  }

  /** What a state would change; counts as a look into the attempt. Problems: not-found; conflict `content.package-not-ready`. */
  preview(actor: Actor, id: ContentAttemptId, point: RestorePointKey): Promise<Preview> {
    return this.inspection.look(actor, id, async (em, attempt) => {
      const played = await this.playedOf(em, attempt);
      const given = await this.situations.at(em, id, played, point);
      const { situation: live, results } = await this.situations.live(em, attempt, played);
      const plan = planned(played, live, results, given);
      return {
        version: versionOf(attempt),
        open: { before: attempt.open_sco, after: plan.open },
        changes: changesOf(live, plan),
        result: { before: attempt, after: plan.course },
        played,
      };
    });
  }

  /**
   * Gives a state back, unless the attempt has changed since it was looked at. Problems: not-found; forbidden; conflict
   * `content.attempt-moved`, `content.attempt-busy`, `content.package-not-ready`.
   */
  give(actor: Actor, id: ContentAttemptId, { point, version, reason }: RestorationCreate): Promise<Given> {
    return this.work.run(async (em, record) => {
      const seen = found(await inspectedOf(em, actor, id));
      ensure(mayRestore(actor, subjectOf(seen)), 'attempt.restore');
      const played = await this.playedOf(em, seen);
      // a long story is read before the lock: commits of others wait for whoever holds it
      const given = await this.situations.at(em, id, played, point);
      const attempt = await lockedAsSeen(em, seen, version);
      const { situation: live, results } = await this.situations.live(em, attempt, played);
      const plan = planned(played, live, results, given);
      const { epoch } = found(await beginEpoch(em, id));
      await writeCommits(em, writesOf(attempt, played, plan));
      const restoration = { id: this.ids.next<RestorationId>(), attemptId: id, epoch, point, givenBy: actor.personId, reason };
      const { open, scos, sequencing } = plan;
      const kept = await insertRestoration(em, { ...restoration, before: live, given: { open, scos, sequencing } });
      say(record, attempt, plan.course, restoration.id);
      return { id: restoration.id, at: found(kept).at };
    });
  }

  private async playedOf(em: EntityManager, { package_id }: InspectedRow): Promise<PlayedPackage> {
    const played = (await this.played.of(em, [package_id])).get(package_id);
    if (!played) throw new Problem('conflict', 'content.package-not-ready');
    return played;
  }
}

/** Locks the attempt, which must be as it was when its change was decided, with nobody at work in it. */
const lockedAsSeen = async (em: EntityManager, { id, package_id }: InspectedRow, version: string): Promise<AttemptRow> => {
  const [attempt] = await lockAttempts(em, [id]);
  const same = attempt && versionOf(attempt) === version && attempt.package_id === package_id;
  if (!same) throw new Problem('conflict', 'content.attempt-moved');
  if (attempt.busy) throw new Problem('conflict', 'content.attempt-busy');
  return attempt;
};

const writesOf = ({ id }: AttemptRow, played: PlayedPackage, { open, scos, sequencing, results, course }: Plan) => {
  const known = Object.entries(scos).flatMap(([scoId, state]) => {
    const result = results[scoId];
    return result ? [{ scoId, result, ...fromState(played.version, state) }] : [];
  });
  return {
    records: [],
    quarantined: [],
    refused: [],
    differences: [],
    scos: known.map(({ scoId, columns, result }) => ({ attempt_id: id, sco_id: scoId, ...columns, ...result })),
    suspendData: known.map(({ scoId, suspend }) => ({ attemptId: id, scoId, data: suspend ?? '' })),
    rest: known.map(({ scoId, rest }) => ({ attemptId: id, scoId, elements: rest, anew: true })),
    sequencing: sequencing ? [{ attemptId: id, state: sequencing }] : [],
    sharedObjectives: [],
    sharedStores: [],
    attempts: [{ id, lastSeq: 0, openSco: open, gone: true, result: course, rareUnits: rareUnits(known), overfull: false }],
    due: known.map(({ scoId }) => ({ attemptId: id, scoId })),
    renewed: [],
  };
};

const say = (record: Recorder, before: AttemptRow, course: CourseResult, restorationId: RestorationId): void => {
  record.audit('restoration', 'given', [restorationId]);
  record.audit('content-attempt', 'restored', [before.id]);
  const told = { attemptId: before.id, enrollmentId: before.enrollment_id, unitId: before.unit_id };
  record('attempt.restored', [told] as Items<'attempt.restored'>);
  if (sameResult(before, course)) return;
  const { completion, success, progress, scaled: score } = course;
  const item = { enrollmentId: before.enrollment_id, unitId: before.unit_id, completion, success, progress, score };
  record('unit.progressed', [item] as Items<'unit.progressed'>);
};
