import 'reflect-metadata';
import pg from 'pg';
import { connectionOptions, readSettings, verifyAudit, workerLimits } from '@aula/platform';

// npm run verify-audit: checks the whole chain and every audited row of DATABASE_URL; names the first that does not fit, exits 1.
const pool = new pg.Pool({ connectionString: readSettings().databaseUrl, max: 1, ...connectionOptions(workerLimits, 'aula-verify-audit') });
const { entries, items, broken } = await verifyAudit(pool).finally(() => pool.end());
console.log(`${entries} entries, ${items} items checked`);
if (broken) {
  const place = broken.kind ? `${broken.kind} ${broken.id}` : 'the entry';
  const meaning = {
    chain: 'was changed after it was written',
    missing: 'is missing, or one before it is',
    items: 'does not cover its items any more',
    row: 'is not as it was last recorded',
  }[broken.reason];
  console.error(`BROKEN at chain ${broken.chain}, entry ${broken.seq}: ${place} ${meaning}`);
  process.exitCode = 1;
}
