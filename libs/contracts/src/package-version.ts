import { z } from 'zod';
import { FindingView, ScormStandard } from './content.js';
import { EditionId, EnrollmentId, PackageId, PackageMoveId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';

/** Declares `packageId`, which is uploaded already, as the version that follows on a package. */
export const PackageVersionCreate = z.object({ packageId: PackageId }).strict().meta({ id: 'PackageVersionCreate' });
export type PackageVersionCreate = z.infer<typeof PackageVersionCreate>;
/** One version of a package; `learners` are those whose attempt in hand is on it. */
export const PackageVersionView = z
  .object({
    packageId: PackageId,
    number: z.number().int(),
    title: z.string().nullable(),
    fileName: z.string(),
    createdAt: Instant,
    learners: z.number().int(),
  })
  .meta({ id: 'PackageVersion' });
export type PackageVersionView = z.infer<typeof PackageVersionView>;
/** The versions of a package, newest first, all on one page; empty while there is but one. */
export const PackageVersionList = pageOf(PackageVersionView);

const change = <K extends string>(kinds: readonly [K, ...K[]]) => z.enum(kinds);
/** An item of the table of contents that is not what it was. `before`: its title or the identifier of what it lay under. */
const ItemDifference = z.object({
  kind: change(['added', 'removed', 'renamed', 'moved']),
  identifier: z.string(),
  title: z.string(),
  before: z.string().nullable(),
});
/** Sizes in bytes; null where there is no such file. */
const FileDifference = z.object({
  kind: change(['added', 'removed', 'changed']),
  path: z.string(),
  before: z.number().int().nullable(),
  after: z.number().int().nullable(),
});
/** How a version differs from an earlier one. `files.shown` holds the first 200; the counts hold all. */
export const PackageDifferencesView = z
  .object({
    from: PackageId,
    to: PackageId,
    standard: z.object({ before: ScormStandard, after: ScormStandard }).nullable(),
    items: z.array(ItemDifference),
    /** What learners open that is gone: what was recorded under these identifiers cannot be carried over. */
    vanished: z.array(z.object({ identifier: z.string(), title: z.string() })),
    sequencingChanged: z.boolean(),
    files: z.object({
      added: z.number().int(),
      removed: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      bytesBefore: z.number().int(),
      bytesAfter: z.number().int(),
      shown: z.array(FileDifference),
    }),
    findings: z.object({ gone: z.array(FindingView), come: z.array(FindingView) }),
  })
  .meta({ id: 'PackageDifferences' });
export type PackageDifferencesView = z.infer<typeof PackageDifferencesView>;
export const PackageDifferencesQuery = z.object({ from: PackageId });
export type PackageDifferencesQuery = z.infer<typeof PackageDifferencesQuery>;

/** Whom a move takes to a version: who has not begun, those and who has not completed, or everybody. */
export const packageMoveRules = ['not-started', 'not-completed', 'all'] as const;
export const PackageMoveRule = z.enum(packageMoveRules).meta({ id: 'PackageMoveRule' });
export type PackageMoveRule = z.infer<typeof PackageMoveRule>;
/** `editionId`: learners of one edition alone; absent: of every edition that has a version of the package. */
export const PackageMoveCreate = z
  .object({ rule: PackageMoveRule, editionId: EditionId.optional() })
  .strict()
  .meta({ id: 'PackageMoveCreate' });
export type PackageMoveCreate = z.infer<typeof PackageMoveCreate>;
export const PackageMoveQuery = z.object({ rule: PackageMoveRule, editionId: EditionId.optional() });
export type PackageMoveQuery = z.infer<typeof PackageMoveQuery>;

/** What a move would change, in numbers of learners. `busy` have the course open now and would stay; they count nowhere else. */
export const PackageMovePreview = z
  .object({
    notStarted: z.number().int(),
    started: z.number().int(),
    completed: z.number().int(),
    busy: z.number().int(),
    /** What learners have recorded and would not find again, by what they opened. */
    lost: z.array(z.object({ identifier: z.string(), title: z.string(), learners: z.number().int() })),
    /** Learners of a sequenced package who would begin its path again. */
    restarted: z.number().int(),
  })
  .meta({ id: 'PackageMovePreview' });
export type PackageMovePreview = z.infer<typeof PackageMovePreview>;
/** A learner whom a move would take along: those whom the reader may look into. `kept` and `lost` count what they have opened. */
export const PackageMovePersonView = z
  .object({
    enrollmentId: EnrollmentId,
    personId: PersonId,
    person: z.object({ givenName: z.string(), familyName: z.string() }).nullable(),
    editionTitle: z.string(),
    standing: z.enum(['not-started', 'started', 'completed']),
    busy: z.boolean(),
    kept: z.number().int(),
    lost: z.number().int(),
  })
  .meta({ id: 'PackageMovePerson' });
export type PackageMovePersonView = z.infer<typeof PackageMovePersonView>;
export const PackageMovePeople = pageOf(PackageMovePersonView);
export const PackageMovePeopleQuery = PageQuery.extend(PackageMoveQuery.shape);
export type PackageMovePeopleQuery = z.infer<typeof PackageMovePeopleQuery>;

export const PackageMoveStarted = z.object({ id: PackageMoveId }).meta({ id: 'PackageMoveStarted' });
export type PackageMoveStarted = z.infer<typeof PackageMoveStarted>;
/**
 * A move of learners. `total` attempts were to be moved when it was ordered, `moved` are so far; the others were left, since
 * their learners had the course open or were no longer meant when their turn came. `reversed` of them went back, `stayed`
 * did not, since their learners had opened the new version already.
 */
export const PackageMoveView = z
  .object({
    id: PackageMoveId,
    packageId: PackageId,
    number: z.number().int(),
    rule: PackageMoveRule,
    editionId: EditionId.nullable(),
    editionTitle: z.string().nullable(),
    state: z.enum(['queued', 'running', 'done', 'reversing', 'reversed']),
    total: z.number().int(),
    moved: z.number().int(),
    reversed: z.number().int(),
    stayed: z.number().int(),
    createdAt: Instant,
    may: z.array(z.string()).optional(),
  })
  .meta({ id: 'PackageMove' });
export type PackageMoveView = z.infer<typeof PackageMoveView>;
export const PackageMoveList = pageOf(PackageMoveView);
