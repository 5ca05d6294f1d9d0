import { credentialsContext, openBadgesContext } from './context.js';
import type { JsonObject, JsonValue } from './json.js';
import { OpenBadgesError } from './problem.js';
import { ensureSignable } from './text.js';

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
  /** Bit number, from 0; as a string it may be the place of a template. */
  readonly index: number | string;
}

/** A result of the achievement. Open Badges 3.0 sections B.1.17 Result and B.1.18 ResultDescription. */
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
  /**
   * Title: a string, or one text per language. The credential's name then carries all of them as language value objects, which VC 2.0
   * allows and a strict Open Badges schema (a string) does not; the achievement's name is the first.
   */
  readonly name: string | readonly LanguageText[];
  /** Random `urn:uuid:…`, a new one for each credential, so that two credentials of one person cannot be joined by it. */
  readonly subjectId: string;
  readonly achievement: {
    /** Id of the programme version. */
    readonly id: string;
    readonly description: string;
    /** The rule that was met. */
    readonly criteria: string;
    /** Open Badges 3.0 section B.1.3 AchievementType. Default `Certificate`. */
    readonly type?: string;
    /** BCP 47 tag of the achievement's texts. */
    readonly language?: string;
  };
  /** When the achievement was awarded, if it differs from `validFrom`. RFC 3339 in UTC. */
  readonly awardedDate?: string;
  /** At least the entry of the revocation list. */
  readonly status: readonly StatusEntry[];
  readonly results?: readonly ResultEntry[];
}

/** The unsigned Open Badges 3.0 credential (section 8.4 of Open Badges 3.0). Throws `OpenBadgesError`. */
export function achievementCredential(input: AchievementInput): JsonObject {
  const { results = [] } = input;
  const document: JsonObject = {
    '@context': [credentialsContext, openBadgesContext],
    id: input.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: input.issuer.id, type: ['Profile'], name: input.issuer.name },
    validFrom: input.validFrom,
    ...(input.awardedDate === undefined ? {} : { awardedDate: input.awardedDate }),
    name: nameOf(input.name),
    credentialStatus: statusOf(input.status),
    credentialSubject: {
      id: input.subjectId,
      type: ['AchievementSubject'],
      achievement: achievementOf(input, results),
      ...(results.length > 0 ? { result: results.map(({ id, value }) => ({ type: ['Result'], resultDescription: id, value })) } : {}),
    },
  };
  ensureSignable(document);
  return document;
}

function nameOf(name: AchievementInput['name']): JsonValue {
  return typeof name === 'string' ? name : name.map(({ language, text }) => ({ '@language': language, '@value': text }));
}

function achievementOf({ name, achievement }: AchievementInput, results: readonly ResultEntry[]): JsonObject {
  const title = typeof name === 'string' ? name : name[0]?.text;
  if (title === undefined) throw new OpenBadgesError('missing-value', '/name');
  return {
    id: achievement.id,
    type: ['Achievement'],
    name: title,
    description: achievement.description,
    criteria: { narrative: achievement.criteria },
    achievementType: achievement.type ?? 'Certificate',
    ...(achievement.language === undefined ? {} : { inLanguage: achievement.language }),
    ...(results.length > 0 ? { resultDescription: results.map(descriptionOf) } : {}),
  };
}

function descriptionOf({ id, name, type, valueMin, valueMax }: ResultEntry): JsonObject {
  return {
    id,
    type: ['ResultDescription'],
    name,
    resultType: type,
    ...(valueMin === undefined ? {} : { valueMin }),
    ...(valueMax === undefined ? {} : { valueMax }),
  };
}

function statusOf(status: readonly StatusEntry[]): JsonValue {
  const entries = status.map(({ purpose, list, index }, place) => {
    if (typeof index === 'number' && !(Number.isSafeInteger(index) && index >= 0))
      throw new OpenBadgesError('bad-index', `status/${String(place)}`);
    return {
      id: `${list}#${String(index)}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential: list,
    };
  });
  const [first] = entries;
  if (!first || !status.some(({ purpose }) => purpose === 'revocation')) throw new OpenBadgesError('missing-value', 'status');
  return entries.length === 1 ? first : entries;
}
