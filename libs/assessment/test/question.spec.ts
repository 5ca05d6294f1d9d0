import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QuestionCreate } from '@aula/contracts';
import { drawn } from '../src/attempt/attempt.entity.js';
import { authorship, bankPolicy } from '../src/bank/bank.policy.js';
import { readable, showsMedia } from '../src/question-import/markup.entity.js';
import { contentHash, draftOf, exactWeight, faultsOf, likePattern } from '../src/question/question.entity.js';
import { localTitle, scaledScore, shuffled } from '../src/quiz/quiz.entity.js';
import { anActor } from '@aula/testing';
import { aNumber, anInstructor, aShortAnswer, aSingleChoice, aStatement } from './builders.js';

describe('a weight means the fraction that it rounds or cuts', () => {
  it.each([
    [33.33, 100 / 3],
    [33.3, 100 / 3],
    [33.33333, 100 / 3],
    [66.67, 200 / 3],
    [66.66, 200 / 3],
    [16.7, 100 / 6],
    [14.29, 100 / 7],
    [11.1, 100 / 9],
    [8.33, 100 / 12],
    [-33.33, -100 / 3],
  ])('%d', (written, meant) => expect(exactWeight(written)).toBeCloseTo(meant, 9));
  it.each([0, 100, -100, 33, 50, 12.5, 45.45, 27.25, 0.1])('%d stays', (weight) => expect(exactWeight(weight)).toBe(weight));
});

describe('an accepted text as a pattern of the database', () => {
  it.each([
    ['plain', 'plain'],
    ['*end', '%end'],
    ['a**b', 'a%b'],
    ['a\\*b', 'a*b'],
    ['100%_\\', '100\\%\\_\\\\'],
    ['  two   words ', 'two words'],
    ['e\u0301', '\u00e9'],
  ])('%j', (text, pattern) => expect(likePattern(text)).toBe(pattern));
});

describe('what keeps a draft from being a question', () => {
  const faults = (question: QuestionCreate) => faultsOf(draftOf(question)).map(({ path, code }) => `${path} ${code}`);
  it.each<[string, QuestionCreate, string[]]>([
    ['nothing', aSingleChoice(), []],
    [
      'nothing: a statement by its two choices',
      {
        kind: 'true-false',
        text: 'x',
        choices: [
          { text: 'V', weight: 0 },
          { text: 'F', weight: 100 },
        ],
      },
      [],
    ],
    ['one choice', aSingleChoice({ choices: [{ text: 'a', weight: 100 }] }), ['choices question.too-few-choices']],
    [
      'no right choice',
      aSingleChoice({
        choices: [
          { text: 'a', weight: 0 },
          { text: 'b', weight: -5 },
        ],
      }),
      ['choices question.no-correct-answer'],
    ],
    [
      'a blank choice',
      aSingleChoice({
        choices: [
          { text: ' ', weight: 100 },
          { text: 'b', weight: 0 },
        ],
      }),
      ['choices.0.text question.blank-answer'],
    ],
    ['no answers', aNumber({ accepted: [] }), ['accepted question.missing-answers']],
    ['answers of another kind', aNumber({ texts: [{ text: 'a', weight: 100 }] }), ['texts question.foreign-answers']],
    ['a reversed range', aNumber({ accepted: [{ minimum: 2, maximum: 1, weight: 100 }] }), ['accepted.0 question.range-reversed']],
    [
      'a negative weight of a text',
      aShortAnswer([
        ['a', 100],
        ['b', -1],
      ]),
      ['texts.1.weight question.weight-out-of-range'],
    ],
    ['no statement', { kind: 'true-false', text: 'x' }, ['choices question.too-few-choices']],
    [
      'half a statement',
      {
        kind: 'true-false',
        text: 'x',
        choices: [
          { text: 'V', weight: 50 },
          { text: 'F', weight: 100 },
        ],
      },
      ['choices question.two-choices'],
    ],
  ])('%s', (_, question, expected) => expect(faults(question)).toEqual(expected));
});

