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
}

/** Claims job rows by state and has their handler do them. Any process may die at any line: the row is claimed again. */
export class JobRunner {
  private stopping = false;

  constructor(
    private readonly house: House,
    private readonly work: Work,
    private readonly handlers: Handlers,
    private readonly ids: Ids,
    private readonly log: Logger,
  ) {}

  /** No further claim is made; what is in hand is finished. */
  stop(): void {
    this.stopping = true;
  }

  /** Works all due jobs of `kind`. Returns how many rows were claimed. */
  async drain(kind: JobKind): Promise<number> {
    let claimed = 0;
    await repeat(async () => {
      if (this.stopping) return false;
      const claim = await this.claim(kind, jobs[kind]);
      claimed += claim.jobs.length;
      if (claim.jobs.length > 0) await this.perform(kind, claim);
      return claim.jobs.length > 0;
    });
    return claimed;
  }

  /**
   * Takes due rows of equal attempt count, and fewer of them the more often they failed, so that one bad row ends up alone and the
   * others are done. The attempt is counted before the work.
   */
  private async claim(kind: JobKind, { chunk }: JobDeclaration): Promise<Claim> {
    const token = this.ids.next();
    const claimed = await this.work.run((em) =>
      rows<{ id: string; subject: string | null }>(
        em,
        `with first as (
           select attempts from platform.job
           where kind = $1 and state = 'pending' and run_after <= clock_timestamp() order by attempts, id limit 1),
         next as (
           select id from platform.job
           where kind = $1 and state = 'pending' and run_after <= clock_timestamp() and attempts = (select attempts from first)
           order by id
           limit (select greatest(1, $2::int / power(10, least(attempts, 4))::int) from first)
           for update skip locked)
         update platform.job j
         set state = 'running', attempts = j.attempts + 1, lease_token = $3, lease_until = clock_timestamp() + make_interval(secs => $4)
         where j.id = any (array(select id from next)) -- not a join: over a long table the planner would read all of it for each chunk
         returning j.id, j.subject`,
        [kind, chunk, token, leaseSeconds],
      ),
    );
    return { token, jobs: claimed };
  }

  private async perform(kind: JobKind, claim: Claim): Promise<void> {
    const handler = this.handlers.jobs.get(kind);
    try {
      if (!handler) throw new Error(`${this.house} has no handler for ${kind}`);
      await withContext({ requestId: `job:${claim.jobs[0]!.id}` }, () =>
        jobs[kind].mode === 'each' ? this.each(handler as EachHandler, claim) : this.leased(handler as LeaseHandler, claim),
      );
    } catch (error) {
      await this.fail(kind, claim, error);
    }
  }

  /** The handler's change and the mark "done" commit together. */
  private async each(handler: EachHandler, claim: Claim): Promise<void> {
    await this.work.run(async (em, record) => {
      const held = await rows<{ subject: string }>(
        em,
        `select subject from platform.job where lease_token = $1 and state = 'running' order by id for update`,
        [claim.token],
      );
      if (held.length === 0) return;
      await handler(
        held.map((job) => job.subject),
        em,
        record,
      );
      await rows(em, doneSql, [claim.token]);
    });
  }

  /** The handler opens transactions of its own; each of them extends the lease and fails when another worker has taken it over. */
  private async leased(handler: LeaseHandler, claim: Claim): Promise<void> {
    const hold = async (): Promise<void> => {
      await this.work.run((em) => extend(em, claim.token));
    };
    const beat = setInterval(() => void hold().catch(() => undefined), (leaseSeconds / 4) * 1_000);
    try {
      await withContext({ guard: (em) => extend(em, claim.token) }, () => handler(claim.jobs[0]!.subject));
      await this.work.run((em) => rows(em, doneSql, [claim.token]));
    } finally {
      clearInterval(beat);
    }
  }

  private async fail(kind: JobKind, claim: Claim, error: unknown): Promise<void> {
    this.log.error({ err: error, job: kind, rows: claim.jobs.length }, 'an order failed');
    await this.work.run((em) =>
      rows(
        em,
        `update platform.job
         set state = case when attempts >= $3 then 'dead' else 'pending' end, lease_token = null, lease_until = null, last_error = $2,
             run_after = clock_timestamp() + make_interval(secs => case when $4 > 1 then 0.1 else least(300, power(2, attempts)) end)
         where lease_token = $1 and state = 'running'`,
        [claim.token, describe(error), jobs[kind].attempts, claim.jobs.length],
      ),
    );
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
