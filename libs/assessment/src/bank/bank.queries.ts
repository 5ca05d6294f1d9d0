import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, BankId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { authorship } from './bank.policy.js';

export interface BankRow {
  id: BankId;
  title: string;
  questions: number;
  createdAt: string;
}

/** SQL: true for what the actor may author. Its two parameters, from `$at` on, are `authorParameters`. */
export const authoredBy = (owner: string, at: number): string => `($${at}::boolean or ${owner} = $${at + 1}::uuid)`;
export const authorParameters = (actor: Actor): [boolean, string | null] => {
  const { everything, owner } = authorship(actor);
  return [everything, owner];
};

const columns = `b.id, b.title, b.created_at as "createdAt",
  (select count(*) from assessment.question q where q.bank_id = b.id and q.retired_at is null)::int as questions`;

export const insertBank = (em: EntityManager, bank: { id: BankId; title: string; ownerId: string }): Promise<unknown> =>
  row(em, `insert into assessment.bank (id, title, owner_id) values ($1, $2, $3)`, [bank.id, bank.title, bank.ownerId]);

/** A bank that the actor may author; undefined also when it is somebody else's. */
export const bankOf = (em: EntityManager, actor: Actor, id: BankId): Promise<BankRow | undefined> =>
  row(em, `select ${columns} from assessment.bank b where b.id = $1 and ${authoredBy('b.owner_id', 2)}`, [id, ...authorParameters(actor)]);

/** Banks that the actor may author and whose title has the words `q`, newest first, behind `before`. */
export const banksOf = (em: EntityManager, actor: Actor, q: string | null, limit: number, before: string | null): Promise<BankRow[]> =>
  rows(
    em,
    `select ${columns} from assessment.bank b
     where ${authoredBy('b.owner_id', 1)} and ($3::uuid is null or b.id < $3)
       and ($5::text is null or strpos(assessment.fold(b.title), assessment.fold($5)) > 0) order by b.id desc limit $4`,
    [...authorParameters(actor), before, limit, q],
  );

/** Takes the bank for writing until the transaction ends, so that two imports of the same questions follow one another. */
export const lockBank = (em: EntityManager, id: BankId): Promise<unknown> =>
  row(em, `select 1 from assessment.bank where id = $1 for no key update`, [id]);
