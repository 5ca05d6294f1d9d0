import { auditedKinds, type AuditedKind, type House } from '@aula/contracts';
import { auditGroup, auditLeaf, digestSql, merkleRoot, openPool, workerLimits, type Settings } from '@aula/platform';
import type { ClientBase, QueryResultRow } from 'pg';

/** One transaction of a house's own role: what that house may not write, the past may not either. */
export class AsHouse {
  private readonly client: ClientBase;

  private constructor(client: ClientBase) {
    this.client = client;
  }

  static async run<T>(settings: Settings, house: House, task: (on: AsHouse) => Promise<T>): Promise<T> {
    const pool = openPool(settings, house, workerLimits, 1);
    const client = await pool.connect();
    try {
      await client.query('begin');
      const done = await task(new AsHouse(client));
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
      await pool.end();
    }
  }

  async rows<R extends QueryResultRow>(text: string, ...parameters: unknown[]): Promise<R[]> {
    return (await this.client.query<R>(text, parameters)).rows;
  }

  /** One statement over `items`, which it reads as `jsonb_to_recordset($1)`. */
  async each<R extends QueryResultRow>(items: readonly object[], text: string, ...more: unknown[]): Promise<R[]> {
    return items.length === 0 ? [] : this.rows<R>(text, JSON.stringify(items), ...more);
  }

  /** Puts rows as they stand into the audit chain, as a verb of the house would; up to 1,000 in an entry. */
  async audit(kind: AuditedKind, action: string, ids: readonly string[]): Promise<void> {
    const { table, key, keyType } = auditedKinds[kind];
    for (let from = 0; from < ids.length; from += 1_000) {
      const some = ids.slice(from, from + 1_000);
      const found = await this.rows<{ digest: Buffer }>(
        `select coalesce((select ${digestSql(kind, 't')} from ${table} t where t.${key} = k.id), '\\x') as digest
         from unnest($1::${keyType}[]) with ordinality k(id, n) order by k.n`,
        some,
      );
      const digests = found.map(({ digest }) => digest);
      const root = merkleRoot(some.map((id, index) => auditLeaf(kind, action, id, digests[index]!)));
      const groups = JSON.stringify([auditGroup(kind, action, some.length)]);
      await this.rows(`select platform.audit_append(null, 'demonstration', $1, $2, $3, $4)`, groups, some, digests, root);
    }
  }
}
