import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { ContentModule } from '@aula/content';
import { Work, openHouse, openRuntime, repeat, row, rows, workOf, workerLimits } from '@aula/platform';

/*
 * npm run recheck: reads every package of DATABASE_URL that an earlier parser read, again from its original, and says what changed.
 * Safe beside a running academy, and safe to run again; processes that run keep what they have read of a package until they are started
 * anew. Exits 1 when a package would be refused today; it is played on as before.
 */
const runtime = openRuntime('recheck', { limits: workerLimits });
const house = await openHouse(ContentModule, runtime, { ordered: () => undefined, recorded: () => undefined });
const work = house.app.get(Work);
const [kind, id] = ['content.recheck-packages', runtime.ids.next()];
const { now } = (await work.read((em) => row<{ now: string }>(em, 'select clock_timestamp() as now')))!;
await work.run((em) => rows(em, 'insert into platform.job (id, kind) values ($1, $2)', [id, kind]));
await workOf(house, runtime).runner.drain('content.recheck-packages');
// a worker may have taken the order first
await repeat(async () => {
  const job = await work.read((em) => row<{ state: string }>(em, 'select state from platform.job where id = $1', [id]));
  if (job?.state === 'dead') throw new Error('the packages could not be read again; the last error stands with the order');
  if (!job || job.state === 'done') return false;
  await sleep(1_000);
  return true;
});

interface Told {
  title: string;
  package_id: string;
  from_version: number | null;
  to_version: number;
  outcome: 'same' | 'changed' | 'kept' | 'failed';
  changes: Record<string, string[]>;
}
const told = await work.read((em) =>
  rows<Told>(
    em,
    `select p.title, r.package_id, r.from_version, r.to_version, r.outcome, r.changes
     from content.recheck r join content.package p on p.id = r.package_id where r.at >= $1 order by r.outcome, p.title`,
    [now],
  ),
);
const meaning = {
  same: 'is read as before',
  changed: 'is read otherwise',
  kept: 'would be read otherwise; its structure stays, since it is being studied',
  failed: 'would be refused today; it is played on as before',
};
for (const each of told.filter(({ outcome }) => outcome !== 'same')) {
  console.log(`${each.title} (${each.package_id}, parser ${each.from_version ?? 0} to ${each.to_version}) ${meaning[each.outcome]}`);
  for (const [what, names] of Object.entries(each.changes)) console.log(`  ${what}: ${names.join(', ')}`);
}
console.log(`${told.length} packages read again, ${told.filter(({ outcome }) => outcome === 'same').length} as before`);
if (told.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
await house.app.close();
