import type { Language } from '../text.js';

/** The sentence a person reads, in each language; `{name}` is filled from the problem's parameters. */
export type ProblemText = Readonly<Record<Language, string>>;
/** Keeps the codes of a house as literal types while holding each to the four languages. */
export const problemTexts = <const T extends Record<string, ProblemText>>(texts: T): T => texts;
