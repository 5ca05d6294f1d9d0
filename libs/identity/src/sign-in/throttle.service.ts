import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL, Problem, SETTINGS, deriveKey, type Settings } from '@aula/platform';

/** Wrong passwords that are free: nobody shares an account, many people share the address of an academy. */
const freeOfAccount = 5;
const freeOfAddress = 50;
const firstDelaySeconds = 10;
const longestDelaySeconds = 900;
/** After so long without a failure the count of an account begins anew. */
const forgetSeconds = 6 * 3_600;
/**
 * An address is forgiven one wrong password in so many seconds, failures or not: a whole academy behind one address mistypes all day and
 * is never shut out for longer than a moment, and whoever guesses there gets no further than one account's guess a minute.
 */
const forgivenEverySeconds = 60;

/** The budgets of one attempt to sign in. */
export interface ThrottleKeys {
  account: Buffer;
  address: Buffer;
}

/**
 * Growing delay on wrong passwords of an account, and a steady one on those of an address (delays, never a lock: a stranger must not be
 * able to shut a chief out for good). It stands in PostgreSQL, so that neither a wiped queue nor a restart gives new tries, and it is written outside the
 * request's transaction, so that no failure is rolled back. Only keyed hashes of accounts and addresses are kept.
 */
@Injectable()
export class Throttle {
  private readonly key: Buffer;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, 'sign-in-throttle');
  }

  keysOf(account: string, address: string): ThrottleKeys {
    return { account: this.digest(`account:${account}`), address: this.digest(`address:${networkOf(address)}`) };
  }

  /** Problem: too-many `too-many-requests` with the seconds to wait while a delay runs. */
  async demand({ account, address }: ThrottleKeys): Promise<void> {
    const found = await this.pool.query<{ seconds: number | null }>(
      `select ceil(extract(epoch from max(blocked_until) - clock_timestamp()))::int as seconds
       from identity.sign_in_throttle where key = any($1) and blocked_until > clock_timestamp()`,
      [[account, address]],
    );
    const seconds = found.rows[0]?.seconds;
    if (seconds) throw new Problem('too-many', 'too-many-requests', { seconds }, { retryAfter: seconds });
  }

  /** Counts a wrong password. */
  async failed({ account, address }: ThrottleKeys): Promise<void> {
    await this.countOfAccount(account);
    await this.countOfAddress(address);
  }

  /** After a success the account starts afresh. The address does not: its owner may try other people's passwords in between. */
  async succeeded({ account }: ThrottleKeys): Promise<void> {
    await this.pool.query('delete from identity.sign_in_throttle where key = $1', [account]);
  }

  /** From the last free one on, each doubles the delay, up to a quarter of an hour. */
  private async countOfAccount(key: Buffer): Promise<void> {
    await this.pool.query(
      `insert into identity.sign_in_throttle as t (key, failures, failed_at, blocked_until)
       values ($1, 1, clock_timestamp(), clock_timestamp())
       on conflict (key) do update set
         failures = case when t.failed_at < clock_timestamp() - make_interval(secs => $2) then 1 else t.failures + 1 end,
         failed_at = clock_timestamp()`,
      [key, forgetSeconds],
    );
    await this.pool.query(
      `update identity.sign_in_throttle
       set blocked_until = clock_timestamp() + make_interval(secs => least($2::float8, $3 * power(2, least(failures - $4::int, 30))))
       where key = $1 and failures >= $4`,
      [key, longestDelaySeconds, firstDelaySeconds, freeOfAccount],
    );
  }

  /**
   * A bucket with a hole: each failure moves the end of the delay on by what forgives one. As long as it lies in the past there is room
   * left, and it never lies further back than room for all free ones.
   */
  private async countOfAddress(key: Buffer): Promise<void> {
    await this.pool.query(
      `insert into identity.sign_in_throttle as t (key, failures, failed_at, blocked_until)
       values ($1, 1, clock_timestamp(), clock_timestamp() - make_interval(secs => $2::float8 - $3))
       on conflict (key) do update set
         failures = t.failures + 1,
         failed_at = clock_timestamp(),
         blocked_until = least(
           clock_timestamp() + make_interval(secs => $4),
           greatest(t.blocked_until, clock_timestamp() - make_interval(secs => $2)) + make_interval(secs => $3))`,
      [key, (freeOfAddress - 1) * forgivenEverySeconds, forgivenEverySeconds, longestDelaySeconds],
    );
  }

  private digest(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}

/** An IPv6 customer has a whole /64 (RFC 6177): its first four groups count as one address. */
const networkOf = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
};
