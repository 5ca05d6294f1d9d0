import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  deriveScoResult,
  emptyState,
  foldRecords,
  latch,
  rollUpCourse,
  type ManifestItem,
  type ScoResult,
  type ScormVersion,
} from '../src/index.js';
import { aSco, records } from './builders.js';

type Calls = Parameters<typeof records>[0];

function derive(version: ScormVersion, calls: Calls, item: Partial<ManifestItem> = {}, previous?: ScoResult): ScoResult {
  return deriveScoResult(version, aSco(item), foldRecords(emptyState(), records(calls)).scos['I1'], previous);
}
const of = (version: ScormVersion, calls: Calls, item?: Partial<ManifestItem>) => {
  const { completion, success } = derive(version, calls, item);
  return `${completion}, ${success}`;
};

describe('the result of a 1.2 SCO', () => {
  const status = (value: string): Calls[number] => ['cmi.core.lesson_status', value];
  const raw = (value: string): Calls[number] => ['cmi.core.score.raw', value];

  it.each<[string, Calls, string]>([
    ['never opened', [], 'not attempted, unknown'],
    ['in progress', ['init', status('incomplete')], 'incomplete, unknown'],
    ['completed', ['init', status('completed')], 'completed, unknown'],
    ['passed', ['init', status('passed')], 'completed, passed'],
    ['failed', ['init', status('failed')], 'completed, failed'],
    ['browsed', ['init', status('browsed'), 'term'], 'incomplete, unknown'],
    ['silent, still open', ['init'], 'incomplete, unknown'],
    ['silent, ended', ['init', 'term'], 'completed, unknown'],
    ['silent, left', ['open', 'leave'], 'completed, unknown'],
    ['silent, wants to come back', ['init', ['cmi.core.exit', 'suspend'], 'term'], 'incomplete, unknown'],
    [
      'completed once, incomplete on the next visit',
      ['init', status('completed'), 'term', 'init', status('incomplete')],
      'completed, unknown',
    ],
    ['passed once, failed later', ['init', status('passed'), 'term', 'init', status('failed'), 'term'], 'completed, passed'],
  ])('%s', (_, calls, expected) => {
    expect(of('1.2', calls)).toBe(expected);
  });

  it.each<[string, Calls, string]>([
    ['reached', ['init', raw('80'), status('completed'), 'term'], 'completed, passed'],
    ['reached, though the content says failed', ['init', raw('90'), status('failed'), 'term'], 'completed, passed'],
    ['reached by content that sets no status', ['init', raw('90'), 'term'], 'completed, passed'],
    ['missed', ['init', raw('79.9'), status('completed'), 'term'], 'completed, failed'],
    ['missed, though the content says passed', ['init', raw('10'), status('passed'), 'term'], 'completed, failed'],
    ['missed so far', ['init', raw('10'), status('incomplete'), ['cmi.core.exit', 'suspend'], 'term'], 'incomplete, unknown'],
    ['not judged before the end', ['init', raw('10'), status('incomplete')], 'incomplete, unknown'],
    ['without a score the content decides', ['init', status('passed'), 'term'], 'completed, passed'],
  ])('a mastery score of 80 is %s', (_, calls, expected) => {
    expect(of('1.2', calls, { masteryScore: '80' })).toBe(expected);
  });

  it.each<[string, [string, string][], number | null]>([
    ['none', [], null],
    ['of 100', [['raw', '85']], 0.85],
    [
      'within bounds',
      [
        ['raw', '15'],
        ['min', '10'],
        ['max', '20'],
      ],
      0.5,
    ],
    [
      'with nonsense bounds',
      [
        ['raw', '50'],
        ['min', '20'],
        ['max', '20'],
      ],
      0.5,
    ],
    [
      'above its bounds',
      [
        ['raw', '30'],
        ['min', '10'],
        ['max', '20'],
      ],
      1,
    ],
    ['zero', [['raw', '0']], 0],
    [
      'emptied',
      [
        ['raw', '85'],
        ['raw', ''],
      ],
      null,
    ],
  ])('score %s', (_, score, scaled) => {
    expect(derive('1.2', ['init', ...score.map(([name, value]): [string, string] => [`cmi.core.score.${name}`, value])]).scaled).toBe(
      scaled,
    );
  });
});

