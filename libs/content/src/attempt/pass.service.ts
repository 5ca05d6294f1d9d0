import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { GroupCommit, POOL, Problem, SETTINGS, tokenHash, type Settings } from '@aula/platform';
import { labelOf } from './launch.entity.js';

/** What a token opens: one attempt, or one preview, on its own host. */
export interface Pass {
  launchId: string;
  attemptId: string | null;
  packageId: string;
  personId: string;
  hostLabel: string;
  mode: 'normal' | 'browse' | 'review';
  /** Its enrollment was withdrawn: it opens nothing, and what comes now is set aside. */
  withdrawn: boolean;
  /** Within 12 hours of its last use; afterwards it only hands in what a device kept. */
  fresh: boolean;
  /** Used for more than an hour since it was renewed. */
  renew: boolean;
}
type Kind = 'token_hash' | 'files_hash';

/** Finds the pass behind a token, many in one statement and without a cache: a withdrawal holds at once. */
@Injectable()
export class PassService {
  private readonly tokens: GroupCommit<Buffer, Pass | undefined>;
  private readonly files: GroupCommit<Buffer, Pass | undefined>;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const lookUp = (kind: Kind) =>
      new GroupCommit((hashes: Buffer[]) => this.read(kind, hashes), { batch: 64, waiting: 5_000, inFlight: 2 });
    this.tokens = lookUp('token_hash');
    this.files = lookUp('files_hash');
  }

  /**
   * The pass of a runtime token on this host. Problems: not-signed-in `content.token-refused` for any other, and any other host; gone
   * `content.enrollment-withdrawn`.
   */
  async ofToken(token: string | undefined, host: string): Promise<Pass> {
    return opening(await this.find(this.tokens, token, host));
  }

  /** The same for handing in records: a withdrawn one, too, for what its device still holds. Problem: not-signed-in `content.token-refused`. */
  async toHandIn(token: string | undefined, host: string): Promise<Pass> {
    return there(await this.find(this.tokens, token, host));
  }

  /** The pass that one of the files cookies is on this host. Problems: as of a token. */
  async ofFiles(secrets: readonly string[], host: string): Promise<Pass> {
    const passes = await Promise.all(secrets.map((secret) => this.find(this.files, secret, host)));
    const pass = opening(passes.find((each) => each !== undefined));
    if (!pass.fresh) throw refused();
    return pass;
  }

  private async find(lookUps: GroupCommit<Buffer, Pass | undefined>, secret: string | undefined, host: string): Promise<Pass | undefined> {
    const label = labelOf(host, this.settings.contentDomain);
    const pass = secret && label ? await lookUps.add(tokenHash(secret)) : undefined;
    return pass?.hostLabel === label ? pass : undefined;
  }

  private async read(kind: Kind, hashes: Buffer[]): Promise<(Pass | undefined)[]> {
    const found = await this.pool.query<Pass & { turn: number }>({
      name: `launch-by-${kind}`,
      text: `select turn::int, id as "launchId", attempt_id as "attemptId", package_id as "packageId", person_id as "personId",
               host_label as "hostLabel", mode, revoked_at is not null as withdrawn, expires_at > clock_timestamp() as fresh,
               expires_at between clock_timestamp() and clock_timestamp() + interval '11 hours' as renew
             from unnest($1::bytea[]) with ordinality as asked(hash, turn) join content.launch on ${kind} = hash
             where commits_until > clock_timestamp()`,
      values: [hashes],
    });
    const byTurn = new Map(found.rows.map((pass) => [pass.turn, pass]));
    return hashes.map((_, at) => byTurn.get(at + 1));
  }
}

const there = (pass: Pass | undefined): Pass => {
  if (!pass) throw refused();
  return pass;
};
const opening = (found: Pass | undefined): Pass => {
  const pass = there(found);
  if (pass.withdrawn) throw new Problem('gone', 'content.enrollment-withdrawn');
  return pass;
};
const refused = (): Problem => new Problem('not-signed-in', 'content.token-refused');
