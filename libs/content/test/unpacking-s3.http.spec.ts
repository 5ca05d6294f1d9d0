import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, it } from '@jest/globals';
import { ObjectStorage } from '@aula/platform';
import { S3StandIn, anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aPackageZip, aZip, errorsOf, settled } from './a-package.js';

const secretAccessKey = 'secret of the stand-in';
const store = new S3StandIn(secretAccessKey);
const s3 = {
  bucket: 'aula',
  region: 'us-east-1',
  endpoint: await store.listen(),
  accessKeyId: 'key',
  secretAccessKey,
  forcePathStyle: true,
};
const school = await house(ContentModule, { settings: { s3 } });
afterAll(() => store.close());
const author = school.as(anActor({ roles: ['instructor'] }));
const storage = school.app.get<ObjectStorage>(ObjectStorage);

it('reads a zip on S3 by ranges and writes its files there', async () => {
  const long = randomBytes(7_000_000);
  const zip = await aZip({ 'dentro.zip': await aPackageZip({ more: { 'media/long.bin': long, 'empty.txt': '' } }) });
  const found = await settled(school, author, zip);
  expect(found).toMatchObject({ state: 'ready', files: 5 });
  const [{ zip_key: zipKey } = { zip_key: '' }] = await school.sql<{ zip_key: string }>(
    'select zip_key from content.package where id = $1',
    [found.id],
  );
  const hashes = await school.sql<{ path: string; etag: string; storage_key: string }>(
    'select path, etag, storage_key from content.package_file where sha256 = $1',
    [found.sha256],
  );
  expect(await storage.list('')).toEqual([zipKey, ...hashes.map(({ storage_key: key }) => key)].sort());
  expect(hashes.every(({ storage_key: key, etag }) => key.startsWith(`pkg/${found.sha256}/`) && key.endsWith(`/${etag}`))).toBe(true);
  const written = await storage.get(hashes.find(({ path }) => path === 'media/long.bin')!.storage_key);
  expect((await buffer(written!.body)).equals(long)).toBe(true);
});

it('leaves nothing on S3 of a package that is refused', async () => {
  const before = await storage.list('');
  const zip = await aPackageZip({ more: { 'z.bin': randomBytes(500_000) } });
  zip.fill(0, 1_000, 1_400);
  const found = await settled(school, author, zip);
  expect(errorsOf(found)).toEqual(['archive-file-damaged']);
  expect(await storage.list('')).toEqual(before);
});

it('waits for a store that is down', async () => {
  const id = (
    await author.upload('/api/content/packages', { file: { name: 'a.zip', content: await aPackageZip() } }).expect<{ id: string }>(202)
  ).body.id;
  store.down = true;
  await school.settle(2);
  const [down] = await school.sql('select state, failed from content.package where id = $1', [id]);
  store.down = false;
  await school.settle();
  const [up] = await school.sql('select state from content.package where id = $1', [id]);
  expect([down, up]).toEqual([{ state: 'unpacking', failed: 2 }, { state: 'ready' }]);
});
