import { allPassed, check } from './check/report.ts';

/** `npm run check`: format, lint, types, law of imports, unused code, lock, infra. Exit code 1 when any of them fails. */
process.exitCode = allPassed(await check({ lanes: 2 })) ? 0 : 1;
