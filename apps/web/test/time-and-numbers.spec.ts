import { describe, expect, it } from '@jest/globals';
import { bytes, percent, readNumber } from '../src/lib/number.js';
import { clockText, fromNow, instantAt, instantText, wallAt } from '../src/lib/time.js';

describe('times with their zone', () => {
  it('names the zone of a deadline', () => {
    expect(instantText('2026-12-01T04:59:00Z', 'en', 'America/Bogota')).toContain('GMT-5');
    expect(instantText('2026-12-01T04:59:00Z', 'es', 'America/Bogota')).toMatch(/^30 nov 2026, 23:59.*\(Bogota\)$/);
    expect(instantText('2026-12-01T04:59:00Z', 'pt', 'UTC')).toContain('UTC');
  });

  it('reads a wall clock in its zone', () => {
    expect(instantAt('2026-11-30T23:59', 'America/Bogota')).toBe('2026-12-01T04:59:00.000Z');
    expect(instantAt('2026-07-01T12:00', 'America/New_York')).toBe('2026-07-01T16:00:00.000Z');
    expect(instantAt('2026-01-01T12:00', 'America/New_York')).toBe('2026-01-01T17:00:00.000Z');
    expect(instantAt('', 'America/Lima')).toBeUndefined();
  });

  it('reads a time that clocks skip with the offset before, one that comes twice as the first', () => {
    expect(instantAt('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(instantAt('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it.each(['America/Lima', 'America/Santiago', 'Asia/Kolkata', 'UTC'])('shows and reads the same time in %s', (zone) => {
    const instant = Date.parse('2026-05-17T08:41:00Z');
    expect(instantAt(wallAt(instant, zone), zone)).toBe(new Date(instant).toISOString());
  });

  it('tells the distance by its largest unit', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(fromNow('2026-01-04T01:00:00Z', now, 'en')).toBe('in 3 days');
    expect(fromNow('2025-12-31T22:00:00Z', now, 'es')).toBe('hace 2 horas');
    expect(fromNow('2026-01-01T00:05:00Z', now, 'fr')).toBe('dans 5 minutes');
  });

  it.each([
    [3_725, '1:02:05'],
    [59.2, '1:00'],
    [5, '0:05'],
    [-3, '0:00'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});

describe('numbers', () => {
  it.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    [' -3 ', -3],
    ['1 000', 1000],
    ['.5', 0.5],
    ['1.2.3', undefined],
    ['doce', undefined],
    ['', undefined],
    ['1,000.5', undefined],
  ])('reads %p', (typed, value) => {
    expect(readNumber(typed)).toBe(value);
  });

  it('never says 100 % before everything is done', () => {
    expect(percent(0.999, 'en')).toBe('99%');
    expect(percent(1, 'en')).toBe('100%');
  });

  it('writes sizes as people do', () => {
    expect(bytes(48_211_034, 'en')).toBe('48.2 MB');
    expect(bytes(0, 'en')).toBe('0 byte');
  });
});
