import { hash } from 'node:crypto';
import type pg from 'pg';
import type { Actor } from '@aula/contracts';
import { GroupCommit } from '../database/group-commit.js';

/** SHA-256 of a session's or access token's secret; only the hash is stored. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

interface SessionRow {
  token_hash: Buffer;
  person_id: string;
  language: string;
  grants: unknown;
}

/** Looks tokens up in `identity.pub_session`, many in one statement and without a cache: a sign-out holds at once. */
export class Sessions {
  private readonly lookups: GroupCommit<Buffer, Actor | undefined>;

  constructor(private readonly pool: pg.Pool) {
    this.lookups = new GroupCommit((hashes) => this.read(hashes), { batch: 64, waiting: 5_000, inFlight: 2 });
  }

  /** The person behind a token; undefined when it is unknown, expired, or its person may not sign in. */
  actorOf(token: string): Promise<Actor | undefined> {
    return this.lookups.add(tokenHash(token));
  }

  private async read(hashes: Buffer[]): Promise<(Actor | undefined)[]> {
    const found = await this.pool.query<SessionRow>({
      name: 'session-lookup',
      text: `select token_hash, person_id, language, grants from identity.pub_session
             where token_hash = any($1::bytea[]) and expires_at > clock_timestamp()`,
      values: [hashes],
    });
    const byHash = new Map(found.rows.map((each) => [each.token_hash.toString('hex'), toActor(each)]));
    return hashes.map((hash) => byHash.get(hash.toString('hex')));
  }
}

const toActor = (session: SessionRow): Actor =>
  ({ personId: session.person_id, language: session.language, grants: session.grants }) as Actor;