describe('the result of a 2004 SCO', () => {
  const set = (element: string, value: string): Calls[number] => [`cmi.${element}`, value];

  it.each<[string, Calls, Partial<ManifestItem>, string]>([
    ['never opened', [], {}, 'not attempted, unknown'],
    ['silent, still open', ['init'], {}, 'unknown, unknown'],
    ['silent, ended', ['init', 'term'], {}, 'completed, unknown'],
    ['silent, left', ['open', 'leave'], {}, 'completed, unknown'],
    ['silent, suspended', ['init', set('exit', 'suspend'), 'term'], {}, 'unknown, unknown'],
    ['silent, but only the content may say', ['init', 'term'], { deliveryControls: { completionSetByContent: true } }, 'unknown, unknown'],
    ['what it says', ['init', set('completion_status', 'incomplete'), set('success_status', 'failed'), 'term'], {}, 'incomplete, failed'],
    [
      'what it says at best',
      ['init', set('success_status', 'passed'), 'term', 'init', set('success_status', 'failed')],
      {},
      'unknown, passed',
    ],
    [
      'threshold reached',
      ['init', set('progress_measure', '0.8'), set('completion_status', 'incomplete')],
      { completionThreshold: '0.8' },
      'completed, unknown',
    ],
    [
      'threshold missed',
      ['init', set('progress_measure', '0.7'), set('completion_status', 'completed')],
      { completionThreshold: '0.8' },
      'incomplete, unknown',
    ],
    ['threshold without a measure', ['init', set('completion_status', 'completed')], { completionThreshold: '0.8' }, 'completed, unknown'],
    [
      'passing score reached',
      ['init', set('score.scaled', '0.6'), set('success_status', 'failed')],
      { scaledPassingScore: '0.6' },
      'unknown, passed',
    ],
    [
      'passing score missed',
      ['init', set('score.scaled', '0.59'), set('success_status', 'passed')],
      { scaledPassingScore: '0.6' },
      'unknown, failed',
    ],
    ['passing score without a score', ['init', set('success_status', 'passed')], { scaledPassingScore: '0.6' }, 'unknown, passed'],
  ])('%s', (_, calls, item, expected) => {
    expect(of('2004', calls, item)).toBe(expected);
  });

  it('score, progress and time', () => {
    expect(
      derive('2004', ['init', set('score.scaled', '-0.5'), set('progress_measure', '0.25'), set('session_time', 'PT1M')]),
    ).toMatchObject({
      scaled: -0.5,
      progress: 0.25,
      seconds: 60,
    });
    const raw = derive('2004', [
      'init',
      set('score.raw', '3'),
      set('score.min', '0'),
      set('score.max', '4'),
      set('completion_status', 'completed'),
    ]);
    expect(raw).toMatchObject({ scaled: 0.75, progress: 1 });
    expect(derive('2004', ['init', set('score.raw', '3')]).scaled).toBeNull();
  });

  it('an asset is done by being opened', () => {
    expect([of('2004', [], { kind: 'asset' }), of('2004', ['open'], { kind: 'asset' })]).toEqual([
      'not attempted, unknown',
      'completed, unknown',
    ]);
  });

  it('is never behind what was stored', () => {
    const previous: ScoResult = { completion: 'completed', success: 'passed', scaled: 0.9, progress: 1, seconds: 100 };
    const calls: Calls = ['init', set('success_status', 'failed'), set('score.scaled', '0.1'), set('session_time', 'PT5S')];
    expect(derive('2004', calls, {}, previous)).toEqual(previous);
  });
});

