import { auditVersion, auditedColumns, auditedKinds, type AuditedKind } from '@aula/contracts';
import { rows, type Statements } from '../database/rows.js';
import { inOrder } from '../in-order.js';
import type { WorkContext } from '../work/request-context.js';
import { auditLeaf, merkleRoot } from './merkle.js';

/** SQL for the digest of a live row: SHA-256 over its audited columns as one JSON array, instants in UTC. */
export const digestSql = (kind: AuditedKind, alias: string, version = auditVersion(kind)): string =>
  `sha256(convert_to(jsonb_build_array(${auditedColumns(kind, version)
    .map((column) => `${alias}.${column}`)
    .join(', ')})::text, 'UTF8'))`;

/** What an entry says of items of one kind and deed. The chain covers it, and with it which columns their digests stand for. */
export const auditGroup = (kind: AuditedKind, action: string, count: number): AuditGroup => {
  const version = auditVersion(kind);
  return { kind, action, count, ...(version > 1 && { version }) };
};
export interface AuditGroup {
  kind: AuditedKind;
  action: string;
  count: number;
  /** Of the digests; without it, the first. */
  version?: number;
}

const digestsOf = async (on: Statements, kind: AuditedKind, ids: readonly string[]): Promise<Buffer[]> => {
  const { table, key, keyType } = auditedKinds[kind];
  const found = await rows<{ digest: Buffer }>(
    on,
    // A row at a time by its key: joined, a table that has just grown would be read whole for each chunk.
    `select coalesce((select ${digestSql(kind, 't')} from ${table} t where t.${key} = k.id), '\\x') as digest
     from unnest($1::${keyType}[]) with ordinality k(id, n) order by k.n`,
    [ids],
  );
  return found.map((each) => each.digest);
};

/** Appends one entry for everything the transaction audits. Runs last, so that the chain's row is locked for a moment only. */
export const appendAudit = async (
  on: Statements,
  audits: readonly { kind: AuditedKind; action: string; ids: readonly string[] }[],
  context: WorkContext | undefined,
): Promise<void> => {
  if (audits.length === 0) return;
  const digests = (await inOrder(audits, ({ kind, ids }) => digestsOf(on, kind, ids))).flat();
  const items = audits.flatMap(({ kind, action, ids }) => ids.map((id) => ({ kind, action, id })));
  const root = merkleRoot(items.map((item, index) => auditLeaf(item.kind, item.action, item.id, digests[index]!)));
  await rows(on, `select platform.audit_append($1, $2, $3, $4, $5, $6)`, [
    context?.actor?.personId ?? null,
    context?.requestId ?? null,
    JSON.stringify(audits.map(({ kind, action, ids }) => auditGroup(kind, action, ids.length))),
    items.map((item) => item.id),
    digests,
    root,
  ]);
};
