import type pg from 'pg';
import { Problem } from '../problem.js';

export interface RateLimit {
  /** Names what is limited, without personal data in clear: callers hash addresses. */
  key: string;
  limit: number;
  windowSeconds: number;
}

/** Budgets kept in PostgreSQL, so that a wiped queue or a restart gives nobody new tries. */
export class RateLimits {
  constructor(private readonly pool: pg.Pool) {}

  /** Spends one of the budget. Problem: too-many `too-many-requests` with Retry-After when nothing is left of it. */
  async spend({ key, limit, windowSeconds }: RateLimit): Promise<void> {
    const result = await this.pool.query<{ spent: number; seconds: number }>({
      name: 'rate-spend',
      text: `insert into platform.rate as r (key, window_start, spent) values ($1, clock_timestamp(), 1)
             on conflict (key) do update set
               spent = case when r.window_start < clock_timestamp() - make_interval(secs => $2) then 1 else r.spent + 1 end,
               window_start = case when r.window_start < clock_timestamp() - make_interval(secs => $2) then clock_timestamp() else r.window_start end
             returning spent, ceil(extract(epoch from window_start + make_interval(secs => $2) - clock_timestamp()))::int as seconds`,
      values: [key, windowSeconds],
    });
    const { spent, seconds } = result.rows[0]!;
    if (spent > limit) throw new Problem('too-many', 'too-many-requests', { seconds }, { retryAfter: seconds });
  }

  /** Forgets what was spent, after a success. */
  async forgive(key: string): Promise<void> {
    await this.pool.query('delete from platform.rate where key = $1', [key]);
  }
}
