import { describe, expect, it } from '@jest/globals';
import { firstToOpen, madeWhole, needsBase, whereabouts, type RuntimeRecord } from '../src/index.js';

const nav = (element: string, value: string, scoId = 'a'): RuntimeRecord => ({ seq: 1, kind: 'nav', scoId, element, value });

describe('where the learner is', () => {
  it.each([
    [[nav('open', 'sco', 'b')], { open: 'b', gone: false }],
    [[nav('open', 'sco', 'b'), nav('leave', 'continue', 'b')], { open: 'b', gone: false }],
    [[nav('suspend', 'suspendAll')], { open: 'a', gone: true }],
    [[nav('suspend', 'closed')], { open: 'a', gone: true }],
    [[nav('leave', 'exit')], { open: null, gone: true }],
    [[nav('leave', 'exit'), nav('open', 'sco', 'c')], { open: 'c', gone: false }],
  ])('%j', (records, expected) => {
    expect(whereabouts('a', records)).toEqual(expected);
  });

  it('next time: what lies open, else what is unfinished, else the first', () => {
    const item = (identifier: string) => ({
      identifier,
      title: '',
      visible: true,
      kind: 'sco' as const,
      children: [],
      launch: { path: 'x', query: '', fragment: '' },
    });
    const played = { version: '1.2' as const, items: [item('a'), item('b')] };
    const done = { completion: 'completed' as const, success: 'unknown' as const, scaled: null, progress: 1, seconds: 0 };
    expect(firstToOpen(played, 'b', {})).toBe('b');
    expect(firstToOpen(played, 'gone', { a: done })).toBe('b');
    expect(firstToOpen(played, null, { a: done, b: done })).toBe('a');
    expect(firstToOpen({ ...played, version: '2004' }, 'b', { a: done })).toBe('b');
    expect([firstToOpen({ ...played, version: '2004' }, null, {}), firstToOpen({ ...played, version: '2004' }, null, { a: done })]).toEqual(
      ['a', null],
    );
    expect(firstToOpen({ ...played, items: [] }, null, {})).toBeNull();
  });
});

describe('suspend data in pieces', () => {
  const set = (scoId: string, value: string, cut?: [number, number]) => ({
    seq: 1,
    kind: 'set' as const,
    scoId,
    element: 'cmi.suspend_data',
    value,
    ...(cut && { cut }),
  });

  it('ask for what they were cut from, unless it comes with them', () => {
    const refused = { ...set('c', 'x', [1, 1]), result: 'false' };
    expect(needsBase([set('a', 'x', [1, 1]), set('b', 'x'), set('b', 'x', [1, 1]), refused])).toEqual(['a']);
  });

  it('become whole again, one after another', () => {
    const whole = madeWhole([set('a', 'B', [1, 2]), set('b', 'new'), set('a', 'X', [2, 0])], new Map([['a', '1234']]));
    expect(whole.map(({ value }) => value)).toEqual(['1B34', 'new', '1BX']);
  });
});
