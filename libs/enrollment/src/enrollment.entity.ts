import { languages, type EnrollmentView, type Language, type UnitContents } from '@aula/contracts';

export type EnrollmentState = EnrollmentView['state'];

/** The legal moves of an enrollment. What is completed stays completed; a withdrawal may be taken back. */
const moves: Readonly<Record<EnrollmentState, readonly EnrollmentState[]>> = {
  pending: ['active', 'withdrawn'],
  active: ['completed', 'withdrawn'],
  completed: [],
  withdrawn: ['active'],
};

/** The states out of which an enrollment may come into `state`. */
export const movesTo = (state: EnrollmentState): EnrollmentState[] =>
  (Object.keys(moves) as EnrollmentState[]).filter((from) => moves[from].includes(state));

/** The package or quiz that a person of this language gets: the one in it, else the first that there is, in the platform's order. */
export const chosen = (contents: UnitContents | null, member: 'packageId' | 'quizId', language: Language): string | null =>
  [language, ...languages].map((each) => contents?.[each]?.[member]).find((id) => id !== undefined) ?? null;
