import { jobs, type House, type JobDeclaration, type JobKind } from '@aula/contracts';
import { row, rows } from '../database/rows.js';
import type { Ids } from '../ids.js';
import { repeat } from '../in-order.js';
import type { Logger } from '../log.js';
import { describe } from './deliveries.js';
import type { EachHandler, Handlers, LeaseHandler } from './handlers.js';
import { withContext } from './request-context.js';
import type { Work } from './work.js';

/** How long a claim holds without a sign of life. */
const leaseSeconds = 60;
interface Claim {
  token: string;
  jobs: { id: string; subject: string | null }[];
  /** More rows were due than these, or may be. */
  more: boolean;
}

/** Whom the runner tells where to look next. What is told may get lost: the sweeper looks by itself. */
export interface Bell {
  /** Rows of `kind` are due again in `ms`. */
  later(kind: JobKind, ms: number): void;
  /** There is more of `kind` than one slot takes: another one is to help, the `helper`-th. */
  help(kind: JobKind, helper: number): unknown;
}
/** What a runner works with. */
export interface Bench {
  readonly house: House;
  readonly work: Work;
  readonly handlers: Handlers;
  readonly ids: Ids;
  readonly log: Logger;
  readonly bell: Bell;
}

/** Claims job rows by state and has their handler do them. Any process may die at any line: the row is claimed again. */
export class JobRunner {
  private stopping = false;

  constructor(private readonly bench: Bench) {}

  /** No further claim is made; what is in hand is finished. */
  stop(): void {
    this.stopping = true;
  }

  /** Works all due jobs of `kind`, as the `helper`-th slot that was asked to. Returns how many rows were claimed. */
  async drain(kind: JobKind, helper = 0): Promise<number> {
    let claimed = 0;
    await repeat(async () => {
      if (this.stopping) return false;
      const claim = await this.claim(kind, jobs[kind]);
      const { chunk, helped }: JobDeclaration = jobs[kind];
      if (helped && claimed === 0 && claim.jobs.length === chunk) void this.bench.bell.help(kind, helper + 1);
      claimed += claim.jobs.length;
      if (claim.jobs.length > 0) await this.perform(kind, claim);
      return claim.more;
    });
    return claimed;
  }

  /**
   * Takes due rows of equal attempt count, and fewer of them the more often they failed, so that one bad row ends up alone and the
   * others are done. The attempt is counted before the work. Due rows are looked for once: the index still names those lately taken.
   */
  private async claim(kind: JobKind, { chunk }: JobDeclaration): Promise<Claim> {
    const token = this.bench.ids.next();
    const claimed = await this.bench.work.run((em) =>
      rows<{ id: string; subject: string | null; due: number }>(
        em,
        `with due as materialized (
           select id, attempts from platform.job
           where kind = $1 and state = 'pending' and run_after <= clock_timestamp() order by attempts, id limit $2
           for update skip locked),
         next as (
           select id from due where attempts = (select min(attempts) from due) order by id
           limit (select greatest(1, $2::int / power(10, least(min(attempts), 4))::int) from due))
         update platform.job j
         set state = 'running', attempts = j.attempts + 1, lease_token = $3, lease_until = clock_timestamp() + make_interval(secs => $4)
         where j.id = any (array(select id from next)) -- not a join: over a long table the planner would read all of it for each chunk
         returning j.id, j.subject, (select count(*) from due)::int as due`,
        [kind, chunk, token, leaseSeconds],
      ),
    );
    const due = claimed[0]?.due ?? 0;
    return { token, jobs: claimed, more: due === chunk || due > claimed.length };
  }

  private async perform(kind: JobKind, claim: Claim): Promise<void> {
    const handler = this.bench.handlers.jobs.get(kind);
    try {
      if (!handler) throw new Error(`${this.bench.house} has no handler for ${kind}`);
      await withContext({ requestId: `job:${claim.jobs[0]!.id}` }, () =>
        jobs[kind].mode === 'each' ? this.each(handler as EachHandler, claim) : this.leased(handler as LeaseHandler, claim),
      );
    } catch (error) {
      await this.fail(kind, claim, error);
    }
  }

  /** The mark "done" holds the rows until it and the handler's change commit together. */
  private async each(handler: EachHandler, claim: Claim): Promise<void> {
    await this.bench.work.run(async (em, record) => {
      const held = await rows<{ subject: string }>(em, `${doneSql} returning subject`, [claim.token]);
      if (held.length > 0)
        await handler(
          held.map((job) => job.subject),
          em,
          record,
        );
    });
  }

  /** The handler opens transactions of its own; each of them extends the lease and fails when another worker has taken it over. */
  private async leased(handler: LeaseHandler, claim: Claim): Promise<void> {
    const hold = async (): Promise<void> => {
      await this.bench.work.run((em) => extend(em, claim.token));
    };
    const beat = setInterval(() => void hold().catch(() => undefined), (leaseSeconds / 4) * 1_000);
    try {
      await withContext({ guard: (em) => extend(em, claim.token) }, () => handler(claim.jobs[0]!.subject));
      await this.bench.work.run((em) => rows(em, doneSql, [claim.token]));
    } finally {
      clearInterval(beat);
    }
  }

  private async fail(kind: JobKind, claim: Claim, error: unknown): Promise<void> {
    this.bench.log.error({ err: error, job: kind, rows: claim.jobs.length }, 'an order failed');
    const failed = await this.bench.work.run((em) =>
      rows<{ ms: number }>(
        em,
        `update platform.job
         set state = case when attempts >= $3 then 'dead' else 'pending' end, lease_token = null, lease_until = null, last_error = $2,
             run_after = clock_timestamp() + make_interval(secs => case when $4 > 1 then 0.1 else least(300, power(2, attempts)) end)
         where lease_token = $1 and state = 'running'
         returning ceil(extract(epoch from run_after - clock_timestamp()) * 1000)::int as ms`,
        [claim.token, describe(error), jobs[kind].attempts, claim.jobs.length],
      ),
    );
    if (failed.length > 0) this.bench.bell.later(kind, Math.max(...failed.map(({ ms }) => ms)));
  }
}

const doneSql = `update platform.job set state = 'done', done_at = clock_timestamp(), lease_until = null, last_error = null
  where lease_token = $1 and state = 'running'`;

const extend = async (em: Parameters<typeof row>[0], token: string): Promise<void> => {
  const held = await row(
    em,
    `update platform.job set lease_until = clock_timestamp() + make_interval(secs => $2) where lease_token = $1 and state = 'running' returning 1`,
    [token, leaseSeconds],
  );
  if (!held) throw new Error('the lease of this order was taken over');
};
