import { hash } from 'node:crypto';
import type pg from 'pg';
import type { Actor } from '@aula/contracts';
import { GroupCommit } from '../database/group-commit.js';

/** SHA-256 of a session's or access token's secret; only the hash is stored. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

/** Who is signed in, and whether they have a second factor: those who have one came in with it. */
interface SignedIn {
  actor: Actor;
  secondFactor: boolean;
}
interface SessionRow {
  token_hash: Buffer;
  person_id: string;
  language: string;
  grants: unknown;
  second_factor: boolean | null;
}

/** Looks tokens up in `identity.pub_session`, many in one statement and without a cache: a sign-out holds at once. */
export class Sessions {
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
      text: `select token_hash, person_id, language, grants, second_factor from identity.pub_session
             where token_hash = any($1::bytea[]) and expires_at > clock_timestamp()`,
      values: [hashes],
    });
    const byHash = new Map(found.rows.map((each) => [each.token_hash.toString('hex'), toSignedIn(each)]));
    return hashes.map((hash) => byHash.get(hash.toString('hex')));
  }
}

const toSignedIn = (session: SessionRow): SignedIn => ({
  actor: { personId: session.person_id, language: session.language, grants: session.grants } as Actor,
  secondFactor: session.second_factor === true,
});
