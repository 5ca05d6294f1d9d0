import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/*
 * npm run kill-matrix [-- --runs 200] [--seed N] [--first N]
 *
 * Plays the kill matrix of the tests (apps/academy/test/kill-matrix) for longer, and with a second fault in half of the runs: learners in
 * real browsers while line, browser, academy and database fail. Prints a line per run; exits 1 when anything that was acknowledged is
 * missing. Run N of a seed is the same in every matrix: `--seed S --first N --runs 1` repeats it. Needs a build (npm run build).
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    first: { type: 'string', default: '0' },
  },
});
const wrong = Object.entries(values).find(([, value]) => !/^\d{1,9}$/.test(value));
if (wrong) throw new Error(`--${wrong[0]} is a number, not ${wrong[1]}`);
const env = { ...process.env, AULA_KILL_RUNS: values.runs, AULA_KILL_FIRST: values.first, AULA_TEST_SEED: values.seed };
const { status } = spawnSync('npm', ['run', '-s', 'jest', '--', 'apps/academy/test/kill-matrix'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
