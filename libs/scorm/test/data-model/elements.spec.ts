import { describe, expect, it } from '@jest/globals';
import { aModel } from './a-model.js';

const readOnly: Readonly<Record<string, string | number>> = {
  'cmi._version': '1.0',
  'cmi.completion_threshold': 403,
  'cmi.credit': 'credit',
  'cmi.entry': '',
  'cmi.launch_data': 403,
  'cmi.learner_id': 403,
  'cmi.learner_name': 403,
  'cmi.max_time_allowed': 403,
  'cmi.mode': 'normal',
  'cmi.scaled_passing_score': 403,
  'cmi.time_limit_action': 'continue,no message',
  'cmi.total_time': 'PT0S',
  'cmi.comments_from_lms._count': '0',
  'cmi.comments_from_lms.0.comment': 301,
  'cmi.comments_from_lms.0.location': 301,
  'cmi.comments_from_lms.0.timestamp': 301,
  'cmi.comments_from_learner._count': '0',
  'cmi.interactions._count': '0',
  'cmi.objectives._count': '0',
  'adl.data._count': '0',
  'adl.nav.request_valid.continue': 'unknown',
  'adl.nav.request_valid.choice.{target=a}': 'unknown',
  'adl.data.0.id': 301,
};

const readAndWritten: Readonly<Record<string, string | number>> = {
  'cmi.completion_status': 'unknown',
  'cmi.success_status': 'unknown',
  'cmi.location': 403,
  'cmi.suspend_data': 403,
  'cmi.progress_measure': 403,
  'cmi.score.scaled': 403,
  'cmi.score.raw': 403,
  'cmi.score.min': 403,
  'cmi.score.max': 403,
  'cmi.learner_preference.audio_level': '1',
  'cmi.learner_preference.language': '',
  'cmi.learner_preference.delivery_speed': '1',
  'cmi.learner_preference.audio_captioning': '0',
  'adl.nav.request': '_none_',
};

/** Names of parts and names that nobody defined have no value. */
const noElements = [
  ...['cmi', 'cmi.score', 'cmi.objectives', 'cmi.interactions', 'cmi.comments_from_learner', 'cmi.comments_from_lms', 'adl', 'adl.data'],
  ...['cmi.learner_preference', 'cmi.objectives.0', 'cmi.objectives.0.score', 'cmi.interactions.0.objectives', 'adl.nav'],
  ...[
    'cmi.core.lesson_status',
    'cmi.Score',
    'cmi.score.percent',
    'cmi..score',
    'score',
    'toString',
    '__proto__',
    'cmi.__proto__',
    'cmi.exit.now',
    'cmi.objectives.n.id',
    'cmi.interactions.n.objectives.0.id',
  ],
];

const answer = (value: string | number) => (typeof value === 'number' ? { value: '', error: value } : { value, error: 0 });

describe('before anything was set', () => {
  it.each(Object.entries({ ...readOnly, ...readAndWritten }))('%s: %s', (element, value) => {
    expect(aModel().get(element)).toEqual(answer(value));
  });

  it.each(['cmi.exit', 'cmi.session_time'])('%s is write only', (element) => {
    expect(aModel().get(element)).toEqual(answer(405));
  });

  it.each(noElements)('%s is no element', (element) => {
    expect([aModel().get(element), aModel().set(element, 'x')]).toEqual([answer(401), 401]);
  });

  it('an empty name is no name', () => {
    expect([aModel().get(''), aModel().set('', 'x')]).toEqual([answer(301), 351]);
  });
});

it.each(Object.keys(readOnly))('%s is read only', (element) => {
  expect(aModel().set(element, '1')).toBe(404);
});

