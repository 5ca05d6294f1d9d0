import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeText, parseGift, readGift } from '../src/index.js';

const seed = Number(process.env.AULA_SEED ?? Date.now() & 0x7fffffff);
const run = { seed, numRuns: 3000 };

/** Pieces of the format, so that random files come close to real ones. */
const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '=',
    '~',
    '#',
    '####',
    '::',
    ':',
    '%50%',
    '%-33.3%',
    '->',
    '\\',
    '\n',
    '\n\n',
    '//',
    '[id:',
    ']',
    '$CATEGORY:',
    'T',
    'FALSE',
  ],
  ...['1', '..', '1e', '*', '<b a="', '">', '[html]', ' ', 'word', '\u0000', '\ud800', '\ufdd3', '\ufeff', 'ñ', '😀'],
);
const file = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
);
const unwelcome = /[\p{Surrogate}\u0000-\u0008\u000b-\u001f\ufdd0-\ufdef]/u;

describe(`any input (seed ${String(seed)})`, () => {
  it('is read without throwing, and what comes out is well formed', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { questions, findings } = parseGift(text);
        expect(questions.length + findings.length).toBeGreaterThan(0);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of [...questions, ...findings]) expect(line >= 1 && line <= lines).toBe(true);
        expect(
          JSON.stringify({ questions, findings }, (_, value: unknown) =>
            typeof value === 'string' && unwelcome.test(value) ? '\u0001bad' : value,
          ),
        ).not.toContain('bad');
        for (const question of questions) {
          expect(question.text.text).not.toBe('');
          if (question.kind === 'true-false') continue;
          const answers = 'choices' in question ? question.choices : question.answers;
          expect(answers.every(({ weight }) => weight >= -100 && weight <= 100) && answers.some(({ weight }) => weight > 0)).toBe(true);
        }
      }),
      run,
    );
  });

  it('of escaped text comes back as it went in', () => {
    const word = fc.string({ unit: fc.constantFrom(...':#={}~\\ab '), minLength: 1 }).map((text) => `x${text}x`);
    const escape = (text: string): string => text.replaceAll(/[:#={}~\\]/g, String.raw`\$&`);
    fc.assert(
      fc.property(word, word, word, (text, right, wrong) => {
        fc.pre(right !== wrong);
        const [question] = parseGift(
          `::${escape(text)}::[html]${escape(text)}{=${escape(right)}#${escape(text)} ~${escape(wrong)}}`,
        ).questions;
        expect(question).toMatchObject({
          title: text.replaceAll(/\s+/g, ' '),
          text: { text },
          choices: [{ text: { text: right }, feedback: { text } }, { text: { text: wrong } }],
        });
      }),
      run,
    );
  });

  it('of bytes is decoded without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => parseGift(decodeText(bytes))).not.toThrow();
      }),
      run,
    );
  });

  it.each([
    '{\n\n',
    '\\',
    '=',
    '~%',
    '<a b="',
    '{{',
    '::\n',
    '//[id:\n',
    '{a}\n',
    '####',
    '}',
    '::x::{T}\n',
    '<a b b ',
    '=a->',
    '{=',
    '//[id:a',
    '[tag:',
  ])('of %j a quarter of a million times is read before the test times out, as only linear work is', (part) => {
    const { questions, findings } = parseGift(part.repeat(250_000));
    expect(questions.length + findings.length).toBeGreaterThan(0);
  });

  it.each([
    ['[id: of a comment', `//${'[id:a'.repeat(150_000)}\nx{T}`],
    ['numbers of an answer', `x{#${'=1'.repeat(400_000)}}`],
  ])('with half a million %s is a question', (_, text) => {
    expect(parseGift(text)).toMatchObject({ questions: [{ id: null }], findings: [] });
  });
});

describe('a large file', () => {
  it.each([
    ['questions', 'x{T}\n\n', 2],
    ['empty lines', '\n', 1],
    ['comments', '// x\n', 1],
    ['a question that does not end', 'x{\n\n', 2],
    ['text', 'x\n', 1],
  ])('of %s is read in steps of a thousand lines at most', (_, part, lines) => {
    const steps = [...readGift(part.repeat(100_000))];
    expect(steps.length).toBeGreaterThanOrEqual((100_000 * lines) / 1_000);
  });

  it('with a question beyond measure loses that one only, and says so', () => {
    const { questions, findings } = parseGift(`a{T}\n\nb${'b\n'.repeat(600_000)}{T}\n\n${'c'.repeat(1_100_000)}{T}\n\nd{T}`);
    expect(questions.map(({ text: { text } }) => text)).toEqual(['a', 'd']);
    expect(findings.map(({ severity, code, line, parameters }) => [severity, code, line, parameters])).toEqual([
      ['error', 'text-too-long', 3, { limit: 1_000_000 }],
      ['error', 'text-too-long', 600_005, { limit: 1_000_000 }],
    ]);
  });
});

describe('decodeText', () => {
  const text = '¿Qué es? Não, “sí” — 10 €';
  const utf16 = (content: string, little: boolean): Uint8Array => {
    const bytes = Buffer.from(content, 'utf16le');
    return little ? bytes : bytes.swap16();
  };

  it('reads UTF-8, with and without byte order mark', () => {
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
    expect(decodeText(new Uint8Array())).toBe('');
  });

  it.each([true, false])('reads UTF-16 (little endian: %p), with and without byte order mark', (little) => {
    expect(decodeText(utf16(`\ufeff${text}`, little))).toBe(text);
    expect(decodeText(utf16(text, little))).toBe(text);
  });

  it('reads windows-1252', () => {
    expect(decodeText(Uint8Array.from([0xbf, 0x51, 0x75, 0xe9, 0x3f, 0x20, 0x93, 0x73, 0xed, 0x94, 0x20, 0x80]))).toBe('¿Qué? “sí” €');
  });
});
