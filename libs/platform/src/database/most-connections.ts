import { houses } from '@aula/contracts';
import { queuePool } from '../work/queue.js';
import { doorLimits, plainPool, plumbingPool, workerLimits } from './orm.js';

/**
 * Connections to PostgreSQL that one academy process and one worker hold at most: each house's two pools, and without Redis those of
 * BullMQ, which has a queue per house in each process, and in the worker one more with a worker beside it that also listens.
 */
export const mostConnections = (): { academy: number; worker: number } => {
  const producers = houses.length * queuePool;
  const consumers = houses.length * (queuePool + queuePool + 1);
  return {
    academy: houses.length * (doorLimits.pool + plainPool) + producers,
    worker: houses.length * (workerLimits.pool + plainPool) + plumbingPool + producers + consumers,
  };
};