it('a question is the same whatever its title and feedback, and another when it asks or accepts something else', () => {
  const base = aStatement(true, { text: 'x' });
  const hash = (more: Partial<QuestionCreate>) => contentHash(draftOf({ ...base, ...more })).toString('hex');
  expect(hash({ title: 'T', feedback: 'F' })).toBe(hash({}));
  expect(new Set([hash({}), hash({ text: 'y' }), hash({ correct: false }), hash({ points: 2 })]).size).toBe(4);
});

describe('the text of a question as people read it', () => {
  const read = (text: string, format: 'moodle' | 'html' | 'plain' | 'markdown' = 'html') => readable({ format, text });
  it.each([
    ['<p>One</p><p>two&nbsp;three</p>', 'One\n\ntwo three'],
    ['¿Qu&eacute; es el <b>H<sub>2</sub>O</b>?<br/>S&iacute;', '¿Qué es el H2O?\nSí'],
    ['if a<b and c>d', 'if a<b and c>d'],
    ['2 < 3 &amp; 5 &gt; 4', '2 < 3 & 5 > 4'],
    ['&amp;lt; is written so', '&lt; is written so'],
    ['<ul><li>x</li><li>y</li></ul>', 'x\n\ny'],
    ['a<script>alert(1)</script><style>p{}</style><!-- c -->b', 'ab'],
    ['<img src="x.png" onerror="alert(1)">see', 'see'],
  ])('%j', (html, text) => {
    expect(read(html)).toBe(text);
    expect(read(html, 'moodle')).toBe(text);
    expect(read(html, 'plain')).toBe(html);
  });
  it('knows what it cannot show', () => {
    expect(showsMedia({ format: 'html', text: '<p><img src="x"></p>' })).toBe(true);
    expect(showsMedia({ format: 'markdown', text: '![a](b)' })).toBe(true);
    expect(showsMedia({ format: 'html', text: '<imgine>' })).toBe(false);
  });
});

describe('chance', () => {
  const below = (limit: number) => Math.floor(Math.random() * limit);
  it('draws without repetition, and all where none is picked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (count, pick) => {
        const places = drawn(count, pick, below);
        expect(new Set(places).size).toBe(Math.min(count, pick));
        expect(places.every((place) => place >= 1 && place <= count)).toBe(true);
        expect(drawn(count, null, below)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      }),
    );
  });
  it('gives every order the same chance', () => {
    const counts = new Map<string, number>();
    for (let turn = 0; turn < 6_000; turn++) {
      const order = shuffled(['a', 'b', 'c'], below).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.min(...counts.values())).toBeGreaterThan(800);
  });
});

describe('who may author', () => {
  const may = bankPolicy['assessment.author'];
  it('an instructor what is their own, whoever has it over everything all of it', () => {
    const instructor = anInstructor();
    expect([may(instructor), may(instructor, { ownerId: instructor.personId }), may(instructor, { ownerId: 'x' })]).toEqual([
      true,
      true,
      false,
    ]);
    expect(may(anActor({ roles: ['instructor'] }), { ownerId: 'x' })).toBe(true);
    expect(may(anActor({ roles: ['administrator'] }), { ownerId: 'x' })).toBe(true);
  });
  it('nobody else, not even an owner who is no instructor any more', () => {
    const officer = anActor();
    expect([may(undefined), may(officer), may(officer, { ownerId: officer.personId })]).toEqual([false, false, false]);
    expect(authorship(officer)).toEqual({ everything: false, owner: null });
  });
});

it('reads a passing score above 1 as percent, a plain title in the reader’s language', () => {
  expect([0, 0.6, 1, 60, 66.66, 100].map(scaledScore)).toEqual([0, 0.6, 1, 0.6, 0.6666, 1]);
  expect(localTitle('Prova', 'pt')).toEqual({ pt: 'Prova' });
});
