import { z } from 'zod';
import { Country, Sex } from './identity.js';
import { enrollmentStates } from './enrollment.js';
import { CourseId, EditionId, EnrollmentId, InstitutionId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { Language, LocalText } from './text.js';

/** Years of age in the year of enrollment. */
export const ageBands = ['under-25', '25-34', '35-44', '45-54', 'from-55'] as const;
export const AgeBand = z.enum(ageBands);
export type AgeBand = z.infer<typeof AgeBand>;

/** What people are counted by. */
export const dimensions = ['country', 'institution', 'sex', 'age', 'language', 'course', 'edition', 'month'] as const;
export const Dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof Dimension>;

/**
 * What is counted, each once per enrollment. `active`: did something within the last 30 days; `half`: has done half of the course;
 * `passed`, `failed`: all examinations that were taken are passed, one is not; `certified`: holds a certificate in force. Examinations
 * are the quizzes of a course; where it has none, its packages that say passed or failed.
 */
export const measures = ['enrolled', 'active', 'begun', 'half', 'completed', 'withdrawn', 'passed', 'failed', 'certified'] as const;
export const Measure = z.enum(measures);
export type Measure = z.infer<typeof Measure>;

/** Month of enrollment, in UTC: `2026-11`. */
const Month = z.string().regex(/^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/);
/** Stands in a filter for those of whom it is not known. */
const none = z.literal('none');

/** Whom the numbers are about; months are those of enrollment, both included. An institution stands for what is below it too. */
const filter = {
  country: z.union([Country, none]).optional(),
  institution: z.union([InstitutionId, none]).optional(),
  course: CourseId.optional(),
  edition: EditionId.optional(),
  language: z.union([Language, none]).optional(),
  sex: z.union([Sex, none]).optional(),
  age: z.union([AgeBand, none]).optional(),
  from: Month.optional(),
  to: Month.optional(),
};
export const InsightQuery = z.object(filter);
export type InsightQuery = z.infer<typeof InsightQuery>;
export const BreakdownQuery = InsightQuery.extend({ by: Dimension });
export type BreakdownQuery = z.infer<typeof BreakdownQuery>;
/**
 * `state`: those whom this measure counts. `during`: a month in which it happened, that of the completion for `completed`, of the
 * certificate for `certified`, and of enrollment for all others.
 */
export const LearnerQuery = PageQuery.extend({ ...filter, state: Measure.default('enrolled'), during: Month.optional() });
export type LearnerQuery = z.infer<typeof LearnerQuery>;

const number = z.number().int().min(0);
const counts = {
  enrolled: number,
  active: number,
  begun: number,
  half: number,
  completed: number,
  withdrawn: number,
  passed: number,
  failed: number,
  certified: number,
} satisfies Record<Measure, z.ZodType>;
export const Counts = z.object(counts).meta({ id: 'InsightCounts' });
export type Counts = z.infer<typeof Counts>;

/** `key` is what a filter takes, `none` for those of whom it is not known; `name` where the key is an id. */
export const BreakdownRow = z.object({ key: z.string(), name: z.union([LocalText, z.string()]).nullable(), ...counts }).meta({
  id: 'BreakdownRow',
});
export type BreakdownRow = z.infer<typeof BreakdownRow>;
const rows = z.array(BreakdownRow);

/** Steps of the way to the certificate, each a part of the one before. */
export const funnelSteps = ['enrolled', 'begun', 'half', 'completed', 'certified'] as const satisfies readonly Measure[];
/** `at`: when the numbers were last brought up to date. Breakdowns by number of enrollments, the largest first; months in order. */
export const DashboardView = z
  .object({
    at: Instant.nullable(),
    totals: Counts,
    funnel: z.array(z.object({ step: z.enum(funnelSteps), count: number })),
    breakdowns: z.object({
      country: rows,
      institution: rows,
      sex: rows,
      age: rows,
      language: rows,
      course: rows,
      edition: rows,
      month: rows,
    } satisfies Record<Dimension, z.ZodType>),
  })
  .meta({ id: 'InsightDashboard' });
export type DashboardView = z.infer<typeof DashboardView>;

/**
 * What happened in each month, UTC, in order: completions and certificates by their own months, whenever those people enrolled. Months in
 * which nothing happened are left out.
 */
export const OutcomesView = z
  .object({ months: z.array(z.object({ key: z.string(), completed: number, certified: number })) })
  .meta({ id: 'InsightOutcomes' });
export type OutcomesView = z.infer<typeof OutcomesView>;

/** One enrollment behind a number; names are empty once a person was erased. */
export const LearnerView = z
  .object({
    enrollmentId: EnrollmentId,
    personId: PersonId,
    givenName: z.string(),
    familyName: z.string(),
    institution: z.string().nullable(),
    country: Country.nullable(),
    courseTitle: LocalText,
    editionTitle: z.string(),
    state: z.enum(enrollmentStates),
    progress: z.number().min(0).max(1),
    enrolledAt: Instant,
    activeAt: Instant.nullable(),
    completedAt: Instant.nullable(),
    certifiedAt: Instant.nullable(),
  })
  .meta({ id: 'InsightLearner' });
export type LearnerView = z.infer<typeof LearnerView>;
export const LearnerList = pageOf(LearnerView);

/** What everybody may know. */
export const publicMeasures = ['enrolled', 'completed', 'certified'] as const satisfies readonly Measure[];
/** null: fewer than five, or hidden so that such a number cannot be worked out. */
const hidden = number.nullable();
const publicCounts = { enrolled: hidden, completed: hidden, certified: hidden } satisfies Record<
  (typeof publicMeasures)[number],
  z.ZodType
>;
export const NumbersView = z
  .object({
    at: Instant.nullable(),
    totals: z.object(publicCounts),
    months: z.array(z.object({ key: z.string(), ...publicCounts })),
    countries: z.array(z.object({ key: z.string(), ...publicCounts })),
  })
  .meta({ id: 'PublicNumbers' });
export type NumbersView = z.infer<typeof NumbersView>;
export const NumbersQuery = z.object({ by: z.enum(['country', 'month']) });
export type NumbersQuery = z.infer<typeof NumbersQuery>;
