import { describe, expect, it } from '@jest/globals';
import type { ActivitySettings } from '../../src/index.js';
import { activity, flowing, Learner, type Report } from './trees.js';

const post = (action: string, condition = 'satisfied', operator?: 'not') => ({
  postConditionRules: [{ action, conditionCombination: 'all' as const, conditions: [{ condition, ...(operator && { operator }) }] }],
});
const exits = (condition: string) => ({
  exitConditionRules: [{ action: 'exit', conditionCombination: 'all' as const, conditions: [{ condition }] }],
});

describe('post condition rules (TB.2.2)', () => {
  const learner = (rules: ActivitySettings['sequencingRules'], root: ActivitySettings['sequencingRules'] = {}) =>
    new Learner(
      flowing('root', { sequencingRules: root }, flowing('m', {}, activity('a', { sequencingRules: rules }), activity('b')), activity('c')),
    ).begin();
  const passed: Report = { success_status: 'passed' };

  it.each([
    ['retry', 'a'],
    ['continue', 'b'],
    ['exitParent', 'm'],
  ])('%s leads to %s', (action, place) => {
    expect(learner(post(action)).reports(passed).asks('exit').at).toBe(place);
  });

  it('retry begins a new attempt, until the rule no longer holds', () => {
    const again = learner(post('retry', 'satisfied', 'not'))
      .reports({ success_status: 'failed' })
      .asks('continue');
    expect([again.at, again.view.attempts('a'), again.last?.resumed]).toEqual(['a', 2, false]);
    expect(again.reports(passed).asks('continue').at).toBe('b');
  });

  it('retryAll starts the course over, exitAll ends it', () => {
    const over = learner(post('retryAll')).reports(passed).asks('exit');
    expect([over.at, over.view.attempts('root'), over.view.attempts('a')]).toEqual(['a', 2, 2]);
    const ended = learner(post('exitAll')).reports(passed).asks('continue');
    expect([ended.at, ended.last?.ended]).toEqual([null, true]);
  });

  it('takes the place of what the learner asked for', () => {
    expect(learner(post('retry')).reports(passed).chooses('c').at).toBe('a');
  });

  it('does not speak of what is suspended', () => {
    expect(
      learner(post('retry'))
        .reports({ ...passed, exit: 'suspend' })
        .asks('continue').at,
    ).toBe('b');
  });
});

describe('exit action rules (TB.2.1)', () => {
  it('end the outermost cluster whose rule holds, before the request is followed', () => {
    const tree = flowing(
      'root',
      {},
      flowing('m', { sequencingRules: exits('completed'), rollupRules: { rules: [anyCompleted] } }, activity('a'), activity('b')),
      activity('c'),
    );
    const learner = new Learner(tree).begin().asks('continue');
    expect([learner.at, learner.state.activities['m']?.active]).toEqual(['c', false]);
  });
});

const anyCompleted = {
  action: 'completed' as const,
  consideration: 'any' as const,
  conditionCombination: 'any' as const,
  conditions: [{ condition: 'completed' }],
};

describe('conditions (UP.2)', () => {
  const skipIf = (condition: string, more: object = {}, combination: 'all' | 'any' = 'all') => ({
    sequencingRules: { preConditionRules: [{ action: 'skip', conditionCombination: combination, conditions: [{ condition, ...more }] }] },
  });
  const primary = (map: object, more: object = {}) => ({
    primaryObjective: {
      objectiveID: 'p',
      isPrimary: true,
      ...more,
      mapInfo: [
        {
          targetObjectiveID: 'g',
          readSatisfiedStatus: true,
          readNormalizedMeasure: true,
          writeSatisfiedStatus: false,
          writeNormalizedMeasure: false,
          ...map,
        },
      ],
    },
  });
  const writing = primary({ writeSatisfiedStatus: true, writeNormalizedMeasure: true });
  const skipped = (rule: object, report: Report): boolean =>
    new Learner(flowing('root', {}, activity('a', writing), activity('b', { ...primary({}), ...rule }), activity('c')))
      .begin()
      .reports(report)
      .asks('continue').at === 'c';

  it.each<[string, object, Report, boolean]>([
    ['satisfied', {}, { success_status: 'passed' }, true],
    ['satisfied', {}, { success_status: 'failed' }, false],
    ['satisfied', { operator: 'not' }, { success_status: 'failed' }, true],
    ['satisfied', { operator: 'not' }, { success_status: 'unknown' }, false],
    ['objectiveStatusKnown', {}, { success_status: 'failed' }, true],
    ['objectiveStatusKnown', { operator: 'not' }, { success_status: 'unknown' }, true],
    ['objectiveMeasureKnown', {}, { 'score.scaled': '0' }, true],
    ['objectiveMeasureGreaterThan', { parameters: { threshold: 0.5 } }, { 'score.scaled': '0.51' }, true],
    ['objectiveMeasureGreaterThan', { parameters: { threshold: 0.5 } }, { 'score.scaled': '0.5' }, false],
    ['objectiveMeasureLessThan', { parameters: { threshold: 0.5 } }, { 'score.scaled': '-0.2' }, true],
    ['objectiveMeasureLessThan', { parameters: { threshold: 0.5 } }, {}, false],
    ['attempted', {}, {}, false],
    ['attempted', { operator: 'not' }, {}, true],
    ['always', {}, {}, true],
    ['satisfied', { referencedObjective: 'unheard' }, { success_status: 'passed' }, false],
    ['timeLimitExceeded', { operator: 'not' }, {}, false],
  ])('%s %j after %j', (condition, more, report, expected) => {
    expect(skipped(skipIf(condition, more), report)).toBe(expected);
  });

  it('of one activity see what others share only through a map that reads', () => {
    const blind = { primaryObjective: { objectiveID: 'p', isPrimary: true } };
    const tree = flowing('root', {}, activity('a', writing), activity('b', { ...blind, ...skipIf('satisfied') }), activity('c'));
    expect(new Learner(tree).begin().reports({ success_status: 'passed' }).asks('continue').at).toBe('b');
  });
});

