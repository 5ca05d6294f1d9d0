import { Injectable } from '@nestjs/common';
import type { Items, RuntimeAcknowledged, RuntimeCommit, RuntimeRecord } from '@aula/contracts';
import { whereabouts } from '@aula/scorm';
import { Clock, GroupCommit, Problem, Work, type Recorder, type Statements } from '@aula/platform';
import { judge, resultOf, sameResult, type Verdict } from './attempt.entity.js';
import { heldOf, lockAttempts, type AttemptRow } from './attempt.queries.js';
import { writeCommits, type CommitWrites } from './commit.queries.js';
import { FoldingService, type Progress } from './folding.service.js';
import { PassService } from './pass.service.js';
import { RecordBudget } from './room.entity.js';
import type { SequencingChange } from './sequencing.entity.js';

interface Sent {
  attemptId: string;
  launchId: string;
  renew: boolean;
  /** Its enrollment was withdrawn meanwhile. */
  withdrawn: boolean;
  epoch: number;
  records: RuntimeRecord[];
}

/**
 * Takes what players send. Commits that arrive together share one transaction: it locks their attempts, judges each commit by epoch and
 * sequence, keeps the records, folds them into the runtime data, and says what progressed. The answer follows its COMMIT.
 */
@Injectable()
export class CommitService {
  private readonly group: GroupCommit<Sent, Verdict>;
  private readonly budget = new RecordBudget();

  constructor(
    private readonly passes: PassService,
    private readonly folding: FoldingService,
    private readonly work: Work,
    private readonly clock: Clock,
  ) {
    this.group = new GroupCommit((sent: Sent[]) => this.write(sent));
  }

  /**
   * Takes records of one lease. Problems: not-signed-in `content.token-refused`; gone `content.enrollment-withdrawn`, which tells how far
   * the records were set aside; conflict `content.stale-epoch`; precondition-failed `content.sequence-gap`; invalid
   * `content.epoch-unknown`; too-many `too-many-requests`, which no package comes to.
   */
  async commit(host: string, token: string | undefined, { epoch, records, nonce }: RuntimeCommit): Promise<RuntimeAcknowledged> {
    const { attemptId, launchId, renew, withdrawn } = await this.passes.toHandIn(token, host);
    if (attemptId === null) throw new Problem('not-signed-in', 'content.token-refused');
    const seconds = this.budget.spend(attemptId, records.length, this.clock.now().getTime());
    if (seconds > 0) throw new Problem('too-many', 'too-many-requests', { seconds }, { retryAfter: seconds });
    const verdict = await this.group.add({ attemptId, launchId, renew, withdrawn, epoch, records });
    switch (verdict.kind) {
      case 'take':
        return { ack: verdict.ack, nonce };
      case 'stale': {
        const members = { current: verdict.current, quarantinedThrough: verdict.through, nonce };
        throw new Problem('conflict', 'content.stale-epoch', {}, { members });
      }
      case 'withdrawn': {
        const members = { quarantinedThrough: verdict.through, nonce };
        throw new Problem('gone', 'content.enrollment-withdrawn', {}, { members });
      }
      case 'gap':
        throw new Problem('precondition-failed', 'content.sequence-gap', {}, { members: { expect: verdict.expect, nonce } });
      case 'unknown-epoch':
        if (withdrawn) throw new Problem('gone', 'content.enrollment-withdrawn');
        throw new Problem('invalid', 'content.epoch-unknown');
    }
  }

  private write(sent: Sent[]): Promise<Verdict[]> {
    return this.work.group(async (client, record) => {
      const attempts = await lockAttempts(client, [...new Set(sent.map((each) => each.attemptId))]);
      const progress = new Map(attempts.map((locked) => [locked.id, begin(locked)]));
      const astray = await parted(client, sent, progress);
      const verdicts = sent.map((each) => (astray.has(each) ? aside(each) : take(progress.get(each.attemptId), each)));
      const moved = [...progress.values()].filter(({ fresh }) => fresh.length > 0);
      await this.folding.fold(client, moved);
      await writeCommits(client, writesOf(sent, verdicts, moved));
      say(record, moved);
      return verdicts;
    });
  }
}

/**
 * Commits whose repeated records are not the ones that are held: a device lost the last of them, as a killed browser or an old back-up
 * does, and gave their numbers out again without a line. Skipping these would drop work; so they are another lease in all but name.
 */
const parted = async (on: Statements, sent: readonly Sent[], progress: ReadonlyMap<string, Progress>): Promise<ReadonlySet<Sent>> => {
  const repeated = sent.flatMap((each) => {
    const { epoch, last_seq } = progress.get(each.attemptId)?.locked ?? { epoch: 0, last_seq: 0 };
    return each.epoch === epoch ? each.records.filter(({ seq }) => seq <= last_seq).map((record) => ({ each, record })) : [];
  });
  const held = await heldOf(
    on,
    repeated.map(({ each: { attemptId, epoch }, record: { seq } }) => ({ attemptId, epoch, seq })),
  );
  const known = new Map(held.map((row) => [`${row.attempt_id} ${row.seq}`, row]));
  const differs = ({ attemptId }: Sent, { seq, t, kind, scoId }: RuntimeRecord): boolean => {
    const row = known.get(`${attemptId} ${seq}`);
    return row !== undefined && (row.client_ms !== t || row.kind !== kind || row.sco_id !== scoId);
  };
  return new Set(repeated.filter(({ each, record }) => differs(each, record)).map(({ each }) => each));
};

const aside = ({ epoch, records }: Sent): Verdict => ({
  kind: 'stale',
  current: epoch,
  through: throughOf(records),
});

