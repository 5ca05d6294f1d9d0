import type { EntityManager } from '@mikro-orm/postgresql';
import type { PasskeyView } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';

/** A passkey as it is checked. `credentialId` in base64url, `publicKey` as COSE. */
export interface Passkey {
  id: string;
  personId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
}

export const passkeysOf = (em: EntityManager, personId: string): Promise<PasskeyView[]> =>
  rows(em, `select id, name, created_at as "createdAt", used_at as "usedAt" from identity.passkey where person_id = $1 order by id`, [
    personId,
  ]);

/** Ids by which authenticators know the person's passkeys, so that none makes a second one. */
export const credentialIdsOf = (em: EntityManager, personId: string): Promise<{ id: string }[]> =>
  rows(em, `select credential_id as id from identity.passkey where person_id = $1`, [personId]);

/** A passkey of somebody who may sign in. */
export const passkeyBy = (em: EntityManager, credentialId: string): Promise<Passkey | undefined> =>
  row(
    em,
    `select k.id, k.person_id as "personId", k.credential_id as "credentialId", k.public_key as "publicKey", k.counter
     from identity.passkey k join identity.person p on p.id = k.person_id and p.active where k.credential_id = $1`,
    [credentialId],
  );

/** Keeps a passkey. False when somebody has it already. */
export const keepPasskey = async (em: EntityManager, passkey: Passkey & { name: string }): Promise<boolean> =>
  (await change(
    em,
    `insert into identity.passkey (id, person_id, name, credential_id, public_key, counter) values ($1, $2, $3, $4, $5, $6)
     on conflict (credential_id) do nothing`,
    [passkey.id, passkey.personId, passkey.name, passkey.credentialId, passkey.publicKey, passkey.counter],
  )) > 0;

/** Moves the counter on. False when it has not grown: another authenticator holds the same key (WebAuthn, 6.1.1); 0 is no counter. */
export const countUse = async (em: EntityManager, id: string, counter: number): Promise<boolean> =>
  (await change(
    em,
    `update identity.passkey set counter = $2, used_at = clock_timestamp()
     where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
    [id, counter],
  )) > 0;

/** False when the person has none with this id. */
export const removePasskey = async (em: EntityManager, personId: string, id: string): Promise<boolean> =>
  (await change(em, `delete from identity.passkey where person_id = $1 and id = $2`, [personId, id])) > 0;
