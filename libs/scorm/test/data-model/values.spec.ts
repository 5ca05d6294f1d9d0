import { describe, expect, it } from '@jest/globals';
import { aModel } from './a-model.js';

/** Elements of one data type, with what may be set and what may not. */
interface Family {
  elements: readonly string[];
  right: readonly string[];
  mistyped: readonly string[];
  outOfRange?: readonly string[];
}

const notNumbers = ['', ' ', 'ten', '1,5', '1.2.3', '1e3', '0x10', ' 1', '1 ', 'Infinity', 'NaN', '--1', '1a', '[:]'];
const wrongWords = ['', ' ', 'Passed', 'COMPLETED', 'illegal_state', 'passed '];
const scores = (field: string): string[] => [`cmi.score.${field}`, `cmi.objectives.0.score.${field}`];

const families: Readonly<Record<string, Family>> = {
  'real -1 to 1': {
    elements: scores('scaled'),
    right: ['-1', '-1.0', '0', '-0.5', '0.3333333', '1', '1.0', '+0.5'],
    mistyped: notNumbers,
    outOfRange: ['-1.0000001', '1.0000001', '2', '-100', '99999999999'],
  },
  'any real': {
    elements: [...scores('raw'), ...scores('min'), ...scores('max'), 'cmi.interactions.0.weighting'],
    right: ['0', '-7', '7.000099999887765544', '100000', '-0.25'],
    mistyped: notNumbers,
  },
  'real 0 to 1': {
    elements: ['cmi.progress_measure', 'cmi.objectives.0.progress_measure'],
    right: ['0', '0.0', '0.5', '1', '1.0'],
    mistyped: notNumbers,
    outOfRange: ['-0.1', '1.1', '100'],
  },
  'real from 0': {
    elements: ['cmi.learner_preference.audio_level', 'cmi.learner_preference.delivery_speed'],
    right: ['0', '0.5', '50.000099999887765544', '100'],
    mistyped: notNumbers,
    outOfRange: ['-0.1', '-100'],
  },
  completion: {
    elements: ['cmi.completion_status', 'cmi.objectives.0.completion_status'],
    right: ['completed', 'incomplete', 'not attempted', 'unknown'],
    mistyped: [...wrongWords, 'passed', 'not_attempted'],
  },
  success: {
    elements: ['cmi.success_status', 'cmi.objectives.0.success_status'],
    right: ['passed', 'failed', 'unknown'],
    mistyped: [...wrongWords, 'completed'],
  },
  exit: { elements: ['cmi.exit'], right: ['time-out', 'suspend', 'logout', 'normal', ''], mistyped: ['Suspend', 'timeout', ' '] },
  captions: { elements: ['cmi.learner_preference.audio_captioning'], right: ['-1', '0', '1'], mistyped: ['', '2', '0.0', 'on'] },
  'type of interaction': {
    elements: ['cmi.interactions.0.type'],
    right: ['true-false', 'choice', 'fill-in', 'long-fill-in', 'likert', 'matching', 'performance', 'sequencing', 'numeric', 'other'],
    mistyped: ['', 'true', 'multiple-choice', 'Choice', 'constructor'],
  },
  result: {
    elements: ['cmi.interactions.0.result'],
    right: ['correct', 'incorrect', 'unanticipated', 'neutral', '7.652', '-35', '0'],
    mistyped: ['', 'wrong', 'Correct', '34,000.00', '1e2'],
  },
  duration: {
    elements: ['cmi.session_time', 'cmi.interactions.0.latency'],
    right: ['P1Y6M14DT4H15M6.34S', 'PT0S', 'P1Y', 'P6M', 'P14D', 'PT4H', 'PT15M', 'PT6.3S', 'P01YT005M', 'P1YT6S', 'PT90M'],
    mistyped: ['', 'P', 'PT', 'P1YT', '1Y', 'P1Y6M14D4H', 'PT6.345S', 'PT6.S', 'PT1.5H', 'P1D1Y', 'P1W', '-PT1S', 'pt1s', '00:05:00', '90'],
  },
  moment: {
    elements: ['cmi.comments_from_learner.0.timestamp', 'cmi.interactions.0.timestamp'],
    right: [
      ...['1970', '2038', '2004-04', '2004-02-29', '2004-04-01T15', '2004-04-01T09:45', '2004-04-01T09:45:58', '2004-04-01T00:00:00'],
      ...['2004-04-01T09:45:58.2', '2004-04-01T09:45:58.55Z', '2004-04-01T09:45:58.5+02', '2004-04-01T23:59:59.55-03:30'],
    ],
    mistyped: [
      ...['', '4', '1969', '2039', '22004', '2004-', '2004-4', '2004-00', '2004-13', '2004-02-30', '2003-02-29', '2004-04-31', '2004-04-1'],
      ...['2004-04-01T', '2004-04-01T9', '2004-04-01T24', '2004-04-01T15Z', '2004-04-01T09:60', '2004-04-01T09:45:60', '2004-04-01 09:45'],
      ...[
        '2004-04-01T09:45:58Z',
        '2004-04-01T09:45:58+02:00',
        '2004-04-01T09:45:58.',
        '2004-04-01T09:45:58.123',
        '2004-04-01T09:45:58.5+24',
      ],
      ...['2004-04-01T09:45:58.5+02:60', '2004-04-01T09:45:58.5+2', '2004-04-01T09:45:58.5Z+02:00', '2004-04-01T09:45:58.5z'],
    ],
  },
  language: {
    elements: ['cmi.learner_preference.language'],
    right: ['', 'es', 'ES', 'spa', 'en-US', 'pt-br', 'zh-min-nan', 'de-CH-1996', 'sgn-BE-fr', 'i-klingon', 'x-aula', 'qaa', 'mol', 'qu-PE'],
    mistyped: ['sp', 'frl', 'espanol', 'i', 'x', 'en-', '-en', 'en_US', 'en-Übung', 'ruq-JM', ' es', `en-${'a-'.repeat(130)}b`],
  },
  'text with a language': {
    elements: ['cmi.comments_from_learner.0.comment', 'cmi.objectives.0.description', 'cmi.interactions.0.description'],
    right: ['', 'comentario', '{lang=es}', '{lang=es-PE}texto', '{lang=es', '{Lang=frl}', '{}', '🚓 हिन्दी', 'a'.repeat(4_500)],
    mistyped: ['{lang=}', '{lang=frl}texto', '{lang=español}texto'],
  },
  text: {
    elements: ['cmi.location', 'cmi.suspend_data', 'cmi.comments_from_learner.0.location'],
    right: ['', ' ', '{lang=frl}', 'a'.repeat(64_000), '🚓'.repeat(500)],
    mistyped: ['a'.repeat(64_001)],
  },
  identifier: {
    elements: ['cmi.interactions.0.id', 'cmi.interactions.0.objectives.0.id'],
    right: ['q1', 'urn:aula:quiz/1', 'http://example.org/q?a=1#b', 'a%20b', 'Escenario_1', 'вопрос', 'a'.repeat(4_000)],
    mistyped: [
      '',
      ' ',
      'a b',
      'urn:',
      'urn:aula',
      'urn:-x:y',
      'urn:adl:lms Test',
      'a%2',
      'a[0]',
      '{}',
      'a"b',
      'a#b#c',
      'uuid:',
      'a'.repeat(4_001),
    ],
  },
  'navigation request': {
    elements: ['adl.nav.request'],
    right: [
      '_none_',
      'continue',
      'previous',
      'exit',
      'exitAll',
      'abandon',
      'abandonAll',
      'suspendAll',
      '{target=a}choice',
      '{target=a}jump',
    ],
    mistyped: ['', 'Continue', 'choice', 'jump', '{target=}choice', '{target=a}continue', 'start', 'a'],
  },
};

/** With an entry in each list, so that every field can be set. */
const opened = (element: string) => {
  const model = aModel();
  if (element.startsWith('cmi.objectives')) model.set('cmi.objectives.0.id', 'o');
  if (element.startsWith('cmi.interactions')) model.set('cmi.interactions.0.id', 'q');
  return model;
};

const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}… (${value.length})` : value);

describe.each(Object.entries(families))('%s', (_, { elements, right, mistyped, outOfRange = [] }) => {
  const cases = elements.flatMap((element) => [
    ...right.map((value) => ({ element, value, code: 0, words: shown(value) })),
    ...mistyped.map((value) => ({ element, value, code: 406, words: shown(value) })),
    ...outOfRange.map((value) => ({ element, value, code: 407, words: shown(value) })),
  ]);

  it.each(cases)('$element = "$words": $code', ({ element, value, code }) => {
    const model = opened(element);
    const before = model.peek(element);
    expect(model.set(element, value)).toBe(code);
    expect(model.peek(element)).toBe(code === 0 ? value : before);
  });
});
