import type { CourseTextsView, CourseTextView, Language, LocalText, TextPart, UnitContents, UnitId, UnitKind } from '@aula/contracts';
import { isOutdated, type TextStamps } from '../course/text-stamps.entity.js';
import { entriesOf, textsIn } from '../unit/unit.entity.js';

type Texts = Partial<Record<Language, string | undefined>>;
export interface TextsOfCourse {
  languages: readonly Language[];
  title: LocalText;
  summary: LocalText | null;
  texts_at: TextStamps;
}
export interface TextsOfUnit {
  id: UnitId;
  kind: UnitKind;
  title: LocalText;
  contents: UnitContents;
  texts_at: TextStamps;
}

/** All texts of a draft, with what is missing or older than the source. Optional texts that are written in no language do not count. */
export const textsView = (course: TextsOfCourse, units: readonly TextsOfUnit[]): CourseTextsView => {
  const source = course.languages[0]!;
  const of = (unit: TextsOfUnit | null, part: TextPart, texts: Texts, stamps: TextStamps): CourseTextView => ({
    unitId: unit?.id ?? null,
    kind: unit?.kind ?? null,
    part,
    texts: Object.fromEntries(
      entriesOf(texts).map(([language, value]) => [language, { value, changedAt: stamps[part]?.[language] ?? null }]),
    ),
    outdated: course.languages.filter(
      (language) => language !== source && texts[language] !== undefined && isOutdated(stamps[part], language, source),
    ),
  });
  const items = [
    of(null, 'title', course.title, course.texts_at),
    of(null, 'summary', course.summary ?? {}, course.texts_at),
    ...units.flatMap((unit) => [
      of(unit, 'title', unit.title, unit.texts_at),
      ...partsOf(unit.kind).map((part) => of(unit, part, textsIn(unit.contents, part), unit.texts_at)),
    ]),
  ];
  return { source, languages: [...course.languages], items, progress: course.languages.map((language) => progressIn(language, items)) };
};

/** What the contents of a kind of unit say in words. */
export const partsOf = (kind: UnitKind): ('body' | 'transcript')[] => (kind === 'page' ? ['body'] : kind === 'video' ? ['transcript'] : []);

const progressIn = (language: Language, items: readonly CourseTextView[]): CourseTextsView['progress'][number] => {
  const counted = items.filter(({ texts }) => Object.keys(texts).length > 0);
  return {
    language,
    total: counted.length,
    written: counted.filter(({ texts }) => texts[language] !== undefined).length,
    outdated: counted.filter(({ outdated }) => outdated.includes(language)).length,
  };
};

/** `texts` with one of them another, or gone. */
export const withText = <T>(texts: Partial<Record<Language, T>>, language: Language, value: T | null): Partial<Record<Language, T>> => {
  const others = Object.fromEntries(Object.entries(texts).filter(([each]) => each !== language)) as Partial<Record<Language, T>>;
  return value === null ? others : { ...others, [language]: value };
};
