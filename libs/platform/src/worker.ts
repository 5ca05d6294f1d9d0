import type { Server } from 'node:http';
import { BullModule, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Job as Trigger } from 'bullmq';
import { jobs, type House, type JobKind } from '@aula/contracts';
import { openPool } from './database/pools.js';
import { plumbingPool, workerLimits } from './database/orm.js';
import { inOrder } from './in-order.js';
import type { HouseClass } from './house.js';
import { openHouse, type OpenHouse } from './http/house-app.js';
import { ownRoutes } from './http/own-routes.js';
import { dispatcher, drain, listen } from './http/serve.js';
import { openProducer } from './open.js';
import type { Logger } from './log.js';
import { openRuntime, type Drivers, type Runtime } from './runtime.js';
import { untilStopped } from './stop.js';
import { Deliveries } from './work/deliveries.js';
import { JobRunner, type Bell } from './work/job-runner.js';
import { heartbeat, queueConnection, queueName, queuePrefix, type TriggerData } from './work/queue.js';
import { Presence } from './work/presence.js';
import { Sweeper } from './work/sweeper.js';
import { every } from './work/every.js';
import { Work } from './work/work.js';

/** What a worker runs for one house. */
export interface HouseWork {
  readonly house: House;
  readonly runner: JobRunner;
  readonly deliveries: Deliveries;
}

/** So many chunks of one house, and so many deliveries to it, are in hand at a time. */
const concurrency = 2;
const sweepMs = 5_000;
const pollMs = 150;
const heartbeatMs = 10_000;
/** A worker whose queue was silent for so long ends itself, to be started anew. */
const silenceMs = 60_000;

/** Opens the workers of houses: jobs, event deliveries and the sweeper; no routes but health, metrics and the API's document. */
export const openWorker = async (modules: Readonly<Record<string, HouseClass>>, drivers: Drivers = {}): Promise<void> => {
  const runtime = openRuntime('worker', { limits: workerLimits, ...drivers });
  await untilStopped(runtime.log, () => startWorker(Object.values(modules), runtime));
};

/** Jobs and deliveries of one opened house. Without a bell nobody is told of work that is due later. */
export const workOf = ({ app, handlers, name }: OpenHouse, { ids, log }: Runtime, bell: Bell = silent): HouseWork => {
  const house = name as House;
  const work = app.get(Work);
  return {
    house,
    runner: new JobRunner({ house, work, handlers, ids, log, bell }),
    deliveries: new Deliveries(house, work, handlers, log),
  };
};
const silent: Bell = { later: () => undefined, help: () => undefined };

/** Starts working. Closing finishes what is in hand and takes nothing new. */
export const startWorker = async (
  modules: readonly HouseClass[],
  runtime: Runtime,
): Promise<{ close(): Promise<void>; server: Server }> => {
  const producer = await openProducer(runtime);
  const opened = await inOrder(modules, (module) => openHouse(module, runtime, producer.wake));
  const works = opened.map((house) => workOf(house, runtime, producer.triggers));
  let heard = runtime.clock.now().getTime();
  const processors = await openProcessors(works, runtime, () => (heard = runtime.clock.now().getTime()));
  const pool = openPool(runtime.settings, 'platform', workerLimits, plumbingPool);
  const sweeper = new Sweeper(pool, runtime.ids, (kinds) => producer.triggers.add(kinds));
  const now = (): number => runtime.clock.now().getTime();
  const presence = new Presence(
    pool,
    opened.map(({ name }) => name),
    runtime.ids,
  );
  const loops = [
    every(sweepMs, () => sweeper.sweep(now()), runtime.log),
    every(heartbeatMs, () => inOrder(works, ({ house }) => producer.triggers.add([heartbeat], house)), runtime.log),
    ...works.map(({ deliveries }) => every(pollMs, () => deliveries.drain(concurrency), runtime.log)),
    every(heartbeatMs, () => presence.tell(now() - heard, now()), runtime.log),
    every(heartbeatMs, () => endWhenSilent(now() - heard, runtime), runtime.log),
  ];
  const server = await listen(
    dispatcher(
      [],
      ownRoutes(opened, () => now() - heard < silenceMs),
      undefined,
      runtime.settings,
    ),
    runtime.settings,
  );
  runtime.log.info({ houses: opened.map((house) => house.name) }, 'working');
  return {
    server,
    close: async () => {
      works.forEach(({ runner, deliveries }) => {
        runner.stop();
        deliveries.stop();
      });
      await Promise.allSettled([...loops.map((loop) => loop.stop()), processors.close()]);
      await drain(server);
      await presence.leave().catch(() => undefined);
      await Promise.allSettled(opened.map(({ app }) => app.close()));
      await Promise.allSettled([producer.close(), pool.end()]);
    },
  };
};

const endWhenSilent = (silence: number, runtime: Runtime): Promise<void> => {
  if (silence > silenceMs) {
    runtime.log.fatal({ silence }, 'the queue is silent; ending, to be started anew');
    process.exit(1);
  }
  return Promise.resolve();
};

/** One BullMQ worker per house. A trigger only says where to look. */
const openProcessors = async (works: readonly HouseWork[], runtime: Runtime, hear: () => void): Promise<INestApplicationContext> => {
  const connection = queueConnection(runtime.settings, 'worker');
  const prefix = queuePrefix(runtime.settings);
  class Bell {}
  Module({
    imports: works.map(({ house }) => BullModule.registerQueue({ name: queueName(house), connection, prefix })),
    providers: works.map((work) => processorOf(work, runtime.log, hear, connection)),
  })(Bell);
  return NestFactory.createApplicationContext(Bell, { logger: ['error', 'fatal'], abortOnError: false });
};

const processorOf = ({ house, runner }: HouseWork, log: Logger, hear: () => void, connection: ReturnType<typeof queueConnection>): Type => {
  class HouseProcessor extends WorkerHost {
    async process(trigger: Trigger<TriggerData>): Promise<void> {
      hear();
      if (trigger.name in jobs) await runner.drain(trigger.name as JobKind, trigger.data.helper);
    }

    @OnWorkerEvent('error')
    onError(error: Error): void {
      log.warn({ err: error, house }, 'the queue does not answer as it should; orders wait in PostgreSQL');
    }
  }
  Processor(queueName(house), { concurrency, connection, lockDuration: 30_000, maxStalledCount: 10 })(HouseProcessor);
  return HouseProcessor;
};
