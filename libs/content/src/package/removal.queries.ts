import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';

/** A package that may be removed, locked. `holder`: the package whose upload and files it has, often itself. */
export interface Removable {
  id: string;
  owner_id: string;
  state: string;
  holder: string;
  /** Somebody has studied it, or a published course has it. */
  used: boolean;
}

export const removableById = (em: EntityManager, id: string): Promise<Removable | undefined> =>
  row(
    em,
    `select p.id, p.owner_id, p.state, coalesce(p.shares, p.id) as holder,
       exists (select from content.attempt a where a.package_id = p.id)
       or exists (select from content.package_move m where m.package_id = p.id)
       or exists (select from catalog.pub_unit u, jsonb_each(u.contents) c where u.kind = 'scorm' and c.value ->> 'packageId' = p.id::text) as used
     from content.package p where p.id = $1 and p.removed_at is null for update`,
    [id],
  );

/** From now on nobody sees the package. Its key for repeats is free again. */
export const markRemoved = (em: EntityManager, id: string): Promise<object[]> =>
  rows(em, `update content.package set removed_at = clock_timestamp(), idempotency_key = null where id = $1`, [id]);

/** Removes the rows of removed packages that share what `holder` holds. */
export const removeSharers = async (em: EntityManager, holder: string): Promise<void> => {
  const removed = `select id from content.package where shares = $1 and removed_at is not null`;
  await rows(em, `delete from content.launch where package_id in (${removed})`, [holder]);
  await rows(em, `delete from content.package where id in (${removed})`, [holder]);
};

/** Takes a removed holder that nobody shares any more out of use: equal bytes wait for its end. Undefined: it is still needed, or gone. */
export const beginRemoval = async (em: EntityManager, holder: string): Promise<{ sha256: string; zip_key: string | null } | undefined> => {
  await rows(em, `select from content.package where id = $1 for update`, [holder]); // who would share it comes before or after
  return row(
    em,
    `update content.package h set state = case when h.state = 'refused' then h.state else 'removing' end
     where h.id = $1 and h.removed_at is not null and not exists (select from content.package s where s.shares = h.id)
     returning h.sha256, h.zip_key`,
    [holder],
  );
};

export const removeHolder = async (em: EntityManager, holder: string): Promise<void> => {
  await rows(em, `delete from content.launch where package_id = $1`, [holder]);
  await rows(em, `delete from content.package where id = $1`, [holder]);
};
