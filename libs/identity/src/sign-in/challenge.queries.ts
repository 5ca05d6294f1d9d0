import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';

/** Half a sign-in that waits for the second factor; a whole one by passkey; a passkey to be added. */
export type Purpose = 'second-factor' | 'passkey' | 'registration';
/** Wrong answers that one challenge bears. */
const mostTries = 5;

interface NewChallenge {
  hash: Buffer;
  purpose: Purpose;
  personId: string | null;
  seconds: number;
}

/** Keeps a challenge; returns until when. */
export const keepChallenge = async (em: EntityManager, { hash, purpose, personId, seconds }: NewChallenge): Promise<string> => {
  const kept = await row<{ expiresAt: string }>(
    em,
    `insert into identity.sign_in_challenge (id_hash, purpose, person_id, expires_at)
     values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4)) returning expires_at as "expiresAt"`,
    [hash, purpose, personId, seconds],
  );
  return kept!.expiresAt;
};

/** Counts a try; undefined when the challenge is unknown, over, or has borne all its tries, or its person may not sign in. */
export const tryChallenge = (em: EntityManager, hash: Buffer, purpose: Purpose): Promise<{ personId: string | null } | undefined> =>
  row(
    em,
    `update identity.sign_in_challenge c set tries = c.tries + 1
     where c.id_hash = $1 and c.purpose = $2 and c.expires_at > clock_timestamp() and c.tries < ${mostTries}
       and (c.person_id is null or exists (select from identity.person p where p.id = c.person_id and p.active))
     returning c.person_id as "personId"`,
    [hash, purpose],
  );

export const endChallenge = async (em: EntityManager, hash: Buffer): Promise<boolean> =>
  (await row(em, `delete from identity.sign_in_challenge where id_hash = $1 returning 1`, [hash])) !== undefined;

export const endChallenges = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(em, `delete from identity.sign_in_challenge where person_id = $1`, [personId]);
