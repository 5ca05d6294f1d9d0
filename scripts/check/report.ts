import { steps } from './steps.ts';
import { runSteps, type Outcome } from './run.ts';

const mark = { passed: '✓', failed: '✗', 'not run': '–' } as const;

/** Runs all checks, prints one line for each and the words of those that failed; returns the outcomes. */
export async function check(): Promise<Outcome[]> {
  const outcomes = await runSteps(steps, 2, ({ step, state, seconds }) => {
    console.log(`${mark[state]} ${step.name.padEnd(16)} ${state === 'not run' ? 'not run' : `${seconds.toFixed(1).padStart(5)} s`}`);
  });
  for (const { step, output } of outcomes.filter(({ state }) => state === 'failed')) {
    console.log(`\n── npm run check:${step.name}\n${output.trim()}`);
  }
  return outcomes;
}
