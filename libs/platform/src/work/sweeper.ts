import type pg from 'pg';
import { jobs, type JobKind } from '@aula/contracts';
import type { Ids } from '../ids.js';
import { mostDeliveryAttempts } from './deliveries.js';

/** What the queue is told: look for work of these kinds. */
export type Trigger = (kinds: JobKind[]) => Promise<void>;
const scheduled = (Object.keys(jobs) as JobKind[]).filter((kind) => 'everySeconds' in jobs[kind]);
const everySeconds = (kind: JobKind): number => (jobs[kind] as { everySeconds?: number }).everySeconds ?? 0;

/** Days that done work stays visible. */
const keepDays = 14;
const stopped = 'the worker stopped while it worked on this';

/** Sees to it that due work is looked at, whatever happened to the queue. Any number of sweepers may run. */
export class Sweeper {
  private purgedAt = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly ids: Ids,
    private readonly trigger: Trigger,
  ) {}

  /** One round: orders by the clock, frees what dead workers held, adds triggers for what is due, removes old done rows once an hour. */
  async sweep(now: number): Promise<void> {
    await this.orderScheduled();
    await this.freeExpired();
    await this.buryDeliveries();
    const due = await this.pool.query<{ kind: JobKind }>(
      `select distinct kind from platform.job where state = 'pending' and run_after <= clock_timestamp()`,
    );
    const known = due.rows.map((each) => each.kind).filter((kind) => kind in jobs);
    if (known.length > 0) await this.trigger(known);
    if (now - this.purgedAt > 3_600_000) {
      await this.purge();
      this.purgedAt = now;
    }
  }

  private async orderScheduled(): Promise<void> {
    await this.pool.query(
      `with due as (
         insert into platform.schedule as s (kind, ordered_at)
         select kind, clock_timestamp() from unnest($1::text[], $2::int[]) as k(kind, seconds) order by kind
         on conflict (kind) do update set ordered_at = excluded.ordered_at
         where s.ordered_at < clock_timestamp() - make_interval(secs => (
           select seconds from unnest($1::text[], $2::int[]) as k(kind, seconds) where k.kind = s.kind))
         returning kind)
       insert into platform.job (id, kind) select k.id, d.kind from due d join unnest($1::text[], $3::uuid[]) as k(kind, id) using (kind)
       where not exists (select from platform.job j where j.kind = d.kind and j.state = 'pending')`,
      [scheduled, scheduled.map(everySeconds), scheduled.map(() => this.ids.next())],
    );
  }

  /**
   * A claim without a sign of life goes back; its attempt counts, so a row that kills its worker becomes a dead letter. A row that somebody
   * holds is worked on: its worker lives.
   */
  private async freeExpired(): Promise<void> {
    const kinds = Object.keys(jobs) as JobKind[];
    await this.pool.query(
      `with expired as (
         select j.id, j.attempts >= k.attempts as worn
         from platform.job j join unnest($1::text[], $2::int[]) as k(kind, attempts) using (kind)
         where j.state = 'running' and j.lease_until < clock_timestamp() for update of j skip locked)
       update platform.job j
       set state = case when e.worn then 'dead' else 'pending' end, lease_token = null, lease_until = null,
           last_error = coalesce(j.last_error, $3)
       from expired e where j.id = e.id`,
      [kinds, kinds.map((kind) => jobs[kind].attempts), stopped],
    );
  }

  /** A delivery whose last attempt neither succeeded nor failed killed its worker each time: a dead letter. */
  private async buryDeliveries(): Promise<void> {
    await this.pool.query(
      `with worn as (
         select event_id, consumer from platform.delivery
         where state = 'pending' and attempts >= $1 and run_after <= clock_timestamp() for update skip locked)
       update platform.delivery d set state = 'dead', last_error = coalesce(d.last_error, $2)
       from worn w where d.event_id = w.event_id and d.consumer = w.consumer`,
      [mostDeliveryAttempts, stopped],
    );
  }

  private async purge(): Promise<void> {
    const old = `clock_timestamp() - interval '${keepDays} days'`;
    await this.pool.query(`delete from platform.job where state = 'done' and done_at < ${old}`);
    await this.pool.query(`delete from platform.job where state = 'cancelled' and done_at < ${old}`);
    await this.pool.query(`delete from platform.delivery where state = 'done' and done_at < ${old}`);
    await this.pool.query(
      `delete from platform.event e where recorded_at < ${old} and not exists (select from platform.delivery d where d.event_id = e.id)`,
    );
    await this.pool.query(`delete from platform.idempotency where created_at < clock_timestamp() - interval '2 days'`);
    await this.pool.query(`delete from platform.process where seen_at < clock_timestamp() - interval '1 day'`);
    await this.pool.query(`delete from platform.rate where window_start < clock_timestamp() - interval '1 day'`);
  }
}
