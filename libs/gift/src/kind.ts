import { type Entry, entriesOf } from './answer.js';
import { readRange } from './decimal.js';
import { release } from './escape.js';
import type { GiftFindingCode } from './finding.js';
import type {
  GiftChoice,
  GiftFormat,
  GiftMultipleChoice,
  GiftNumeric,
  GiftNumericAnswer,
  GiftShortAnswer,
  GiftShortAnswerPattern,
  GiftSingleChoice,
  GiftText,
  GiftTrueFalse,
  GiftUnsupportedKind,
} from './question.js';
import { readFeedback, readLine, readText } from './text.js';

/** The part of a question that depends on its kind. */
type Answers =
  | Pick<GiftSingleChoice, 'kind' | 'choices'>
  | Pick<GiftMultipleChoice, 'kind' | 'choices'>
  | Pick<GiftTrueFalse, 'kind' | 'correct' | 'feedbackTrue' | 'feedbackFalse'>
  | Pick<GiftNumeric, 'kind' | 'answers' | 'feedbackOtherwise'>
  | Pick<GiftShortAnswer, 'kind' | 'answers'>;

/** Something to report, without its line. */
export interface Remark {
  readonly code: GiftFindingCode;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** Answers of a kind that is supported, or why there are none; and what was mended. */
export interface KindResult {
  readonly answers: Answers | { readonly unsupported: GiftUnsupportedKind } | { readonly error: Remark };
  readonly warnings: readonly Remark[];
}

const remark = (code: GiftFindingCode, parameters: Remark['parameters'] = {}): Remark => ({ code, parameters });
const failed = (code: GiftFindingCode, parameters: Remark['parameters'] = {}): KindResult => ({
  answers: { error: remark(code, parameters) },
  warnings: [],
});

/** Rounding of thirds and sixths, as Moodle writes them, stays below this. */
const rounding = 1;

/** `{1:MULTICHOICE:…}`: Moodle's embedded answers, another format that people paste into GIFT files. */
const cloze = /^\d*:[A-Z_]{1,20}:/;

/** Tells the kind of a block by Moodle's own rules, in their order, and reads it. `body` has its escapes held. */
export function readKind(body: string, format: GiftFormat): KindResult {
  const text = body.trim();
  if (text === '') return { answers: { unsupported: 'essay' }, warnings: [] };
  if (cloze.test(text)) return { answers: { unsupported: 'cloze' }, warnings: [] };
  if (text.startsWith('#')) return numeric(text.slice(1), format);
  if (text.includes('~')) return choice(text, format);
  if (text.includes('=') && text.includes('->')) return { answers: { unsupported: 'matching' }, warnings: [] };
  return trueFalse(text, format) ?? shortAnswer(text, format);
}

function choice(body: string, format: GiftFormat): KindResult {
  const read = entriesOf(body, '=~').map((entry) => ({ entry, choice: readChoice(entry, format) }));
  const filled = read.filter(({ choice: { text } }) => text.text !== '');
  const choices = filled.map(({ choice: one }) => one);
  if (choices.length < 2) return failed('too-few-choices', { count: choices.length });
  const fault = faultOf(choices, -100);
  if (fault) return failed(fault.code, fault.parameters);
  const single = filled.some(({ entry, choice: { weight } }) => entry.mark === '=' && weight === 100);
  const warnings = [
    ...emptied(read.length - filled.length),
    ...duplicates(choices),
    ...(single ? severalCorrect(choices) : sumOf(choices)),
  ];
  return { answers: { kind: single ? 'single-choice' : 'multiple-choice', choices }, warnings };
}

const readChoice = (entry: Entry, format: GiftFormat): GiftChoice => ({
  text: readText(entry.text, format),
  weight: entry.weight ?? (entry.mark === '=' ? 100 : 0),
  feedback: readFeedback(entry.feedback, format),
});

function trueFalse(body: string, format: GiftFormat): KindResult | null {
  const [value = '', forWrong, forRight] = body.split('#');
  const stated = /^(?:(t|true)|f|false)$/i.exec(value.trim());
  if (!stated) return null;
  const correct = stated[1] !== undefined;
  const [wrong, right] = [readFeedback(forWrong, format), readFeedback(forRight, format)];
  const [feedbackTrue, feedbackFalse] = correct ? [right, wrong] : [wrong, right];
  return { answers: { kind: 'true-false', correct, feedbackTrue, feedbackFalse }, warnings: [] };
}

function shortAnswer(body: string, format: GiftFormat): KindResult {
  const read = entriesOf(body, '=').map((entry): GiftShortAnswerPattern => ({
    pattern: readLine(readText(entry.text, format).text),
    weight: entry.weight ?? 100,
    feedback: readFeedback(entry.feedback, format),
  }));
  const answers = read.filter(({ pattern }) => pattern !== '');
  if (answers.length === 0) return failed('missing-answers');
  const fault = faultOf(answers, 0);
  if (fault) return failed(fault.code, fault.parameters);
  return { answers: { kind: 'short-answer', answers }, warnings: [...emptied(read.length - answers.length), ...bestOf(answers)] };
}

function numeric(body: string, format: GiftFormat): KindResult {
  // After the first `~` stands feedback for every other number, as Moodle writes it.
  const tilde = body.indexOf('~');
  const entries = entriesOf(tilde < 0 ? body : body.slice(0, tilde), '=');
  const answers: GiftNumericAnswer[] = [];
  let feedbackOtherwise: GiftText | null = tilde < 0 ? null : readFeedback(body.slice(tilde + 1).replace(/^[^#]*#?/, ''), format);
  for (const { text, weight, feedback } of entries) {
    const value = release(text).trim();
    const any = value === '*' && (weight ?? 0) === 0;
    const range = any ? null : readRange(value);
    if (typeof range === 'string') return failed(range, { value });
    if (range) answers.push({ ...range, weight: weight ?? 100, feedback: readFeedback(feedback, format) });
    else feedbackOtherwise ??= readFeedback(feedback, format);
  }
  if (answers.length === 0) return failed('missing-answers');
  const fault = faultOf(answers, 0);
  if (fault) return failed(fault.code, fault.parameters);
  return { answers: { kind: 'numeric', answers, feedbackOtherwise }, warnings: bestOf(answers) };
}

interface Weighted {
  readonly weight: number;
}

function faultOf(answers: readonly Weighted[], least: number): Remark | null {
  const outside = answers.find(({ weight }) => weight < least || weight > 100);
  if (outside) return remark('weight-out-of-range', { value: outside.weight });
  return answers.some(({ weight }) => weight > 0) ? null : remark('no-correct-answer');
}

const emptied = (count: number): readonly Remark[] => (count > 0 ? [remark('empty-answer', { count })] : []);

function duplicates(choices: readonly GiftChoice[]): readonly Remark[] {
  const seen = new Set<string>();
  const twice = choices.find(({ text: { text } }) => seen.size === seen.add(text).size);
  return twice ? [remark('duplicate-answer', { value: twice.text.text })] : [];
}

function severalCorrect(choices: readonly GiftChoice[]): readonly Remark[] {
  const count = choices.filter(({ weight }) => weight === 100).length;
  return count > 1 ? [remark('several-correct-choices', { count })] : [];
}

function sumOf(choices: readonly GiftChoice[]): readonly Remark[] {
  const sum = choices.reduce((total, { weight }) => total + Math.max(weight, 0), 0);
  return Math.abs(sum - 100) > rounding ? [remark('weights-not-100', { sum: Math.round(sum * 100) / 100 })] : [];
}

function bestOf(answers: readonly Weighted[]): readonly Remark[] {
  const sum = answers.reduce((best, { weight }) => Math.max(best, weight), 0);
  return sum < 100 ? [remark('weights-not-100', { sum })] : [];
}
