import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDurations, addTimespans, formatDuration, formatTimespan, parseDuration, parseTimespan } from '../src/index.js';

const hundredths = fc.integer({ min: 0, max: 3_599_999_999 }).map((whole) => whole / 100);

describe('CMITimespan (1.2)', () => {
  it.each([
    ['0000:00:00.00', 0],
    ['00:01:30', 90],
    ['0001:02:03.4', 3723.4],
    ['0000:05:03.12', 303.12],
    ['12345:00:00', 44_442_000],
    ['1:02:03', 3723],
    ['0:5:3', undefined],
    ['00:01', undefined],
    ['00:00:00.123', undefined],
    ['-1:00:00', undefined],
    ['PT1M', undefined],
    ['', undefined],
  ])('%j is %s seconds', (text, seconds) => {
    expect(parseTimespan(text)).toBe(seconds);
  });

  it.each([
    [0, '0000:00:00.00'],
    [3723.4, '0001:02:03.40'],
    [59.999, '0000:01:00.00'],
    [-5, '0000:00:00.00'],
    [Number.NaN, '0000:00:00.00'],
    [1e12, '9999:59:59.99'],
  ])('%s seconds are written %s', (seconds, text) => {
    expect(formatTimespan(seconds)).toBe(text);
  });

  it('is read back as it was written', () => {
    fc.assert(fc.property(hundredths, (seconds) => expect(parseTimespan(formatTimespan(seconds))).toBe(seconds)));
  });

  it('adds up; what cannot be read counts nothing', () => {
    expect([addTimespans('00:59:59.99', '00:00:00.01'), addTimespans('rubbish', '00:00:01')]).toEqual(['0001:00:00.00', '0000:00:01.00']);
  });
});

describe('duration (2004)', () => {
  it.each([
    ['PT0S', 0],
    ['PT1H2M3.04S', 3723.04],
    ['PT90M', 5400],
    ['P1DT1S', 86_401],
    ['P1Y1M1D', 365 * 86_400 + 30 * 86_400 + 86_400],
    ['P5Y6M4DT12H30M58.55S', 5 * 31_536_000 + 6 * 2_592_000 + 4 * 86_400 + 45_058.55],
    ['P', undefined],
    ['PT', undefined],
    ['P1DT', undefined],
    ['PT1.234S', undefined],
    ['PT1S1M', undefined],
    ['1H', undefined],
    ['-PT1S', undefined],
    ['', undefined],
  ])('%j is %s seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    [0, 'PT0S'],
    [3600, 'PT1H'],
    [3723.04, 'PT1H2M3.04S'],
    [0.5, 'PT0.5S'],
    [90_000, 'PT25H'],
  ])('%s seconds are written %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('is read back as it was written', () => {
    fc.assert(fc.property(hundredths, (seconds) => expect(parseDuration(formatDuration(seconds))).toBe(seconds)));
  });

  it('adds up without drifting', () => {
    const tenTimes = Array.from({ length: 10 }, () => 'PT0.1S').reduce(addDurations, 'PT0S');
    expect([tenTimes, addDurations('PT59M59S', 'PT1S'), addDurations('rubbish', 'PT1S')]).toEqual(['PT1S', 'PT1H', 'PT1S']);
  });
});
