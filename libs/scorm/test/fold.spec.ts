import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginLease, emptyState, foldRecords, totalSeconds, type CmiState, type RuntimeRecord } from '../src/index.js';
import { records } from './builders.js';

const sco = (state: CmiState, id = 'I1') => {
  const found = state.scos[id];
  if (!found) throw new Error(`nothing of ${id}`);
  return found;
};
const fold = (calls: Parameters<typeof records>[0], state = emptyState()) =>
  foldRecords(state, records(calls, { from: state.lastSeq + 1 }));

describe('the fold', () => {
  it('keeps what was set, as strings, by SCO', () => {
    const state = foldRecords(emptyState(), [
      ...records(['init', ['cmi.core.lesson_location', '7'], ['cmi.core.score.raw', '0'], ['cmi.suspend_data', '']]),
      ...records(['init', ['cmi.core.lesson_location', '1'], ['cmi.core.lesson_location', '2']], { scoId: 'I2', from: 5 }),
    ]);
    expect(state.lastSeq).toBe(7);
    expect(sco(state).elements).toEqual({ 'cmi.core.lesson_location': '7', 'cmi.core.score.raw': '0', 'cmi.suspend_data': '' });
    expect(sco(state, 'I2').elements).toEqual({ 'cmi.core.lesson_location': '2' });
  });

  it('refused values do not count', () => {
    const state = fold([
      'init',
      ['cmi.location', 'a'],
      ['cmi.location', 'x'.repeat(2000), 406],
      ['cmi.completion_status', 'Completed', 406],
    ]);
    expect(sco(state)).toMatchObject({ elements: { 'cmi.location': 'a' }, latched: { completed: false } });
    const byResult = { seq: 5, kind: 'set', scoId: 'I1', element: 'cmi.location', value: 'b', result: 'false' } as const;
    expect(sco(foldRecords(state, [byResult])).elements).toEqual({ 'cmi.location': 'a' });
  });

  it('a client that says it accepted what the data model refuses is not believed', () => {
    const state = fold([
      'init',
      ['cmi.score.scaled', '0.4'],
      ['cmi.score.scaled', '4'],
      ['cmi.completion_status', 'Completed'],
      ['cmi.success_status', 'excellent'],
      ['cmi.progress_measure', '100'],
      ['cmi.exit', 'later'],
    ]);
    expect(sco(state).elements).toEqual({ 'cmi.score.scaled': '0.4' });
  });

  it('only data model elements are kept, and no name reaches into JavaScript', () => {
    const names = [
      'cmi.__proto__.x',
      '__proto__',
      'cmi.constructor.y',
      'toString',
      'cmi',
      'cmi..x',
      'cmi.a-b',
      'document.title',
      'adl.data.0.store',
    ];
    const state = fold(['init', ...names.map((name): [string, string] => [name, 'v'])]);
    expect(sco(state).elements).toEqual({ 'adl.data.0.store': 'v' });
    const odd = foldRecords(emptyState(), records([['cmi.location', '1']], { scoId: '__proto__' }));
    expect(Object.keys(odd.scos)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['elements']).toBeUndefined();
  });

  it('snapshots, navigation requests and refused calls move the place but change nothing', () => {
    const before = fold(['init', ['cmi.location', 'a']]);
    const after = foldRecords(before, [
      { seq: 3, kind: 'snap', scoId: 'I1', value: '{"cmi":{"location":"b"}}' },
      { seq: 4, kind: 'nav', scoId: 'I1', element: 'continue' },
      { seq: 5, kind: 'term', scoId: 'I1', result: 'false', errorCode: 391 },
    ]);
    expect(after).toEqual({ ...before, lastSeq: 5 });
  });

  it('stops at a gap and goes on when it is filled', () => {
    const all = records(['init', ['cmi.location', 'a'], ['cmi.location', 'b'], ['cmi.location', 'c']]);
    const gapped = foldRecords(
      emptyState(),
      all.filter(({ seq }) => seq !== 3),
    );
    expect([gapped.lastSeq, sco(gapped).elements['cmi.location']]).toEqual([2, 'a']);
    expect(foldRecords(gapped, all)).toEqual(foldRecords(emptyState(), all));
  });

  it('a new lease counts from one again', () => {
    const first = fold(['init', ['cmi.location', 'a']]);
    const second = foldRecords(beginLease(first), records(['init', ['cmi.location', 'b']]));
    expect([second.lastSeq, sco(second).elements['cmi.location'], sco(second).visits]).toEqual([2, 'b', 2]);
  });
});

