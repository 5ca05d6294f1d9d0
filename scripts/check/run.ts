import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { Step } from './steps.ts';

/** What became of a step. */
export interface Outcome {
  step: Step;
  state: 'passed' | 'failed' | 'not run';
  /** All that the step printed. */
  output: string;
  seconds: number;
}

/** How steps are run: so many at a time, and `aside` what else the machine does, which goes first. */
export interface Pace {
  lanes: number;
  aside?: boolean;
}

/** Runs the steps in `lanes` processes at a time, each as soon as those it waits for have passed. Calls `done` as they end. */
export async function runSteps(steps: readonly Step[], { lanes, aside }: Pace, done: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...steps];
  const settle = (outcome: Outcome): void => {
    outcomes.push(outcome);
    done(outcome);
  };
  const stateOf = (name: string): Outcome['state'] | undefined => outcomes.find(({ step }) => step.name === name)?.state;
  const next = (): Step | undefined => {
    const ready = waiting.findIndex((step) => (step.after ?? []).every((name) => stateOf(name) !== undefined));
    return ready < 0 ? undefined : waiting.splice(ready, 1)[0];
  };
  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const step = running.size < lanes ? next() : undefined;
    if (step === undefined) {
      await Promise.race(running);
    } else if ((step.after ?? []).some((name) => stateOf(name) !== 'passed')) {
      settle({ step, state: 'not run', output: '', seconds: 0 });
    } else {
      const run = runStep(step, aside).then((outcome) => {
        running.delete(run);
        settle(outcome);
      });
      running.add(run);
    }
  }
  return outcomes;
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

async function runStep(step: Step, aside?: boolean): Promise<Outcome> {
  const started = performance.now();
  const command = scripts[`check:${step.name}`];
  const { code, output } =
    command === undefined ? { code: 1, output: 'package.json has no such script' } : await capture(command, { aside });
  return { step, state: code === 0 ? 'passed' : 'failed', output, seconds: (performance.now() - started) / 1000 };
}

/** Everything else goes first: within a session by the priority, and between sessions, where Linux counts these, by that of the group. */
function stepAside(pid: number): void {
  setPriority(pid, constants.priority.PRIORITY_LOW);
  try {
    writeFileSync(`/proc/${String(pid)}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // no such groups on this system
  }
}

/** Runs a shell command and keeps all that it prints; `end` ends it with all its children, `aside` lets everything else go first. */
export function capture(
  command: string,
  { end, aside = false }: { end?: AbortSignal | undefined; aside?: boolean | undefined } = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(command, { shell: true, detached: aside || end !== undefined, stdio: ['ignore', 'pipe', 'pipe'], env });
    if (aside && child.pid !== undefined) stepAside(child.pid);
    const stop = (): boolean => process.kill(-(child.pid ?? 0), 'SIGTERM');
    let output = '';
    const keep = (text: string): void => void (output += text);
    const settle = (code: number | null): void => {
      end?.removeEventListener('abort', stop);
      resolve({ code, output });
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => keep(error.message)).once('close', settle);
    end?.addEventListener('abort', stop, { once: true });
  });
}
