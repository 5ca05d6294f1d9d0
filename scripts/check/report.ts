import { runSteps, type Outcome, type Pace } from './run.ts';
import { steps } from './steps.ts';

const mark = { passed: '✓', failed: '✗', 'not run': '–' } as const;

/** Runs all checks and prints one line for each; `done` hears of each too. Returns the outcomes. */
export const check = (pace: Pace, done?: (outcome: Outcome) => void): Promise<Outcome[]> =>
  runSteps(steps, pace, (outcome) => {
    const { step, state, seconds } = outcome;
    console.log(`${mark[state]} ${step.name.padEnd(16)} ${state === 'not run' ? 'not run' : `${seconds.toFixed(1).padStart(5)} s`}`);
    done?.(outcome);
  });

/** Prints the words of the checks that failed; true when all have passed. */
export function allPassed(outcomes: readonly Outcome[]): boolean {
  for (const { step, output } of outcomes.filter(({ state }) => state === 'failed')) {
    console.log(`\n── npm run check:${step.name}\n${output.trim()}`);
  }
  return outcomes.every(({ state }) => state === 'passed');
}
