import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check/report.ts';
import { buildWeb } from './launch/build.ts';

/**
 * What `scripts/test` runs: the checks, the build of the web (browser tests open it), then all tests. The last line sums
 * checks and tests: `N passed, N failed`, and `, N skipped` where some were. With arguments: only the tests they select.
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
}

const selection = process.argv.slice(2);
const tallies = selection.length > 0 ? [await tests()] : [await checks(), await webBuild(), await tests()];
const total = (kind: keyof Tally): number => tallies.reduce((sum, tally) => sum + tally[kind], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;

async function checks(): Promise<Tally> {
  const outcomes = await check();
  const passed = outcomes.filter(({ state }) => state === 'passed').length;
  return { passed, failed: outcomes.length - passed, skipped: 0 };
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
  const folder = mkdtempSync(join(tmpdir(), 'aula-report-'));
  const file = join(folder, 'jest.json');
  try {
    const code = await jest(['--maxWorkers=2', '--json', `--outputFile=${file}`, ...selection]);
    const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: report.numPendingTests };
  } catch (error) {
    console.error(`Jest left no report: ${(error as Error).message}`);
    return { passed: 0, failed: 1, skipped: 0 };
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
