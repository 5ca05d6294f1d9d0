import { z } from 'zod';
import { ScormStandard, PackageItemView } from './content.js';
import { ContentAttemptId } from './ids.js';
import { Language } from './text.js';

/**
 * What the player on the content origin says to `content` under `/_rt/`. The ordering rules are those of the project's SCORM
 * delivery protocol: launch code → token → drain the old epoch → lease → commit with epoch, sequence and acknowledgement.
 */

/** POST /_rt/launch. The code came in the address's fragment, works once and for 60 s. */
export const RuntimeLaunch = z.object({ launchCode: z.string().min(20).max(100) }).strict();
export type RuntimeLaunch = z.infer<typeof RuntimeLaunch>;
/** `token` opens this one attempt (sent as `Authorization: Bearer`); `academyUrl` is where Exit leads back to. */
export const RuntimeLaunched = z.object({
  token: z.string(),
  attemptId: ContentAttemptId,
  title: z.string(),
  language: Language,
  academyUrl: z.url(),
  mode: z.enum(['normal', 'browse', 'review']),
});
export type RuntimeLaunched = z.infer<typeof RuntimeLaunched>;

/** One SCO that the shell can open. `href` is relative to the content origin's root; `cmi` goes to scorm-again's loadFromJSON, all values strings. */
export const RuntimeSco = z.object({
  id: z.string(),
  title: z.string(),
  href: z.string(),
  kind: z.enum(['sco', 'asset']),
  completion: z.enum(['completed', 'incomplete', 'not attempted', 'unknown']),
  success: z.enum(['passed', 'failed', 'unknown']),
  cmi: z.record(z.string(), z.unknown()),
  /** Version-specific rules the shell hands to the API. */
  masteryOverride: z.boolean(),
});
export type RuntimeSco = z.infer<typeof RuntimeSco>;

/** POST /_rt/lease {takeOver}: a new epoch. 409 `content.attempt-held` when another device committed lately and takeOver is false. */
export const RuntimeLease = z.object({ takeOver: z.boolean().default(false) }).strict();
export type RuntimeLease = z.infer<typeof RuntimeLease>;
export const RuntimeLeased = z.object({
  epoch: z.number().int().positive(),
  standard: ScormStandard,
  items: z.array(PackageItemView),
  scos: z.array(RuntimeSco),
  /** The SCO to open first: the suspended one, else the first unfinished. */
  current: z.string().nullable(),
  mode: z.enum(['normal', 'browse', 'review']),
  learner: z.object({ id: z.string(), name: z.string() }),
  course: z.object({ completion: z.string(), success: z.string() }),
});
export type RuntimeLeased = z.infer<typeof RuntimeLeased>;

export const recordKinds = ['init', 'set', 'snap', 'nav', 'term'] as const;
/** One journal record. `t` is the client's clock in ms since 1970 (evidence only); `el`, `val`, `ret`, `err` for `set`; `val` of `snap` is a JSON text. */
export const RuntimeRecord = z
  .object({
    seq: z.number().int().positive(),
    t: z.number(),
    kind: z.enum(recordKinds),
    sco: z.string().max(4_000),
    el: z.string().max(4_000).optional(),
    val: z.string().max(2_100_000).optional(),
    ret: z.string().max(20).optional(),
    err: z.number().int().min(0).max(999).optional(),
  })
  .strict();
export type RuntimeRecord = z.infer<typeof RuntimeRecord>;

/** POST /_rt/commit. ≤ 256 KB; records contiguous from the first. */
export const RuntimeCommit = z
  .object({
    epoch: z.number().int().positive(),
    nonce: z.string().min(8).max(64),
    records: z.array(RuntimeRecord).min(1).max(500),
    token: z.string().max(100).optional(),
  })
  .strict();
export type RuntimeCommit = z.infer<typeof RuntimeCommit>;
/** 200 after COMMIT: everything up to `ack` of this epoch is durable. Any other body is a failure to the client. */
export const RuntimeAcknowledged = z.object({ ack: z.number().int().min(0), nonce: z.string() });
export type RuntimeAcknowledged = z.infer<typeof RuntimeAcknowledged>;
/** Extra members of the problem answers: 409 `content.stale-epoch` {current, quarantinedThrough}; 412 `content.sequence-gap` {expect}. */
export const StaleEpoch = z.object({ current: z.number().int(), quarantinedThrough: z.number().int() });
export const SequenceGap = z.object({ expect: z.number().int() });
