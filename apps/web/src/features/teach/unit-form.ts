import type { CourseView, Language, UnitContent, UnitContents, UnitCreate, UnitKind, UnitView } from '@aula/contracts';
import { type Texts, languages, trimText } from '../../lib/local-text.js';

/** What the form of a unit holds: per language the one member that its kind asks for, as text. */
export interface UnitFields {
  kind: UnitKind;
  title: Texts;
  required: boolean;
  contents: Texts;
  /** What is said in a video. */
  transcripts?: Texts;
}

/** The member of a unit's content, by kind; a session has none. A video may be a file of the course as well: then its id stands for the address. */
const memberOf = {
  scorm: 'packageId',
  quiz: 'quizId',
  page: 'body',
  video: 'url',
  file: 'fileId',
  session: undefined,
} as const satisfies Record<UnitKind, keyof UnitContent | undefined>;

export const emptyUnit: UnitFields = { kind: 'scorm', title: {}, required: true, contents: {} };

export const unitFieldsOf = (unit: UnitView): UnitFields => {
  const member = memberOf[unit.kind];
  const contents = languages.flatMap((each) => {
    const content = unit.contents[each];
    const value = member && (content?.[member] ?? (unit.kind === 'video' ? content?.fileId : undefined));
    return value ? [[each, value] as const] : [];
  });
  const transcripts = languages.flatMap((each) =>
    unit.contents[each]?.transcript ? [[each, unit.contents[each].transcript] as const] : [],
  );
  return {
    ...{ kind: unit.kind, title: unit.title, required: unit.required },
    ...{ contents: Object.fromEntries(contents), ...(transcripts.length > 0 && { transcripts: Object.fromEntries(transcripts) }) },
  };
};

export type UnitMissing = 'title' | 'contents';

/** The request, or what still stops it. Contents of languages that the course does not have are left out. */
export const unitOf = (fields: UnitFields, course: Pick<CourseView, 'languages'>): { unit: UnitCreate } | { missing: UnitMissing[] } => {
  const title = trimText(fields.title);
  const contents = contentsOf(fields, course.languages);
  const needsContent = memberOf[fields.kind] !== undefined && Object.keys(contents).length === 0;
  if (!title || needsContent)
    return { missing: [...(title ? [] : (['title'] as const)), ...(needsContent ? (['contents'] as const) : [])] };
  return { unit: { kind: fields.kind, title, required: fields.required, ...(memberOf[fields.kind] ? { contents } : {}) } };
};

const contentsOf = (fields: UnitFields, spoken: readonly Language[]): UnitContents => {
  const member = memberOf[fields.kind];
  if (member === undefined) return {};
  const filled = spoken.flatMap((each) => {
    const value = fields.contents[each]?.trim();
    const own = fields.kind === 'video' && !value?.includes('/') ? 'fileId' : member;
    const said = fields.kind === 'video' ? fields.transcripts?.[each]?.trim() : undefined;
    return value || said ? [[each, { ...(value && { [own]: value }), ...(said && { transcript: said }) }] as const] : [];
  });
  return Object.fromEntries(filled);
};
