import type { EntityManager } from '@mikro-orm/postgresql';
import type { SecondFactorView } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { passkeysOf } from '../passkey/passkey.queries.js';

export const heldBy = async (em: EntityManager, personId: string): Promise<SecondFactorView> => {
  const held = await row<Omit<SecondFactorView, 'passkeys'>>(
    em,
    `select (select confirmed_at from identity.totp where person_id = $1) as "totpSince",
       (select count(*) from identity.recovery_code where person_id = $1) as "recoveryCodes"`,
    [personId],
  );
  return { ...held!, passkeys: await passkeysOf(em, personId) };
};

/** Whether the person signs in with a second factor. */
export const hasFactor = async (em: EntityManager, personId: string): Promise<boolean> =>
  (await row(
    em,
    `select 1 where exists (select from identity.totp where person_id = $1 and confirmed_at is not null)
       or exists (select from identity.passkey where person_id = $1)`,
    [personId],
  )) !== undefined;

/** Nobody signs in with a password alone while the person gets their first factor: a session that begins waits, and sees it then. */
export const lockPerson = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(em, `select 1 from identity.person where id = $1 for update`, [personId]);

/** Takes every factor away. */
export const removeFactors = async (em: EntityManager, personId: string): Promise<void> => {
  await rows(
    em,
    `with t as (delete from identity.totp where person_id = $1), k as (delete from identity.passkey where person_id = $1)
     delete from identity.recovery_code where person_id = $1`,
    [personId],
  );
};

export const removeRecoveryCodes = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(em, `delete from identity.recovery_code where person_id = $1`, [personId]);

export const keepReset = (em: EntityManager, reset: { id: string; personId: string; resetBy: string }): Promise<unknown> =>
  rows(em, `insert into identity.second_factor_reset (id, person_id, reset_by) values ($1, $2, $3)`, [
    reset.id,
    reset.personId,
    reset.resetBy,
  ]);
