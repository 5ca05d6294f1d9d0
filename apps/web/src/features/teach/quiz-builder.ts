import type { QuizSection, QuizView, QuizWish } from '@aula/contracts';
import { type Texts, trimText } from '../../lib/local-text.js';
import { readNumber } from '../../lib/number.js';
import { tagsIn } from './question-form.js';

/** One line of a section: a question by its id, or a draw. Numbers as they are typed. */
export type EntryFields =
  { kind: 'question'; questionId: string; points: string } | { kind: 'draw'; tags: string; count: string; points: string };
export interface SectionFields {
  title: Texts;
  order: 'fixed' | 'shuffled';
  entries: EntryFields[];
}
/** What the builder holds while it is being typed. `how`: all of the bank, some of it at random, or sections. */
export interface BuilderFields {
  title: Texts;
  how: 'all' | 'pick' | 'sections';
  pick: string;
  sections: SectionFields[];
  minutes: string;
  attemptsAllowed: string;
  passingScore: string;
  release: QuizView['release'];
  releaseAt: QuizView['releaseAt'];
  markers: '1' | '2';
  markTolerance: string;
  anonymous: boolean;
}

export const emptySection: SectionFields = { title: {}, order: 'fixed', entries: [] };
const typed = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
const percentOf = (share: number): string => String(Number((share * 100).toFixed(4)));

/** A quiz that is there. */
export const builderFields = (quiz: QuizView): BuilderFields => ({
  title: quiz.title,
  how: quiz.sections ? 'sections' : quiz.pick === null ? 'all' : 'pick',
  pick: typed(quiz.pick),
  sections: (quiz.sections ?? []).map(({ title, order, entries }) => ({
    title: title ?? {},
    order,
    entries: entries.map((entry) =>
      entry.kind === 'question'
        ? { kind: 'question', questionId: entry.questionId, points: typed(entry.points) }
        : { kind: 'draw', tags: entry.tags.join(', '), count: String(entry.count), points: typed(entry.points) },
    ),
  })),
  minutes: quiz.timeLimitSeconds === null ? '' : String(Number((quiz.timeLimitSeconds / 60).toFixed(2))),
  attemptsAllowed: typed(quiz.attemptsAllowed),
  passingScore: percentOf(quiz.passingScore),
  release: quiz.release,
  releaseAt: quiz.releaseAt,
  markers: quiz.markers === 2 ? '2' : '1',
  markTolerance: percentOf(quiz.markTolerance),
  anonymous: quiz.anonymous,
});

export type BuilderMissing = 'title' | 'pick' | 'sections' | 'minutes' | 'attemptsAllowed' | 'passingScore' | 'markTolerance';

/** The request, or the fields that still stop it. */
export const wishOf = (fields: BuilderFields, bankId: string): { wish: QuizWish } | { missing: BuilderMissing[] } => {
  const title = trimText(fields.title);
  const pick = fields.how === 'pick' ? whole(fields.pick, 500) : null;
  const sections = fields.how === 'sections' ? sectionsOf(fields.sections) : null;
  const minutes = fields.minutes.trim() === '' ? null : positive(fields.minutes);
  const attemptsAllowed = fields.attemptsAllowed.trim() === '' ? null : whole(fields.attemptsAllowed, 100);
  const passing = share(fields.passingScore);
  const tolerance = share(fields.markTolerance);
  const wrong = {
    title: !title,
    pick: pick === undefined,
    sections: sections === undefined,
    minutes: minutes === undefined,
    attemptsAllowed: attemptsAllowed === undefined,
    passingScore: passing === undefined,
    markTolerance: tolerance === undefined,
  };
  if (title && pick !== undefined && sections !== undefined && minutes !== undefined && attemptsAllowed !== undefined) {
    if (passing !== undefined && tolerance !== undefined) {
      const { release, releaseAt, anonymous } = fields;
      const timeLimitSeconds = minutes === null ? null : Math.round(minutes * 60);
      const rules = { timeLimitSeconds, attemptsAllowed, passingScore: passing, release, releaseAt, anonymous, markTolerance: tolerance };
      return { wish: { title, bankId, pick, sections, ...rules, markers: fields.markers === '2' ? 2 : 1 } };
    }
  }
  return { missing: (Object.keys(wrong) as BuilderMissing[]).filter((field) => wrong[field]) };
};

type Sections = NonNullable<QuizWish['sections']>;
const sectionsOf = (sections: readonly SectionFields[]): Sections | undefined => {
  const read = sections.map(({ title, order, entries }) => {
    const lines = entries.map(entryOf);
    return {
      title: trimText(title) ?? null,
      order,
      entries: lines.flatMap((line) => line ?? []),
      sound: lines.every(Boolean) && lines.length > 0,
    };
  });
  if (read.length === 0 || read.some(({ sound }) => !sound)) return undefined;
  return read.map(({ title, order, entries }) => ({ title, order, entries }));
};

const entryOf = (entry: EntryFields): QuizSection['entries'][number] | undefined => {
  const points = entry.points.trim() === '' ? null : whole(entry.points, 1_000);
  if (points === undefined) return undefined;
  if (entry.kind === 'question') return { kind: 'question', questionId: entry.questionId, points };
  const count = whole(entry.count, 500);
  return count === undefined ? undefined : { kind: 'draw', tags: tagsIn(entry.tags), count, points };
};

const positive = (text: string): number | undefined => {
  const value = readNumber(text);
  return value !== undefined && value > 0 ? value : undefined;
};
const whole = (text: string, most: number): number | undefined => {
  const value = positive(text);
  return value !== undefined && Number.isInteger(value) && value <= most ? value : undefined;
};
/** A percentage as a share. */
const share = (text: string): number | undefined => {
  const value = readNumber(text);
  return value !== undefined && value >= 0 && value <= 100 ? value / 100 : undefined;
};

/** The list with an item moved by so many places. */
export const moved = <T>(items: readonly T[], at: number, by: number): T[] => {
  const next = [...items];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(Math.max(0, at + by), 0, item);
  return next;
};

/** The list with an item put in at a place. */
export const withItem = <T>(items: readonly T[], at: number, item: T): T[] => [...items.slice(0, at), item, ...items.slice(at)];
