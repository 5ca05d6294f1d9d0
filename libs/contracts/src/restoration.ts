import { z } from 'zod';
import { ContentAttemptId, RestorationId } from './ids.js';
import { Instant, pageOf } from './page.js';
import { RuntimeResult } from './runtime.js';
import { words } from './text.js';

/**
 * Names a state that an attempt has had: `session-3` at the end of its third lease; `set-aside-2` on the device of the second lease,
 * with what it handed in too late; `before-<restoration>` as it was before an earlier state was given back.
 */
export const RestorePointKey = z.string().regex(/^(?:(?:session|set-aside)-[1-9]\d{0,14}|before-[0-9a-f-]{36})$/);
export type RestorePointKey = z.infer<typeof RestorePointKey>;

/** A state that can be given back. `at`: its last moment by the server's clock; `records` of that lease, or set aside from it. */
export const RestorePointView = z
  .object({
    point: RestorePointKey,
    kind: z.enum(['session', 'set-aside', 'before']),
    at: Instant,
    epoch: z.number().int(),
    records: z.number().int(),
  })
  .meta({ id: 'RestorePoint' });
export type RestorePointView = z.infer<typeof RestorePointView>;
export const RestorePointList = pageOf(RestorePointView);

/** What giving back a state would change. Long values are cut. */
export const RestorePreview = z
  .object({
    point: RestorePointKey,
    /** The state that was looked at; giving back asks for it, so that nothing newer is overwritten unseen. */
    version: z.string(),
    opens: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
    changes: z.array(z.object({ item: z.string(), element: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    /** More changes than are listed. */
    further: z.number().int(),
    /** Completed, passed and the best score stay, whatever is given back. */
    result: z.object({ before: RuntimeResult, after: RuntimeResult }),
  })
  .meta({ id: 'RestorePreview' });
export type RestorePreview = z.infer<typeof RestorePreview>;

/** `reason` is read by the learner at the next launch. */
export const RestorationCreate = z
  .object({ point: RestorePointKey, version: words(50), reason: words(500).trim().min(5) })
  .strict()
  .meta({ id: 'RestorationCreate' });
export type RestorationCreate = z.infer<typeof RestorationCreate>;
export const RestorationView = z
  .object({ id: RestorationId, attemptId: ContentAttemptId, point: RestorePointKey, reason: z.string(), at: Instant })
  .meta({ id: 'Restoration' });
export type RestorationView = z.infer<typeof RestorationView>;
