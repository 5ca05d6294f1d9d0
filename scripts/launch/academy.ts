import { setTimeout as sleep } from 'node:timers/promises';
import { runChild, type Child } from './processes.ts';

/** Runs the programs of the academy: all with one environment, each with its log in `logs`. */
export interface Programs {
  env: NodeJS.ProcessEnv;
  logs: string;
  /** Prints a line of progress. */
  say: (line: string) => void;
  /** Aborted when the launcher is to end. */
  end: AbortSignal;
}

/** Brings the schemas of all houses up to date; throws with the last lines of the log when that fails. */
export async function migrate({ env, logs, end }: Programs): Promise<void> {
  const child = runChild('migrate', 'scripts/migrate.ts', env, logs);
  const stop = (): void => void child.stop();
  end.addEventListener('abort', stop, { once: true });
  const how = await child.gone;
  end.removeEventListener('abort', stop);
  end.throwIfAborted();
  if (how !== 'exit code 0') throw new Error(`The migration failed (${how}):\n${child.lastWords()}`);
}

/** Starts the process of all houses and returns when it answers `/health/ready`. */
export async function startAcademy(programs: Programs, died: (child: Child, how: string) => void): Promise<Child> {
  const child = runChild('academy', 'apps/academy/dist/main.js', programs.env, programs.logs);
  void child.gone.then((how) => died(child, how));
  try {
    await answersReady(localUrl(programs.env), programs.end);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return child;
}

/** URL at which this machine reaches the academy. */
export function localUrl(env: NodeJS.ProcessEnv): string {
  const host = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '::1': '[::1]' }[env['HOST'] ?? ''] ?? env['HOST'];
  return `http://${host}:${env['PORT']}`;
}

async function answersReady(base: string, end: AbortSignal): Promise<void> {
  const late = AbortSignal.any([end, AbortSignal.timeout(120_000)]);
  for (;;) {
    const answer = await fetch(`${base}/health/ready`, { signal: AbortSignal.any([late, AbortSignal.timeout(5000)]) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    end.throwIfAborted();
    if (late.aborted) throw new Error(`The academy did not become ready within two minutes${answer ? `: ${await answer.text()}` : ''}`);
    await sleep(100);
  }
}

/**
 * Keeps a worker running: one that ends is started again, soon at first, then at most every ten seconds. Jobs and events are
 * rows, so it goes on where it was. Returns how to stop it for good.
 */
export function keepWorker({ env, logs, say, end }: Programs): () => Promise<void> {
  const retired = new AbortController();
  let child: Child | undefined;
  const keep = async (): Promise<void> => {
    for (let pause = 500; !retired.signal.aborted; pause = Math.min(pause * 2, 10_000)) {
      const started = performance.now();
      child = runChild('worker', 'apps/worker/dist/main.js', { ...env, PORT: '0', HOST: '127.0.0.1' }, logs);
      const how = await child.gone;
      if (retired.signal.aborted || end.aborted) return;
      if (performance.now() - started > 60_000) pause = 500;
      say(`the worker ended (${how}); starting it again in ${pause / 1000} s`);
      await sleep(pause, undefined, { signal: retired.signal }).catch(() => undefined);
    }
  };
  const kept = keep();
  return async () => {
    retired.abort();
    await child?.stop();
    await kept;
  };
}
