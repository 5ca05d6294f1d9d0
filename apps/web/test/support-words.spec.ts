import { describe, expect, it } from '@jest/globals';
import { durationText } from '../src/features/support/duration.js';
import { deedOf, elementName, verdictOn, waited } from '../src/features/support/words.js';

describe('what content writes', () => {
  it.each([
    ['cmi.core.lesson_status', 'status', null],
    ['cmi.score.raw', 'score', null],
    ['cmi.core.score.raw', 'score', null],
    ['cmi.location', 'location', null],
    ['cmi.interactions.0.student_response', 'answer', 1],
    ['cmi.interactions.12.learner_response', 'answer', 13],
    ['cmi.interactions.3.correct_responses.0.pattern', 'answerKey', 4],
    ['cmi.interactions.3.weighting', 'question', 4],
    ['cmi.objectives.1.success_status', 'objective', 2],
    ['cmi.success_status', 'success', null],
    ['vendor.own.thing', 'other', null],
    ['', 'other', null],
  ] as const)('%s is called %s', (element, name, number) => {
    expect(elementName(element)).toEqual({ name, number });
  });

  it('is told apart from what the player notes', () => {
    expect(deedOf({ call: 'set', element: 'open' })).toBe('wrote');
    expect(deedOf({ call: 'nav', element: 'leave' })).toBe('left');
    expect(deedOf({ call: 'nav', element: 'new-kind' })).toBe('other');
    expect(deedOf({ call: 'snap', element: null })).toBe('summary');
  });
});

describe('how long a record waited on its device', () => {
  const entry = (at: string, deviceAt: string | null) => ({ at: `2026-01-01T${at}Z`, deviceAt: deviceAt && `2026-01-01T${deviceAt}Z` });
  it('is said from a minute on, and once for records that waited together', () => {
    expect(waited(entry('10:00:30', '10:00:00'), undefined)).toBeNull();
    expect(waited(entry('10:10:00', '10:00:00'), undefined)).toBe(600);
    expect(waited(entry('10:10:00', '10:00:20'), entry('10:10:00', '10:00:00'))).toBeNull();
    expect(waited(entry('10:10:00', '10:05:00'), entry('10:10:00', '10:00:00'))).toBe(300);
    expect(waited(entry('10:00:00', '11:00:00'), undefined)).toBe(-3_600);
    expect(waited(entry('10:00:00', null), undefined)).toBeNull();
  });
});

describe('a length of time', () => {
  it.each([
    [0, '0 sec'],
    [59.6, '1 min'],
    [61, '1 min 1 sec'],
    [3_600, '1 hr'],
    [7_500, '2 hr 5 min'],
    [90_000, '1 day 1 hr'],
  ])('of %d seconds is %s', (seconds, text) => {
    expect(durationText(seconds, 'en')).toBe(text);
  });
});

it('a question where the strong fail has a wrong key', () => {
  expect([null, -0.3, 0.1, 0.5].map(verdictOn)).toEqual(['few', 'reversed', 'weak', 'good']);
});
