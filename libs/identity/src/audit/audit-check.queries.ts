import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditCheckView, Page, PageQuery } from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue, type AuditReport } from '@aula/platform';

/** Keeps a wish for a check. False when one is under way. */
export const keepCheck = async (em: EntityManager, id: string, personId: string): Promise<boolean> =>
  (await row(
    em,
    `insert into identity.audit_check (id, requested_by) values ($1, $2)
     on conflict ((true)) where state in ('queued', 'running') do nothing returning 1`,
    [id, personId],
  )) !== undefined;

/** Marks a check as begun and counts what is to be looked at. False when it is over. */
export const beginCheck = async (em: EntityManager, id: string): Promise<boolean> =>
  (await row(
    em,
    `update identity.audit_check set state = 'running', seen = 0, expected = (select coalesce(sum(l.seq), 0) from generate_series(0, 63) n, lateral (
       select e.seq from platform.audit_entry e where e.chain = n order by e.seq desc limit 1) l)
     where id = $1 and state in ('queued', 'running') returning 1`,
    [id],
  )) !== undefined;

export const noteProgress = (em: EntityManager, id: string, seen: number): Promise<unknown> =>
  rows(em, 'update identity.audit_check set seen = $2 where id = $1', [id, seen]);

export const endCheck = (em: EntityManager, id: string, { entries, items, broken }: AuditReport): Promise<unknown> =>
  rows(
    em,
    `update identity.audit_check set state = $2, ended_at = clock_timestamp(), entries = $3, items = $4, broken = $5 where id = $1`,
    [id, broken ? 'broken' : 'whole', entries, items, broken ? JSON.stringify(broken) : null],
  );

/** The check of a cancelled order is no longer waited for. */
export const giveUpCheck = (em: EntityManager, id: string): Promise<unknown> =>
  rows(
    em,
    `update identity.audit_check set state = 'failed', ended_at = clock_timestamp() where id = $1::uuid and state in ('queued', 'running')`,
    [id],
  );

/** Checks, newest first. One whose order gave up has failed. */
export const listChecks = async (em: EntityManager, names: boolean, query: PageQuery): Promise<Page<AuditCheckView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<AuditCheckView>(
    em,
    `select c.id, c.requested_at as "requestedAt", c.ended_at as "endedAt", c.entries, c.items, c.broken,
       case when c.state in ('queued', 'running') and exists (
         select from platform.job j where j.kind = 'identity.verify-audit' and j.state = 'dead' and j.subject = c.id::text)
       then 'failed' else c.state end as state,
       case when c.ended_at is not null then 1 else least(0.99, c.seen::float / greatest(c.expected, 1)) end as progress,
       case when p.id is not null then jsonb_build_object('id', p.id, 'name', case when $2 then p.given_name || ' ' || p.family_name end) end
         as "requestedBy"
     from identity.audit_check c left join identity.person p on p.id = c.requested_by
     where $1::uuid is null or c.id < $1 order by c.id desc limit $3`,
    [before, names, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};
