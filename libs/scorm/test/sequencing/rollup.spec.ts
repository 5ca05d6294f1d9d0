import { describe, expect, it } from '@jest/globals';
import type { ActivitySettings, RollupRule } from '../../src/index.js';
import { activity, flowing, Learner, type Report } from './trees.js';

/** The root's status after the children have reported, one after another; the last child's end is behind the last activity. */
const rootAfter = (
  root: Omit<ActivitySettings, 'id' | 'title' | 'children'>,
  ...children: [Omit<ActivitySettings, 'id' | 'title'>, Report | null][]
) => {
  const learner = new Learner(
    flowing('root', root, ...children.map(([settings], at) => activity(`c${at}`, settings)), activity('last', untracked)),
  ).begin();
  children.forEach(([, report], at) => {
    if (!report) return;
    if (learner.at !== `c${at}`) learner.chooses(`c${at}`); // the first is open already
    learner.reports(report);
  });
  return learner.chooses('last').view.root();
};
const untracked = { deliveryControls: { tracked: false } };
const [passed, failed, said] = [{ success_status: 'passed' }, { success_status: 'failed' }, { success_status: 'unknown' }];
const rule = (
  action: RollupRule['action'],
  consideration: RollupRule['consideration'],
  more: Partial<RollupRule> = {},
  condition = 'satisfied',
) => ({
  rollupRules: { rules: [{ action, consideration, conditionCombination: 'any' as const, conditions: [{ condition }], ...more }] },
});

describe('rollup without rules', () => {
  it.each<[string, (Report | null)[], boolean | undefined]>([
    ['all passed', [passed, passed], true],
    ['one failed', [passed, failed], false],
    ['one not yet', [passed, null], undefined],
    ['one unknown', [passed, said], undefined],
  ])('%s', (_name, reports, satisfied) => {
    expect(rootAfter({}, ...reports.map((report): [object, Report | null] => [{}, report])).satisfied).toBe(satisfied);
  });

  it('completes a cluster when all its children are completed', () => {
    const done = { completion_status: 'completed' };
    expect(rootAfter({}, [{}, done], [{}, done]).completed).toBe(true);
    expect(rootAfter({}, [{}, done], [{}, { completion_status: 'incomplete' }]).completed).toBe(false);
  });
});

describe('rollup rules (RB.1.4)', () => {
  it.each<[RollupRule['consideration'], Partial<RollupRule>, (Report | null)[], boolean | undefined]>([
    ['any', {}, [failed, passed], true],
    ['any', {}, [failed, null], undefined],
    ['none', {}, [failed, failed], true],
    ['none', {}, [failed, null], undefined],
    ['atLeastCount', { minimumCount: 2 }, [passed, failed, passed], true],
    ['atLeastCount', { minimumCount: 2 }, [passed, failed, failed], undefined],
    ['atLeastPercent', { minimumPercent: 50 }, [passed, failed], true],
    ['atLeastPercent', { minimumPercent: 51 }, [passed, failed], undefined],
  ])('%s %j of %j', (consideration, more, reports, satisfied) => {
    const children = reports.map((report): [object, Report | null] => [{}, report]);
    expect(rootAfter(rule('satisfied', consideration, more), ...children).satisfied).toBe(satisfied);
  });

  it('count only the children that contribute', () => {
    expect(rootAfter({}, [{}, passed], [{ sequencingControls: { rollupObjectiveSatisfied: false } }, failed]).satisfied).toBe(true);
    expect(rootAfter({}, [{}, passed], [{ deliveryControls: { tracked: false } }, failed]).satisfied).toBe(true);
  });

  it.each<['ifAttempted' | 'ifNotSuspended' | 'ifNotSkipped', Report | null, object]>([
    ['ifAttempted', null, {}],
    ['ifNotSuspended', { ...failed, exit: 'suspend' }, {}],
    [
      'ifNotSkipped',
      null,
      { sequencingRules: { preConditionRules: [{ action: 'skip', conditionCombination: 'all', conditions: [{ condition: 'always' }] }] } },
    ],
  ])('leave out a child that is required %s', (required, report, more) => {
    const considerations = { rollupConsiderations: { requiredForSatisfied: required, requiredForNotSatisfied: required } };
    expect(rootAfter({}, [{}, passed], [{ ...considerations, ...more }, report]).satisfied).toBe(true);
  });
});

describe('measures (RB.1.1)', () => {
  const weighing = (objectiveMeasureWeight: number) => ({ sequencingControls: { objectiveMeasureWeight } });

  it('are weighted means in which silence counts as nothing', () => {
    const scored = { 'score.scaled': '0.8' };
    expect(rootAfter({}, [weighing(1), scored], [weighing(0.25), { 'score.scaled': '0.3' }]).measure).toBe(0.7);
    expect(rootAfter({}, [{}, scored], [{}, null]).measure).toBe(0.4);
    expect(rootAfter({}, [{}, scored], [weighing(0), { 'score.scaled': '0' }]).measure).toBe(0.8);
    expect(rootAfter({}, [{}, passed]).measure).toBeUndefined();
  });

  it('decide where the cluster is satisfied by measure', () => {
    const root = { primaryObjective: { objectiveID: 'p', isPrimary: true, satisfiedByMeasure: true, minNormalizedMeasure: 0.5 } };
    expect(rootAfter(root, [{}, { ...failed, 'score.scaled': '0.5' }]).satisfied).toBe(true);
    expect(rootAfter(root, [{}, { ...passed, 'score.scaled': '0.4' }]).satisfied).toBe(false);
  });

  it('of progress complete a cluster with a threshold', () => {
    const root = { completionThreshold: { completedByMeasure: true, minProgressMeasure: 0.6, progressWeight: 1 } };
    const child = (progressWeight: number) => ({
      completionThreshold: { completedByMeasure: false, minProgressMeasure: 1, progressWeight },
    });
    const after = rootAfter(root, [child(1), { progress_measure: '0.8' }], [child(0.5), { progress_measure: '0.2' }]);
    expect([after.progress, after.completed]).toEqual([0.6, true]);
  });
});

describe('what one attempt knows', () => {
  const course = (useCurrentAttemptObjectiveInfo: boolean) =>
    new Learner(
      flowing(
        'root',
        {},
        flowing('m', { sequencingControls: { useCurrentAttemptObjectiveInfo } }, activity('a'), activity('b')),
        activity('c'),
      ),
    )
      .begin()
      .reports(passed)
      .asks('continue')
      .reports(passed)
      .asks('continue');

  it('a new attempt on the cluster does not roll up what was learnt before it, unless told to', () => {
    for (const [current, satisfied] of [
      [true, undefined],
      [false, true],
    ] as const) {
      const learner = course(current);
      expect(learner.status('m').satisfied).toBe(true);
      learner.chooses('a').reports(passed).chooses('c');
      expect(learner.status('m').satisfied).toBe(satisfied);
    }
  });

  it('activities that read a shared objective roll up with its writer', () => {
    const map = (write: boolean) => ({
      targetObjectiveID: 'g',
      readSatisfiedStatus: true,
      readNormalizedMeasure: true,
      writeSatisfiedStatus: write,
      writeNormalizedMeasure: false,
    });
    const tree = flowing(
      'root',
      {},
      activity('writer', { primaryObjective: { objectiveID: 'p', mapInfo: [map(true)] } }),
      flowing('m', {}, activity('reader', { primaryObjective: { objectiveID: 'q', mapInfo: [map(false)] } })),
    );
    expect(new Learner(tree).begin().reports(passed).asks('exit').status('m').satisfied).toBe(true);
  });
});
