import type { EntityManager } from '@mikro-orm/postgresql';
import { row } from '@aula/platform';

/** Whoever may sign in with an address: active people with a password. */
export const credentialsOf = (em: EntityManager, email: string): Promise<{ personId: string; hash: string } | undefined> =>
  row(
    em,
    `select p.id as "personId", w.hash from identity.person p join identity.password w on w.person_id = p.id where p.email = $1 and p.active`,
    [email],
  );
