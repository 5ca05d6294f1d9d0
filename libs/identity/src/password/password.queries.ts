import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';

export type CodeKind = 'reset' | 'invitation';

export const setPassword = (em: EntityManager, personId: string, hash: string): Promise<unknown> =>
  rows(
    em,
    `insert into identity.password (person_id, hash) values ($1, $2)
     on conflict (person_id) do update set hash = excluded.hash, changed_at = clock_timestamp()`,
    [personId, hash],
  );

/** An active person by address, also that of an account of theirs that was merged, with how many codes were sent within the hour. */
export const receiverOf = (em: EntityManager, email: string): Promise<{ id: string; codes: number } | undefined> =>
  row(
    em,
    `select p.id, (select count(*) from identity.password_code c
       where c.person_id = p.id and c.created_at > clock_timestamp() - interval '1 hour') as codes
     from identity.person a join identity.person p on p.id = identity.kept_account(a.id) where a.email = $1 and p.active`,
    [email],
  );

/** Keeps the hash of a code. It serves whoever reads the mail of the address to which it goes, and no other. */
export const keepCode = (
  em: EntityManager,
  code: { hash: Buffer; personId: string; email: string; kind: CodeKind; seconds: number },
): Promise<unknown> =>
  rows(
    em,
    `insert into identity.password_code (code_hash, person_id, email, kind, expires_at)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
    [code.hash, code.personId, code.email, code.kind, code.seconds],
  );

const valid = `c.code_hash = $1 and c.expires_at > clock_timestamp() and p.id = c.person_id and p.active and p.email = c.email`;

export const isValidCode = async (em: EntityManager, hash: Buffer): Promise<boolean> =>
  (await row(em, `select 1 from identity.password_code c, identity.person p where ${valid}`, [hash])) !== undefined;

/** Uses a code up. Undefined when it was used, has expired, or its person is not active or has another address by now. */
export const useCode = (em: EntityManager, hash: Buffer): Promise<{ personId: string } | undefined> =>
  row(em, `delete from identity.password_code c using identity.person p where ${valid} returning c.person_id as "personId"`, [hash]);
