import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RuntimeLease, RuntimeLeased } from '@aula/contracts';
import { firstToOpen, type ScoResult, type SequencingState } from '@aula/scorm';
import { Problem, Work, found, row, rows } from '@aula/platform';
import { resultOf } from './attempt.entity.js';
import { learnerOf, lockAttempts, writeLease, type AttemptRow, type LeaseOrigin } from './attempt.queries.js';
import { openTimeOf } from './open-time.queries.js';
import { PassService, type Pass } from './pass.service.js';
import { PlayedService, type PlayedPackage } from './played.service.js';
import { keepBrought, keepCarried, restoredSince } from '../restoring/restoring.queries.js';
import { runtimeData } from './runtime-data.queries.js';
import { firstSequencing, newsOf, sharedIds, withBrought, type SharedState } from './sequencing.entity.js';
import { saveSequencing, sequencingOf, sharedOf } from './sequencing.queries.js';

const untouched: ScoResult = { completion: 'not attempted', success: 'unknown', scaled: null, progress: 0, seconds: 0 };

/** Gives out leases: the right to write, as a number that counts up, with the runtime data as they stand. */
@Injectable()
export class LeaseService {
  constructor(
    private readonly passes: PassService,
    private readonly played: PlayedService,
    private readonly work: Work,
  ) {}

  /**
   * Takes the next lease of an attempt; a preview or a review gets the data without one. Problems: not-signed-in
   * `content.token-refused`, `content.sign-in-needed`; conflict `content.attempt-held`, `content.package-not-ready`.
   */
  async lease(host: string, token: string | undefined, wish: RuntimeLease): Promise<RuntimeLeased> {
    const pass = await this.passes.ofToken(token, host);
    return this.work.run(async (em) => {
      await demandSignedIn(em, pass);
      const played = (await this.played.of(em, [pass.packageId])).get(pass.packageId);
      if (!played) throw new Problem('conflict', 'content.package-not-ready');
      const { attemptId, mode, personId } = pass;
      const learner = await learnerOf(em, personId);
      const base = { ...staticPart(played), mode, learner: learner ?? { id: personId, name: '', language: 'es' } };
      if (attemptId === null)
        return {
          ...base,
          epoch: 1,
          seq: 0,
          scos: {},
          results: {},
          course: untouched,
          ...opening(played, null, {}, firstSequencing(pass.launchId)),
        };
      const [attempt] = await lockAttempts(em, [attemptId]);
      return { ...base, ...(await this.take(em, found(attempt), played, pass, wish)) };
    });
  }

  private async take(em: EntityManager, attempt: AttemptRow, played: PlayedPackage, pass: Pass, wish: RuntimeLease) {
    const { scos, results } = await runtimeData(em, attempt.id, played.version);
    const { state, brought } = await sequencingAt(em, attempt, played, pass.mode);
    const restored = await restoredSince(em, attempt.id);
    const data = {
      scos,
      results,
      course: resultOf(attempt),
      ...(restored && { restored }),
      ...(isTimed(played) && { openSeconds: await openTimeOf(em, attempt.id) }),
      ...opening(played, attempt.open_sco, results, state),
      seq: 0,
    };
    if (pass.mode !== 'normal') return { ...data, epoch: Math.max(1, attempt.epoch) };
    const { takeOver, device } = wish;
    const holder = device ?? pass.launchId;
    const goesOn = continues(attempt, holder, wish);
    if (attempt.busy && attempt.leased_by !== holder && !takeOver) throw new Problem('conflict', 'content.attempt-held');
    if (attempt.epoch === 0) await keepCarried(em, attempt.id, { open: attempt.open_sco, scos, sequencing: played.tree ? state : null });
    const { epoch } = goesOn ? attempt : found(await writeLease(em, attempt.id, holder, originOf(attempt, holder)));
    const seq = goesOn ? attempt.last_seq : 0;
    await extend(em, pass.launchId);
    if (played.tree) await saveSequencing(em, attempt.id, state);
    await keepBrought(em, attempt.id, { epoch, seq, ...brought });
    return { ...data, epoch, seq };
  }
}

const isTimed = ({ byId }: PlayedPackage): boolean => [...byId.values()].some(({ maxTimeAllowed }) => maxTimeAllowed !== undefined);

/** The device that has the newest lease knows all of it: it goes on, and its next record follows the last. */
const continues = ({ epoch, last_seq, leased_by }: AttemptRow, holder: string, { takeOver, goesOn }: RuntimeLease): boolean =>
  !takeOver && leased_by === holder && epoch > 0 && goesOn?.epoch === epoch && goesOn.seq === last_seq;

const originOf = ({ epoch, busy, unclosed, leased_by }: AttemptRow, holder: string): LeaseOrigin => {
  if (epoch === 0) return 'first';
  if (busy && leased_by !== holder) return 'taken-over';
  if (unclosed) return 'after-break';
  return leased_by === holder ? 'same-device' : 'other-device';
};

/** Where the course opens: by its sequencing, or at an item. */
const opening = (
  played: PlayedPackage,
  open: string | null,
  results: Record<string, ScoResult>,
  state: SequencingState,
): Pick<RuntimeLeased, 'current' | 'sequencing'> => {
  if (!played.tree) return { current: firstToOpen(played, open, results), sequencing: null };
  const { root, objectivesGlobalToSystem, sharedDataGlobalToSystem } = played.tree;
  return { current: null, sequencing: { tree: root.settings, objectivesGlobalToSystem, sharedDataGlobalToSystem, state } };
};

/** The state that a lease begins with, and what it brings into it; a look back at a finished course begins at its beginning. */
const sequencingAt = async (
  em: EntityManager,
  attempt: AttemptRow,
  { tree }: PlayedPackage,
  mode: Pass['mode'],
): Promise<{ state: SequencingState; brought: SharedState }> => {
  const first = firstSequencing(attempt.id);
  if (!tree || mode !== 'normal') return { state: first, brought: { objectives: {}, stores: {} } };
  const before = (await sequencingOf(em, [attempt.id])).get(attempt.id) ?? first;
  const brought = newsOf(tree, before, await sharedOf(em, attempt.person_id, sharedIds(tree)));
  return { state: withBrought(before, brought), brought };
};

const staticPart = ({ standard, bothApis, items }: PlayedPackage) => ({
  standard: standard as RuntimeLeased['standard'],
  bothApis,
  items: [...items],
});

/** Reading what was recorded, and a new lease, need the sign-in that the launch came from; handing in records does not. */
const demandSignedIn = async (em: EntityManager, pass: Pass): Promise<void> => {
  const alive = await row(
    em,
    `select 1 from content.launch l join identity.pub_session s on s.token_hash = l.session_hash
     where l.id = $1 and s.expires_at > clock_timestamp()`,
    [pass.launchId],
  );
  if (!alive || !pass.fresh) throw new Problem('not-signed-in', 'content.sign-in-needed');
};

const extend = (em: EntityManager, launchId: string): Promise<object[]> =>
  rows(
    em,
    `update content.launch set expires_at = clock_timestamp() + interval '12 hours', commits_until = clock_timestamp() + interval '30 days'
     where id = $1`,
    [launchId],
  );
