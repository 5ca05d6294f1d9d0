import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';

/** Seconds for which a session holds, from its beginning: staff every working day anew, learners for a month. */
export const staffSeconds = 12 * 3_600;
export const learnerSeconds = 30 * 86_400;

/** Whoever may sign in with an address: active people with a password. */
export const credentialsOf = (em: EntityManager, email: string): Promise<{ personId: string; hash: string } | undefined> =>
  row(
    em,
    `select p.id as "personId", w.hash from identity.person p join identity.password w on w.person_id = p.id where p.email = $1 and p.active`,
    [email],
  );

/** Keeps a session, ends the one that it takes the place of, and forgets what has expired of the person. */
export const beginSession = async (
  em: EntityManager,
  session: { hash: Buffer; personId: string; seconds: number; instead: Buffer | undefined },
): Promise<void> => {
  await rows(em, `delete from identity.session where token_hash = $1 or (person_id = $2 and expires_at < clock_timestamp())`, [
    session.instead ?? Buffer.alloc(0),
    session.personId,
  ]);
  await rows(
    em,
    `insert into identity.session (token_hash, person_id, expires_at) values ($1, $2, clock_timestamp() + make_interval(secs => $3))`,
    [session.hash, session.personId, session.seconds],
  );
};

export const endSession = (em: EntityManager, hash: Buffer): Promise<unknown> =>
  rows(em, 'delete from identity.session where token_hash = $1', [hash]);

/** Every session of the person. */
export const endSessions = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(em, 'delete from identity.session where person_id = $1', [personId]);

/** Every session, token and open code of these people: they are out at once and stay out if they are activated again. */
export const endAccess = async (em: EntityManager, personIds: readonly string[]): Promise<void> => {
  await rows(
    em,
    `with s as (delete from identity.session where person_id = any($1::uuid[])),
       t as (delete from identity.access_token where person_id = any($1::uuid[]))
     delete from identity.password_code where person_id = any($1::uuid[])`,
    [personIds],
  );
};

/** Nobody keeps a learner's long session with a role that lets them act on others. */
export const shortenSessions = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(
    em,
    `update identity.session set expires_at = clock_timestamp() + make_interval(secs => $2)
     where person_id = $1 and expires_at > clock_timestamp() + make_interval(secs => $2)`,
    [personId, staffSeconds],
  );
