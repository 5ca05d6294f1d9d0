import { hash } from 'node:crypto';
import type pg from 'pg';
import type { Actor } from '@aula/contracts';
import { GroupCommit } from '../database/group-commit.js';

/** Milliseconds to within which the last use of an access token is known. */
const notedMs = 600_000;
const mostNoted = 10_000;

/** SHA-256 of a session's or access token's secret; only the hash is stored. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

/** Who is signed in, and whether they have a second factor: those who have one came in with it. */
interface SignedIn {
  actor: Actor;
  secondFactor: boolean;
}
interface SessionRow {
  token_hash: Buffer;
  kind: string;
  person_id: string;
  language: string;
  grants: unknown;
  second_factor: boolean | null;
}

/** Looks tokens up in `identity.pub_session`, many in one statement and without a cache: a sign-out holds at once. */
export class Sessions {
  private readonly noted = new Map<string, number>();
  private readonly lookups: GroupCommit<Buffer, SignedIn | undefined>;

  constructor(private readonly pool: pg.Pool) {
    this.lookups = new GroupCommit((hashes) => this.read(hashes), { batch: 64, waiting: 5_000, inFlight: 2 });
  }

  /** The person behind the token of this hash; undefined when it is unknown, expired, or its person may not sign in. */
  behind(hash: Buffer): Promise<SignedIn | undefined> {
    return this.lookups.add(hash);
  }

  private async read(hashes: Buffer[]): Promise<(SignedIn | undefined)[]> {
    const found = await this.pool.query<SessionRow>({
      name: 'session-lookup',
      text: `select token_hash, kind, person_id, language, grants, second_factor from identity.pub_session
             where token_hash = any($1::bytea[]) and expires_at > clock_timestamp()`,
      values: [hashes],
    });
    await this.noteUse(found.rows);
    const byHash = new Map(found.rows.map((each) => [each.token_hash.toString('hex'), toSignedIn(each)]));
    return hashes.map((hash) => byHash.get(hash.toString('hex')));
  }

  /** Notes that access tokens are in use, now and then: scripts ask far more often than it matters. */
  private async noteUse(found: readonly SessionRow[]): Promise<void> {
    const now = performance.now();
    const used = found.filter(({ kind, token_hash: hash }) => {
      const last = this.noted.get(hash.toString('hex'));
      return kind === 'access-token' && (last === undefined || now - last > notedMs);
    });
    if (used.length === 0) return;
    if (this.noted.size > mostNoted) this.noted.clear();
    used.forEach(({ token_hash: hash }) => this.noted.set(hash.toString('hex'), now));
    await this.pool.query(
      `insert into platform.token_use (token_hash) select distinct h from unnest($1::bytea[]) h order by h
       on conflict (token_hash) do update set used_at = clock_timestamp()`,
      [used.map(({ token_hash: hash }) => hash)],
    );
  }
}

const toSignedIn = (session: SessionRow): SignedIn => ({
  actor: { personId: session.person_id, language: session.language, grants: session.grants } as Actor,
  secondFactor: session.second_factor === true,
});
