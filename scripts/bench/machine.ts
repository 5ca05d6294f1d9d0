import { closeSync, fdatasyncSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresVersion } from '../servers/binaries.ts';

/** Clock ticks of a second in /proc (USER_HZ, 100 on every Linux that Node runs on). */
const ticks = 100;

/** CPU seconds since some moment in the past; differences of two readings are what counts. */
export interface CpuReading {
  /** The processes of the academy that is measured. */
  app: number;
  /** The postmaster, its children, and those that it has already waited for. */
  postgres: number;
  /** Everything that this machine did. */
  machine: number;
  /** This program and the load generator. */
  bench: number;
}

/** Reads user and system time from /proc (proc_pid_stat(5), proc_stat(5)). */
export const readCpu = (pids: { app: readonly number[]; postgres: number; generator: number }): CpuReading => ({
  app: pids.app.reduce((sum, pid) => sum + own(pid), 0),
  postgres: own(pids.postgres) + reaped(pids.postgres) + childrenOf(pids.postgres).reduce((sum, pid) => sum + own(pid), 0),
  machine: wholeMachine(),
  bench: own(pids.generator) + own(process.pid),
});

/** What happened between two readings. Work that is shorter than a tick may leave no trace: it is counted as one. */
export const between = (from: CpuReading, to: CpuReading): CpuReading => ({
  app: Math.max(to.app - from.app, 1 / ticks),
  postgres: Math.max(to.postgres - from.postgres, 1 / ticks),
  machine: to.machine - from.machine,
  bench: to.bench - from.bench,
});

/** Cores that something else than the bench and what it measures takes, over a second. */
export const otherLoad = async (): Promise<number> => {
  const from = { machine: wholeMachine(), own: own(process.pid), at: performance.now() };
  await sleep(1_000);
  return Math.max(0, (wholeMachine() - from.machine - (own(process.pid) - from.own)) / ((performance.now() - from.at) / 1_000));
};

/** Cores, versions, how long a write to disk takes, and what else runs. */
export const aboutMachine = async () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.versions.node,
  postgres: postgresVersion(),
  fsyncMs: fsyncLatency(),
  otherLoad: await otherLoad(),
});

/** Milliseconds of 200 timed writes of 8 kB, each followed by fdatasync, as PostgreSQL does at a commit. */
const fsyncLatency = (): { median: number; p99: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'aula-bench-'));
  const handle = openSync(join(folder, 'probe'), 'w');
  const page = Buffer.alloc(8_192, 1);
  const times = Array.from({ length: 200 }, () => {
    const from = performance.now();
    writeSync(handle, page);
    fdatasyncSync(handle);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  closeSync(handle);
  rmSync(folder, { recursive: true });
  return { median: times[100]!, p99: times[198]! };
};

/** Fields of /proc/<pid>/stat after the program's name, which may hold any character; the first is field 3, the state. */
const statOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^[^]*\) /, '')
    .split(' ');

const field = (pid: number, ...numbers: number[]): number => {
  try {
    const stat = statOf(pid);
    return numbers.reduce((sum, number) => sum + Number(stat[number - 3]), 0);
  } catch {
    return 0; // ended meanwhile: its parent's reaped time has it now
  }
};
const own = (pid: number): number => field(pid, 14, 15) / ticks;
const reaped = (pid: number): number => field(pid, 16, 17) / ticks;

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((each) => each > 0 && field(each, 4) === pid);

/** user, nice, system, irq, softirq and steal of the first line of /proc/stat. */
const wholeMachine = (): number => {
  const [, user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]!.split(/ +/).map(Number);
  return (user! + nice! + system! + irq! + softirq! + steal!) / ticks;
};
