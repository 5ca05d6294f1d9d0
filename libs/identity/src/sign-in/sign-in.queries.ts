import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';

/** Whoever may sign in with an address: active people with a password. */
export const credentialsOf = (em: EntityManager, email: string): Promise<{ personId: string; hash: string } | undefined> =>
  row(
    em,
    `select p.id as "personId", w.hash from identity.person p join identity.password w on w.person_id = p.id where p.email = $1 and p.active`,
    [email],
  );

/** Wrong answers that one challenge bears. */
const mostTries = 5;
/** Keeps the hash of a challenge that stands for `seconds`; returns until when. */
export const keepChallenge = async (em: EntityManager, challenge: { hash: Buffer; personId: string; seconds: number }): Promise<string> => {
  const kept = await row<{ expiresAt: string }>(
    em,
    `insert into identity.sign_in_challenge (id_hash, person_id, expires_at)
     values ($1, $2, clock_timestamp() + make_interval(secs => $3)) returning expires_at as "expiresAt"`,
    [challenge.hash, challenge.personId, challenge.seconds],
  );
  return kept!.expiresAt;
};

/** Counts a try; undefined when the challenge is unknown, over, or has borne all its tries, or its person may not sign in. */
export const tryChallenge = (em: EntityManager, hash: Buffer): Promise<{ personId: string } | undefined> =>
  row(
    em,
    `update identity.sign_in_challenge c set tries = c.tries + 1 from identity.person p
     where c.id_hash = $1 and c.expires_at > clock_timestamp() and c.tries < ${mostTries} and p.id = c.person_id and p.active
     returning c.person_id as "personId"`,
    [hash],
  );

/** Ends a challenge that was met. False when somebody else was quicker. */
export const endChallenge = async (em: EntityManager, hash: Buffer): Promise<boolean> =>
  (await row(em, `delete from identity.sign_in_challenge where id_hash = $1 returning 1`, [hash])) !== undefined;

export const endChallenges = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(em, `delete from identity.sign_in_challenge where person_id = $1`, [personId]);
