import { check } from './check/report.ts';

/** `npm run check`: format, lint, types, law of imports, unused code, lock, infra. Exit code 1 when any of them fails. */
const outcomes = await check();
process.exitCode = outcomes.every(({ state }) => state === 'passed') ? 0 : 1;
