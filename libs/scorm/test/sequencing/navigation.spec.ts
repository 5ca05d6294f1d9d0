import { describe, expect, it } from '@jest/globals';
import { activity, flowing, Learner } from './trees.js';

const three = () => flowing('root', {}, activity('a'), activity('b'), activity('c'));

describe('navigation requests (NB.2.1)', () => {
  it('start at the first activity, and not twice', () => {
    const learner = new Learner(three()).begin();
    expect([learner.at, learner.last?.delivered, learner.last?.resumed]).toEqual(['a', 'a', false]);
    expect(learner.refusal('start')).toBe('NB.2.1-1');
  });

  it.each([
    ['continue', 'NB.2.1-2'],
    ['previous', 'NB.2.1-2'],
    ['suspendAll', 'NB.2.1-2'],
    ['exitAll', 'NB.2.1-2'],
    ['resumeAll', 'NB.2.1-3'],
  ])('refuse %s before the course has begun', (request, code) => {
    expect(new Learner(three()).refusal(request)).toBe(code);
  });

  it('go on and back where flow allows', () => {
    const learner = new Learner(three()).begin().asks('continue');
    expect(learner.at).toBe('b');
    expect(learner.asks('previous').at).toBe('a');
    expect(learner.refusal('previous')).toMatch(/^SB\.2\.8-3/);
    expect([learner.may('previous'), learner.may('continue')]).toEqual([false, true]);
  });

  it('refuse Continue without flow and Previous in a forward-only cluster', () => {
    const still = new Learner(activity('root', {}, activity('a'), activity('b'))).begin().chooses('a');
    expect(still.refusal('continue')).toBe('NB.2.1-4');
    const forward = new Learner(flowing('root', { sequencingControls: { forwardOnly: true } }, activity('a'), activity('b')))
      .begin()
      .asks('continue');
    expect(forward.refusal('previous')).toBe('NB.2.1-5');
  });

  it('end the session behind the last activity, with every attempt', () => {
    const learner = new Learner(three()).begin().chooses('c').asks('continue');
    expect([learner.at, learner.last?.ended]).toEqual([null, true]);
    expect(Object.values(learner.state.activities).some(({ active }) => active)).toBe(false);
  });

  it('exit the activity alone, then the learner chooses; abandon counts for nothing', () => {
    const learner = new Learner(three()).begin().asks('exit');
    expect([learner.at, learner.last?.ended, learner.last?.delivered]).toEqual(['a', false, null]);
    expect(learner.refusal('exit')).toBe('NB.2.1-12');
    expect(learner.status('a')).toEqual({ completed: true, satisfied: true });
    const other = new Learner(three()).begin().reports({ success_status: 'passed' }).asks('abandon');
    expect(other.status('a')).toEqual({});
  });

  it('know no activity of another name, and no choice where it is off', () => {
    const learner = new Learner(flowing('root', { sequencingControls: { choice: false } }, activity('a'), activity('b'))).begin();
    expect([learner.refusal('{target=x}choice'), learner.refusal('{target=b}choice')]).toEqual(['NB.2.1-11', 'NB.2.1-10']);
    expect(learner.offered).toEqual([]);
  });

  it('jump past everything but a disabled activity', () => {
    const disabled = {
      sequencingRules: {
        preConditionRules: [{ action: 'disabled', conditionCombination: 'all' as const, conditions: [{ condition: 'always' }] }],
      },
    };
    const learner = new Learner(
      flowing('root', { sequencingControls: { choice: false } }, activity('a'), activity('b'), activity('c', disabled)),
    ).begin();
    expect(learner.asks('{target=b}jump').at).toBe('b');
    expect([learner.may('{target=c}jump'), learner.may('{target=a}jump')]).toEqual([false, true]);
  });
});

describe('suspending', () => {
  it('comes back to the activity with its attempt', () => {
    const learner = new Learner(three()).begin().chooses('b').reports({ success_status: 'failed', exit: 'suspend' }).asks('suspendAll');
    expect([learner.at, learner.last?.ended, learner.state.suspended]).toEqual([null, true, 'b']);
    learner.begin();
    expect([learner.at, learner.last?.resumed, learner.view.attempts('b')]).toEqual(['b', true, 1]);
    expect(learner.status('b').satisfied).toBe(false);
  });

  it('is what a closed tab amounts to', () => {
    const learner = new Learner(three()).begin().chooses('c').begin();
    expect([learner.at, learner.last?.resumed, learner.view.attempts('c')]).toEqual(['c', true, 1]);
  });

  it('of content that exits with suspend goes on when it is delivered again', () => {
    const learner = new Learner(three()).begin().reports({ exit: 'suspend' }).asks('continue');
    expect([learner.chooses('a').last?.resumed, learner.view.attempts('a')]).toEqual([true, 1]);
    learner.reports({ exit: 'normal' }).asks('continue').chooses('a');
    expect([learner.last?.resumed, learner.view.attempts('a')]).toEqual([false, 2]);
  });

  it('is forgotten by who goes elsewhere', () => {
    const learner = new Learner(three()).begin().chooses('b').asks('suspendAll').chooses('a');
    expect([learner.at, learner.state.suspended, learner.state.activities['b']?.suspended]).toEqual(['a', null, false]);
  });
});

describe('a course of one part', () => {
  it('opens although nothing flows into it, and offers no table of contents', () => {
    const learner = new Learner(activity('root', {}, activity('only'))).begin();
    expect([learner.at, learner.offered]).toEqual(['only', []]);
  });
});