const throughOf = (records: readonly RuntimeRecord[]): number => records.reduce((most, { seq }) => Math.max(most, seq), 0);

const begin = (locked: AttemptRow): Progress => ({
  locked,
  lastSeq: locked.last_seq,
  fresh: [],
  played: undefined,
  changes: [],
  differences: [],
  sequencing: null,
  result: resultOf(locked),
  rareUnits: locked.rare_units,
  overfull: false,
});

/** Judges one commit against what the group has made of its attempt so far. */
const take = (progress: Progress | undefined, { epoch, records, withdrawn }: Sent): Verdict => {
  if (!progress) return { kind: 'unknown-epoch' };
  const verdict = judge({ epoch: progress.locked.epoch, lastSeq: progress.lastSeq }, { epoch, records });
  if (withdrawn && verdict.kind !== 'unknown-epoch') return { kind: 'withdrawn', through: throughOf(records) };
  if (verdict.kind === 'take') {
    progress.fresh.push(...verdict.fresh);
    progress.lastSeq = verdict.ack;
  }
  return verdict;
};

/** Why a commit is set aside; [] for one that is not. */
const asideAs = (verdict: Verdict | undefined): CommitWrites['quarantined'][number]['reason'][] => {
  if (verdict?.kind === 'stale') return ['stale-epoch'];
  return verdict?.kind === 'withdrawn' ? ['withdrawn'] : [];
};

const writesOf = (sent: Sent[], verdicts: Verdict[], moved: Progress[]): CommitWrites => ({
  records: moved.flatMap(({ locked, fresh }) => fresh.map((record) => ({ attemptId: locked.id, epoch: locked.epoch, record }))),
  quarantined: sent.flatMap(({ attemptId, epoch, records }, at) =>
    asideAs(verdicts[at]).flatMap((reason) => records.map((record) => ({ attemptId, epoch, reason, record }))),
  ),
  refused: sent.flatMap(({ attemptId, epoch }, at) => {
    const reason = verdicts[at]?.kind;
    if (reason !== 'gap' && reason !== 'unknown-epoch') return [];
    return [{ attemptId, epoch: reason === 'gap' ? epoch : 0, reason }]; // numbers that were never issued are counted together
  }),
  scos: moved.flatMap(({ changes }) => changes.map(({ row }) => row)),
  suspendData: moved.flatMap(({ locked, changes }) =>
    changes.flatMap(({ row, suspend }) => (suspend === undefined ? [] : [{ attemptId: locked.id, scoId: row.sco_id, data: suspend }])),
  ),
  rest: moved.flatMap(({ locked, changes }) =>
    changes.flatMap(({ row, rest, anew }) =>
      Object.keys(rest).length === 0 && !anew ? [] : [{ attemptId: locked.id, scoId: row.sco_id, elements: rest, anew }],
    ),
  ),
  sequencing: moved.flatMap(({ locked, sequencing }) => (sequencing ? [{ attemptId: locked.id, state: sequencing.state }] : [])),
  sharedObjectives: onceEach(moved, ({ objectives }) => objectives).map(({ value, ...key }) => ({ ...key, state: value })),
  sharedStores: onceEach(moved, ({ stores }) => stores).map(({ value, ...key }) => ({ ...key, data: value })),
  attempts: moved.map(({ locked, lastSeq, fresh, result, rareUnits, overfull }) => {
    const { open, gone } = whereabouts(locked.open_sco, fresh);
    return { id: locked.id, lastSeq, openSco: open, gone, result, rareUnits, overfull };
  }),
  differences: moved.flatMap(({ locked, differences }) =>
    differences.map((each) => ({ ...each, attemptId: locked.id, epoch: locked.epoch })),
  ),
  due: moved.flatMap(dueOf),
  renewed: [...new Set(sent.filter(({ renew }) => renew).map(({ launchId }) => launchId))],
});

/** What reports have to read again. */
const dueOf = ({ locked, changes, result }: Progress): CommitWrites['due'] => {
  const answered = changes.filter(({ rest }) => Object.keys(rest).some((element) => element.startsWith('cmi.interactions.')));
  const completed = result.completion === 'completed' && locked.completion !== 'completed';
  return [...answered.map(({ row }) => row.sco_id), ...(completed ? [''] : [])].map((scoId) => ({ attemptId: locked.id, scoId }));
};

/** What attempts share by person and id, each once: two attempts of one person may meet in a group. */
const onceEach = <V>(moved: Progress[], of: (shared: SequencingChange['shared']) => Record<string, V>) => {
  const all = moved.flatMap(({ locked, sequencing }) =>
    Object.entries(sequencing ? of(sequencing.shared) : {}).map(([id, value]) => ({ personId: locked.person_id, id, value })),
  );
  return [...new Map(all.map((each) => [`${each.personId} ${each.id}`, each])).values()];
};

/** Facts and audit of what others are to know; a change of time alone is none. */
const say = (record: Recorder, moved: Progress[]): void => {
  const news = moved.filter(({ locked, result }) => !sameResult(locked, result));
  const items = news.map(({ locked, result }) => ({
    enrollmentId: locked.enrollment_id,
    unitId: locked.unit_id,
    progress: result.progress,
    completion: result.completion,
    success: result.success,
    score: result.scaled,
  }));
  record('unit.progressed', items as Items<'unit.progressed'>);
  const judged = news.filter(({ locked, result }) => locked.completion !== result.completion || locked.success !== result.success);
  record.audit(
    'content-attempt',
    'progressed',
    judged.map(({ locked }) => locked.id),
  );
};
