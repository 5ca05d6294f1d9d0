import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DiskStorage, ObjectStorage, S3Storage, SystemRandom, doorLimits, openPool, removeAll } from '@aula/platform';
import { S3StandIn, cloneDatabase, testSettings } from '@aula/testing';

const database = await cloneDatabase();
const pool = openPool(testSettings(database.url), 'content', doorLimits);
const folder = mkdtempSync(path.join(tmpdir(), 'aula-objects-'));
const s3 = new S3StandIn('secret of the stand-in');
const endpoint = await s3.listen();
const settings = {
  bucket: 'aula',
  region: 'us-east-1',
  endpoint,
  accessKeyId: 'key',
  secretAccessKey: 'secret of the stand-in',
  forcePathStyle: true,
};
afterAll(async () => {
  await s3.close();
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const adapters: [string, ObjectStorage][] = [
  ['disk', new DiskStorage(folder, pool, new SystemRandom())],
  ['S3', new S3Storage(settings)],
];

/** One contract, both adapters. */
describe.each(adapters)('%s', (_, storage) => {
  const read = async (key: string, range?: { start: number; end?: number }): Promise<Buffer | undefined> => {
    const got = await storage.get(key, range);
    return got && buffer(got.body);
  };
  it('gives back what was put, under any key', async () => {
    const body = randomBytes(70_000);
    await storage.put('paquetes/año nuevo/ñ + %20.bin', body, 'image/png');
    expect(await read('paquetes/año nuevo/ñ + %20.bin')).toEqual(body);
    expect(await storage.head('paquetes/año nuevo/ñ + %20.bin')).toMatchObject({ size: 70_000, contentType: 'image/png' });
  });
  it('takes a stream of unknown length, larger than one part', async () => {
    const parts = Array.from({ length: 12 }, () => randomBytes(1_048_576));
    await storage.put('large', Readable.from(parts), 'video/mp4');
    expect((await read('large'))?.equals(Buffer.concat(parts))).toBe(true);
  });
  it('reads ranges', async () => {
    await storage.put('range', Buffer.from('0123456789'), 'text/plain');
    expect(String(await read('range', { start: 2, end: 4 }))).toBe('234');
    expect(String(await read('range', { start: 7 }))).toBe('789');
  });
  it('replaces, copies, removes and says what is absent', async () => {
    await storage.put('a', Buffer.from('one'), 'text/plain');
    const first = (await storage.head('a'))!.etag;
    await storage.put('a', Buffer.from('two'), 'text/plain');
    expect((await storage.head('a'))!.etag).not.toBe(first);
    await storage.copy('a', 'b');
    expect(String(await read('b'))).toBe('two');
    await storage.remove(['a', 'never there']);
    expect(await storage.head('a')).toBeUndefined();
    expect(await storage.get('a')).toBeUndefined();
  });
  it('lists a prefix page by page, and removes it whole', async () => {
    await Promise.all(
      Array.from({ length: 25 }, (__, index) => storage.put(`list/${String(index).padStart(2, '0')}`, Buffer.from('x'), 'text/plain')),
    );
    const first = await storage.list('list/', undefined, 10);
    const second = await storage.list('list/', first.at(-1), 10);
    expect([...first, ...second]).toEqual(Array.from({ length: 20 }, (__, index) => `list/${String(index).padStart(2, '0')}`));
    await removeAll(storage, 'list/');
    expect(await storage.list('list/')).toEqual([]);
  });
  it('keeps nothing of a stream that fails', async () => {
    const failing = Readable.from(
      (function* () {
        yield Buffer.alloc(100_000);
        throw new Error('the line broke');
      })(),
    );
    await expect(storage.put('broken', failing, 'text/plain')).rejects.toThrow('the line broke');
    expect(await storage.head('broken')).toBeUndefined();
  });
});
it('removes from the disk what killed processes left half written', async () => {
  const incoming = path.join(folder, 'killed', 'incoming');
  mkdirSync(incoming, { recursive: true });
  for (const name of ['old', 'new']) writeFileSync(path.join(incoming, name), 'half');
  utimesSync(path.join(incoming, 'old'), new Date(), new Date(Date.now() - 7_200_000));
  await new DiskStorage(path.join(folder, 'killed'), pool, new SystemRandom()).put('whole', Buffer.from('x'), 'text/plain');
  expect(readdirSync(incoming)).toEqual(['new']);
});
it('lists on the disk what a process stored when it was killed, and shows it to nobody', async () => {
  const own = path.join(folder, 'forsaken');
  const killed = openPool(testSettings(database.url), 'content', doorLimits);
  const query = killed.query.bind(killed);
  let left = 1;
  Object.assign(killed, {
    query: (text: string, values: unknown[]) => (left-- > 0 ? query(text, values) : Promise.reject(new Error('killed'))),
  });
  await expect(new DiskStorage(own, killed, new SystemRandom()).put('forsaken/a', Buffer.from('x'), 'text/plain')).rejects.toThrow(
    'killed',
  );
  await killed.end();
  const storage = new DiskStorage(own, pool, new SystemRandom());
  const files = (): string[] =>
    readdirSync(own, { recursive: true, withFileTypes: true }).flatMap((each) => (each.isFile() ? [each.name] : []));
  expect(files()).toHaveLength(1);
  expect(await storage.list('forsaken/')).toEqual(['forsaken/a']);
  expect(await storage.get('forsaken/a')).toBeUndefined();
  await removeAll(storage, 'forsaken/');
  expect(files()).toEqual([]);
});
it('refuses a wrong secret', async () => {
  const stranger = new S3Storage({ ...settings, secretAccessKey: 'guessed' });
  await expect(stranger.put('x', Buffer.from('x'), 'text/plain')).rejects.toThrow();
});
it('waits for no store that takes a request and never answers it', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const storage = new S3Storage({ ...settings, endpoint: `http://127.0.0.1:${port}` });
  const before = performance.now();
  await expect(storage.head('x')).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }));
  await expect(storage.get('x')).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }));
  expect(performance.now() - before).toBeLessThan(12_000); // three tries of a second each, twice
  silent.closeAllConnections();
  silent.close();
}, 20_000);
