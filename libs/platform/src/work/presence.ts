import type pg from 'pg';
import type { Ids } from '../ids.js';

/** Shows that a worker is there: which houses it works for, when the queue last spoke to it, and what its clock says. */
export class Presence {
  private readonly id: string;

  constructor(
    private readonly pool: pg.Pool,
    private readonly houses: readonly string[],
    ids: Ids,
  ) {
    this.id = ids.next();
  }

  /** Says so. `silence`: milliseconds since the queue was heard; `now`: the process's clock, in milliseconds since 1970. */
  async tell(silence: number, now: number): Promise<void> {
    await this.pool.query(
      `insert into platform.process (id, houses, queue_silent_ms, clock_ms)
       values ($1, $2, $3, $4::double precision - extract(epoch from clock_timestamp()) * 1000)
       on conflict (id) do update set seen_at = clock_timestamp(), queue_silent_ms = excluded.queue_silent_ms, clock_ms = excluded.clock_ms`,
      [this.id, this.houses, silence, now],
    );
  }

  async leave(): Promise<void> {
    await this.pool.query('delete from platform.process where id = $1', [this.id]);
  }
}
