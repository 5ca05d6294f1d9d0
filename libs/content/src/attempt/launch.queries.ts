import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language, LocalText } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';
import { given } from '../move/affected.queries.js';

/** A unit that a learner wants to open, as its neighbours publish it. */
export interface UnitToOpen {
  person_id: string;
  edition_id: string;
  published_at: string;
  state: string;
  opened: boolean;
  closed: boolean;
  kind: string;
  title: LocalText;
  contents: Partial<Record<Language, { packageId?: string }>>;
}

/** The enrollment's unit; undefined when there is none. Deadlines by the database's clock. */
export const unitToOpen = (em: EntityManager, enrollmentId: string, unitId: string): Promise<UnitToOpen | undefined> =>
  row(
    em,
    `select e.person_id, e.edition_id, v.published_at, e.state, e.opens_at <= clock_timestamp() as opened, e.closes_at < clock_timestamp() as closed,
       u.kind, u.title, u.contents
     from enrollment.pub_enrollment e join catalog.pub_unit u on u.course_version_id = e.course_version_id
     join catalog.pub_course_version v on v.id = e.course_version_id
     where e.id = $1 and u.id = $2`,
    [enrollmentId, unitId],
  );

export interface AttemptToOpen {
  id: string;
  enrollment_id: string;
  unit_id: string;
  /** Somebody has opened it: its package stays, whatever the language or the version that others get. */
  begun: boolean;
  package_id: string;
  host_label: string;
  completion: string;
  success: string;
  /** The highest number that an attempt at the unit has. */
  last: number;
}

/** The attempt in hand at a unit: the newest. */
export const attemptOf = (em: EntityManager, enrollmentId: string, unitId: string): Promise<AttemptToOpen | undefined> =>
  row(
    em,
    `select id, enrollment_id, unit_id, epoch > 0 as begun, package_id, host_label, completion, success,
       (select max(n.number) from content.attempt n where n.enrollment_id = $1 and n.unit_id = $2) as last
     from content.attempt where enrollment_id = $1 and unit_id = $2 and retracted_at is null order by number desc limit 1`,
    [enrollmentId, unitId],
  );

/** Begins the next attempt at a unit, pinned to its package. Undefined when another request was faster. */
export const insertAttempt = (
  em: EntityManager,
  attempt: { id: string; enrollmentId: string; unitId: string; number: number; personId: string; packageId: string; hostLabel: string },
): Promise<{ id: string } | undefined> =>
  row(
    em,
    `insert into content.attempt (id, enrollment_id, unit_id, number, person_id, package_id, host_label)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (enrollment_id, unit_id, number) do nothing returning id`,
    [attempt.id, attempt.enrollmentId, attempt.unitId, attempt.number, attempt.personId, attempt.packageId, attempt.hostLabel],
  );

/** The package that who begins gets in place of the one that the course names: another version of it, where a move says so. */
export const packageGiven = async (
  em: EntityManager,
  named: string,
  { edition_id, published_at }: Pick<UnitToOpen, 'edition_id' | 'published_at'>,
): Promise<string> =>
  (
    await row<{ package_id: string | null }>(
      em,
      `select (${given('v.line_id', '$2', '$3::timestamptz')}) as package_id from content.package_version v where v.package_id = $1`,
      [named, edition_id, published_at],
    )
  )?.package_id ?? named;

/** Gives an attempt that nobody has opened another package, on a host of its own; earlier ways into it are shut. */
export const repin = (em: EntityManager, it: { id: string; packageId: string; hostLabel: string }): Promise<object[]> =>
  rows(
    em,
    `with pinned as (update content.attempt set package_id = $2, host_label = $3 where id = $1 and epoch = 0 returning id)
     update content.launch set code_expires_at = least(code_expires_at, clock_timestamp()), commits_until = least(commits_until, clock_timestamp())
     where attempt_id in (select id from pinned)`,
    [it.id, it.packageId, it.hostLabel],
  );

export const packageOf = (em: EntityManager, id: string): Promise<{ state: string; title: string | null; owner_id: string } | undefined> =>
  row(em, `select state, title, owner_id from content.package where id = $1`, [id]);

export interface NewLaunch {
  id: string;
  attemptId: string | null;
  packageId: string;
  personId: string;
  hostLabel: string;
  mode: 'normal' | 'browse' | 'review';
  language: Language;
  title: string;
  academyPath: string;
  sessionHash: Buffer | null;
  codeHash: Buffer;
  codeSeconds: number;
}

export const insertLaunch = (em: EntityManager, launch: NewLaunch): Promise<object[]> =>
  rows(
    em,
    `insert into content.launch (id, attempt_id, package_id, person_id, host_label, mode, language, title, academy_path, session_hash,
       code_hash, code_expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp() + make_interval(secs => $12))`,
    [
      launch.id,
      launch.attemptId,
      launch.packageId,
      launch.personId,
      launch.hostLabel,
      launch.mode,
      launch.language,
      launch.title,
      launch.academyPath,
      launch.sessionHash,
      launch.codeHash,
      launch.codeSeconds,
    ],
  );

export interface Redeemed {
  id: string;
  attempt_id: string | null;
  mode: 'normal' | 'browse' | 'review';
  language: Language;
  title: string;
  academy_path: string;
}

/** Turns a code into a token, once: whoever comes second finds it redeemed. */
export const redeem = (
  em: EntityManager,
  { codeHash, hostLabel, tokenHash, filesHash }: { codeHash: Buffer; hostLabel: string; tokenHash: Buffer; filesHash: Buffer },
): Promise<Redeemed | undefined> =>
  row(
    em,
    `update content.launch set token_hash = $3, files_hash = $4, expires_at = clock_timestamp() + interval '12 hours',
       commits_until = clock_timestamp() + interval '30 days'
     where code_hash = $1 and host_label = $2 and token_hash is null and revoked_at is null and code_expires_at > clock_timestamp()
     returning id, attempt_id, mode, language, title, academy_path`,
    [codeHash, hostLabel, tokenHash, filesHash],
  );

/** Ends every access to the attempts of some enrollments; for 30 days what devices still hold may be handed in, to be set aside. */
export const revokeLaunches = (em: EntityManager, enrollmentIds: readonly string[]): Promise<object[]> =>
  rows(
    em,
    `update content.launch set revoked_at = clock_timestamp(),
       commits_until = case when commits_until > clock_timestamp() then clock_timestamp() + interval '30 days' else commits_until end
     where revoked_at is null and attempt_id in (select id from content.attempt where enrollment_id = any($1::uuid[]))`,
    [enrollmentIds],
  );

/** Removes up to `limit` launches that open nothing any more, a day after. Returns how many. */
export const removeLaunches = (em: EntityManager, limit: number): Promise<number> =>
  change(
    em,
    `delete from content.launch where id in (
       select id from content.launch
       where code_expires_at < clock_timestamp() - interval '1 day' and coalesce(commits_until, code_expires_at) < clock_timestamp() - interval '1 day'
       limit $1)`,
    [limit],
  );
