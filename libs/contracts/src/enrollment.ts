import { z } from 'zod';
import { UnitKind } from './catalog.js';
import { EnrollmentRule } from './enrolling.js';
import { CourseId, CourseVersionId, EditionId, EnrollmentBatchId, EnrollmentId, InstitutionId, PersonId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { LocalText, line, words } from './text.js';

export const EditionMode = z.enum(['virtual', 'on-site', 'blended']);
/** IANA time zone name. */
export const TimeZone = z
  .string()
  .max(60)
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', { message: 'IANA time zone' });
export const EditionCreate = z
  .object({
    courseVersionId: CourseVersionId,
    title: line(2, 200),
    mode: EditionMode,
    opensAt: Instant,
    closesAt: Instant,
    timeZone: TimeZone,
    capacity: z.number().int().positive().max(10_000_000).nullish(),
    institutionId: InstitutionId.nullish(),
  })
  .strict()
  .refine((edition) => Date.parse(edition.closesAt) > Date.parse(edition.opensAt), { path: ['closesAt'], message: 'after opensAt' })
  .meta({ id: 'EditionCreate' });
export type EditionCreate = z.infer<typeof EditionCreate>;
/** What may be changed of an edition; `capacity` null: as many as come. */
export const EditionChange = z
  .object({ title: line(2, 200), opensAt: Instant, closesAt: Instant, capacity: z.number().int().positive().max(10_000_000).nullable() })
  .partial()
  .strict()
  .meta({ id: 'EditionChange' });
export type EditionChange = z.infer<typeof EditionChange>;
export const EditionCreated = z.object({ id: EditionId }).meta({ id: 'EditionCreated' });
export type EditionCreated = z.infer<typeof EditionCreated>;
const editionStates = ['planned', 'open', 'closed'] as const;
export const EditionView = z
  .object({
    id: EditionId,
    courseVersionId: CourseVersionId,
    courseId: CourseId,
    courseCode: z.string(),
    courseTitle: LocalText,
    title: z.string(),
    mode: EditionMode,
    opensAt: Instant,
    closesAt: Instant,
    timeZone: z.string(),
    capacity: z.number().int().nullable(),
    institutionId: InstitutionId.nullable(),
    state: z.enum(editionStates),
    enrolled: z.number().int(),
    completed: z.number().int(),
    may: z.array(z.string()).optional(),
  })
  .meta({ id: 'Edition' });
export type EditionView = z.infer<typeof EditionView>;
export const EditionList = pageOf(EditionView);
/** `soon`: opens, or closes, within fourteen days. `mine`: not all in sight, only those that the reader teaches or administers. */
export const EditionQuery = PageQuery.extend({
  courseId: CourseId.optional(),
  q: words(200).optional(),
  soon: z.enum(['opening', 'closing']).optional(),
  mine: z.stringbool().optional(),
  state: z.enum(editionStates).optional(),
});
export type EditionQuery = z.infer<typeof EditionQuery>;

export const EnrollRequest = z
  .union([
    z.object({ personIds: z.array(PersonId).min(1).max(10_000) }).strict(),
    z.object({ institutionId: InstitutionId }).strict(),
    z.object({ everyone: z.literal(true) }).strict(),
    z.object({ rule: EnrollmentRule }).strict(),
  ])
  .meta({ id: 'EnrollRequest' });
export type EnrollRequest = z.infer<typeof EnrollRequest>;
export const EnrollmentBatchStarted = z.object({ batchId: EnrollmentBatchId }).meta({ id: 'EnrollmentBatchStarted' });
export type EnrollmentBatchStarted = z.infer<typeof EnrollmentBatchStarted>;
export const enrollmentStates = ['pending', 'active', 'completed', 'withdrawn'] as const;
/** When and where a session takes place; `place` may be empty. */
export const SessionTime = z.object({ startsAt: Instant, endsAt: Instant, place: z.string() }).meta({ id: 'SessionTime' });

/** `progress` 0 to 1; `score` scaled 0 to 1. */
export const UnitProgressView = z
  .object({
    unitId: UnitId,
    position: z.number().int(),
    kind: UnitKind,
    title: LocalText,
    required: z.boolean(),
    state: z.enum(['not-started', 'in-progress', 'completed', 'passed', 'failed']),
    progress: z.number().min(0).max(1),
    score: z.number().nullable(),
    /** When it was done, or last done better; null while it is not. */
    doneAt: Instant.nullable(),
    /** Who marked the learner present at a session. */
    markedBy: z.string().nullable(),
    /** The package or quiz that the person's language selects; null where the kind has none. */
    quizId: z.uuid().nullable(),
    packageId: z.uuid().nullable(),
    /** Of a session, once somebody has said when it takes place. */
    time: SessionTime.optional(),
  })
  .meta({ id: 'UnitProgress' });
export type UnitProgressView = z.infer<typeof UnitProgressView>;
/** `units` is empty in the roster of an edition; one enrollment, and a learner's own list, bring them. */
export const EnrollmentView = z
  .object({
    id: EnrollmentId,
    personId: PersonId,
    editionId: EditionId,
    editionTitle: z.string(),
    courseId: CourseId,
    courseVersionId: CourseVersionId,
    courseTitle: LocalText,
    hours: z.number(),
    state: z.enum(enrollmentStates),
    progress: z.number().min(0).max(1),
    opensAt: Instant,
    closesAt: Instant,
    timeZone: z.string(),
    completedAt: Instant.nullable(),
    units: z.array(UnitProgressView),
    person: z.object({ givenName: z.string(), familyName: z.string(), institution: z.string().nullable() }).optional(),
    may: z.array(z.string()).optional(),
  })
  .meta({ id: 'Enrollment' });
export type EnrollmentView = z.infer<typeof EnrollmentView>;
export const EnrollmentList = pageOf(EnrollmentView);
export const EnrollmentQuery = PageQuery.extend({
  mine: z.stringbool().optional(),
  editionId: EditionId.optional(),
  personId: PersonId.optional(),
  state: z.enum(enrollmentStates).optional(),
  q: words(200).optional(),
});
export type EnrollmentQuery = z.infer<typeof EnrollmentQuery>;
export const Withdrawal = z
  .object({ reason: words(500).trim().min(2) })
  .strict()
  .meta({ id: 'Withdrawal' });
export type Withdrawal = z.infer<typeof Withdrawal>;
/** A learner marks a page, video or file unit as read. */
export const UnitCompletion = z
  .object({ state: z.enum(['in-progress', 'completed']) })
  .strict()
  .meta({ id: 'UnitCompletion' });
export type UnitCompletion = z.infer<typeof UnitCompletion>;

/** People who attended a session unit, or, with `attended: false`, those who were put down by mistake. */
export const AttendancePut = z
  .object({ enrollmentIds: z.array(EnrollmentId).min(1).max(1_000), attended: z.boolean().default(true) })
  .strict()
  .meta({ id: 'AttendancePut' });
export type AttendancePut = z.infer<typeof AttendancePut>;
/** How many marks the request changed: a repetition changes none, and who has completed the course or left it keeps theirs. */
export const AttendanceChanged = z.object({ changed: z.number().int() }).meta({ id: 'AttendanceChanged' });
export type AttendanceChanged = z.infer<typeof AttendanceChanged>;
export const AttendanceView = z.object({ enrollmentId: EnrollmentId, recordedAt: Instant }).meta({ id: 'Attendance' });
export type AttendanceView = z.infer<typeof AttendanceView>;
export const AttendanceList = pageOf(AttendanceView);

export const SessionTimePut = z
  .object({ startsAt: Instant, endsAt: Instant, place: line(0, 200).default('') })
  .strict()
  .refine((time) => Date.parse(time.endsAt) > Date.parse(time.startsAt), { path: ['endsAt'], message: 'after startsAt' })
  .meta({ id: 'SessionTimePut' });
export type SessionTimePut = z.infer<typeof SessionTimePut>;

/** One session unit of an edition's course, with how many of those enrolled are down for it; whoever left counts nowhere. */
export const SessionView = z
  .object({
    unitId: UnitId,
    position: z.number().int(),
    title: LocalText,
    required: z.boolean(),
    attended: z.number().int(),
    enrolled: z.number().int(),
    /** Null until somebody has said when it takes place. */
    time: SessionTime.nullable(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;
/** The sessions of an edition in the order of the course: all of them, on one page. */
export const SessionList = pageOf(SessionView);
/**
 * One person on the roll of a session; names are empty once a person was erased. `recordedAt`: since when they are down as present;
 * null: they are not. What has completed the course stays as it is.
 */
export const RollEntryView = z
  .object({
    enrollmentId: EnrollmentId,
    givenName: z.string(),
    familyName: z.string(),
    institution: z.string().nullable(),
    completed: z.boolean(),
    recordedAt: Instant.nullable(),
  })
  .meta({ id: 'RollEntry' });
export type RollEntryView = z.infer<typeof RollEntryView>;
export const RollList = pageOf(RollEntryView);
export const RollQuery = PageQuery.extend({ q: words(200).optional() });
export type RollQuery = z.infer<typeof RollQuery>;
