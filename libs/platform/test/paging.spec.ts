import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, sortValue } from '@aula/platform';

it('gives back the sort values of a cursor, whatever language they are in', () => {
  const id = randomUUID();
  const values = ['Ñandú '.repeat(40), '2026-01-02T03:04:05.678901+00:00', 7, 9_007_199_254_740_991, id] as const;
  const { text, instant, integer, bigint } = sortValue;
  expect(decodeCursor(encodeCursor(values), text, instant, integer, bigint, sortValue.id)).toEqual(values);
  expect(decodeCursor(undefined, sortValue.id)).toBeUndefined();
});

it.each<[string, string]>([
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('[').toString('base64url')],
  ['no list', Buffer.from('{"0":"x"}').toString('base64url')],
  ['nothing in it', encodeCursor([])],
  ['one value too many', encodeCursor([randomUUID(), 1])],
  ['a word for an id', encodeCursor(['x'])],
  ['a number for an id', encodeCursor([1])],
  ['null for an id', encodeCursor([null])],
])('refuses a cursor with %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, sortValue.id)).toThrow('cursor-invalid');
});

it.each([
  ['integer', 2_147_483_648],
  ['integer', 1.5],
  ['bigint', 1e300],
  ['instant', '2026-99-99T00:00:00Z'],
  ['instant', '0000-01-01T00:00:00Z'],
  ['text', 'a\u0000b'],
] as const)('refuses what the database would not take for %s: %j', (kind, value) => {
  expect(() => decodeCursor(encodeCursor([value]), sortValue[kind])).toThrow('cursor-invalid');
});
