import {
  languages,
  type CompletionRule,
  type CourseDifferencesView,
  type Language,
  type LocalText,
  type TextPart,
  type UnitContent,
  type UnitView,
} from '@aula/contracts';
import { textsIn } from '../unit/unit.entity.js';

/** A course at one moment: what its authors work on, or a version. */
export interface CourseState {
  code: string;
  title: LocalText;
  summary: LocalText | null;
  hours: number;
  languages: Language[];
  completion: CompletionRule;
  units: UnitView[];
}
type TextDifference = CourseDifferencesView['texts'][number];
type UnitDifference = CourseDifferencesView['units'][number];
type Texts = Partial<Record<Language, string | undefined>>;

/** What is not the same in two states of a course. Without `before`, everything is new. */
export const differencesOf = (before: CourseState | undefined, after: CourseState): CourseDifferencesView => {
  const pair = <K extends 'code' | 'hours' | 'languages' | 'completion'>(member: K) =>
    before && !same(before[member], after[member]) ? { before: before[member], after: after[member] } : null;
  return {
    code: pair('code'),
    hours: pair('hours'),
    languages: pair('languages'),
    completion: pair('completion'),
    texts: [...textsApart('title', before?.title ?? {}, after.title), ...textsApart('summary', before?.summary ?? {}, after.summary ?? {})],
    units: unitsApart(before?.units ?? [], after.units),
  };
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const textsApart = (part: TextPart, before: Texts, after: Texts): TextDifference[] =>
  languages
    .filter((language) => before[language] !== after[language])
    .map((language) => ({ part, language, before: before[language] ?? null, after: after[language] ?? null }));

const unitsApart = (before: readonly UnitView[], after: readonly UnitView[]): UnitDifference[] => {
  const old = new Map(before.map((unit, at) => [unit.id, { unit, place: at + 1 }]));
  const still = stillInOrder(after.flatMap(({ id }) => old.get(id)?.place ?? []));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((unit, at): UnitDifference[] => {
      const was = old.get(unit.id);
      if (!was) return [{ ...apart(undefined, unit), change: 'added', places: null }];
      const places = still.has(was.place) ? null : { before: was.place, after: at + 1 };
      const difference = apart(was.unit, unit);
      const changed = difference.texts.length + difference.content.length > 0 || difference.required !== null;
      return changed || places ? [{ ...difference, change: changed ? 'changed' : 'moved', places }] : [];
    }),
    ...before.filter(({ id }) => !kept.has(id)).map((unit) => ({ ...apart(unit, undefined), change: 'removed' as const, places: null })),
  ];
};

const apart = (before: UnitView | undefined, after: UnitView | undefined): Omit<UnitDifference, 'change' | 'places'> => {
  const { id, kind, title } = (after ?? before)!;
  const [was, is] = [before?.contents ?? {}, after?.contents ?? {}];
  return {
    ...{ id, kind, title },
    required: before && after && before.required !== after.required ? { before: before.required, after: after.required } : null,
    texts: [
      ...textsApart('title', before?.title ?? {}, after?.title ?? {}),
      ...textsApart('body', textsIn(was, 'body'), textsIn(is, 'body')),
      ...textsApart('transcript', textsIn(was, 'transcript'), textsIn(is, 'transcript')),
    ],
    content: languages
      .map((language) => ({ language, before: thingIn(was[language]), after: thingIn(is[language]) }))
      .filter((each) => each.before !== each.after),
  };
};

const thingIn = (content: UnitContent | undefined): string | null =>
  content?.packageId ?? content?.quizId ?? content?.fileId ?? content?.url ?? null;

/** The largest set of places that still follow one another: what is not among them was moved. Longest increasing subsequence. */
const stillInOrder = (places: readonly number[]): Set<number> => {
  const ends: { place: number; before: number }[][] = [];
  for (const place of places) {
    const at = ends.findIndex((tails) => tails.at(-1)!.place >= place);
    const length = at === -1 ? ends.length : at;
    const before = length === 0 ? -1 : ends[length - 1]!.length - 1;
    (ends[length] ??= []).push({ place, before });
  }
  const chosen = new Set<number>();
  let pick = ends.length > 0 ? ends.at(-1)!.length - 1 : -1;
  for (let length = ends.length - 1; length >= 0; length--) {
    const { place, before } = ends[length]![pick]!;
    chosen.add(place);
    pick = before;
  }
  return chosen;
};