describe('objectives', () => {
  const byMeasure = { primaryObjective: { objectiveID: 'p', isPrimary: true, satisfiedByMeasure: true, minNormalizedMeasure: 0.7 } };

  it('are satisfied by measure alone where they say so', () => {
    const at = (report: Report) =>
      new Learner(flowing('root', {}, activity('a', byMeasure), activity('b'))).begin().reports(report).asks('continue').status('a');
    expect(at({ success_status: 'passed', 'score.scaled': '0.6' }).satisfied).toBe(false);
    expect(at({ success_status: 'failed', 'score.scaled': '0.7' }).satisfied).toBe(true);
    expect(at({ success_status: 'passed' }).satisfied).toBeUndefined();
  });

  it('of the content are found by their ids, in any order', () => {
    const objectives = [{ objectiveID: 'o1' }, { objectiveID: 'o2' }];
    const learner = new Learner(flowing('root', {}, activity('a', { objectives }), activity('b'))).begin();
    learner.reports({
      'objectives.2.id': 'own',
      'objectives.2.success_status': 'passed',
      'objectives.1.success_status': 'failed',
      'objectives.1.score.raw': '12',
    });
    expect(learner.view.launchData('a').objectives).toEqual([{ id: 'o1' }, { id: 'o2', satisfied: false, raw: 12 }]);
  });

  it('that are not global to the system start over with the course, others do not', () => {
    const map = {
      targetObjectiveID: 'g',
      readSatisfiedStatus: true,
      readNormalizedMeasure: true,
      writeSatisfiedStatus: true,
      writeNormalizedMeasure: true,
    };
    const tree = flowing('root', {}, activity('a', { primaryObjective: { objectiveID: 'p', mapInfo: [map] } }), activity('b'));
    const after = (objectivesGlobalToSystem: boolean) =>
      new Learner(tree, { objectivesGlobalToSystem }).begin().reports({ success_status: 'passed' }).asks('exitAll').begin().state
        .objectives;
    expect([after(true), after(false)]).toEqual([{ g: { satisfied: true } }, {}]);
  });

  it('of an untracked activity are neither kept nor shared', () => {
    const map = {
      targetObjectiveID: 'g',
      readSatisfiedStatus: true,
      readNormalizedMeasure: true,
      writeSatisfiedStatus: true,
      writeNormalizedMeasure: true,
    };
    const untracked = { primaryObjective: { objectiveID: 'p', mapInfo: [map] }, deliveryControls: { tracked: false } };
    const learner = new Learner(flowing('root', {}, activity('a', untracked), activity('b')))
      .begin()
      .reports({ success_status: 'passed' })
      .asks('continue');
    expect([learner.state.objectives, learner.status('a')]).toEqual([{}, {}]);
  });
});

describe('shared data (adlcp:data)', () => {
  it('pass from activity to activity, as far as each may read and write', () => {
    const shares = (readSharedData: boolean, writeSharedData: boolean) => ({
      sharedDataMaps: [{ targetID: 's', readSharedData, writeSharedData }],
    });
    const learner = new Learner(
      flowing('root', {}, activity('a', shares(true, false)), activity('b', shares(false, true)), activity('c', shares(true, true))),
    ).begin();
    learner.reports({ 'adl.data.0.store': 'never' }).asks('continue').reports({ 'adl.data.0.store': 'kept' }).asks('continue');
    expect(learner.view.launchData('c').stores).toEqual([{ id: 's', readable: true, writable: true, value: 'kept' }]);
  });
});
