import { describe, expect, it } from '@jest/globals';
import { suppress } from '../src/numbers/suppression.entity.js';

describe('numbers that everybody may know', () => {
  it('shows what is five or more', () => {
    expect(suppress([5, 20, 75], 100)).toEqual({ parts: [5, 20, 75], total: 100 });
  });
  it('hides a small part and the next one, so that the total does not tell it', () => {
    expect(suppress([40, 3, 57], 100)).toEqual({ parts: [null, null, 57], total: 100 });
  });
  it('hides none as well: that nobody did is said of each', () => {
    expect(suppress([0, 30, 70], 100)).toEqual({ parts: [null, null, 70], total: 100 });
  });
  it('needs no further part where the small ones hide one another', () => {
    expect(suppress([4, 3, 93], 100)).toEqual({ parts: [null, null, 93], total: 100 });
  });
  it('hides more where the small ones together are fewer than five', () => {
    expect(suppress([1, 1, 8, 90], 100)).toEqual({ parts: [null, null, null, 90], total: 100 });
  });
  it('hides a total below five with all its parts', () => {
    expect(suppress([1, 3], 4)).toEqual({ parts: [null, null], total: null });
    expect(suppress([], 4).total).toBeNull();
  });
  it('hides everything where nothing is left to hide behind', () => {
    expect(suppress([4, 6], 10)).toEqual({ parts: [null, null], total: 10 });
    expect(suppress([1, 1, 1, 1, 1], 5)).toEqual({ parts: [null, null, null, null, null], total: 5 });
  });
  it('never tells a small number, nor what subtraction would make one', () => {
    let seed = 20_261_201;
    const next = (most: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
    for (let round = 0; round < 2_000; round++) {
      const parts = Array.from({ length: 1 + next(8) }, () => next([6, 12, 200][next(3)]!));
      const total = parts.reduce((sum, each) => sum + each, 0);
      const told = suppress(parts, total);
      const hidden = parts.filter((_, place) => told.parts[place] === null);
      const rest = hidden.reduce((sum, each) => sum + each, 0);
      expect(told.parts.filter((each) => each !== null && each < 5)).toEqual([]);
      if (told.total !== null && hidden.length > 0) expect(hidden.length > 1 && rest >= 5).toBe(true);
    }
  });
});
