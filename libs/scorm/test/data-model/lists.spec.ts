import { describe, expect, it } from '@jest/globals';
import { aModel, anInteraction } from './a-model.js';

type Step = [element: string, value: string, code: number];

const plays = (steps: readonly Step[], model = aModel()): void => {
  const codes = steps.map(([element, value]) => model.set(`cmi.${element}`, value));
  expect(steps.map(([element, value], at) => [element, value, codes[at]])).toEqual(steps);
};

describe('entries follow one another', () => {
  it('comments begin with any field', () => {
    plays([
      ['comments_from_learner.1.comment', 'b', 351],
      ['comments_from_learner.0.location', 'p1', 0],
      ['comments_from_learner.1.timestamp', '2026', 0],
      ['comments_from_learner.2.comment', 'c', 0],
      ['comments_from_learner.4.comment', 'e', 351],
      ['comments_from_learner.03.comment', 'd', 351],
    ]);
  });

  it('a refused value opens no entry', () => {
    const model = aModel();
    plays(
      [
        ['comments_from_learner.0.timestamp', 'now', 406],
        ['objectives.0.id', '', 406],
        ['interactions.0.id', 'a b', 406],
      ],
      model,
    );
    expect(['comments_from_learner', 'objectives', 'interactions'].map((list) => model.get(`cmi.${list}._count`).value)).toEqual([
      '0',
      '0',
      '0',
    ]);
  });

  it('more than the standard asks for', () => {
    const model = aModel();
    for (let at = 0; at < 300; at++) expect(model.set(`cmi.interactions.${at}.id`, `q${at}`)).toBe(0);
    expect(model.get('cmi.interactions._count').value).toBe('300');
  });

  it('values of earlier visits count, whatever their order, and end at a gap', () => {
    const ids = Object.fromEntries([11, 3, 0, 2, 10, 1, 4, 5, 6, 7, 8, 9, 13].map((at) => [`cmi.objectives.${at}.id`, `o${at}`]));
    const model = aModel({ values: ids });
    expect([model.get('cmi.objectives._count').value, model.get('cmi.objectives.11.id').value]).toEqual(['12', 'o11']);
    expect(model.get('cmi.objectives.13.id').error).toBe(301);
  });
});

describe('objectives', () => {
  it('begin with an id, which stays and is unique', () => {
    plays([
      ['objectives.0.success_status', 'passed', 408],
      ['objectives.1.success_status', 'passed', 351],
      ['objectives.0.id', 'a', 0],
      ['objectives.0.id', 'b', 351],
      ['objectives.0.id', '', 351],
      ['objectives.0.id', 'a', 0],
      ['objectives.1.id', 'a', 351],
      ['objectives.1.id', 'b', 0],
      ['objectives.1.score.scaled', '0.5', 0],
      ['objectives.2.score.scaled', '0.5', 408],
    ]);
  });

  it('an id from the manifest stays, even one that content could not write', () => {
    const values = { 'cmi.objectives.0.id': 'primary objective' };
    plays(
      [
        ['objectives.0.id', 'primary objective', 0],
        ['objectives.0.id', 'other', 351],
        ['objectives.0.success_status', 'passed', 0],
      ],
      aModel({ values }),
    );
  });
});

describe('interactions', () => {
  it.each([
    ['type', 'choice'],
    ['objectives.0.id', 'o'],
    ['timestamp', '2026'],
    ['correct_responses.0.pattern', 'a'],
    ['weighting', '1'],
    ['learner_response', 'a'],
    ['result', 'correct'],
    ['latency', 'PT1S'],
    ['description', 'd'],
  ])('%s needs the id', (field, value) => {
    plays([
      [`interactions.0.${field}`, value, 408],
      [`interactions.1.${field}`, value, 351],
    ]);
  });

  it('answers need the type', () => {
    plays([
      ['interactions.0.id', 'q', 0],
      ['interactions.0.learner_response', 'a', 408],
      ['interactions.0.correct_responses.0.pattern', 'a', 408],
      ['interactions.0.type', 'choice', 0],
      ['interactions.0.learner_response', 'a', 0],
      ['interactions.0.correct_responses.0.pattern', 'a', 0],
    ]);
  });

  it('ids may repeat and change; those of their objectives may change', () => {
    plays([
      ['interactions.0.id', 'q', 0],
      ['interactions.1.id', 'q', 0],
      ['interactions.0.id', 'r', 0],
      ['interactions.0.objectives.0.id', 'a', 0],
      ['interactions.0.objectives.1.id', 'a', 351],
      ['interactions.0.objectives.1.id', 'b', 0],
      ['interactions.0.objectives.1.id', 'c', 0],
      ['interactions.0.objectives.3.id', 'd', 351],
      ['interactions.1.objectives.0.id', 'a', 0],
    ]);
  });

  it.each(['true-false', 'likert', 'numeric', 'other'])('%s has one correct response', (type) => {
    const pattern = type === 'numeric' ? '1[:]2' : 'true';
    plays(
      [
        ['interactions.0.correct_responses.1.pattern', pattern, 351],
        ['interactions.0.correct_responses.0.pattern', pattern, 0],
        ['interactions.0.correct_responses.1.pattern', pattern, 351],
        ['interactions.0.correct_responses.0.pattern', pattern, 0],
      ],
      anInteraction(type),
    );
  });

  it.each([
    ['choice', 'a[,]b', 'b[,]a', 351],
    ['choice', 'a[,]b', 'a', 0],
    ['sequencing', 'a[,]b', 'a[,]b', 351],
    ['sequencing', 'a[,]b', 'b[,]a', 0],
    ['fill-in', 'x', 'x', 0],
    ['long-fill-in', 'x', 'x', 0],
    ['matching', 'a[.]b', 'a[.]b', 0],
    ['performance', 'a[.]b', 'a[.]b', 0],
  ])('%s: "%s" beside "%s": %i', (type, first, second, code) => {
    plays(
      [
        ['interactions.0.correct_responses.0.pattern', first, 0],
        ['interactions.0.correct_responses.1.pattern', second, code],
        ['interactions.0.correct_responses.3.pattern', second, 351],
      ],
      anInteraction(type),
    );
  });
});
