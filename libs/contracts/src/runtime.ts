import { z } from 'zod';
import { ScormStandard } from './content.js';
import { ContentAttemptId } from './ids.js';
import { Instant } from './page.js';
import { Language } from './text.js';

/**
 * What the player on the content origin says to `content` under `/_rt/`. The ordering rules are those of the project's SCORM
 * delivery protocol: launch code → token → drain the old epoch → lease → commit with epoch, sequence and acknowledgement.
 */

/** `normal` records; `browse` (an author's preview) and `review` (a finished course) record nothing. */
export const RuntimeMode = z.enum(['normal', 'browse', 'review']);
export type RuntimeMode = z.infer<typeof RuntimeMode>;

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
  mode: RuntimeMode,
});
export type RuntimeLaunched = z.infer<typeof RuntimeLaunched>;

/** What one item, or the whole attempt, has come to; the server's word. `scaled` −1 to 1 or null, `progress` 0 to 1, `seconds` in all. */
export const RuntimeResult = z.object({
  completion: z.enum(['completed', 'incomplete', 'not attempted', 'unknown']),
  success: z.enum(['passed', 'failed', 'unknown']),
  scaled: z.number().nullable(),
  progress: z.number(),
  seconds: z.number(),
});
export type RuntimeResult = z.infer<typeof RuntimeResult>;

/**
 * What an item has come to in the player's own word, at its end and by the records alone. It travels in the `term` record and is
 * evidence: the server holds it against what it comes to itself.
 */
export const RuntimeClaim = RuntimeResult.pick({ completion: true, success: true, scaled: true }).meta({ id: 'RuntimeClaim' });
export type RuntimeClaim = z.infer<typeof RuntimeClaim>;

/**
 * POST /_rt/lease: a new epoch. 409 `content.attempt-held` when another device committed lately and takeOver is false. `device` is a
 * random name of this browser, in which the player already holds the attempt against other tabs. `goesOn`: this device keeps the course,
 * knows every record up to `seq` of the lease `epoch` and has handed all of them in; while that is the newest lease, it stays, so that a
 * lost answer parts no device from its own work.
 */
export const RuntimeLease = z
  .object({
    takeOver: z.boolean().default(false),
    device: z.string().max(64).optional(),
    goesOn: z.object({ epoch: z.number().int().positive(), seq: z.number().int().min(0) }).optional(),
  })
  .strict();
export type RuntimeLease = z.infer<typeof RuntimeLease>;
/**
 * How a SCORM 2004 package is sequenced: `tree` (`ActivitySettings` of @aula/scorm, the organization itself as its root) and `state`
 * (`SequencingState`) at the lease. Player and server fold the same records into it with the same functions.
 */
export const RuntimeSequencing = z.object({
  tree: z.unknown(),
  objectivesGlobalToSystem: z.boolean(),
  sharedDataGlobalToSystem: z.boolean(),
  state: z.unknown(),
});
export type RuntimeSequencing = z.infer<typeof RuntimeSequencing>;

/**
 * `items` is the tree of the played organization (`ManifestItem` of @aula/scorm) and `scos` the runtime data by item identifier
 * (`ScoState`), both as JSON: player and server read them with the same functions. A file of the package lies at `/c/` + its path.
 */
export const RuntimeLeased = z.object({
  epoch: z.number().int().positive(),
  /** The last record of this epoch that the data hold: the next one is `seq` + 1. */
  seq: z.number().int().min(0),
  standard: ScormStandard,
  /** Version and namespaces of the manifest disagree: show the content both `API` and `API_1484_11`. */
  bothApis: z.boolean(),
  mode: RuntimeMode,
  learner: z.object({ id: z.string(), name: z.string(), language: z.string() }),
  items: z.array(z.unknown()),
  scos: z.record(z.string(), z.unknown()),
  results: z.record(z.string(), RuntimeResult),
  course: RuntimeResult,
  /** The item to open first: the one left open or suspended, else the first unfinished, else the first. */
  current: z.string().nullable(),
  /** Null: the learner goes through the items freely, in the order of the table of contents. */
  sequencing: RuntimeSequencing.nullable(),
  /** Somebody gave back an earlier state, and nothing has been studied since: the learner is told, in the words of who did it. */
  restored: z.object({ at: Instant, reason: z.string() }).nullish(),
});
export type RuntimeLeased = z.infer<typeof RuntimeLeased>;

/**
 * One line of the journal, in the words of @aula/scorm's `RuntimeRecord`: `set` is a raw SetValue call with what the API answered,
 * refused calls too; `nav` is the player itself (`element` `open`, `leave` or, when the visit is not over, `suspend`; `value` why; in a
 * sequenced package also `begin` and `request`, whose value is a navigation request in the words of adl.nav.request);
 * `snap` is the API's own summary as JSON; the value of a `term` that the API took is the player's `RuntimeClaim` as JSON.
 */
export const recordKinds = ['init', 'set', 'snap', 'nav', 'term'] as const;
export const RuntimeRecord = z
  .object({
    seq: z.number().int().positive(),
    /** The client's clock, ms since 1970: evidence only. */
    t: z.number(),
    kind: z.enum(recordKinds),
    scoId: z.string().max(4_000),
    element: z.string().max(4_000).optional(),
    value: z.string().max(400_000).optional(),
    /**
     * `value` replaces what lies between the first `cut[0]` and the last `cut[1]` UTF-16 units of the element's previous accepted
     * value of this epoch: long suspend data travel as differences.
     */
    cut: z.tuple([z.number().int().min(0), z.number().int().min(0)]).optional(),
    result: z.string().max(20).optional(),
    errorCode: z.number().int().min(0).max(999).optional(),
  })
  .strict();
export type RuntimeRecord = z.infer<typeof RuntimeRecord>;

/** POST /_rt/commit: records contiguous from the first. `token` only where a beacon cannot carry the header. */
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
/**
 * Members of the problem answers: 409 `content.stale-epoch` (the records sent, up to `quarantinedThrough`, are kept aside), and 410
 * `content.enrollment-withdrawn` without `current` (likewise); 412 `content.sequence-gap`.
 */
export const StaleEpoch = z.object({ current: z.number().int(), quarantinedThrough: z.number().int(), nonce: z.string() });
export type StaleEpoch = z.infer<typeof StaleEpoch>;
export const SequenceGap = z.object({ expect: z.number().int(), nonce: z.string() });
export type SequenceGap = z.infer<typeof SequenceGap>;

/**
 * GET /_rt/files: all that a device keeps to play an attempt without a line. A file of the package lies at `/c/` + `path` and has `size`
 * bytes; `player` names the player's own files behind `/_p/`, its page is ''.
 */
export const RuntimeFiles = z.object({
  files: z.array(z.object({ path: z.string(), size: z.number().int().min(0) })),
  player: z.array(z.string()),
});
export type RuntimeFiles = z.infer<typeof RuntimeFiles>;
