import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { allPassed, check } from './check/report.ts';
import { buildWeb } from './launch/build.ts';

/**
 * What `scripts/test` runs: the types, then the build of the web (processes and browsers of the tests open what they make), then all tests
 * and, beside them, the other checks, which take what the tests leave of the machine. The last line sums
 * checks and tests: `N passed, N failed`, and `, N skipped` where some were. With arguments: only the tests they select.
 * Files that failed beside others are run once more alone, and are named when they pass then: decision 0019.
 */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of Jest's JSON report that is counted. */
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** So many failed files are run once more; with more of them the release is broken, not the machine busy. */
const mostAgain = 6;

const selection = process.argv.slice(2);
const tallies = selection.length > 0 ? [await tests()] : await everything();
const total = (kind: keyof Tally): number => tallies.reduce((sum, tally) => sum + tally[kind], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;

async function everything(): Promise<Tally[]> {
  let typed = (): void => undefined;
  const types = new Promise<void>((resolve) => (typed = resolve));
  const checking = check({ lanes: 1, aside: true }, ({ step }) => {
    if (step.name === 'types') typed();
  });
  await types; // the web is built from what the libraries were compiled to
  const built = await webBuild();
  const tested = await tests();
  const outcomes = await checking;
  allPassed(outcomes);
  const passed = outcomes.filter(({ state }) => state === 'passed').length;
  return [{ passed, failed: outcomes.length - passed, skipped: 0 }, built, tested];
}

async function webBuild(): Promise<Tally> {
  const never = new AbortController().signal;
  try {
    await buildWeb(never, console.log);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.log((error as Error).message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** A test file that could not be loaded counts as one failure; so does a Jest that left no report. */
async function tests(): Promise<Tally> {
  const first = await run(['--maxWorkers=2', ...selection]);
  if (first.failedFiles.length === 0 || first.failedFiles.length > mostAgain) return first.tally;
  console.log(`\nonce more, alone: ${first.failedFiles.join(', ')}`);
  const again = await run(['--runInBand', ...first.failedFiles]);
  const failedAgain = new Set(again.failedFiles);
  const unsteady = first.failedFiles.filter((file) => !failedAgain.has(file));
  if (unsteady.length > 0) console.log(`\nunsteady, failed beside others and passed alone: ${unsteady.join(', ')}`);
  return {
    passed: first.tally.passed - first.passedInFailed + again.tally.passed,
    failed: again.tally.failed,
    skipped: first.tally.skipped,
  };
}

interface Run {
  tally: Tally;
  failedFiles: string[];
  /** Tests that passed in files of which another test failed. */
  passedInFailed: number;
}

async function run(args: string[]): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'aula-report-'));
  const file = join(folder, 'jest.json');
  try {
    const code = await jest(['--json', `--outputFile=${file}`, ...args]);
    const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    const failing = report.testResults.filter(({ status }) => status === 'failed');
    return {
      tally: { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: report.numPendingTests },
      failedFiles: failing.map(({ name }) => relative(process.cwd(), name)),
      passedInFailed: failing.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed').length,
    };
  } catch (error) {
    console.error(`Jest left no report: ${(error as Error).message}`);
    return { tally: { passed: 0, failed: 1, skipped: 0 }, failedFiles: [], passedInFailed: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Jest tells its story on stderr; with `--json` its stdout is the report once more, which nobody reads. */
function jest(args: string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', 'jest', '--', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', () => resolve(1)).once('close', resolve);
  });
}
