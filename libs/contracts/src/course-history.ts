import { z } from 'zod';
import { CompletionRule, UnitKind } from './catalog.js';
import { TextPart } from './course-text.js';
import { CourseVersionId, DraftCopyId, UnitId } from './ids.js';
import { Language, LocalText } from './text.js';

/** A state of a course: what its authors work on, or a published version. */
export const DraftOrVersion = z.union([z.literal('draft'), CourseVersionId]);
export type DraftOrVersion = z.infer<typeof DraftOrVersion>;
/** Without `from`, everything is new. */
export const CourseDifferencesQuery = z.object({ from: DraftOrVersion.optional(), to: DraftOrVersion.default('draft') });
export type CourseDifferencesQuery = z.infer<typeof CourseDifferencesQuery>;

/** A text that is not as it was; null: there was, or is, none. */
const TextDifference = z.object({
  part: TextPart,
  language: Language,
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const pair = <T extends z.ZodType>(value: T) => z.object({ before: value, after: value }).nullable();

/** A unit that is not as it was. `places`: where it stood and stands, when it was moved past others. `content` names packages, quizzes, files, addresses. */
const UnitDifference = z
  .object({
    id: UnitId,
    kind: UnitKind,
    title: LocalText,
    change: z.enum(['added', 'removed', 'moved', 'changed']),
    places: pair(z.number().int()),
    required: pair(z.boolean()),
    texts: z.array(TextDifference),
    content: z.array(z.object({ language: Language, before: z.string().nullable(), after: z.string().nullable() })),
  })
  .meta({ id: 'UnitDifference' });
/** What is not the same in two states of a course; a member that is the same is null, or not in the list. */
export const CourseDifferencesView = z
  .object({
    code: pair(z.string()),
    hours: pair(z.number()),
    languages: pair(z.array(Language)),
    completion: pair(CompletionRule),
    texts: z.array(TextDifference),
    units: z.array(UnitDifference),
  })
  .meta({ id: 'CourseDifferences' });
export type CourseDifferencesView = z.infer<typeof CourseDifferencesView>;

/** Makes the draft what a version was, or what a copy of the draft holds. */
export const CourseRestorationCreate = z
  .union([z.object({ versionId: CourseVersionId }).strict(), z.object({ copyId: DraftCopyId }).strict()])
  .meta({ id: 'CourseRestorationCreate' });
export type CourseRestorationCreate = z.infer<typeof CourseRestorationCreate>;
/** `copyId` names what the draft was before: restoring it undoes this. */
export const CourseRestored = z.object({ copyId: DraftCopyId }).meta({ id: 'CourseRestored' });
export type CourseRestored = z.infer<typeof CourseRestored>;