describe('keywords', () => {
  const children: Readonly<Record<string, string[]>> = {
    'cmi.comments_from_learner': ['comment', 'location', 'timestamp'],
    'cmi.comments_from_lms': ['comment', 'location', 'timestamp'],
    'cmi.interactions': [
      ...[
        'id',
        'type',
        'objectives',
        'timestamp',
        'correct_responses',
        'weighting',
        'learner_response',
        'result',
        'latency',
        'description',
      ],
    ],
    'cmi.learner_preference': ['audio_level', 'language', 'delivery_speed', 'audio_captioning'],
    'cmi.objectives': ['id', 'score', 'success_status', 'completion_status', 'progress_measure', 'description'],
    'cmi.objectives.0.score': ['scaled', 'raw', 'min', 'max'],
    'cmi.score': ['scaled', 'raw', 'min', 'max'],
    'adl.data': ['id', 'store'],
  };
  const model = aModel({ values: { 'cmi.objectives.0.id': 'o', 'cmi.interactions.0.id': 'q' } });

  it.each(Object.entries(children))('%s._children', (part, names) => {
    expect(model.get(`${part}._children`).value.split(',').toSorted()).toEqual(names.toSorted());
    expect(model.set(`${part}._children`, 'x')).toBe(404);
  });

  it.each(['cmi.interactions.0.objectives', 'cmi.interactions.0.correct_responses'])('%s has a count and no _children', (list) => {
    expect([model.get(`${list}._count`), model.get(`${list}._children`)]).toEqual([answer('0'), answer(301)]);
  });

  it.each([
    ...['cmi.location._children', 'cmi.score._count', 'cmi.location._count', 'cmi.score._version', 'cmi._children', 'cmi._count'],
    ...['cmi.objectives.0._count', 'cmi.objectives.5.score._children', 'cmi.interactions.5.objectives._count', 'adl.nav._children'],
    ...['adl.nav.request_valid.choice', 'adl.nav.request_valid.jump'],
  ])('%s cannot be read', (element) => {
    expect(model.get(element)).toEqual(answer(301));
  });

  it.each(['cmi.nothing._children', 'nothing._count', 'other._version', 'adl.nav.request_valid', 'adl.nav.request_valid.retry'])(
    '%s is undefined',
    (element) => {
      expect(model.get(element)).toEqual(answer(401));
    },
  );
});

describe('navigation requests', () => {
  const model = aModel({ allows: (request) => (request === 'exit' ? undefined : ['continue', '{target=b.1}choice'].includes(request)) });

  it.each([
    ['continue', 'true'],
    ['previous', 'false'],
    ['exit', 'unknown'],
    ['choice.{target=b.1}', 'true'],
    ['choice.{target=c}', 'false'],
    ['jump.{target=b.1}', 'false'],
  ])('adl.nav.request_valid.%s: %s', (request, valid) => {
    expect(model.get(`adl.nav.request_valid.${request}`)).toEqual(answer(valid));
  });
});

describe('shared data', () => {
  const store = (id: string, more: object) => ({ id, readable: true, writable: true, ...more });
  const shared = () =>
    aModel({
      stores: [
        store('open', { value: 'a' }),
        store('shown', { value: 'b', writable: false }),
        store('told', { value: 'c', readable: false }),
        store('sealed', { readable: false, writable: false }),
        store('new', {}),
      ],
    });

  it('knows its stores', () => {
    const model = shared();
    expect(model.get('adl.data._count')).toEqual(answer('5'));
    expect([0, 1, 2, 3, 4].map((at) => model.get(`adl.data.${at}.id`).value)).toEqual(['open', 'shown', 'told', 'sealed', 'new']);
    expect(model.get('adl.data.5.id')).toEqual(answer(301));
  });

  it.each([
    [0, answer('a'), 0],
    [1, answer('b'), 404],
    [2, answer(405), 0],
    [3, answer(405), 404],
    [4, answer(403), 0],
    [5, answer(301), 351],
  ])('store %s', (at, read, written) => {
    const model = shared();
    expect([model.get(`adl.data.${at}.store`), model.set(`adl.data.${at}.store`, 'x')]).toEqual([read, written]);
  });

  it('has no value once it is emptied', () => {
    const model = shared();
    expect(model.set('adl.data.0.store', '')).toBe(0);
    expect(model.get('adl.data.0.store')).toEqual(answer(403));
  });
});
