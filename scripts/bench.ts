import { parseArgs } from 'node:util';
import { growth, growthNames } from './bench/growth.ts';
import type { TrafficName } from './bench/generator.ts';
import { hotPaths } from './bench/hot-paths.ts';
import { insights } from './bench/insights.ts';
import { aboutMachine } from './bench/machine.ts';
import { phone } from './bench/phone.ts';
import { Report } from './bench/report.ts';
import { roster } from './bench/roster.ts';
import { staticFiles } from './bench/static-files.ts';

/*
 * npm run bench [-- name…] [--sizes 10000,200000] [--rounds 3] [--seconds 3]
 *
 * Measures on this machine, in an academy of its own with a durable PostgreSQL:
 *   commit, answer               the two hot paths, through the real routes, against baselines in the same run (the default)
 *   static                       files of packages, to who may study them, against @fastify/static from disk
 *   insights                     200,000 enrollments counted: what that costs each, and how long pages wait for numbers and lists
 *   roster                       the roster of one edition: pages, filters, totals, reminder preview, files
 *   phone                        an officer's first pages in Chromium, as slow as a phone, on slow 4G: until they answer
 *   import, enroll, grade, issue whole cohorts of several sizes: does an officer cost the same among more of them?
 * Prints one JSON object per line, progress on stderr. Exits 1 when a gate fails, or when the database does not hold exactly what was
 * acknowledged. Ratios are formed within a round; their median, least and greatest are told. Needs Linux: CPU is read from /proc.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
  },
});
const hotNames: readonly TrafficName[] = ['commit', 'answer'];
const names: readonly string[] = positionals.length === 0 ? hotNames : positionals;
const known: readonly string[] = [...hotNames, 'static', 'insights', ...growthNames, 'roster', 'phone'];
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no such measurement: ${unknown.join(', ')}; there are ${known.join(', ')}`);
const [rounds, seconds] = [whole('rounds', values.rounds), Number(values.seconds)];
const sizes = values.sizes?.split(',').map((size) => whole('sizes', size));

const report = new Report(rounds >= 3 && seconds >= 3);
report.line({ name: 'machine', ...(await aboutMachine()) });
const hot = hotNames.filter((name) => names.includes(name));
if (hot.length > 0)
  await hotPaths(report, { names: hot, officers: sizes?.at(-1) ?? 10_000, rounds, seconds, warmUp: Math.min(2, seconds) });
if (names.includes('static')) await staticFiles(report, { rounds, seconds, warmUp: Math.min(2, seconds) });
if (names.includes('insights')) await insights(report, { sizes: sizes ?? [200_000] });
if (names.includes('roster')) await roster(report, sizes?.at(-1) ?? 200_000);
if (names.includes('phone')) await phone(report, rounds);
const cohorts = growthNames.filter((name) => names.includes(name));
if (cohorts.length > 0) await growth(report, { names: cohorts, sizes: sizes ?? [1_000, 10_000], rounds });
if (report.failed.length > 0) {
  console.error(report.failed.join('\n'));
  process.exitCode = 1;
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} takes whole numbers from 1 on, not "${text}"`);
  return number;
}
