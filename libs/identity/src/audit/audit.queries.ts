import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditExportQuery, AuditQuery, AuditedKind, House } from '@aula/contracts';
import { decodeCursor, rows, sortValue } from '@aula/platform';

/** An entry as it stands in the chain; `ids` of all groups one after the other. */
export interface EntryRow {
  chain: number;
  seq: number;
  at: string;
  house: House;
  actor: string | null;
  requestId: string | null;
  groups: { kind: AuditedKind; action: string; count: number }[];
  ids: string[];
}

/** What tells one thing about somebody: the ids under which a person's roles, factors, tokens and enrollments are audited. */
const aboutPerson = `
  select id::text from identity.role_grant where person_id = $P
  union all select id::text from identity.second_factor_reset where person_id = $P
  union all select id::text from identity.token_revocation where person_id = $P
  union all select id::text from enrollment.pub_enrollment where person_id = $P
  union all select id::text from enrollment.pub_completion where person_id = $P
  union all select id from accreditation.pub_credential where person_id = $P`;

const uuid = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/;

/** Entries that a search finds, newest first, behind the one that the cursor marks. Asks for `limit` of them. */
export const searchEntries = (
  em: EntityManager,
  query: AuditExportQuery & Pick<AuditQuery, 'cursor'>,
  limit: number,
): Promise<EntryRow[]> => {
  const parameters: unknown[] = [];
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const after = decodeCursor(query.cursor, sortValue.integer, sortValue.bigint);
  const subject = query.subject?.toLowerCase();
  const ids = (of: string): string =>
    uuid.test(of)
      ? `array(select ${put(of)}::text union all ${aboutPerson.replaceAll('$P', `${put(of)}::uuid`)})`
      : `array[${put(of)}::text]`;
  const where = [
    ...(query.actor ? [`e.actor = ${put(query.actor)}`] : []),
    ...(query.kind ? [`platform.audit_kinds(e.groups) @> array[${put(query.kind)}::text]`] : []),
    ...(subject ? [`e.ids && ${ids(subject)}`] : []),
    ...(query.from ? [`e.at >= ${put(query.from)}`] : []),
    ...(query.until ? [`e.at < ${put(query.until)}`] : []),
    ...(after
      ? [`(e.at, e.chain, e.seq) < (select at, chain, seq from platform.audit_entry where (chain, seq) = (${after.map(put).join(', ')}))`]
      : []),
  ];
  return rows(
    em,
    `select e.chain, e.seq, e.at, e.house, e.actor, e.request_id as "requestId", e.groups, e.ids from platform.audit_entry e
     ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by e.at desc, e.chain desc, e.seq desc limit ${put(limit)}`,
    parameters,
  );
};

/** The names of people, by id. */
export const namesOf = async (em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> => {
  const found = await rows<{ id: string; name: string }>(
    em,
    `select id, given_name || ' ' || family_name as name from identity.person where id = any($1::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
};
