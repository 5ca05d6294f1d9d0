import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Generator, Load, Preparation, TrafficName } from './generator.ts';
import { between, readCpu } from './machine.ts';

/** What one step measured: one load, for some seconds, once it had warmed up. CPU in µs per item. */
export interface Measure {
  rate: number;
  p50: number;
  p99: number;
  cpu: number;
  appCpu: number;
  postgresCpu: number;
  /** Cores that neither the bench nor what it measures took. */
  otherLoad: number;
}

/** The load generator's process, as its parent sees it. */
export class LoadGenerator {
  private readonly child: ChildProcess = fork(new URL('generator.ts', import.meta.url), { execArgv: [] });

  async prepare(preparation: Preparation): Promise<void> {
    await this.ask('prepare', preparation);
  }

  /** Runs a load, and compares the database with what was acknowledged. Throws when they differ, or a request was refused. */
  async measure(name: TrafficName, load: Load, pids: { app: readonly number[]; postgres: number }, timing: Timing): Promise<Measure> {
    const read = () => readCpu({ ...pids, generator: this.child.pid! });
    await this.ask('start', name, load);
    await sleep(timing.warmUp * 1_000);
    await this.ask('mark');
    const from = read();
    await sleep(timing.seconds * 1_000);
    const { items, seconds, p50, p99 } = await this.ask('mark');
    const { app, postgres, machine, bench } = between(from, read());
    await this.ask('stop');
    const perItem = 1_000_000 / items;
    return {
      rate: items / seconds,
      ...{ p50, p99 },
      cpu: (app + postgres) * perItem,
      appCpu: app * perItem,
      postgresCpu: postgres * perItem,
      otherLoad: Math.max(0, machine - app - postgres - bench) / seconds,
    };
  }

  /** Ends the process, and waits until it is gone: before its database is. */
  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode !== null) return;
    this.child.disconnect();
    await gone;
  }

  private ask<M extends keyof Generator>(method: M, ...parameters: Parameters<Generator[M]>): Promise<Awaited<ReturnType<Generator[M]>>> {
    return new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('the load generator ended'));
      this.child.once('exit', gone);
      this.child.once('message', ({ result, error }: { result: Awaited<ReturnType<Generator[M]>>; error?: string }) => {
        this.child.off('exit', gone);
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      });
      this.child.send({ method, parameters });
    });
  }
}

/** Seconds that a load runs before, and while, it is measured. */
export interface Timing {
  warmUp: number;
  seconds: number;
}
