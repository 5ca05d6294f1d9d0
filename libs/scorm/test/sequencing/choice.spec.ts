import { describe, expect, it } from '@jest/globals';
import { activity, flowing, Learner } from './trees.js';

const rule = (action: string, condition = 'always') => ({
  sequencingRules: { preConditionRules: [{ action, conditionCombination: 'all' as const, conditions: [{ condition }] }] },
});

describe('choice (SB.2.9)', () => {
  const two = (left: object = {}, right: object = {}) =>
    flowing('root', {}, flowing('m1', left, activity('a'), activity('b')), flowing('m2', right, activity('c'), activity('d')));

  it('of a cluster flows to its first activity', () => {
    expect(new Learner(two()).begin().chooses('m2').at).toBe('c');
  });

  it('of a cluster without flow delivers nothing and is not offered', () => {
    const tree = flowing('root', {}, activity('a'), activity('m', {}, activity('b')));
    const learner = new Learner(tree).begin();
    expect(learner.offered).toEqual(['root', 'a', 'b']);
    expect(learner.refusal('{target=m}choice')).toBe('SB.2.9-9');
  });

  it('may be forbidden by whoever would be left (choiceExit)', () => {
    const learner = new Learner(two({ sequencingControls: { choiceExit: false } })).begin();
    expect([learner.refusal('{target=c}choice'), learner.refusal('{target=b}choice')]).toEqual(['NB.2.1-8', null]);
    expect(learner.offered).toEqual(['a', 'b']);
  });

  it('enters no cluster that prevents activation, unless it flows there', () => {
    const learner = new Learner(two({}, { sequencingControls: { preventActivation: true } })).begin();
    expect(learner.refusal('{target=d}choice')).toBe('SB.2.9-6');
    expect(learner.refusal('{target=m2}choice')).toBeNull();
    learner.chooses('m2');
    expect(learner.refusal('{target=d}choice')).toBeNull();
  });

  it('reaches the neighbours of a constrained cluster alone', () => {
    const constrained = { sequencingControls: { constrainChoice: true } };
    const tree = flowing(
      'root',
      {},
      flowing('m1', {}, activity('a')),
      flowing('m2', constrained, activity('b')),
      flowing('m3', {}, activity('c')),
      flowing('m4', {}, activity('d')),
    );
    const learner = new Learner(tree).begin().chooses('b');
    expect([learner.refusal('{target=a}choice'), learner.refusal('{target=c}choice'), learner.refusal('{target=d}choice')]).toEqual([
      null,
      null,
      'SB.2.9-8',
    ]);
  });

  it('passes no activity that stops forward traversal, but goes back past it', () => {
    const tree = flowing('root', {}, activity('a'), activity('b', rule('stopForwardTraversal')), activity('c'));
    const learner = new Learner(tree).begin();
    expect([learner.refusal('{target=b}choice'), learner.refusal('{target=c}choice')]).toEqual([null, 'SB.2.4-1']);
    learner.asks('{target=c}jump');
    expect(learner.refusal('{target=a}choice')).toBeNull();
  });

  it('goes back in no forward-only cluster', () => {
    const tree = flowing('root', { sequencingControls: { forwardOnly: true } }, activity('a'), activity('b'));
    expect(new Learner(tree).begin().asks('continue').refusal('{target=a}choice')).toBe('SB.2.4-2');
  });

  it('sees nothing that is hidden from it, nor what lies below', () => {
    const tree = flowing('root', {}, activity('a'), flowing('m', rule('hiddenFromChoice'), activity('b')), activity('c'));
    const learner = new Learner(tree).begin();
    expect([learner.refusal('{target=b}choice'), learner.offered]).toEqual(['SB.2.9-3', ['root', 'a', 'c']]);
    expect(learner.view.contents().get('b')?.visible).toBe(false);
  });

  it('opens nothing that is disabled, and nothing over its attempt limit', () => {
    const tree = flowing('root', {}, activity('a'), activity('b', rule('disabled')), activity('c', { attemptLimit: 1 }));
    const learner = new Learner(tree).begin();
    expect(learner.refusal('{target=b}choice')).toBe('DB.1.1-3');
    learner.chooses('c').chooses('a');
    expect([learner.may('{target=c}choice'), learner.offered]).toEqual([false, ['root', 'a']]);
  });
});

describe('flow (SB.2.1–SB.2.3)', () => {
  it('skips what says so, forwards and backwards', () => {
    const tree = flowing('root', {}, activity('a'), activity('b', rule('skip')), activity('c'));
    const learner = new Learner(tree).begin().asks('continue');
    expect([learner.at, learner.asks('previous').at]).toEqual(['c', 'a']);
  });

  it('stops before what is disabled', () => {
    const tree = flowing('root', {}, activity('a'), activity('b', rule('disabled')), activity('c'));
    const learner = new Learner(tree).begin().asks('continue');
    expect([learner.at, learner.last?.delivered, learner.last?.code]).toEqual(['a', null, 'SB.2.7-3 SB.2.2-2']);
  });

  it('enters a forward-only cluster at its first activity, also from behind', () => {
    const tree = flowing(
      'root',
      {},
      flowing('m', { sequencingControls: { forwardOnly: true } }, activity('a'), activity('b')),
      activity('c'),
    );
    expect(new Learner(tree).begin().chooses('c').asks('previous').at).toBe('a');
  });

  it('leaves a cluster and enters the next', () => {
    const tree = flowing('root', {}, flowing('m1', {}, activity('a')), flowing('m2', {}, activity('b'), activity('c')));
    const learner = new Learner(tree).begin().asks('continue');
    expect(learner.at).toBe('b');
    expect(learner.state.activities['m1']?.active).toBe(false);
  });
});

describe('selection and randomization (SR.1, SR.2)', () => {
  const tree = (timing: 'once' | 'onEachNewAttempt') =>
    flowing(
      'root',
      { sequencingControls: { selectionTiming: timing, selectCount: 2, randomizationTiming: timing, randomizeChildren: true } },
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => activity(id)),
    );
  const way = (learner: Learner): string[] => {
    const seen: string[] = [];
    for (learner.begin(); learner.at !== null; learner.asks('continue')) seen.push(learner.at);
    return seen;
  };

  it('chooses as many as it should, the same ones from the same seed', () => {
    const seen = way(new Learner(tree('once'), { seed: 42 }));
    expect(new Set(seen).size).toBe(2);
    expect(way(new Learner(tree('once'), { seed: 42 }))).toEqual(seen);
    const others = Array.from({ length: 20 }, (_, seed) => way(new Learner(tree('once'), { seed })).join());
    expect(new Set(others).size).toBeGreaterThan(5);
  });

  it('the table of contents lists them in the learner’s order', () => {
    for (let seed = 0; seed < 10; seed++) {
      const learner = new Learner(tree('once'), { seed });
      const seen = way(learner);
      const listed = [...learner.view.contents()];
      expect(listed.filter(([, { visible }]) => visible).map(([id]) => id)).toEqual(['root', ...seen]);
      expect(listed.map(([id]) => id).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'root']);
    }
  });

  it('once stays; on each new attempt it is drawn anew', () => {
    const [once, each] = [new Learner(tree('once')), new Learner(tree('onEachNewAttempt'))];
    const first = way(once);
    expect([way(once), way(once)]).toEqual([first, first]);
    expect(new Set(Array.from({ length: 8 }, () => way(each).join())).size).toBeGreaterThan(1);
  });
});
