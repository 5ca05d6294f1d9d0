import type { Condition, HealthReport } from '@aula/contracts';

export interface StoredFiles {
  houses: { house: string; files: number; bytes: number }[];
  unfinished: number;
}
type Queue = HealthReport['queue'];
export interface QueueState extends Pick<Queue, 'waiting' | 'running' | 'dead' | 'deadDeliveries' | 'oldestSeconds' | 'workers'> {
  workersMs: number | null;
}
export interface DatabaseState extends Pick<HealthReport['database'], 'bytes' | 'connections' | 'mostConnections' | 'slowJobs'> {
  nowMs: number;
}
export type MailState = Pick<HealthReport['mail'], 'lastSentAt' | 'queued' | 'oldestSeconds' | 'failedToday'>;

const gigabyte = 1024 ** 3;
const judged = (bad: boolean, care: boolean): Condition => (bad ? 'bad' : care ? 'care' : 'good');

/** Full disks stop everything: care below a tenth or 10 GB, bad below a fiftieth or 1 GB. */
export const storageCondition = (reachable: boolean, free: number | null, total: number | null): Condition =>
  judged(
    !reachable || (free !== null && total !== null && (free < gigabyte || free < total / 50)),
    free !== null && total !== null && (free < 10 * gigabyte || free < total / 10),
  );

/** A worker says that it is there every ten seconds, and the sweeper looks every five. */
export const queueCondition = ({ workers, oldestSeconds, dead, deadDeliveries }: QueueState): Condition => {
  const alive = workers.filter(({ seenSeconds }) => seenSeconds < 45);
  return judged(alive.length === 0 || (oldestSeconds ?? 0) > 900, (oldestSeconds ?? 0) > 120 || dead > 0 || deadDeliveries > 0);
};

export const databaseCondition = ({ connections, mostConnections, slowJobs }: DatabaseState): Condition =>
  judged(connections > mostConnections * 0.95, connections > mostConnections * 0.8 || slowJobs.length > 0);

export const mailCondition = ({ failedToday, oldestSeconds }: MailState): Condition =>
  judged((oldestSeconds ?? 0) > 3_600, failedToday > 0 || (oldestSeconds ?? 0) > 600);

/** Codes of authenticator apps and signatures of tokens need clocks that agree. */
export const clockCondition = (differenceMs: number, workersMs: number | null): Condition => {
  const widest = Math.max(Math.abs(differenceMs), Math.abs(workersMs ?? 0));
  return judged(widest > 20_000, widest > 2_000);
};
