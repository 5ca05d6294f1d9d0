import type pg from 'pg';
import { auditVersion, auditedKinds, type AuditedDeclaration, type AuditedKind } from '@aula/contracts';
import { inOrder } from '../in-order.js';
import { digestSql, type AuditGroup } from './append.js';
import { auditLeaf, merkleRoot } from './merkle.js';

export interface AuditReport {
  entries: number;
  items: number;
  /** The first thing that does not fit, in words for an administrator; undefined when the chain is whole. */
  broken?: { chain: number; seq: number; kind?: string; id?: string; reason: 'chain' | 'missing' | 'items' | 'row' };
}
interface EntryRow {
  chain: number;
  seq: number;
  groups: AuditGroup[];
  ids: string[];
  digests: Buffer[];
  root: Buffer;
}

/** Told how many entries have been looked at. */
type Told = (entries: number) => Promise<void>;
/**
 * Checks everything: each chain's links and that none is missing, each entry's items against its root, and each audited row's present
 * state against its last item. `pool` logs in as the owner or the plumbing, who may read what is audited of all houses.
 */
export const verifyAudit = async (pool: pg.Pool, told: Told = () => Promise.resolve()): Promise<AuditReport> => {
  const totals = await pool.query<{ entries: number; items: number }>(
    `select count(*) as entries, coalesce(sum(cardinality(ids)), 0) as items from platform.audit_entry`,
  );
  const report = totals.rows[0]!;
  const broken = (await brokenLink(pool)) ?? (await brokenItems(pool, told)) ?? (await brokenRow(pool));
  return { entries: Number(report.entries), items: Number(report.items), ...(broken ? { broken } : {}) };
};

const brokenLink = async (pool: pg.Pool): Promise<AuditReport['broken']> => {
  const found = await pool.query<{ chain: number; seq: number; gap: boolean }>(
    `with linked as (
       select e.chain, e.seq, e.hash, row_number() over w as position,
         platform.audit_hash(coalesce(lag(e.hash) over w, sha256(convert_to('aula audit chain ' || e.chain, 'UTF8'))), e) as expected
       from platform.audit_entry e window w as (partition by e.chain order by e.seq))
     select chain, seq, seq <> position as gap from linked where hash <> expected or seq <> position
     union all
     select h.chain, h.seq, true from platform.audit_head h
     left join lateral (select seq, hash from platform.audit_entry e where e.chain = h.chain order by seq desc limit 1) l on true
     where h.seq <> coalesce(l.seq, 0) or (l.hash is not null and l.hash <> h.hash)
     order by 1, 2 limit 1`,
  );
  const first = found.rows[0];
  return first && { chain: Number(first.chain), seq: Number(first.seq), reason: first.gap ? 'missing' : 'chain' };
};

const entriesAtOnce = 200;

/** Entries of a page that were looked at before it, and where it begins. */
interface Walk {
  after: [number, number];
  seen: number;
}
const brokenItems = async (
  pool: pg.Pool,
  told: Told,
  { after, seen }: Walk = { after: [-1, 0], seen: 0 },
): Promise<AuditReport['broken']> => {
  const page = await pool.query<EntryRow>(
    `select chain, seq, groups, ids, digests, root from platform.audit_entry where (chain, seq) > ($1, $2) order by chain, seq limit $3`,
    [...after, entriesAtOnce],
  );
  const bad = page.rows.find((entry) => !rootOf(entry).equals(entry.root));
  if (bad) return { chain: Number(bad.chain), seq: Number(bad.seq), reason: 'items' };
  const last = page.rows.at(-1);
  const now = seen + page.rows.length;
  await told(now);
  if (!last || page.rows.length < entriesAtOnce) return undefined;
  return brokenItems(pool, told, { after: [Number(last.chain), Number(last.seq)], seen: now });
};

const rootOf = (entry: EntryRow): Buffer => {
  const items = entry.groups.flatMap(({ kind, action, count }) => Array.from({ length: count }, () => ({ kind, action })));
  if (items.length !== entry.ids.length) return Buffer.alloc(0);
  return merkleRoot(entry.ids.map((id, index) => auditLeaf(items[index]!.kind, items[index]!.action, id, entry.digests[index]!)));
};

const brokenRow = async (pool: pg.Pool): Promise<AuditReport['broken']> => {
  const found = await inOrder(Object.keys(auditedKinds) as AuditedKind[], (kind) => brokenRowOf(pool, kind));
  return found.find((each) => each !== undefined);
};

/** Compares the digest of each live row with its newest item, and misses neither rows changed, nor removed, nor, unless they may be quiet, slipped in. */
const brokenRowOf = async (pool: pg.Pool, kind: AuditedKind): Promise<AuditReport['broken']> => {
  const { table, key, quiet }: AuditedDeclaration = auditedKinds[kind];
  const exists = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
  if (!exists.rows[0]!.there) return undefined;
  const found = await pool.query<{ chain: number | null; seq: number | null; id: string }>(
    `with spread as (
       select e.chain, e.seq, e.at, g.version, item.id, item.digest
       from platform.audit_entry e
       cross join lateral (
         select x.kind, coalesce(x.version, 1) as version, coalesce(sum(x.count) over (order by x.n rows between unbounded preceding and 1 preceding), 0) as start, x.count
         from rows from (jsonb_to_recordset(e.groups) as (kind text, action text, count int, version int)) with ordinality as x(kind, action, count, version, n)) g
       cross join lateral unnest(e.ids, e.digests) with ordinality as item(id, digest, n)
       where g.kind = $1 and item.n > g.start and item.n <= g.start + g.count),
     newest as (select distinct on (id) * from spread order by id, at desc, seq desc)
     select n.chain, n.seq, coalesce(n.id, t.${key}::text) as id
     from newest n ${quiet ? 'left' : 'full'} join ${table} t on t.${key}::text = n.id
     where n.digest is distinct from case when t.${key} is null then '\\x'::bytea else ${digestOfVersion(kind)} end
     order by n.chain, n.seq limit 1`,
    [kind],
  );
  const first = found.rows[0];
  return first && { chain: Number(first.chain ?? -1), seq: Number(first.seq ?? 0), kind, id: first.id, reason: 'row' };
};

/** SQL: the live row's digest as the newest item's version has it; a row without any item is told by whichever. */
const digestOfVersion = (kind: AuditedKind): string => {
  const versions = Array.from({ length: auditVersion(kind) }, (_, index) => index + 1);
  return `case coalesce(n.version, 1) ${versions.map((version) => `when ${version} then ${digestSql(kind, 't', version)}`).join(' ')} end`;
};
