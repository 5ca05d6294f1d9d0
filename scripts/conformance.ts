import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWholeBrowser } from './browser/chromium.ts';
import { ConformanceAcademy } from './conformance/academy.ts';
import { adlCases, adlFolder, adlPackageNames, predecessor } from './conformance/adl-cases.ts';
import { BrowserCase } from './conformance/browser-case.ts';
import { answerFromScreen } from './conformance/screen.ts';

/*
 * npm run conformance [-- case…]
 *
 * Plays ADL's SCORM 2004 4th Edition conformance packages, unmodified, in a real Chromium: upload, enrollment, launch, player. Prints a
 * line per case and the total; exits 1 when one fails. Needs a build (npm run build) and the packages beside the project.
 */
const beside = 3;

if (!existsSync(adlFolder)) {
  console.log(`skipped: the packages are not at ${path.relative(process.cwd(), adlFolder)}`);
  process.exit(0);
}
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !adlPackageNames().includes(name));
if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(', ')}`);
const names = withPredecessors(asked.length > 0 ? asked : adlPackageNames());
const results = new Map<string, string[]>();
const academy = await ConformanceAcademy.open(names);
const browser = await openWholeBrowser();
try {
  const waiting = [...series(names)];
  await Promise.all(Array.from({ length: beside }, () => take(waiting)));
} finally {
  await browser.close();
  await academy.close();
}
const failed = [...results].filter(([, faults]) => faults.length > 0);
console.log(`${results.size - failed.length} of ${results.size} cases pass`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function take(waiting: string[][]): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) for (const name of next) await run(name);
}

async function run(name: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const driver = readFileSync(path.join(adlFolder, 'driver/adl-cts-driver.js'), 'utf8');
  const adlCase = adlCases()[name]!;
  await context.addInitScript({ content: `window.__ADL_CASES__=${JSON.stringify({ [name]: adlCase })};${answerFromScreen};${driver}` });
  const faults = await new BrowserCase(context, adlCase, () => academy.launch(name)).play().catch((error: unknown) => [String(error)]);
  await context.close();
  results.set(name, faults);
  console.log(faults.length === 0 ? `pass ${name}` : `FAIL ${name}\n  ${faults.slice(0, 5).join('\n  ')}`);
}

/** Cases that one learner goes through one after another stay together. */
function series(cases: readonly string[]): string[][] {
  const first = cases.filter((name) => predecessor(name) === null);
  const after = (name: string): string[] => [name, ...cases.filter((each) => predecessor(each) === name).flatMap(after)];
  return first.map(after);
}

function withPredecessors(cases: readonly string[]): string[] {
  const all = new Set<string>();
  for (const name of cases) for (let each: string | null = name; each; each = predecessor(each)) all.add(each);
  return adlPackageNames().filter((name) => all.has(name));
}
