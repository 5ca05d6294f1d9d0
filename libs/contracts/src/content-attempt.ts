import { z } from 'zod';
import { ContentAttemptId, EditionId, EnrollmentId, PackageId, PersonId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { RuntimeClaim, RuntimeResult, recordKinds } from './runtime.js';
import { LocalText } from './text.js';

/**
 * A reason to ask how an attempt came about; it changes nothing. Of completed ones `too-fast`: `seconds` where the cohort's median is
 * `median`; `no-answers`: none, where nearly everybody gave some; `identical`: `others` have said the same at the same seconds. Of any
 * `differs`: when an item ended its player `claimed` another result than the server `found` in the same records, or (null) none, as no
 * player does; the last time counts. `too-much`: more was written than there is room for, which is in the records alone.
 */
export const PlausibilityHint = z
  .object({
    code: z.enum(['too-fast', 'no-answers', 'identical', 'differs', 'too-much']),
    seconds: z.number().nullable(),
    median: z.number().nullable(),
    others: z.number().int().nullable(),
    claimed: RuntimeClaim.nullable(),
    found: RuntimeClaim.nullable(),
  })
  .meta({ id: 'PlausibilityHint' });
export type PlausibilityHint = z.infer<typeof PlausibilityHint>;

/** An attempt at the content of a unit, as those see it who teach or support its learner. The `seconds` of the result are the content's own word. */
export const ContentAttemptView = z
  .object({
    id: ContentAttemptId,
    enrollmentId: EnrollmentId,
    editionId: EditionId,
    editionTitle: z.string(),
    unitId: UnitId,
    unitTitle: LocalText,
    personId: PersonId,
    /** Null: the person has been erased. */
    person: z.object({ givenName: z.string(), familyName: z.string() }).nullable(),
    packageId: PackageId,
    packageTitle: z.string().nullable(),
    number: z.number().int(),
    result: RuntimeResult,
    /** Of a sequenced package: the score that its own rules come to now, where it is not the best one, which stays in `result`; else null. */
    packageScore: z.number().nullable(),
    /** How long the server saw it at work, over all visits: no device's clock and no content can make it more. */
    observedSeconds: z.number(),
    openedAt: Instant,
    /** When its player last took the right to write; null before the first time. */
    leasedAt: Instant.nullable(),
    /** A player has it open at this moment, as far as the server knows. */
    busy: z.boolean(),
    /** Records that were set aside: the attempt went on elsewhere, or its enrollment was withdrawn. */
    quarantined: z.number().int(),
    hints: z.array(PlausibilityHint),
    may: z.array(z.string()),
  })
  .meta({ id: 'ContentAttempt' });
export type ContentAttemptView = z.infer<typeof ContentAttemptView>;
export const ContentAttemptList = pageOf(ContentAttemptView);
export const ContentAttemptQuery = PageQuery.extend({
  editionId: EditionId.optional(),
  enrollmentId: EnrollmentId.optional(),
  unitId: UnitId.optional(),
  personId: PersonId.optional(),
});
export type ContentAttemptQuery = z.infer<typeof ContentAttemptQuery>;

export const timelineKinds = ['begun', 'launch', 'lease', 'record', 'quarantined', 'refused', 'restored'] as const;
/** What a reader looks for: `answers` to questions, `results`, `navigation`, `sessions` (opened, taken over) or whatever went wrong. */
export const timelineTopics = ['answers', 'results', 'navigation', 'sessions', 'trouble'] as const;

/**
 * One thing that happened to an attempt. `at` is the server's clock, `deviceAt` the learner's, which may be wrong; between the two lies
 * how long it waited on the device. `pauseSeconds` by the device's clock since the record before, of the same lease.
 */
export const TimelineEntry = z
  .object({
    kind: z.enum(timelineKinds),
    at: Instant,
    deviceAt: Instant.nullable(),
    epoch: z.number().int().nullable(),
    seq: z.number().int().nullable(),
    pauseSeconds: z.number().nullable(),
    /** The item of the manifest; `title` null when it knows none of this name. */
    item: z.object({ identifier: z.string(), title: z.string().nullable() }).nullable(),
    /** What kind of record it is; null for what is none. */
    call: z.enum(recordKinds).nullable(),
    element: z.string().nullable(),
    /** Long values are cut; `length` says how many characters there were. `partial`: only what changed of the element was sent. */
    value: z.string().nullable(),
    length: z.number().int().nullable(),
    partial: z.boolean(),
    /** What the call returned. */
    result: z.string().nullable(),
    /** The error that the content was told of, in the reader's words. */
    error: z.object({ code: z.number().int(), message: z.string() }).nullable(),
    /** Of a beginning `moved` where it took the place of another attempt, of a launch its mode, of a lease how it came about, of a record `differs` where its player came to another result, of a refusal or quarantine why, of a restoration its reason. */
    how: z.string().nullable(),
    /** How often a refusal came, counted together. */
    times: z.number().int().nullable(),
    /** Name of whoever did it, where that is not the learner. */
    by: z.string().nullable(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export const TimelineList = pageOf(TimelineEntry);
export const TimelineQuery = PageQuery.extend({ topic: z.enum(timelineTopics).optional() });
export type TimelineQuery = z.infer<typeof TimelineQuery>;
