import { isIdentifier, isLocalized, isReal, mostOfResponse, type ValueType } from './types.js';

/** How the answers to one type of interaction are written. SCORM 2004 4th Ed. RTE 4.2.9.1 (correct responses), 4.2.9.2 (learner response). */
interface Grammar {
  response(value: string): boolean;
  pattern(value: string): boolean;
  /** `one`: a single correct response; `set`: no two that are equal; `bag`: any. */
  patterns: 'one' | 'set' | 'bag';
}

const parts = (value: string): string[] => value.split('[,]');
const identifiers = (value: string): boolean => parts(value).every(isIdentifier);
const isSet = (value: string): boolean => value === '' || (identifiers(value) && new Set(parts(value)).size === parts(value).length);
const isTruth = (value: string): boolean => value === 'true' || value === 'false';
const areTexts = (value: string): boolean => parts(value).every(isLocalized);

/** Delimiters that may stand before a pattern, each once and in any order: `{case_matters=true}{order_matters=false}`. */
const delimited =
  (names: readonly string[], rest: (value: string) => boolean) =>
  (value: string): boolean => {
    const [, name = '', setting = ''] = /^\{(case_matters|order_matters)=([^}]*)\}/.exec(value) ?? [];
    if (!names.includes(name)) return rest(value);
    if (!isTruth(setting)) return false;
    const others = names.filter((each) => each !== name);
    return delimited(others, rest)(value.slice(`{${name}=${setting}}`.length));
  };

/** A single text takes its language before or after the other delimiter. */
const isLongPattern = (value: string): boolean => delimited(['case_matters'], isLocalized)(languageLast(value));
const languageLast = (value: string): string => value.replace(/^(\{lang=[^}]*\})(\{case_matters=[^}]*\})/, '$2$1');

const isPair = (value: string): boolean => {
  const [source = '', target = '', ...more] = value.split('[.]');
  return more.length === 0 && isIdentifier(source) && isIdentifier(target);
};
const arePairs = (value: string): boolean => value === '' || parts(value).every(isPair);

/** Steps of a performance: `name[.]answer`, of which one may be missing. An answer may be a range of numbers. */
const isStep = (value: string): boolean => {
  const [name = '', answer, ...more] = value.split('[.]');
  if (answer === undefined || more.length > 0 || (name === '' && answer === '')) return false;
  return (name === '' || isIdentifier(name)) && (!answer.includes('[:]') || isRange(answer));
};
const areSteps = (value: string): boolean => parts(value).every(isStep);

/** `least[:]most`; either may be missing. */
const isRange = (value: string): boolean => {
  const [least = '', most, ...more] = value.split('[:]');
  if (most === undefined || more.length > 0) return false;
  if (![least, most].every((end) => end === '' || isReal(end))) return false;
  return least === '' || most === '' || Number(least) <= Number(most);
};

const anything = (): boolean => true;

const grammars: ReadonlyMap<string, Grammar> = new Map<string, Grammar>([
  ['true-false', { response: isTruth, pattern: isTruth, patterns: 'one' }],
  ['choice', { response: isSet, pattern: isSet, patterns: 'set' }],
  ['fill-in', { response: areTexts, pattern: delimited(['case_matters', 'order_matters'], areTexts), patterns: 'bag' }],
  ['long-fill-in', { response: isLocalized, pattern: isLongPattern, patterns: 'bag' }],
  ['likert', { response: isIdentifier, pattern: isIdentifier, patterns: 'one' }],
  ['matching', { response: arePairs, pattern: arePairs, patterns: 'bag' }],
  ['performance', { response: areSteps, pattern: delimited(['order_matters'], areSteps), patterns: 'bag' }],
  ['sequencing', { response: identifiers, pattern: identifiers, patterns: 'set' }],
  ['numeric', { response: isReal, pattern: isRange, patterns: 'one' }],
  ['other', { response: anything, pattern: anything, patterns: 'one' }],
]);

export const interactionTypes = [...grammars.keys()];

const judged =
  (side: 'response' | 'pattern'): ValueType =>
  (value, interaction) =>
    value.length <= mostOfResponse && grammars.get(interaction)?.[side](value) === true ? 0 : 406;

/** cmi.interactions.n.learner_response. */
export const response = judged('response');
/** cmi.interactions.n.correct_responses.n.pattern. */
export const pattern = judged('pattern');

/** Whether a pattern may stand at `index` beside `others`. */
export function isAdmitted(interaction: string, value: string, index: number, others: readonly string[]): boolean {
  const patterns = grammars.get(interaction)?.patterns;
  if (patterns === 'one') return index === 0;
  const normal = (each: string): string => (interaction === 'choice' ? parts(each).toSorted().join('[,]') : each);
  return patterns !== 'set' || !others.some((other) => normal(other) === normal(value));
}

/** A pattern as content reads it: delimiters in the standard's order. */
export const patternAsRead = (interaction: string, value: string): string => (interaction === 'long-fill-in' ? languageLast(value) : value);
