import { describe, expect, it } from '@jest/globals';
import { anInteraction } from './a-model.js';

interface Answers {
  right: readonly string[];
  wrong: readonly string[];
}

const long = 'a'.repeat(4_000);
const many = (count: number, part: (at: number) => string): string => Array.from({ length: count }, (_, at) => part(at)).join('[,]');
const texts = ['', 'Lima', 'a[,]b', '[,]', '{lang=es}Lima', '{lang=es}a[,]{lang=en-US}b', '{}{[]}', '{lang=es}{case_matters=maybe}x', long];
const wrongTexts = ['{lang=}x', '{lang=frl}x'];
const choices = ['', 'a', 'a[,]b', 'urn:x:y[,]c', 'dos', many(36, (at) => `c${at}`)];
const wrongIds = ['[,]', 'a[,]', '[,]a', 'a[,][,]b', 'a b', '{}', 'a[.]b'];
const steps = ['a[.]b', 'a[.]', '[.]b', 'a[.]any text at all', 'a[.]1[:]2[,]b[.][:]3', many(125, (at) => `s${at}[.]${'x'.repeat(1_000)}`)];
const wrongSteps = ['', 'a', '[.]', '[,]a[.]b', 'a[.]b[,]', '[.]a[.]b', 'a b[.]c', 'a[.]2[:]1', 'a[.]x[:]y', 'a[.]1[:]2[:]3'];

const learnerResponses: Readonly<Record<string, Answers>> = {
  'true-false': { right: ['true', 'false'], wrong: ['', 't', '1', 'True', 'true[,]false'] },
  choice: { right: choices, wrong: [...wrongIds, 'a[,]a'] },
  'fill-in': { right: [...texts, '{case_matters=maybe}x'], wrong: [...wrongTexts, 'a[,]{lang=frl}b'] },
  'long-fill-in': { right: [...texts, '{order_matters=maybe}x'], wrong: wrongTexts },
  likert: { right: ['a', '5', 'muy-de-acuerdo'], wrong: ['', ...wrongIds, 'a[,]b'] },
  matching: {
    right: ['', 'a[.]b', 'a[.]b[,]a[.]c', many(36, (at) => `s${at}[.]t`)],
    wrong: ['a', 'a[.]', '[.]a', 'a[.]b[.]c', 'a[.]b[,]', '[,]'],
  },
  performance: { right: steps, wrong: wrongSteps },
  sequencing: { right: ['a', 'a[,]b[,]a'], wrong: ['', ...wrongIds] },
  numeric: { right: ['0', '-4.5', '410'], wrong: ['', 'ten', '1[:]2', '1,000', '3.1.4'] },
  other: { right: ['', 'anything', '[,][.]{}', long], wrong: [] },
};

const correctResponses: Readonly<Record<string, Answers>> = {
  ...learnerResponses,
  'fill-in': {
    right: [
      ...texts,
      ...[
        '{case_matters=true}x',
        '{order_matters=false}a[,]b',
        '{order_matters=true}{case_matters=false}{lang=es}a',
        '{case_matters=true}[,]',
      ],
      ...['{case_matters=true}{case_matters=maybe}x', '{lang=es}{order_matters=maybe}x'],
    ],
    wrong: [
      ...wrongTexts,
      '{case_matters=maybe}x',
      '{order_matters=}x',
      '{case_matters=true}{order_matters=no}x',
      '{case_matters=true}{lang=frl}x',
    ],
  },
  'long-fill-in': {
    right: [
      ...texts.slice(0, -2),
      long,
      '{case_matters=true}x',
      '{case_matters=false}{lang=es}x',
      '{lang=es}{case_matters=true}x',
      '{order_matters=maybe}x',
    ],
    wrong: [...wrongTexts, '{case_matters=maybe}x', '{lang=es}{case_matters=maybe}x', '{lang=frl}{case_matters=true}x'],
  },
  performance: {
    right: [...steps, '{order_matters=false}a[.]b', '{order_matters=true}[.]b'],
    wrong: [...wrongSteps, '{order_matters=maybe}a[.]b', '{order_matters=true}', '{case_matters=true}a[.]b'],
  },
  numeric: { right: ['1[:]2', '2[:]2', '[:]2', '-1.5[:]', '[:]'], wrong: ['', '1', '2[:]1', 'a[:]b', '1[:]2[:]3', '100,000.00'] },
};

const fields = {
  'cmi.interactions.0.learner_response': learnerResponses,
  'cmi.interactions.0.correct_responses.0.pattern': correctResponses,
};

describe.each(Object.entries(fields))('%s', (element, types) => {
  const cases = Object.entries(types).flatMap(([type, { right, wrong }]) => [
    ...right.map((value) => ({ type, value, code: 0, words: value.slice(0, 60) })),
    ...wrong.map((value) => ({ type, value, code: 406, words: value.slice(0, 60) })),
  ]);

  it.each(cases)('$type "$words": $code', ({ type, value, code }) => {
    expect(anInteraction(type).set(element, value)).toBe(code);
  });

  it('a type that nobody knows has no answers', () => {
    expect(anInteraction('guessing').set(element, 'a')).toBe(408);
  });
});

it('a pattern is read with its delimiters in order', () => {
  const model = anInteraction('long-fill-in');
  model.set('cmi.interactions.0.correct_responses.0.pattern', '{lang=es}{case_matters=true}Lima');
  expect(model.get('cmi.interactions.0.correct_responses.0.pattern').value).toBe('{case_matters=true}{lang=es}Lima');
});
