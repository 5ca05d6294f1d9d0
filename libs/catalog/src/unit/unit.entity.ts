import { defineEntity, p } from '@mikro-orm/postgresql';
import {
  languages,
  type CourseId,
  type Language,
  type LocalText,
  type UnitContent,
  type UnitContents,
  type UnitId,
  type UnitKind,
} from '@aula/contracts';

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
  },
});

/** A unit of a draft. Its id stays the same in every version, so that progress can be compared across them. */
export class Unit extends UnitBase.class {}
UnitBase.setClass(Unit);
export const UnitSchema = UnitBase;

type Member = keyof UnitContent;
const members: readonly Member[] = ['packageId', 'quizId', 'body', 'fileId', 'url'];
/** What the content of each kind consists of: one of these members. A session has none: people attend it. */
export const membersOf: Readonly<Record<UnitKind, readonly Member[]>> = {
  scorm: ['packageId'],
  quiz: ['quizId'],
  page: ['body'],
  video: ['fileId', 'url'],
  file: ['fileId'],
  session: [],
};

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
    const foreign = given.filter((member) => !own.includes(member));
    const lacking = own.length > 0 && !own.some((member) => content[member] !== undefined);
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
