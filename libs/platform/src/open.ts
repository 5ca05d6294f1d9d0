import type { Server } from 'node:http';
import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { houses, type House } from '@aula/contracts';
import { inOrder } from './in-order.js';
import type { HouseClass } from './house.js';
import { openHouse, type OpenHouse } from './http/house-app.js';
import { ownRoutes } from './http/own-routes.js';
import { openPages } from './http/pages.js';
import { dispatcher, drain, listen } from './http/serve.js';
import { openRuntime, type Drivers, type Runtime } from './runtime.js';
import { queueConnection, queueName, queuePrefix, Triggers } from './work/queue.js';
import { LiveSettings } from './settings/live.js';
import { untilStopped } from './stop.js';
import type { Wake } from './work/work.js';

export interface OpenDoor {
  readonly server: Server;
  readonly houses: readonly OpenHouse[];
  close(): Promise<void>;
}

/** Opens houses behind one HTTP server and keeps the process until it is told to stop. `open({ catalog: CatalogModule })`. */
export const open = async (modules: Readonly<Record<string, HouseClass>>, drivers: Drivers = {}): Promise<void> => {
  const runtime = openRuntime(Object.keys(modules).length === 1 ? Object.keys(modules)[0]! : 'academy', drivers);
  await untilStopped(runtime.log, () => openDoor(Object.values(modules), runtime));
};

/** Opens houses behind one HTTP server. */
export const openDoor = async (modules: readonly HouseClass[], runtime: Runtime): Promise<OpenDoor> => {
  const producer = await openProducer(runtime);
  const opened = await inOrder(modules, (module) => openHouse(module, runtime, producer.wake));
  const live = opened[0]!.app.get(LiveSettings);
  const written = { known: opened.flatMap(({ pages: known }) => known ?? []), look: live };
  const pages = await openPages(runtime.settings, written, runtime);
  const server = await listen(dispatcher(opened, ownRoutes(opened), pages, runtime.settings), runtime.settings);
  runtime.log.info({ houses: opened.map((house) => house.name), port: runtime.settings.port }, 'open');
  return {
    server,
    houses: opened,
    close: async () => {
      await drain(server);
      await Promise.allSettled(opened.map(({ app }) => app.close()));
      await Promise.allSettled([pages?.close(), producer.close()]);
    },
  };
};

/** The queues of all houses, for adding triggers. */
export const openProducer = async (runtime: Runtime): Promise<{ wake: Wake; triggers: Triggers; close: () => Promise<void> }> => {
  const connection = queueConnection(runtime.settings, 'producer');
  class Producer {}
  Module({
    imports: houses.map((house) => BullModule.registerQueue({ name: queueName(house), connection, prefix: queuePrefix(runtime.settings) })),
  })(Producer);
  const context: INestApplicationContext = await NestFactory.createApplicationContext(Producer, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const queues = new Map<House, Queue>(houses.map((house) => [house, context.get<Queue>(getQueueToken(queueName(house)))]));
  queues.forEach((queue) => queue.on('error', () => undefined)); // the queue is a hint: without it the sweeper looks by itself
  const triggers = new Triggers(queues);
  return { triggers, wake: { ordered: (kinds) => triggers.soon(kinds), recorded: () => undefined }, close: () => triggers.close() };
};
