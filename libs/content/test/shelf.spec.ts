import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import type { ObjectStorage } from '@aula/platform';
import { ShelfService } from '../src/attempt/shelf.service.js';

const half = 512 * 1_024;

/** A shelf before a storage that notes what is read, and holds each reading until `arrive`. */
const aShelf = (sizeOf: (key: string) => number | undefined = () => half) => {
  const read: string[] = [];
  let arrive: () => void = () => undefined;
  let held = Promise.resolve();
  const storage = {
    get: async (key: string) => {
      read.push(key);
      await held;
      const size = sizeOf(key);
      return size === undefined ? undefined : { size, body: Readable.from([Buffer.alloc(size, key)]) };
    },
  };
  const hold = (): void => void (held = new Promise((resolve) => (arrive = resolve)));
  return { shelf: new ShelfService(storage as unknown as ObjectStorage), read, hold, arrive: () => arrive() };
};

it('takes what is small', () => {
  const { shelf } = aShelf();
  expect([shelf.takes(0), shelf.takes(half), shelf.takes(half + 1)]).toEqual([true, true, false]);
});

it('reads once for all who ask meanwhile, and not at all afterwards', async () => {
  const { shelf, read, hold, arrive } = aShelf();
  hold();
  const asked = [shelf.get('a'), shelf.get('a'), shelf.get('b')];
  expect(shelf.there('a')).toBeUndefined();
  arrive();
  const [first, second] = await Promise.all(asked);
  expect(second).toBe(first);
  expect(await shelf.get('a')).toBe(first);
  expect(shelf.there('a')).toBe(first);
  expect(read).toEqual(['a', 'b']);
});

it('keeps neither what is not there nor a reading that failed', async () => {
  let broken = true;
  const { shelf, read } = aShelf((key) => {
    if (key === 'broken' && broken) throw new Error('away');
    return key === 'missing' ? undefined : 1;
  });
  const failed = await Promise.allSettled([shelf.get('broken'), shelf.get('broken')]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect((await shelf.get('broken'))?.length).toBe(1);
  expect([await shelf.get('missing'), await shelf.get('missing')]).toEqual([undefined, undefined]);
  expect(read).toEqual(['broken', 'broken', 'missing', 'missing']);
});

it('holds 64 MB, and what was used longest ago goes first', async () => {
  const { shelf } = aShelf();
  const keys = Array.from({ length: 128 }, (_, at) => `k${at}`);
  for (const key of keys) await shelf.get(key);
  const there = (): string[] => keys.filter((key) => shelf.there(key) !== undefined);
  expect(there()).toEqual(keys); // which used each again, in this order
  shelf.there('k0');
  await shelf.get('one more');
  expect(there()).toEqual(keys.filter((key) => key !== 'k1'));
});
