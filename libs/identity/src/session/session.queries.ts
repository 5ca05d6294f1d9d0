import type { EntityManager } from '@mikro-orm/postgresql';
import type { OwnSessionView } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { Device } from './device.entity.js';

const mostShown = 100;

interface NewSession {
  id: string;
  hash: Buffer;
  personId: string;
  seconds: number;
  device: Device;
  /** The session of the same browser that ends. */
  instead: Buffer | undefined;
}

/** Keeps a session, ends the one that it takes the place of, and forgets what has expired of the person. */
export const beginSession = async (em: EntityManager, session: NewSession): Promise<void> => {
  await rows(em, `delete from identity.session where token_hash = $1 or (person_id = $2 and expires_at < clock_timestamp())`, [
    session.instead ?? Buffer.alloc(0),
    session.personId,
  ]);
  await rows(
    em,
    `insert into identity.session (id, token_hash, person_id, browser, system, expires_at)
     values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6))`,
    [session.id, session.hash, session.personId, session.device.browser, session.device.system, session.seconds],
  );
};

/** The person's sessions, the last used first, at most a hundred; `current` is the token of the one that asks. */
export const listSessions = (em: EntityManager, personId: string, current: Buffer | undefined): Promise<OwnSessionView[]> =>
  rows(
    em,
    `select id, browser, system, created_at as "begunAt", seen_at as "seenAt", token_hash = $2 as current
     from identity.session where person_id = $1 and expires_at > clock_timestamp()
     order by current desc, seen_at desc, id limit ${mostShown}`,
    [personId, current ?? Buffer.alloc(0)],
  );

/** Notes that the session is in use, to within five minutes: pages ask who is signed in far more often than it matters. */
export const noteSeen = (em: EntityManager, hash: Buffer): Promise<unknown> =>
  rows(
    em,
    `update identity.session set seen_at = clock_timestamp()
     where token_hash = $1 and seen_at < clock_timestamp() - interval '5 minutes'`,
    [hash],
  );

export const endSession = (em: EntityManager, hash: Buffer): Promise<unknown> =>
  rows(em, 'delete from identity.session where token_hash = $1', [hash]);

/** Ends one of the person's sessions. False when they have none with this id. */
export const endSessionOf = async (em: EntityManager, personId: string, id: string): Promise<boolean> =>
  (await row(em, 'delete from identity.session where person_id = $1 and id = $2 returning 1', [personId, id])) !== undefined;

/** Every session of the person, but the one of the token `but`. */
export const endSessions = (em: EntityManager, personId: string, but?: Buffer): Promise<unknown> =>
  rows(em, 'delete from identity.session where person_id = $1 and token_hash <> $2', [personId, but ?? Buffer.alloc(0)]);

/** Every session, token and open code of these people: they are out at once and stay out if they are activated again. */
export const endAccess = async (em: EntityManager, personIds: readonly string[]): Promise<void> => {
  await rows(
    em,
    `with s as (delete from identity.session where person_id = any($1::uuid[])),
       t as (delete from identity.access_token where person_id = any($1::uuid[])),
       c as (delete from identity.sign_in_challenge where person_id = any($1::uuid[]))
     delete from identity.password_code where person_id = any($1::uuid[])`,
    [personIds],
  );
};

/** Nobody keeps a learner's long session with a role that lets them act on others. */
export const shortenSessions = (em: EntityManager, personId: string, seconds: number): Promise<unknown> =>
  rows(
    em,
    `update identity.session set expires_at = clock_timestamp() + make_interval(secs => $2)
     where person_id = $1 and expires_at > clock_timestamp() + make_interval(secs => $2)`,
    [personId, seconds],
  );
