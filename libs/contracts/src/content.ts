import { z } from 'zod';
import { EnrollmentId, PackageId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { words } from './text.js';

export const packageStates = ['queued', 'unpacking', 'ready', 'refused'] as const;
export const PackageState = z.enum(packageStates);
export const ScormStandard = z.enum(['scorm-1.2', 'scorm-2004-2nd', 'scorm-2004-3rd', 'scorm-2004-4th']).meta({ id: 'ScormStandard' });
export type ScormStandard = z.infer<typeof ScormStandard>;

/** What was found wrong or odd in a package. `path` names the file in the archive, `line` the manifest's line; `message` is in the reader's language. */
export const FindingView = z
  .object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    message: z.string(),
    path: z.string().nullable(),
    line: z.number().int().nullable(),
    /** Where it is mended in the tool that made the package, or in each of the usual ones. */
    mend: z.array(z.string()),
  })
  .meta({ id: 'PackageFinding' });
export type FindingView = z.infer<typeof FindingView>;

/** What a package costs on a line: bytes as they are sent, seconds at 1 Mbit/s, for everything and until the first page stands. */
const PackageWeight = z
  .object({
    bytes: z.number().int(),
    seconds: z.number().int(),
    firstPageBytes: z.number().int(),
    firstPageSeconds: z.number().int(),
  })
  .meta({ id: 'PackageWeight' });

export interface PackageItemView {
  identifier: string;
  title: string;
  launchable: boolean;
  visible: boolean;
  children: PackageItemView[];
}
export const PackageItemView: z.ZodType<PackageItemView> = z
  .object({
    identifier: z.string(),
    title: z.string(),
    launchable: z.boolean(),
    visible: z.boolean(),
    get children() {
      return z.array(PackageItemView);
    },
  })
  .meta({ id: 'PackageItem' });

export const PackageView = z
  .object({
    id: PackageId,
    state: PackageState,
    fileName: z.string(),
    size: z.number().int(),
    sha256: z.string().nullable(),
    standard: ScormStandard.nullable(),
    title: z.string().nullable(),
    items: z.array(PackageItemView),
    findings: z.array(FindingView),
    /** The authoring tool, where its traces are known. */
    tool: z.string().nullable(),
    /** Null until it is ready. */
    weight: PackageWeight.nullable(),
    files: z.number().int(),
    /** 0 to 1 while unpacking. */
    progress: z.number().min(0).max(1),
    createdAt: Instant,
  })
  .meta({ id: 'Package' });
export type PackageView = z.infer<typeof PackageView>;
export const PackageList = pageOf(PackageView);
export const PackageQuery = PageQuery.extend({ q: words(200).optional(), state: PackageState.optional() });
export type PackageQuery = z.infer<typeof PackageQuery>;
export const PackageStarted = z.object({ id: PackageId, state: PackageState }).meta({ id: 'PackageStarted' });
export type PackageStarted = z.infer<typeof PackageStarted>;

export const LaunchCreate = z
  .object({
    enrollmentId: EnrollmentId,
    unitId: UnitId,
    /** `new`: leaves the finished attempt as it stands and begins another; what was once achieved stays, the best result counts. */
    attempt: z.enum(['current', 'new']).optional(),
  })
  .strict()
  .meta({ id: 'LaunchCreate' });
export type LaunchCreate = z.infer<typeof LaunchCreate>;
/** Preview by an author: no enrollment, mode browse, nothing is recorded. */
export const PreviewCreate = z.object({ packageId: PackageId }).strict().meta({ id: 'PreviewCreate' });
export type PreviewCreate = z.infer<typeof PreviewCreate>;
/** A unit of one's own whose player was last heard of at `lastHeardAt` and never closed: that device may hold work that nobody has yet. */
export const UnclosedVisit = z.object({ unitId: UnitId, lastHeardAt: Instant }).meta({ id: 'UnclosedVisit' });
export type UnclosedVisit = z.infer<typeof UnclosedVisit>;
export const UnclosedVisitList = pageOf(UnclosedVisit);
export const UnclosedVisitQuery = z.object({ enrollmentId: EnrollmentId });
export type UnclosedVisitQuery = z.infer<typeof UnclosedVisitQuery>;
export const LaunchView = z.object({ url: z.url() }).meta({ id: 'Launch' });
export type LaunchView = z.infer<typeof LaunchView>;
