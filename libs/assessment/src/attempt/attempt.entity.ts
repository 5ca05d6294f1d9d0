import type { AnswerResponse } from '@aula/contracts';
import { comparable } from '../question/question.entity.js';
import { shuffled, type Asked } from '../quiz/quiz.entity.js';

/** Seconds after the deadline in which an answer that was on its way still counts. */
export const graceSeconds = 5;

/** Longest life of an attempt's token, in seconds: 30 days. It is over sooner with the deadline and its grace. */
export const tokenSeconds = 2_592_000;

/** Characters of a short answer; more of them are an essay. */
export const longestShortAnswer = 4_000;

type Below = (limit: number) => number;

/** Places, from 1, of the questions of an attempt among the bank's `count`: `pick` of them in random order, or all as they stand. */
export const drawn = (count: number, pick: number | null, below: Below): number[] => {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  return pick === null ? places : shuffled(places, below).slice(0, pick);
};

/**
 * For each question, given how many choices it has, the order in which they are shown: places from 0, filled up with −1 to the length of
 * the longest; [] where no question has choices.
 */
const choiceOrders = (choices: readonly number[], below: Below): number[][] => {
  const longest = Math.max(0, ...choices);
  if (longest === 0) return [];
  const places = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  return choices.map((count) => [...shuffled(places(count), below), ...places(longest - count).map(() => -1)]);
};

/** The questions of an attempt, by number from 1, and the order in which the choices of each are shown; see `choiceOrders`. */
export interface Paper {
  questionIds: readonly string[];
  versionIds: readonly string[];
  choiceOrders: readonly (readonly number[])[];
  /** The points of all questions together. */
  points: number;
  /** For each question its section, from 0; null in a quiz without. */
  sections: readonly (number | null)[] | null;
  /** For each question the points that stand in for its own; null where none do. */
  worths: readonly (number | null)[] | null;
  /** The numbers of the questions that people mark; null for none. */
  essays: readonly number[] | null;
}
/** A question with where it stands and what it is worth, as a quiz in sections or one without brings it. */
type Chosen = Omit<Asked, 'section' | 'worth' | 'tags' | 'retired'> & Partial<Pick<Asked, 'section' | 'worth'>>;

/** The paper of an attempt with these questions; undefined without any. */
export const paperOf = (asked: readonly Chosen[], below: Below): Paper | undefined => {
  if (asked.length === 0) return undefined;
  const worths = asked.map(({ worth }) => worth ?? null);
  const sections = asked.map(({ section }) => section ?? null);
  const essays = asked.flatMap(({ kind }, at) => (kind === 'essay' ? [at + 1] : []));
  return {
    questionIds: asked.map(({ questionId }) => questionId),
    versionIds: asked.map(({ versionId }) => versionId),
    choiceOrders: choiceOrders(
      asked.map(({ choices }) => choices),
      below,
    ),
    points: asked.reduce((sum, { points, worth }) => sum + (worth ?? points), 0),
    sections: sections.some((section) => section !== null) ? sections : null,
    worths: worths.some((worth) => worth !== null) ? worths : null,
    essays: essays.length > 0 ? essays : null,
  };
};

/** A response by its type. `given` says which member holds it. */
export interface TypedResponse {
  readonly given: 'nothing' | 'number' | 'choices' | 'truth' | 'text';
  readonly number: number | null;
  readonly choices: readonly number[] | null;
  readonly truth: boolean | null;
  /** As short answers are compared: composed characters, single spaces. */
  readonly text: string | null;
  /** The text as it was written, where that is something else: essays keep their paragraphs. */
  readonly raw: string | null;
}
const nothing: TypedResponse = { given: 'nothing', number: null, choices: null, truth: null, text: null, raw: null };

/** What kind of thing was answered; whether it fits the question, the statement that saves it finds out. */
export const typed = (response: AnswerResponse): TypedResponse => {
  if (response === null) return nothing;
  if (typeof response === 'number') return { ...nothing, given: 'number', number: response };
  if (typeof response === 'boolean') return { ...nothing, given: 'truth', truth: response };
  if (typeof response === 'string') return typedText(response);
  return { ...nothing, given: 'choices', choices: response };
};

const typedText = (response: string): TypedResponse => {
  const text = comparable(response);
  const raw = response.normalize('NFC').trim();
  return { ...nothing, given: 'text', text, raw: raw === text ? null : raw };
};
