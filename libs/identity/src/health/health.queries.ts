import type { EntityManager } from '@mikro-orm/postgresql';
import { rows, row } from '@aula/platform';
import type { DatabaseState, MailState, QueueState, StoredFiles } from './health.entity.js';

/** Files that are known by house, the first part of their key; and those announced an hour ago or more that never came. */
export const storedFiles = async (em: EntityManager): Promise<StoredFiles> => {
  const houses = await rows<StoredFiles['houses'][number]>(
    em,
    `select split_part(key, '/', 1) as house, count(*) as files, coalesce(sum(size), 0) as bytes from platform.object where etag <> ''
     group by 1 order by 3 desc, 1 limit 20`,
  );
  const unfinished = await row<{ count: number }>(
    em,
    `select count(*) from platform.object where etag = '' and created_at < clock_timestamp() - interval '1 hour'`,
  );
  return { houses, unfinished: unfinished?.count ?? 0 };
};

export const queueState = async (em: EntityManager): Promise<QueueState> => {
  const counts = await row<Omit<QueueState, 'workers' | 'workersMs'>>(
    em,
    `select count(*) filter (where state = 'pending' and run_after <= clock_timestamp()) as waiting,
       count(*) filter (where state = 'running') as running, count(*) filter (where state = 'dead') as dead,
       (select count(*) from platform.delivery where state = 'dead') as "deadDeliveries",
       extract(epoch from clock_timestamp() - min(run_after) filter (where state = 'pending' and run_after <= clock_timestamp()))::float
         as "oldestSeconds"
     from platform.job where state in ('pending', 'running', 'dead')`,
  );
  const workers = await rows<QueueState['workers'][number] & { clockMs: number }>(
    em,
    `select id, houses, started_at as "startedAt", extract(epoch from clock_timestamp() - seen_at)::float as "seenSeconds",
       queue_silent_ms / 1000.0 as "queueSilentSeconds", clock_ms as "clockMs"
     from platform.process where seen_at > clock_timestamp() - interval '10 minutes' order by started_at desc limit 50`,
  );
  const clocks = workers.map(({ clockMs }) => clockMs);
  const widest = clocks.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
  return {
    ...counts!,
    workers: workers.map(({ clockMs: _, ...worker }) => worker),
    workersMs: clocks.length > 0 ? widest : null,
  };
};

export const databaseState = async (em: EntityManager): Promise<DatabaseState> => {
  const state = await row<Omit<DatabaseState, 'slowJobs'>>(
    em,
    `select pg_database_size(current_database()) as bytes, (select sum(numbackends) from pg_stat_database) as connections,
       current_setting('max_connections')::int as "mostConnections",
       extract(epoch from clock_timestamp())::float * 1000 as "nowMs"`,
  );
  const slowJobs = await rows<DatabaseState['slowJobs'][number]>(
    em,
    `select kind, extract(epoch from clock_timestamp() - max(run_after))::float as "runningSeconds" from platform.job
     where state = 'running' and run_after < clock_timestamp() - interval '10 minutes' group by kind order by 2 desc limit 10`,
  );
  return { ...state!, slowJobs };
};

export const mailState = async (em: EntityManager): Promise<MailState> =>
  (await row<MailState>(
    em,
    `select (select max(sent_at) from platform.mail where state = 'sent') as "lastSentAt",
       (select count(*) from platform.job where kind = 'identity.send-mail' and state in ('pending', 'running')) as queued,
       (select extract(epoch from clock_timestamp() - min(created_at))::float from platform.job
        where kind = 'identity.send-mail' and state in ('pending', 'running')) as "oldestSeconds",
       (select count(*) from platform.job
        where kind = 'identity.send-mail' and state = 'dead' and run_after > clock_timestamp() - interval '1 day') as "failedToday"`,
  ))!;
