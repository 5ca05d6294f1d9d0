import type { Language, LocalText, QuestionKind, QuizSection, QuizWarning } from '@aula/contracts';

/** A passing score as it is kept, 0 to 1: a number above 1 is read as percent. */
export const scaledScore = (given: number): number => Number((given > 1 ? given / 100 : given).toFixed(6));

/** A title in one language when it is given as a plain text. */
export const localTitle = (title: LocalText | string, language: Language): LocalText =>
  typeof title === 'string' ? { [language]: title } : title;

/** A question of the bank as a quiz may ask it. */
export interface Candidate {
  questionId: string;
  versionId: string;
  kind: QuestionKind;
  /** How many choices of it are to be put in order. */
  choices: number;
  points: number;
  tags: readonly string[];
  retired: boolean;
}
/** A question of an attempt: `section` counts from 0, null in a quiz without; `worth` stands in for the question's own points. */
export interface Asked extends Candidate {
  section: number | null;
  worth: number | null;
}
type Below = (limit: number) => number;

/** The items in a random order (Fisher and Yates); `below` gives a random number from 0 to its argument − 1. */
export const shuffled = <T>(items: readonly T[], below: Below): T[] => {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = below(last + 1);
    [result[last], result[chosen]] = [result[chosen]!, result[last]!];
  }
  return result;
};

/** The questions that the sections name themselves. */
export const namedIn = (sections: readonly QuizSection[]): string[] =>
  sections.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'question' ? [entry.questionId] : [])));

interface Place {
  section: number;
  entry: number;
}
export interface Assembly {
  asked: Asked[];
  warnings: QuizWarning[];
}

/**
 * One attempt's questions. What is named comes first, so that no draw takes it; of the draws those with less to choose from choose
 * before the others. An entry that finds too few questions brings those that there are, and says so.
 */
export const assembled = (sections: readonly QuizSection[], candidates: readonly Candidate[], below: Below): Assembly => {
  const byId = new Map(candidates.map((each) => [each.questionId, each]));
  const taken = new Set<string>();
  const brought = new Map<string, readonly Candidate[]>();
  const warnings: QuizWarning[] = [];
  for (const place of placesOf(sections, candidates)) {
    const entry = sections[place.section]!.entries[place.entry]!;
    const free = candidates.filter((each) => !taken.has(each.questionId));
    const pool =
      entry.kind === 'question'
        ? free.filter(({ questionId }) => questionId === entry.questionId)
        : free.filter((each) => fits(entry.tags, each));
    const chosen = entry.kind === 'question' ? pool : shuffled(pool, below).slice(0, entry.count);
    chosen.forEach(({ questionId }) => taken.add(questionId));
    brought.set(keyOf(place), chosen);
    if (entry.kind === 'draw' && chosen.length < entry.count)
      warnings.push({
        ...place,
        code: chosen.length > 0 ? 'draw-too-large' : 'nothing-to-draw',
        wanted: entry.count,
        there: chosen.length,
      });
    if (entry.kind === 'question' && byId.get(entry.questionId)?.retired)
      warnings.push({ ...place, code: 'retired-question', wanted: null, there: null });
  }
  const asked = sections.flatMap((section, at) => ofSection(section, at, brought, below));
  return { asked, warnings: warnings.toSorted((a, b) => a.section! - b.section! || a.entry! - b.entry!) };
};

const keyOf = ({ section, entry }: Place): string => `${section}.${entry}`;

const fits = (wanted: readonly string[], { retired, tags }: Candidate): boolean => !retired && wanted.every((tag) => tags.includes(tag));

/** The entries in the order in which they choose. */
const placesOf = (sections: readonly QuizSection[], candidates: readonly Candidate[]): Place[] => {
  const places = sections.flatMap(({ entries }, section) =>
    entries.map((each, entry) => {
      const room = each.kind === 'question' ? -1 : candidates.filter((candidate) => fits(each.tags, candidate)).length;
      return { section, entry, room };
    }),
  );
  return places.toSorted((a, b) => a.room - b.room).map(({ section, entry }) => ({ section, entry }));
};

const ofSection = (section: QuizSection, at: number, brought: ReadonlyMap<string, readonly Candidate[]>, below: Below): Asked[] => {
  const asked = section.entries.flatMap(({ points }, entry) =>
    (brought.get(keyOf({ section: at, entry })) ?? []).map((each) => ({ ...each, section: at, worth: points ?? null })),
  );
  return section.order === 'shuffled' ? shuffled(asked, below) : asked;
};

/** How many questions an attempt has when every draw finds enough. */
export const countIn = (sections: readonly QuizSection[]): number =>
  sections.flatMap(({ entries }) => entries).reduce((sum, entry) => sum + (entry.kind === 'draw' ? entry.count : 1), 0);

/** What may not change once a quiz is in use; see `QuizView.used`. */
const examination = ['bankId', 'pick', 'sections', 'timeLimitSeconds', 'attemptsAllowed', 'passingScore'] as const;
type Examination = Readonly<Record<(typeof examination)[number], unknown>>;

/** True when what is asked, how long, how often and how well is the same. */
export const sameExamination = (before: Examination, after: Examination): boolean =>
  examination.every((member) => canonical(before[member]) === canonical(after[member]));

/** JSON with members in order, and without those that say nothing. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, member]) => member !== null && member !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  ) ?? 'null';
