import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodeText, parseGift, type GiftFinding, type GiftQuestion, type GiftResult } from '../src/index.js';

const folder = new URL('../../../../shared/fixtures/questions/gift/', import.meta.url);
const there = existsSync(folder);
const why = there ? '' : ' (skipped: the third-party question files are not there)';
const when = there ? describe : describe.skip;

const read = (name: string): GiftResult => parseGift(decodeText(readFileSync(new URL(name, folder))));

/** What the grammar of fuhrmanator/GIFT-grammar-PEG.js expects of a file, as far as both sides say it. */
interface Expected {
  readonly type: 'MC' | 'TF' | 'Short' | 'Numerical' | 'Matching' | 'Essay' | 'Description' | 'Category';
  readonly id?: string | null;
  readonly tags?: readonly string[] | null;
  readonly title: string | null;
  readonly stem?: Said;
  readonly isTrue?: boolean;
  readonly trueFeedback?: Said | null;
  readonly falseFeedback?: Said | null;
  readonly globalFeedback?: Said | null;
  readonly choices?: readonly Choice[] | Numeric;
}
interface Said {
  readonly format: string;
  readonly text: string;
}
interface Choice {
  readonly isCorrect: boolean;
  readonly weight: number | null;
  readonly text: Said | Numeric;
  readonly feedback: Said | null;
}
interface Numeric {
  readonly type: 'simple' | 'range' | 'high-low';
  readonly number?: number;
  readonly range?: number;
  readonly numberLow?: number;
  readonly numberHigh?: number;
}

/** The grammar folds lines and sets the blank apart; neither is part of the format. */
const folded = (said: Said | null | undefined): unknown => (said ? { format: said.format, text: said.text.replaceAll(/\s+/g, '') } : null);
const kinds = {
  MC: 'choice',
  TF: 'true-false',
  Short: 'short-answer',
  Numerical: 'numeric',
  Matching: 'matching',
  Essay: 'essay',
  Description: 'description',
};
const near = (value: number): number => Math.round(value * 1e9) / 1e9;

function rangeOf({ type, number = 0, range = 0, numberLow = 0, numberHigh = 0 }: Numeric): readonly number[] {
  return type === 'high-low' ? [near(numberLow), near(numberHigh)] : [near(number - range), near(number + range)];
}

function ofExpected(one: Expected): unknown {
  const kind = one.type === 'Category' ? 'category' : kinds[one.type];
  if (['matching', 'essay', 'description'].includes(kind)) return { kind };
  const { choices = [] } = one;
  const listed: readonly Choice[] = Array.isArray(choices)
    ? (choices as readonly Choice[])
    : [{ isCorrect: true, weight: null, text: choices as Numeric, feedback: null }];
  return {
    kind,
    id: one.id ?? null,
    tags: one.tags ?? [],
    title: one.title,
    text: folded(one.stem),
    generalFeedback: folded(one.globalFeedback),
    answers:
      kind === 'true-false'
        ? [one.isTrue, folded(one.trueFeedback), folded(one.falseFeedback)]
        : listed.map(({ isCorrect, weight, text, feedback }) => [
            'type' in text ? rangeOf(text) : kind === 'short-answer' ? text.text.replaceAll(/\s+/g, ' ') : folded(text),
            weight ?? (isCorrect ? 100 : 0),
            folded(feedback),
          ]),
  };
}

function ofOurs(one: GiftQuestion | GiftFinding): unknown {
  if ('code' in one) return { kind: one.parameters.kind };
  const { kind, id, tags, title, text, generalFeedback } = one;
  const base = {
    kind: kind.endsWith('choice') ? 'choice' : kind,
    id,
    tags,
    title,
    text: folded(text),
    generalFeedback: folded(generalFeedback),
  };
  return { ...base, answers: answersOf(one) };
}

function answersOf(one: GiftQuestion): unknown {
  switch (one.kind) {
    case 'true-false':
      return [one.correct, folded(one.feedbackTrue), folded(one.feedbackFalse)];
    case 'numeric':
      return one.answers.map(({ minimum, maximum, weight, feedback }) => [[near(minimum), near(maximum)], weight, folded(feedback)]);
    case 'short-answer':
      return one.answers.map(({ pattern, weight, feedback }) => [pattern, weight, folded(feedback)]);
    default:
      return one.choices.map(({ text, weight, feedback }) => [folded(text), weight, folded(feedback)]);
  }
}

const inOrder = ({ questions, findings }: GiftResult): readonly (GiftQuestion | GiftFinding)[] =>
  [...questions, ...findings.filter(({ code }) => code === 'unsupported-kind')].toSorted((a, b) => a.line - b.line);

const inputs = there ? readdirSync(new URL('peg/', folder)).filter((name) => name.endsWith('.gift')) : [];

when(`files of GIFT-grammar-PEG.js${why}`, () => {
  it.each(there ? inputs : ['none'])('%s is read as its JSON says', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`peg/${name.replace(/gift$/, 'json')}`, folder), 'utf8')) as readonly Expected[];
    const result = read(`peg/${name}`);
    expect(result.findings.filter(({ severity, code }) => severity === 'error' && code !== 'no-questions')).toEqual([]);
    expect(inOrder(result).map(ofOurs)).toEqual(expected.filter(({ type }) => type !== 'Category').map(ofExpected));
  });
});

when(`files of Moodle${why}`, () => {
  it('the examples are read whole: forty questions, and three of matching', () => {
    const { questions, findings } = read('moodle_examples.txt');
    const count = (kind: GiftQuestion['kind']): number => questions.filter((question) => question.kind === kind).length;
    expect(
      ['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer'].map((kind) => count(kind as GiftQuestion['kind'])),
    ).toEqual([16, 2, 5, 8, 9]);
    expect(findings.map(({ code, parameters: { kind } }) => [code, kind])).toEqual(
      Array.from({ length: 3 }, () => ['unsupported-kind', 'matching']),
    );
  });

  it('windows-1252: what is not supported is named', () => {
    const { questions, findings } = read('gift_questions_encoding_windows-1252.gift.txt');
    expect(questions).toEqual([]);
    expect(findings.map(({ code, line, parameters: { kind } }) => [line, code, kind])).toEqual([
      [1, 'no-questions', undefined],
      [6, 'unsupported-kind', 'essay'],
      [10, 'unsupported-kind', 'essay'],
      [14, 'unsupported-kind', 'matching'],
    ]);
    expect(decodeText(readFileSync(new URL('gift_questions_encoding_windows-1252.gift.txt', folder)))).toContain('<p>aödf<br></p>');
  });

  it('questions in a category know it', () => {
    const { questions, findings } = read('gift_questions_in_category.gift.txt');
    const category = '$course$/Default for New Features';
    expect(questions.map((question) => [question.kind, question.title, question.category])).toEqual([
      ['single-choice', 'Greeting', category],
      ['short-answer', 'Moodle user', category],
      ['true-false', 'Moodle acronym', category],
    ]);
    expect(findings.map(({ line, parameters: { title } }) => [line, title])).toEqual([[5, 'Moodle activities']]);
  });
});
