import { z } from 'zod';
import { CourseId, EditionId, EnrollmentBatchId, EnrollmentRuleId, InstitutionId, PersonId } from './ids.js';
import { Instant, pageOf } from './page.js';
import { Language, line, words } from './text.js';

const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(100).optional();
/** Who is meant: all conditions that are there must hold. Institutions count with everything below them. */
export const EnrollmentRule = z
  .object({
    countries: some(z.string().regex(/^[A-Z]{2}$/)),
    institutionIds: some(InstitutionId),
    ranks: some(line(1, 100)),
    languages: some(Language),
    completedCourseId: CourseId.optional(),
    notCompletedCourseId: CourseId.optional(),
  })
  .strict()
  .refine((rule) => Object.values(rule).some((part) => part !== undefined), { message: 'one condition at least' })
  .meta({ id: 'EnrollmentRule' });
export type EnrollmentRule = z.infer<typeof EnrollmentRule>;

/** Whom a rule would enroll today, how many are in the edition already, and the first of them by name. */
export const EnrollmentRehearse = z.object({ rule: EnrollmentRule }).strict().meta({ id: 'EnrollmentRehearse' });
export type EnrollmentRehearse = z.infer<typeof EnrollmentRehearse>;
const named = { personId: PersonId, givenName: z.string(), familyName: z.string(), institution: z.string().nullable() };
export const EnrollmentRehearsed = z
  .object({ fresh: z.number().int(), already: z.number().int(), room: z.number().int().nullable(), sample: z.array(z.object(named)) })
  .meta({ id: 'EnrollmentRehearsed' });
export type EnrollmentRehearsed = z.infer<typeof EnrollmentRehearsed>;

/**
 * Why a rule rests: its author's account was merged into another or may not sign in; they may not enroll here any more; or not everybody
 * whom the rule reaches.
 */
const rulePauses = ['merged', 'inactive', 'role-ended', 'reach-narrowed'] as const;
export type RulePause = (typeof rulePauses)[number];

/**
 * A rule that goes on: whoever comes to fit it later is enrolled too, until it is stopped or the edition closes. It works in the name of
 * its author, and rests once they may not do so any more, until somebody who may takes it over.
 */
export const StandingRuleView = z
  .object({
    id: EnrollmentRuleId,
    rule: EnrollmentRule,
    createdAt: Instant,
    appliedAt: Instant.nullable(),
    stoppedAt: Instant.nullable(),
    pausedAt: Instant.nullable(),
    pausedFor: z.enum(rulePauses).nullable(),
    author: z.string().nullable(),
    enrolled: z.number().int(),
    /** Whether who asks may end it: its author, and whoever reaches as far as it does. */
    mayStop: z.boolean(),
  })
  .meta({ id: 'StandingRule' });
export type StandingRuleView = z.infer<typeof StandingRuleView>;
export const StandingRuleList = pageOf(StandingRuleView);
export type StandingRuleList = z.infer<typeof StandingRuleList>;
export const StandingRuleKept = z.object({ id: EnrollmentRuleId }).meta({ id: 'StandingRuleKept' });
export type StandingRuleKept = z.infer<typeof StandingRuleKept>;

/** Of each row of a pasted list or a spreadsheet the address, or the row itself, of which a cell may be the force's id of a person; '' names nobody. */
export const EnrollmentListCheck = z
  .object({ rows: z.array(words(320)).min(1).max(10_000) })
  .strict()
  .meta({ id: 'EnrollmentListCheck' });
export type EnrollmentListCheck = z.infer<typeof EnrollmentListCheck>;
const listRowCodes = ['no-address', 'repeated', 'several-people', 'person-unknown', 'person-inactive', 'already-enrolled'] as const;
/** Who the rows are, and the rows that name nobody who can be enrolled: `row` counts from 1. Who is out of reach is unknown. */
export const EnrollmentListChecked = z
  .object({
    people: z.array(z.object(named)),
    refused: z.array(z.object({ row: z.number().int(), code: z.enum(listRowCodes) })),
  })
  .meta({ id: 'EnrollmentListChecked' });
export type EnrollmentListChecked = z.infer<typeof EnrollmentListChecked>;

const batchKinds = ['list', 'institution', 'everyone', 'rule'] as const;
/**
 * Codes of `skipped`: already-enrolled, person-unknown, person-inactive, outside-your-institution, edition-full. `reversal`: what was
 * taken back of it, and how many were kept because they had begun or are not active any more.
 */
export const EnrollmentBatchView = z
  .object({
    id: EnrollmentBatchId,
    editionId: EditionId,
    kind: z.enum(batchKinds),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    requested: z.number().int(),
    enrolled: z.number().int(),
    skipped: z.array(z.object({ code: z.string(), count: z.number().int() })),
    createdAt: Instant,
    reversal: z
      .object({ state: z.enum(['queued', 'running', 'done', 'failed']), withdrawn: z.number().int(), kept: z.number().int() })
      .nullable(),
    may: z.array(z.string()).optional(),
  })
  .meta({ id: 'EnrollmentBatch' });
export type EnrollmentBatchView = z.infer<typeof EnrollmentBatchView>;
export const EnrollmentBatchList = pageOf(EnrollmentBatchView);

/** Another deadline for one learner; null: that of the edition again. */
export const DeadlinePut = z.object({ deadline: Instant.nullable() }).strict().meta({ id: 'DeadlinePut' });
export type DeadlinePut = z.infer<typeof DeadlinePut>;