describe('the result of a course', () => {
  const result = (
    completion: ScoResult['completion'],
    success: ScoResult['success'] = 'unknown',
    scaled: number | null = null,
  ): ScoResult => ({
    completion,
    success,
    scaled,
    progress: completion === 'completed' ? 1 : 0,
    seconds: 10,
  });
  const items = (count: number) => Array.from({ length: count }, (_, at) => aSco({ identifier: `I${at}` }));
  const course = (results: ScoResult[], options?: Parameters<typeof rollUpCourse>[3]) =>
    rollUpCourse('1.2', items(results.length), Object.fromEntries(results.map((one, at) => [`I${at}`, one])), options);

  it.each<[ScoResult[], string]>([
    [[result('not attempted'), result('not attempted')], 'not attempted, unknown'],
    [[result('completed'), result('not attempted')], 'incomplete, unknown'],
    [[result('completed'), result('incomplete')], 'incomplete, unknown'],
    [[result('completed'), result('completed')], 'completed, unknown'],
    [[result('completed'), result('completed', 'passed')], 'completed, passed'],
    [[result('completed', 'passed'), result('completed', 'failed')], 'completed, failed'],
    [[result('completed', 'passed'), result('incomplete')], 'incomplete, unknown'],
    [[result('unknown', 'passed')], 'unknown, passed'],
    [[], 'unknown, unknown'],
  ])('is the worst of its SCOs: %#', (results, expected) => {
    const { completion, success } = course(results);
    expect(`${completion}, ${success}`).toBe(expected);
  });

  it('has their mean score, mean progress and summed time', () => {
    const results = [result('completed', 'passed', 0.9), result('completed', 'unknown', 0.5), result('incomplete')];
    expect(course(results)).toMatchObject({ scaled: 0.7, seconds: 30, progress: 2 / 3 });
    expect(course([result('completed')]).scaled).toBeNull();
  });

  it('never goes backwards', () => {
    const previous = course([result('completed', 'passed', 0.8)]);
    expect(course([result('incomplete', 'failed', 0.2)], { previous })).toEqual({ ...previous, seconds: 10 });
  });

  it('asks only for what a learner can open', () => {
    const open = aSco({ identifier: 'open' });
    const others = [
      aSco({ identifier: 'hidden', visible: false }),
      aSco({ identifier: 'untracked', deliveryControls: { tracked: false } }),
      { ...aSco({ identifier: 'cluster', kind: 'cluster', children: [aSco({ identifier: 'inner' })] }), launch: undefined },
    ];
    const done = { open: result('completed') };
    expect(rollUpCourse('2004', [open, ...others.slice(0, 2)] as ManifestItem[], done).completion).toBe('completed');
    expect(rollUpCourse('2004', [open, ...others] as ManifestItem[], done).completion).toBe('incomplete');
    expect(rollUpCourse('2004', [open, ...others] as ManifestItem[], { ...done, inner: result('completed') }).completion).toBe('completed');
    const hidden = [aSco({ identifier: 'hidden', visible: false })];
    expect(rollUpCourse('1.2', hidden, { hidden: result('completed') }).completion).toBe('completed');
  });

  it.each<[ScormVersion, string]>([
    ['1.2', 'completed'],
    ['2004', 'incomplete'],
  ])('assets beside SCOs in %s leave it %s until they are opened', (version, completion) => {
    const both = [aSco(), aSco({ identifier: 'A', kind: 'asset' })];
    expect(rollUpCourse(version, both, { I1: result('completed') }).completion).toBe(completion);
  });

  it('of assets alone is made of them', () => {
    const assets = ['A', 'B'].map((identifier) => aSco({ identifier, kind: 'asset' }));
    expect(rollUpCourse('1.2', assets, { A: result('completed') })).toMatchObject({ completion: 'incomplete', progress: 0.5 });
    expect(rollUpCourse('1.2', assets, { A: result('completed'), B: result('completed') }).completion).toBe('completed');
  });

  it('latching is idempotent and monotone', () => {
    const any = fc.record({
      completion: fc.constantFrom<ScoResult['completion']>('completed', 'incomplete', 'not attempted', 'unknown'),
      success: fc.constantFrom<ScoResult['success']>('passed', 'failed', 'unknown'),
      scaled: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
      progress: fc.double({ min: 0, max: 1, noNaN: true }),
      seconds: fc.nat(),
    });
    fc.assert(
      fc.property(any, any, (before, next) => {
        const after = latch(before, next);
        expect(latch(after, next)).toEqual(after);
        if (before.completion === 'completed') expect(after.completion).toBe('completed');
        if (before.success === 'passed') expect(after.success).toBe('passed');
        expect(after.scaled ?? -2).toBeGreaterThanOrEqual(before.scaled ?? -2);
        expect(after.progress).toBeGreaterThanOrEqual(before.progress);
      }),
    );
  });
});
