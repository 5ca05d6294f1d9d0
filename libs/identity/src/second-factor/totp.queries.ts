import type { EntityManager } from '@mikro-orm/postgresql';
import { change, row, rows } from '@aula/platform';

export interface Totp {
  sealedKey: Buffer;
  confirmedAt: string | null;
}

export const totpOf = (em: EntityManager, personId: string): Promise<Totp | undefined> =>
  row(em, `select sealed_key as "sealedKey", confirmed_at as "confirmedAt" from identity.totp where person_id = $1`, [personId]);

/** Keeps the key of an app that is not confirmed yet, in place of an earlier one. False when the person has a confirmed app. */
export const keepTotp = async (em: EntityManager, personId: string, sealedKey: Buffer): Promise<boolean> =>
  (await change(
    em,
    `insert into identity.totp as t (person_id, sealed_key) values ($1, $2)
     on conflict (person_id) do update set sealed_key = excluded.sealed_key, created_at = clock_timestamp() where t.confirmed_at is null`,
    [personId, sealedKey],
  )) > 0;

/** Takes the code of a time step once: false when it, or a later one, was taken before. Only for the key with which it was checked. */
export const takeStep = async (em: EntityManager, personId: string, sealedKey: Buffer, step: number): Promise<boolean> =>
  (await change(em, `update identity.totp set last_step = $3 where person_id = $1 and sealed_key = $2 and last_step < $3`, [
    personId,
    sealedKey,
    step,
  ])) > 0;

export const confirmTotp = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(em, `update identity.totp set confirmed_at = clock_timestamp() where person_id = $1`, [personId]);

export const removeTotp = async (em: EntityManager, personId: string): Promise<boolean> =>
  (await change(em, `delete from identity.totp where person_id = $1 and confirmed_at is not null`, [personId])) > 0;
