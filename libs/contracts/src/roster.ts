import { z } from 'zod';
import { UnitKind } from './catalog.js';
import { enrollmentStates } from './enrollment.js';
import { EnrollmentId, InstitutionId, PersonId, RosterViewId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { Language, LocalText, line, words } from './text.js';

/** Shares of the course that is done: none of it; less than half; half or more; all. */
const progressBands = ['none', 'under-half', 'over-half', 'all'] as const;
const Country = z.string().regex(/^[A-Z]{2}$/);
const days = z.coerce.number().int().min(1).max(3_650);

/**
 * Which learners of an edition. `q`: words of their names, of their force's id where they have digits, of their address where they have
 * an @; `missing`: a unit they still have to do; `institutionId`: with everything below it; `inactiveDays`: nothing done for so long;
 * `dueDays`: their own deadline comes within so many days, and they have not completed; `reached`: how far they have come in `unit`, or
 * in any, as the funnel counts them.
 */
export const RosterFilter = z.object({
  q: words(200).optional(),
  state: z.enum(enrollmentStates).optional(),
  progress: z.enum(progressBands).optional(),
  missing: UnitId.optional(),
  institutionId: InstitutionId.optional(),
  country: Country.optional(),
  inactiveDays: days.optional(),
  dueDays: days.optional(),
  reached: z.enum(['enrolled', 'begun', 'finished', 'completed']).optional(),
  unit: UnitId.optional(),
});
export type RosterFilter = z.infer<typeof RosterFilter>;
const rosterSorts = ['name', '-name', 'progress', '-progress', 'activity', '-activity'] as const;
export const RosterQuery = PageQuery.extend({ ...RosterFilter.shape, sort: z.enum(rosterSorts).default('name') });
export type RosterQuery = z.infer<typeof RosterQuery>;

/** One learner of an edition. `deadline` is their own; `missing` counts the units that they still have to do. */
export const RosterEntryView = z
  .object({
    enrollmentId: EnrollmentId,
    personId: PersonId,
    givenName: z.string(),
    familyName: z.string(),
    institution: z.string().nullable(),
    country: z.string().nullable(),
    /** These three only to who administers the person's institution. */
    email: z.string().nullable(),
    rank: z.string().nullable(),
    externalId: z.string().nullable(),
    language: Language,
    state: z.enum(enrollmentStates),
    progress: z.number().min(0).max(1),
    missing: z.number().int(),
    enrolledAt: Instant,
    activeAt: Instant.nullable(),
    completedAt: Instant.nullable(),
    deadline: Instant,
    extended: z.boolean(),
    remindedAt: Instant.nullable(),
  })
  .meta({ id: 'RosterEntry' });
export type RosterEntryView = z.infer<typeof RosterEntryView>;
export const RosterList = pageOf(RosterEntryView);

const counted = { enrolled: z.number().int(), completed: z.number().int(), progress: z.number().min(0).max(1) };
/**
 * How the learners of a filter stand, by state, country and institution; institutions count what is below them too, whoever left
 * counts by state only, and `progress` is the mean.
 */
export const RosterSummary = z
  .object({
    total: z.number().int(),
    states: z.array(z.object({ state: z.enum(enrollmentStates), count: z.number().int() })),
    countries: z.array(z.object({ country: z.string().nullable(), ...counted })),
    institutions: z.array(
      z.object({ institutionId: InstitutionId.nullable(), name: z.string().nullable(), depth: z.number().int(), ...counted }),
    ),
  })
  .meta({ id: 'RosterSummary' });
export type RosterSummary = z.infer<typeof RosterSummary>;

/** The units of an edition's course that a learner has to do. */
export const RosterUnit = z
  .object({ unitId: UnitId, position: z.number().int(), kind: UnitKind, title: LocalText })
  .meta({ id: 'RosterUnit' });
export type RosterUnit = z.infer<typeof RosterUnit>;
export const RosterUnitList = pageOf(RosterUnit);
export type RosterUnitList = z.infer<typeof RosterUnitList>;

/**
 * How many of the learners in the reader's sight began and finished each unit, in the order of the course, whoever left aside. A quiz is
 * begun with its first result, a session with the first mark of attendance.
 */
export const RosterFunnel = z
  .object({
    enrolled: z.number().int(),
    units: z.array(RosterUnit.extend({ required: z.boolean(), begun: z.number().int(), finished: z.number().int() })),
    completed: z.number().int(),
  })
  .meta({ id: 'RosterFunnel' });
export type RosterFunnel = z.infer<typeof RosterFunnel>;

const missingReasons = ['not-started', 'in-progress', 'not-passed', 'below-minimum', 'not-attended'] as const;
/** A unit that somebody still has to do, and why it is not done. Scores are shares, 0 to 1. */
export const MissingUnitView = z
  .object({ ...RosterUnit.shape, reason: z.enum(missingReasons), score: z.number().nullable(), minimumScore: z.number().nullable() })
  .meta({ id: 'MissingUnit' });
export type MissingUnitView = z.infer<typeof MissingUnitView>;
export const MissingUnitList = pageOf(MissingUnitView);
export type MissingUnitList = z.infer<typeof MissingUnitList>;

const rosterColumns = [
  'name',
  'institution',
  'country',
  'email',
  'rank',
  'externalId',
  'language',
  'state',
  'progress',
  'missing',
  'enrolledAt',
  'activeAt',
  'completedAt',
  'deadline',
  'remindedAt',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];
const Columns = z.array(z.enum(rosterColumns)).min(1).max(rosterColumns.length);

/** A file of the whole roster that a filter finds; `columns` with commas between, all of them when absent. */
export const RosterExportQuery = RosterFilter.extend({
  sort: z.enum(rosterSorts).default('name'),
  columns: z
    .string()
    .max(300)
    .transform((text) => text.split(','))
    .pipe(Columns)
    .default([...rosterColumns]),
});
export type RosterExportQuery = z.infer<typeof RosterExportQuery>;

const viewed = {
  name: line(1, 80),
  filter: RosterFilter.strict(),
  sort: z.enum(rosterSorts),
  columns: Columns,
  /** Everybody who administers this institution, or one below it, finds the view too; null: nobody else does. */
  institutionId: InstitutionId.nullable().default(null),
};
export const RosterViewPut = z.object(viewed).strict().meta({ id: 'RosterViewPut' });
export type RosterViewPut = z.infer<typeof RosterViewPut>;
/** A way to look at rosters. `own`: the reader's, who may change it; `standard`: what the reader's rosters open with. */
export const RosterViewView = z.object({ id: RosterViewId, ...viewed, own: z.boolean(), standard: z.boolean() }).meta({ id: 'RosterView' });
export type RosterViewView = z.infer<typeof RosterViewView>;
/** All views that the reader finds, on one page. */
export const RosterViewList = pageOf(RosterViewView);
export type RosterViewList = z.infer<typeof RosterViewList>;
export const RosterViewKept = z.object({ id: RosterViewId }).meta({ id: 'RosterViewKept' });
export type RosterViewKept = z.infer<typeof RosterViewKept>;
export const RosterStandardPut = z.object({ viewId: RosterViewId.nullable() }).strict().meta({ id: 'RosterStandardPut' });
export type RosterStandardPut = z.infer<typeof RosterStandardPut>;
