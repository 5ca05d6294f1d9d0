import { describe, expect, it } from '@jest/globals';
import { dayIn, shifted, weeksOf } from '../src/features/calendar/month.js';

describe('a month of the calendar', () => {
  it('is whole weeks from Monday to Sunday', () => {
    const february = weeksOf('2027-02');
    expect(february).toHaveLength(4);
    expect([february[0]![0], february[3]![6]]).toEqual(['2027-02-01', '2027-02-28']);
    const august = weeksOf('2027-08');
    expect(august).toHaveLength(6);
    expect([august[0]![0], august[5]![6]]).toEqual(['2027-07-26', '2027-09-05']);
  });

  it('goes over the year’s end', () => {
    expect([shifted('2026-12', 1), shifted('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
  });

  it('puts a moment on the day that the reader’s clock shows', () => {
    expect(dayIn('2027-03-01T02:30:00Z', 'America/Bogota')).toBe('2027-02-28');
    expect(dayIn('2027-03-01T02:30:00Z', 'UTC')).toBe('2027-03-01');
  });
});
