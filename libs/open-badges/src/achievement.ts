import type { JsonObject } from './json.js';

/** A text in one language. BCP 47 tag. VC Data Model 2.0 section 11.1. */
export interface LanguageText {
  readonly language: string;
  readonly text: string;
}

/** Place of a credential in a status list. Bitstring Status List 1.0 section 2.1. */
export interface StatusEntry {
  readonly purpose: 'revocation' | 'suspension';
  /** Address of the status list credential. */
  readonly list: string;
  /** Bit number, from 0; a string so that a template may hold its place. */
  readonly index: number | string;
}

/** A result of the achievement. Open Badges 3.0 appendix B.1.19 Result and B.1.20 ResultDescription. */
export interface ResultEntry {
  /** Id of the description, for example `urn:uuid:…`. */
  readonly id: string;
  readonly name: string;
  readonly type: 'Percent' | 'RawScore' | 'Result' | 'Status' | 'LetterGrade';
  /** The result as a string, never a JSON number. */
  readonly value: string;
  readonly valueMin?: string;
  readonly valueMax?: string;
}

/** What is certified. Strings may hold places of a template; no field may hold a control character or a lone surrogate. */
export interface AchievementInput {
  /** `urn:uuid:…` of the credential. */
  readonly id: string;
  /** DID of the issuer, and its name. */
  readonly issuer: { readonly id: string; readonly name: string };
  /** Start of validity, RFC 3339 in UTC: `timestamp(date)`. */
  readonly validFrom: string;
  /** Title: a string, or one text per language (the credential's name then carries all of them, the achievement's name the first). */
  readonly name: string | readonly LanguageText[];
  /** Random `urn:uuid:…`, a new one for each credential. */
  readonly subjectId: string;
  readonly achievement: {
    /** Id of the programme version. */
    readonly id: string;
    readonly description: string;
    /** The rule that was met. */
    readonly criteria: string;
    /** Open Badges 3.0 AchievementType. Default `Certificate`. */
    readonly type?: string;
    /** BCP 47 tag of the achievement's texts. */
    readonly language?: string;
  };
  /** When the achievement was awarded, if it differs from `validFrom`. RFC 3339 in UTC. */
  readonly awardedDate?: string;
  readonly status: readonly StatusEntry[];
  readonly results?: readonly ResultEntry[];
}

/** The unsigned Open Badges 3.0 credential. Throws `OpenBadgesError`. */
export function achievementCredential(input: AchievementInput): JsonObject {
  throw new Error(`not there yet: ${input.id}`);
}

/** RFC 3339 in UTC to the second, `2026-01-31T08:00:00Z`. Throws `OpenBadgesError` `bad-time` for an invalid date. */
export function timestamp(date: Date): string {
  throw new Error(`not there yet: ${String(date)}`);
}
