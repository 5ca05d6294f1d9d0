import { z } from 'zod';
import { UnitKind } from './catalog.js';
import { FileId, UnitId } from './ids.js';
import { Instant, pageOf } from './page.js';
import { Language, words } from './text.js';

/** Which text: of the course `title` and `summary`, of a unit `title`, the `body` of a page, the `transcript` of a video. */
const textParts = ['title', 'summary', 'body', 'transcript'] as const;
export const TextPart = z.enum(textParts);
export type TextPart = z.infer<typeof TextPart>;

/** One text of a draft in all its languages. `unitId` null: of the course itself. `changedAt` null: before changes were noted. */
export const CourseTextView = z
  .object({
    unitId: UnitId.nullable(),
    kind: UnitKind.nullable(),
    part: TextPart,
    texts: z.partialRecord(Language, z.object({ value: z.string(), changedAt: Instant.nullable() })),
    /** Languages whose text is older than that of the source. */
    outdated: z.array(Language),
  })
  .meta({ id: 'CourseText' });
export type CourseTextView = z.infer<typeof CourseTextView>;
/** All texts of a draft, in the order in which they are read. `source` is the course's first language. */
export const CourseTextsView = z
  .object({
    source: Language,
    languages: z.array(Language),
    items: z.array(CourseTextView),
    /** Per language: how many of `total` texts are written, and how many of those are older than the source. */
    progress: z.array(z.object({ language: Language, written: z.number().int(), outdated: z.number().int(), total: z.number().int() })),
  })
  .meta({ id: 'CourseTexts' });
export type CourseTextsView = z.infer<typeof CourseTextsView>;
/**
 * One text in one language. `was` is what stood there when the person began (null: nothing): another text there by now is a conflict.
 * The same `value` as before says that it still holds, and makes it as young as now.
 */
export const CourseTextPut = z
  .object({
    unitId: UnitId.nullable(),
    part: TextPart,
    language: Language,
    value: words(200_000).nullable(),
    was: words(200_000).nullable(),
  })
  .strict()
  .meta({ id: 'CourseTextPut' });
export type CourseTextPut = z.infer<typeof CourseTextPut>;

/** Markdown of a page that nobody has saved yet. */
export const PageRenderingCreate = z
  .object({ body: words(200_000) })
  .strict()
  .meta({ id: 'PageRenderingCreate' });
export type PageRenderingCreate = z.infer<typeof PageRenderingCreate>;
/** What a reader will see, sanitised, what keeps some readers out (`line` counts from 1), and the course's own videos in it. */
export const PageRenderingView = z
  .object({
    html: z.string(),
    findings: z.array(z.object({ code: z.string(), line: z.number().int(), message: z.string() })),
    videos: z.array(z.object({ id: FileId, name: z.string() })),
  })
  .meta({ id: 'PageRendering' });
export type PageRenderingView = z.infer<typeof PageRenderingView>;

/** Captions (WebVTT) of a video in one language; `fileId` is the file that holds them. */
export const CaptionView = z.object({ language: Language, fileId: FileId, name: z.string() }).meta({ id: 'Caption' });
export type CaptionView = z.infer<typeof CaptionView>;
export const CaptionList = pageOf(CaptionView);
/** Captions of a video that lies elsewhere: a file at this address, which the academy's own player plays. */
export const AddressCaptionQuery = z.object({ address: z.url({ protocol: /^https$/ }).max(2_000) });
export type AddressCaptionQuery = z.infer<typeof AddressCaptionQuery>;
