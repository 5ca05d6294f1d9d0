import { z } from 'zod';
import { Instant } from './page.js';

/** `good`: nothing to do; `care`: look at it soon; `bad`: something does not work. */
export const Condition = z.enum(['good', 'care', 'bad']);
export type Condition = z.infer<typeof Condition>;

/** How the academy is, as one of its processes sees it. Bytes, seconds and milliseconds as the names say; null where it cannot be known. */
export const HealthReport = z
  .object({
    at: Instant,
    storage: z.object({
      condition: Condition,
      kind: z.enum(['disk', 's3']),
      reachable: z.boolean(),
      freeBytes: z.number().nullable(),
      totalBytes: z.number().nullable(),
      houses: z.array(z.object({ house: z.string(), files: z.number().int(), bytes: z.number() })).nullable(),
      unfinished: z.number().int().nullable(),
    }),
    queue: z.object({
      condition: Condition,
      backend: z.enum(['redis', 'postgres']),
      waiting: z.number().int(),
      running: z.number().int(),
      dead: z.number().int(),
      deadDeliveries: z.number().int(),
      oldestSeconds: z.number().nullable(),
      workers: z.array(
        z.object({
          id: z.uuid(),
          houses: z.array(z.string()),
          startedAt: Instant,
          seenSeconds: z.number(),
          queueSilentSeconds: z.number(),
        }),
      ),
    }),
    database: z.object({
      condition: Condition,
      bytes: z.number(),
      connections: z.number().int(),
      mostConnections: z.number().int(),
      slowJobs: z.array(z.object({ kind: z.string(), runningSeconds: z.number() })),
    }),
    mail: z.object({
      condition: Condition,
      server: z.boolean(),
      lastSentAt: Instant.nullable(),
      queued: z.number().int(),
      oldestSeconds: z.number().nullable(),
      failedToday: z.number().int(),
    }),
    clock: z.object({ condition: Condition, differenceMs: z.number(), workersMs: z.number().nullable() }),
  })
  .meta({ id: 'HealthReport' });
export type HealthReport = z.infer<typeof HealthReport>;
