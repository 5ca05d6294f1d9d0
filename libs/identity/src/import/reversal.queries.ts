import type { EntityManager } from '@mikro-orm/postgresql';
import { importColumns, type ImportView } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { storedColumn } from './roster.entity.js';

type Outcome = keyof NonNullable<ImportView['reversal']>;
export interface Reversed {
  line: number;
  personId: string;
  outcome: Outcome;
}

/** What hangs on a person whom an import created: a password, a role now or once, an enrollment, a later change; null for nothing. */
const bond = `case
  when exists (select from identity.password w where w.person_id = p.id) then 'password'
  when exists (select from identity.role_grant g where g.person_id = p.id) then 'role'
  when exists (select from enrollment.pub_enrollment e where e.person_id = p.id) then 'enrolled'
  when p.revision <> c.revision then 'changed-since' end`;
const administers = `exists (select from identity.role_grant g where g.person_id = p.id and g.revoked_at is null
  and g.role = 'administrator' and g.scope_kind = 'everything')`;
/** Somebody else has taken the address or the id that the person would get back. */
const taken = `(exists (select from identity.person o where o.email = c.before ->> 'email' and o.id <> p.id)
  or exists (select from identity.person o where o.external_id = c.before ->> 'external_id' and o.id <> p.id))`;

const restoring = [...importColumns.map(storedColumn), 'active', 'deactivated_by', 'revision'];

/**
 * Takes back what an import did to its last `limit` people up to line `upTo`, who are locked first. Whoever was changed gets their
 * former data and revision back, unless they were changed since; whoever was created is removed, or deactivated when something hangs
 * on them. An administrator of everything is left alone.
 */
export const reverseLines = async (em: EntityManager, importId: string, upTo: number, limit: number): Promise<Reversed[]> => {
  const part = `select c.* from identity.import_change c where c.import_id = $1 and c.line <= $2 order by c.line desc limit $3`;
  await rows(em, `select 1 from identity.person p join (${part}) c on c.person_id = p.id order by p.id for update of p`, [
    importId,
    upTo,
    limit,
  ]);
  return rows(
    em,
    `with part as (${part}),
     judged as (
       select r.*, case
         when r.before is not null then case when r.reason is null then 'restored' else 'kept' end
         when r.reason is null then 'removed' when r.reason in ('gone', 'administrator') then 'kept' else 'deactivated' end as outcome
       from (
         select c.import_id, c.line, c.person_id, c.before, case
           when p.id is null then 'gone'
           when c.before is null and ${administers} then 'administrator'
           when c.before is null then ${bond}
           when p.revision <> c.revision then 'changed-since'
           when ${taken} then 'taken' end as reason
         from part c left join identity.person p on p.id = c.person_id) r),
     restored as (
       update identity.person p set ${restoring.map((name) => `${name} = b.${name}`).join(', ')}
       from judged j, jsonb_populate_record(null::identity.person, j.before) b where j.outcome = 'restored' and p.id = j.person_id),
     deactivated as (
       update identity.person p set active = false, deactivated_by = case when p.active then $1 else p.deactivated_by end, revision = p.revision + 1
       from judged j where j.outcome = 'deactivated' and p.id = j.person_id),
     removed as (delete from identity.person p using judged j where j.outcome = 'removed' and p.id = j.person_id),
     forgotten as (delete from identity.notification n using judged j where j.outcome = 'removed' and n.person_id = j.person_id),
     noted as (
       update identity.import_change c set outcome = j.outcome, reason = j.reason from judged j where c.import_id = j.import_id and c.line = j.line)
     select line, person_id as "personId", outcome from judged order by line`,
    [importId, upTo, limit],
  );
};

/** The last line on which the import changed somebody; 0 when there is none. */
export const lastChange = async (em: EntityManager, importId: string): Promise<number> =>
  (await row<{ line: number }>(em, 'select coalesce(max(line), 0) as line from identity.import_change where import_id = $1', [importId]))!
    .line;

/** How it went, over all lines. */
export const countOutcomes = async (em: EntityManager, importId: string): Promise<NonNullable<ImportView['reversal']>> =>
  (await row<NonNullable<ImportView['reversal']>>(
    em,
    `select count(*) filter (where outcome = 'restored') as restored, count(*) filter (where outcome = 'removed') as removed,
       count(*) filter (where outcome = 'deactivated') as deactivated, count(*) filter (where outcome = 'kept') as kept
     from identity.import_change where import_id = $1`,
    [importId],
  ))!;
