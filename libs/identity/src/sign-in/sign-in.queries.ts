import type { EntityManager } from '@mikro-orm/postgresql';
import { row } from '@aula/platform';

/**
 * Whoever may sign in with an address: active people with a password. The address of an account that was merged into another still
 * knows both passwords, so that its person learns where to sign in; `kept` is that account's address.
 */
export const credentialsOf = (
  em: EntityManager,
  email: string,
): Promise<{ personId: string; hashes: string[]; kept: string | null } | undefined> =>
  row(
    em,
    `select p.id as "personId", array_remove(array[w.hash, o.hash], null) as hashes, k.email as kept
     from identity.person p
     left join identity.person k on p.merged_into is not null and k.id = identity.kept_account(p.id) and k.active
     left join identity.password w on w.person_id = p.id
     left join identity.password o on o.person_id = k.id
     where p.email = $1 and (p.active or k.id is not null) and coalesce(w.hash, o.hash) is not null`,
    [email],
  );
