import { expect, it } from '@jest/globals';
import { GroupCommit } from '@aula/platform';

const withCode = (code: string): Error => Object.assign(new Error('bad row'), { code });

it.each([
  ['a value of the wrong form', withCode('22P02')],
  ['a row that is too large for its index', withCode('54000')],
  ['a mistake of ours', new TypeError('cannot read properties of undefined')],
])('rejects the bad item alone and commits the others: %s', async (_, error) => {
  const written: number[] = [];
  const group = new GroupCommit<number, number>((items) => {
    if (items.includes(7)) return Promise.reject(error);
    written.push(...items);
    return Promise.resolve(items.map((item) => item * 2));
  });
  const results = await Promise.allSettled(Array.from({ length: 300 }, (_, item) => group.add(item)));
  expect(results.filter((result) => result.status === 'rejected').map((_, index) => index)).toHaveLength(1);
  expect(results[7]).toMatchObject({ status: 'rejected' });
  expect(results[8]).toMatchObject({ status: 'fulfilled', value: 16 });
  expect(written).toHaveLength(299);
});
it('writes what came together as one batch, the next while it waits', async () => {
  const sizes: number[] = [];
  let begun = (): void => undefined;
  let release = (): void => undefined;
  const writing = new Promise<void>((resolve) => (begun = resolve));
  const held = new Promise<void>((resolve) => (release = resolve));
  const group = new GroupCommit<number, number>(async (items) => {
    sizes.push(items.length);
    begun();
    await held;
    return items;
  });
  const first = group.add(1);
  await writing;
  const others = Array.from({ length: 40 }, (_, item) => group.add(item));
  release();
  await Promise.all([first, ...others]);
  expect(sizes).toEqual([1, 40]);
});
it('repeats a deadlocked batch, rejects all when the connection is lost, and says busy when too many wait', async () => {
  let failures = 1;
  const deadlocked = new GroupCommit<number, number>((items) =>
    failures-- > 0 ? Promise.reject(Object.assign(new Error('deadlock'), { code: '40P01' })) : Promise.resolve(items),
  );
  await expect(deadlocked.add(5)).resolves.toBe(5);
  const lost = new GroupCommit<number, number>(() => Promise.reject(new Error('Connection terminated')));
  const results = await Promise.allSettled([lost.add(1), lost.add(2)]);
  expect(results.every((result) => result.status === 'rejected')).toBe(true);
  const full = new GroupCommit<number, number>(() => new Promise(() => undefined), { batch: 1, waiting: 2, inFlight: 1 });
  void full.add(1);
  void full.add(2);
  await expect(full.add(3)).rejects.toMatchObject({ code: 'busy' });
});
