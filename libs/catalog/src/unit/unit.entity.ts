import { defineEntity, p } from '@mikro-orm/postgresql';
import {
  languages,
  type CourseId,
  type Language,
  type LocalText,
  type UnitContent,
  type UnitContents,
  type UnitId,
  type PersonId,
  type UnitChange,
  type UnitKind,
} from '@aula/contracts';
import { stamped, type TextStamps } from '../course/text-stamps.entity.js';

const UnitBase = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    id: p.uuid().primary().$type<UnitId>(),
    courseId: p.uuid().$type<CourseId>(),
    position: p.integer(),
    kind: p.text().$type<UnitKind>(),
    title: p.json<LocalText>(),
    contents: p.json<UnitContents>(),
    required: p.boolean(),
    /** Counts the changes. */
    revision: p.integer(),
    textsAt: p.json<TextStamps>(),
    changedBy: p.uuid().$type<PersonId>().nullable(),
    changedAt: p.text().nullable(),
  },
});

/** A unit of a draft. Its id stays the same in every version, so that progress can be compared across them. */
export class Unit extends UnitBase.class {
  /** A new unit with its texts' first moments. */
  static draft(
    wish: Pick<Unit, 'id' | 'courseId' | 'position' | 'kind' | 'title' | 'contents' | 'required'>,
    by: PersonId,
    at: Date,
  ): Unit {
    const textsAt = stampsOf({}, at, { title: {}, contents: {} }, wish);
    return Object.assign(new Unit(), { ...wish, revision: 1, changedBy: by, changedAt: at.toISOString(), textsAt });
  }

  /** Takes over the members that are named. */
  change(wish: UnitChange, by: PersonId, at: Date): void {
    const next = { title: wish.title ?? this.title, contents: wish.contents ?? this.contents };
    this.textsAt = stampsOf(this.textsAt, at, this, next);
    const required = wish.required ?? this.required;
    Object.assign(this, next, { required, changedBy: by, changedAt: at.toISOString(), revision: this.revision + 1 });
  }
}
UnitBase.setClass(Unit);
export const UnitSchema = UnitBase;

interface Written {
  title: LocalText;
  contents: UnitContents;
}
const stampsOf = (
  stamps: TextStamps,
  at: Date,
  before: { title: Partial<LocalText>; contents: UnitContents },
  after: Written,
): TextStamps =>
  stamped(stamps, at, {
    title: [before.title, after.title],
    body: [textsIn(before.contents, 'body'), textsIn(after.contents, 'body')],
    transcript: [textsIn(before.contents, 'transcript'), textsIn(after.contents, 'transcript')],
  });

/** What the contents say in words: the page, or what is said in the video, by language. */
export const textsIn = (contents: UnitContents, part: 'body' | 'transcript'): Partial<Record<Language, string>> =>
  Object.fromEntries(entriesOf(contents).flatMap(([language, content]) => (content[part] ? [[language, content[part]]] : [])));

type Member = keyof UnitContent;
const members: readonly Member[] = ['packageId', 'quizId', 'body', 'fileId', 'url', 'transcript'];
/** What the content of each kind consists of: one of these members. A session has none: people attend it. */
export const membersOf: Readonly<Record<UnitKind, readonly Member[]>> = {
  scorm: ['packageId'],
  quiz: ['quizId'],
  page: ['body'],
  video: ['fileId', 'url'],
  file: ['fileId'],
  session: [],
};
/** What may stand beside it. */
const besideOf = (kind: UnitKind): readonly Member[] => (kind === 'video' ? ['transcript'] : []);

/** The content's members out of a request that may hold others; undefined when it has none. */
export const contentOf = (wish: UnitContent): UnitContent | undefined => {
  const given = members.filter((member) => wish[member] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given.map((member) => [member, wish[member]]));
};

export interface ContentFault {
  path: string;
  code: 'catalog.content-member-foreign' | 'catalog.content-member-missing' | 'catalog.video-address-refused';
}

/** What is wrong with the contents of a unit of `kind`: one member of its kind in each language, and nothing else. */
export const contentFaults = (kind: UnitKind, contents: UnitContents): ContentFault[] =>
  entriesOf(contents).flatMap(([language, content]) => {
    const own = membersOf[kind];
    const at = (member: string): string => `contents.${language}.${member}`;
    const given = members.filter((member) => content[member] !== undefined);
    const foreign = given.filter((member) => !own.includes(member) && !besideOf(kind).includes(member));
    const lacking = own.length > 0 && ![...own, ...besideOf(kind)].some((member) => content[member] !== undefined);
    return [
      ...foreign.map((member) => ({ path: at(member), code: 'catalog.content-member-foreign' as const })),
      ...(lacking ? [{ path: at(own.join('|')), code: 'catalog.content-member-missing' as const }] : []),
      ...(content.url !== undefined && !content.url.startsWith('https://')
        ? [{ path: at('url'), code: 'catalog.video-address-refused' as const }]
        : []),
    ];
  });

/** The languages of a record with their values, in the platform's order. */
export const entriesOf = <T>(byLanguage: Partial<Record<Language, T | undefined>>): [Language, T][] =>
  languages.flatMap((language) => {
    const value = byLanguage[language];
    return value === undefined ? [] : [[language, value] as [Language, T]];
  });
