import { expect, it } from '@jest/globals';
import { EditionCreate, Instant } from '../src/index.js';

it.each(['2026-02-28T23:59:59.999999Z', '1900-01-01T00:00:00+14:00', '2999-12-31T23:59:59-12:00', '2026-01-02T03:04:05-03:30'])(
  'an instant may be %s',
  (text) => expect(Instant.safeParse(text).success).toBe(true),
);

it.each([
  '0000-01-01T00:00:00Z',
  '1899-12-31T23:59:59Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2026-01-01T00:00:00+23:59',
  '2026-02-30T00:00:00Z',
  '2026-01-01T00:00:00',
])('but not %s, which no database would keep', (text) => expect(Instant.safeParse(text).success).toBe(false));

it('the capacity of an edition is a number that the database can count to', () => {
  const edition = { courseVersionId: '01a20afd-3c48-797e-bd10-3db44117edd7', title: 'x y', mode: 'virtual', timeZone: 'UTC' };
  const times = { opensAt: '2026-01-01T00:00:00Z', closesAt: '2027-01-01T00:00:00Z' };
  const takes = (capacity: number): boolean => EditionCreate.safeParse({ ...edition, ...times, capacity }).success;
  expect([takes(1), takes(10_000_000), takes(2 ** 31), takes(0)]).toEqual([true, true, false, false]);
});
