import { describe, expect, it } from '@jest/globals';
import { backoff } from '../../src/player/backoff.js';

describe('backoff', () => {
  it('doubles from a second to a minute and spreads by chance', () => {
    expect([1, 2, 3, 7, 40].map((failures) => backoff(failures, 0.999_999))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
    expect(backoff(1, 0)).toBe(500);
  });
});