describe('visits', () => {
  const visit = (calls: Parameters<typeof records>[0]) => {
    const { visit: how, visits } = sco(fold(calls));
    return [how, visits];
  };

  it('are known by the calls of the content or by the player', () => {
    expect(visit(['init'])).toEqual(['running', 1]);
    expect(visit(['open'])).toEqual(['open', 1]);
    expect(visit(['open', 'init', 'term', 'leave'])).toEqual(['terminated', 1]);
    expect(visit(['open', 'leave'])).toEqual(['left', 1]);
    expect(visit(['open', 'init', 'leave'])).toEqual(['left', 1]);
    expect(visit(['open', 'init', 'leave', 'term'])).toEqual(['terminated', 1]);
    expect(visit(['open', 'init', 'open', 'init', 'term', 'open'])).toEqual(['open', 3]);
    expect(visit(['init', 'init'])).toEqual(['running', 2]);
  });

  it('each begin without the last exit, session time and navigation request', () => {
    const ended = fold(['init', ['cmi.exit', 'suspend'], ['cmi.session_time', 'PT10S'], ['adl.nav.request', 'continue'], 'term']);
    expect(Object.keys(sco(ended).elements)).toEqual(['cmi.exit', 'cmi.session_time', 'adl.nav.request']);
    expect(sco(fold(['init'], ended)).elements).toEqual({});
  });

  it.each([
    ['cmi.core.session_time', '00:00:10.25'],
    ['cmi.session_time', 'PT10.25S'],
  ])('add up %s, whether they ended well or not', (element, value) => {
    const terminated = fold(['open', 'init', [element, '00:00:01'], [element, value], 'term']);
    expect(totalSeconds(sco(terminated))).toBe(10.25);
    const crashed = fold(['open', 'init', [element, value]], terminated);
    expect(totalSeconds(sco(crashed))).toBe(20.5);
    const again = fold(['open', 'init'], crashed);
    expect(totalSeconds(sco(again))).toBe(20.5);
    expect(totalSeconds(sco(fold([[element, 'rubbish']], again)))).toBe(20.5);
  });
});

describe('properties', () => {
  const element = fc.constantFrom(
    'cmi.core.lesson_status',
    'cmi.completion_status',
    'cmi.success_status',
    'cmi.location',
    'cmi.core.session_time',
    'cmi.exit',
    'cmi.interactions.0.id',
  );
  const value = fc.constantFrom('completed', 'incomplete', 'passed', 'failed', 'unknown', '', '0', '00:00:01', 'suspend');
  const set = fc.record({ kind: fc.constant('set' as const), element, value, errorCode: fc.constantFrom(0, 0, 0, 351, null) });
  const nav = fc.record({ kind: fc.constant('nav' as const), element: fc.constantFrom('open', 'leave', 'other') });
  const plain = fc.record({ kind: fc.constantFrom('init' as const, 'term' as const, 'snap' as const) });
  const scoId = fc.constantFrom('I1', 'I2', '__proto__');
  const log = fc
    .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: set }, nav, plain), scoId), { maxLength: 60 })
    .map((made) => made.map(([record, id], at): RuntimeRecord => ({ seq: at + 1, scoId: id, ...record })));

  it('folding again changes nothing', () => {
    fc.assert(
      fc.property(log, (all) => {
        const once = foldRecords(emptyState(), all);
        expect(once.lastSeq).toBe(all.length);
        expect(foldRecords(once, all)).toEqual(once);
      }),
    );
  });

  it('order, repetition and how the log is cut do not matter, and the argument stays as it was', () => {
    const cut = fc.tuple(log, fc.nat(60), fc.array(fc.nat(60))).chain(([all, at, again]) => {
      const extra = again.flatMap((index) => all[index] ?? []);
      return fc.tuple(fc.constant(all), fc.constant(at), fc.shuffledSubarray([...all, ...extra], { minLength: all.length + extra.length }));
    });
    fc.assert(
      fc.property(cut, ([all, at, shuffled]) => {
        const whole = foldRecords(emptyState(), all);
        expect(foldRecords(emptyState(), shuffled)).toEqual(whole);
        const first = foldRecords(emptyState(), all.slice(0, at));
        const copy = structuredClone(first);
        expect(foldRecords(first, all.slice(Math.max(0, at - 3)))).toEqual(whole);
        expect(first).toEqual(copy);
      }),
    );
  });

  it('completed and passed never go backwards, and time neither', () => {
    fc.assert(
      fc.property(log, (all) => {
        let state = emptyState();
        for (const record of all) {
          const next = foldRecords(state, [record]);
          for (const [id, before] of Object.entries(state.scos)) {
            const after = sco(next, id);
            expect(Number(after.latched.completed)).toBeGreaterThanOrEqual(Number(before.latched.completed));
            expect(Number(after.latched.passed)).toBeGreaterThanOrEqual(Number(before.latched.passed));
            expect(after.earlierSeconds).toBeGreaterThanOrEqual(before.earlierSeconds);
            expect(after.visits).toBeGreaterThanOrEqual(before.visits);
          }
          state = next;
        }
      }),
    );
  });

  it('the state survives JSON', () => {
    fc.assert(
      fc.property(log, (all) => {
        const state = foldRecords(emptyState(), all);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
