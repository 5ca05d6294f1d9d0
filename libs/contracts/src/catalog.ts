import { z } from 'zod';
import { NextEdition, courseFacets } from './catalogue.js';
import { CourseId, CourseVersionId, FileId, InstitutionId, PackageId, QuizId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { Language, LocalText, line, words } from './text.js';

export const unitKinds = ['scorm', 'quiz', 'page', 'video', 'file', 'session'] as const;
export const UnitKind = z.enum(unitKinds).meta({ id: 'UnitKind' });
export type UnitKind = z.infer<typeof UnitKind>;

/**
 * What one language of a unit is made of: exactly the member that the unit's kind asks for. `body` is Markdown; `url` a video's address;
 * `transcript`, what is said in a video, may stand beside either.
 */
export const UnitContent = z
  .object({
    packageId: PackageId.optional(),
    quizId: QuizId.optional(),
    body: words(200_000).optional(),
    fileId: FileId.optional(),
    url: z.url().max(2_000).pipe(words(2_000)).optional(),
    transcript: words(200_000).optional(),
  })
  .strict()
  .meta({ id: 'UnitContent' });
export type UnitContent = z.infer<typeof UnitContent>;
/** Content by language; progress belongs to the unit, whatever the language. */
export const UnitContents = z.partialRecord(Language, UnitContent);
export type UnitContents = z.infer<typeof UnitContents>;

/** The shorthand members `packageId`, `quizId`, `body`, `fileId`, `url`, `transcript` stand for the course's first language. */
export const UnitCreate = UnitContent.extend({
  kind: UnitKind,
  title: LocalText,
  contents: UnitContents.optional(),
  required: z.boolean().default(true),
})
  .strict()
  .meta({ id: 'UnitCreate' });
export type UnitCreate = z.infer<typeof UnitCreate>;
/** `contents` replaces all that the unit had. */
export const UnitChange = z
  .object({ title: LocalText.optional(), contents: UnitContents.optional(), required: z.boolean().optional() })
  .strict()
  .meta({ id: 'UnitChange' });
export type UnitChange = z.infer<typeof UnitChange>;
export const UnitOrder = z
  .object({ unitIds: z.array(UnitId).max(500) })
  .strict()
  .meta({ id: 'UnitOrder' });
export type UnitOrder = z.infer<typeof UnitOrder>;

/**
 * `html` is the sanitised rendering of a page's Markdown, by language; present where one unit is read. Authors get the Markdown of
 * all pages with the draft; in a published version `contents` leaves `body` and `transcript` out unless one unit is read. `revision`, in a
 * draft alone, counts the changes: `If-Match: "<revision>"` keeps a change from undoing somebody else's.
 */
export const UnitView = z
  .object({
    id: UnitId,
    position: z.number().int(),
    kind: UnitKind,
    title: LocalText,
    required: z.boolean(),
    contents: UnitContents,
    html: z.partialRecord(Language, z.string()).optional(),
    revision: z.number().int().optional(),
  })
  .meta({ id: 'Unit' });
export type UnitView = z.infer<typeof UnitView>;

/**
 * When a course is complete. `units`: all required units, or the listed ones. `minimumScore`: scaled 0 to 1, for every quiz among
 * them (a quiz without it counts when passed by its own passing score). A rule must rest on a quiz or a session (law 8): SCORM
 * completion alone counts towards progress only, unless `evidenceOnly` says that no certificate is issued.
 */
export const CompletionRule = z
  .object({
    units: z.union([z.literal('required'), z.array(UnitId).min(1).max(500)]).default('required'),
    minimumScore: z.number().min(0).max(1).nullish(),
  })
  .strict()
  .meta({ id: 'CompletionRule' });
export type CompletionRule = z.infer<typeof CompletionRule>;
export const CompletionRulePut = z.object({ rule: CompletionRule }).strict().meta({ id: 'CompletionRulePut' });
export type CompletionRulePut = z.infer<typeof CompletionRulePut>;

export const CourseCreate = z
  .object({
    code: line(2, 40),
    title: LocalText,
    summary: LocalText.nullish(),
    hours: z.number().min(0).max(10_000),
    languages: z.array(Language).min(1),
    institutionId: InstitutionId.nullish(),
    public: z.boolean().default(true),
  })
  .strict()
  .meta({ id: 'CourseCreate' });
export type CourseCreate = z.infer<typeof CourseCreate>;
export const CourseCreated = z.object({ id: CourseId }).meta({ id: 'CourseCreated' });
export type CourseCreated = z.infer<typeof CourseCreated>;
export const UnitCreated = z.object({ id: UnitId }).meta({ id: 'UnitCreated' });
export type UnitCreated = z.infer<typeof UnitCreated>;
/** `reviewRequired`: no version is published before a second person has approved the draft. Only an administrator takes it back. */
export const CourseChange = CourseCreate.partial().extend({ reviewRequired: z.boolean().optional() }).strict().meta({ id: 'CourseChange' });
export type CourseChange = z.infer<typeof CourseChange>;

/** `none`: nobody was asked; `outdated`: approved, and changed since. */
const reviewStandings = ['none', 'open', 'approved', 'outdated', 'sent-back'] as const;
/**
 * What the authors of a draft know of it. `revision` counts the changes of what the course is and when it is complete, `draftRevision`
 * those of the whole draft.
 */
const Authoring = z.object({
  revision: z.number().int(),
  draftRevision: z.number().int(),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
  reviewRequired: z.boolean(),
  review: z.enum(reviewStandings),
  /** Whether the draft is not what the newest version holds. */
  changed: z.boolean(),
});

export const CourseView = z
  .object({
    id: CourseId,
    code: z.string(),
    title: LocalText,
    summary: LocalText.nullable(),
    hours: z.number(),
    languages: z.array(Language),
    institutionId: InstitutionId.nullable(),
    public: z.boolean(),
    state: z.enum(['draft', 'published', 'withdrawn']),
    /** The newest published version; null while there is none. */
    version: z.object({ id: CourseVersionId, number: z.number().int(), publishedAt: Instant }).nullable(),
    completion: CompletionRule,
    units: z.array(UnitView).optional(),
    authoring: Authoring.optional(),
    /** Of a published course: what runs and what is to come, the next first; at most five. */
    editions: z.array(NextEdition).optional(),
    may: z.array(z.string()).optional(),
  })
  .meta({ id: 'Course' });
export type CourseView = z.infer<typeof CourseView>;
export const CourseList = pageOf(CourseView);
export const CourseQuery = PageQuery.extend({
  q: words(200).optional(),
  language: Language.optional(),
  institution: InstitutionId.optional(),
  /** Has a unit of this kind. */
  kind: UnitKind.optional(),
  ...courseFacets,
  /** `mine` lists the courses that the actor may author, drafts among them. */
  mine: z.stringbool().optional(),
});
export type CourseQuery = z.infer<typeof CourseQuery>;

export const PublicationView = z.object({ versionId: CourseVersionId, number: z.number().int() }).meta({ id: 'Publication' });
export type PublicationView = z.infer<typeof PublicationView>;
/** A published version, immutable. */
export const CourseVersionView = z
  .object({
    id: CourseVersionId,
    courseId: CourseId,
    number: z.number().int(),
    code: z.string(),
    title: LocalText,
    summary: LocalText.nullable(),
    hours: z.number(),
    languages: z.array(Language),
    completion: CompletionRule,
    publishedAt: Instant,
    units: z.array(UnitView),
  })
  .meta({ id: 'CourseVersion' });
export type CourseVersionView = z.infer<typeof CourseVersionView>;
export const CourseFileView = z
  .object({ id: FileId, name: z.string(), contentType: z.string(), size: z.number().int() })
  .meta({ id: 'CourseFile' });
export type CourseFileView = z.infer<typeof CourseFileView>;
export const CourseVersionList = pageOf(CourseVersionView);
