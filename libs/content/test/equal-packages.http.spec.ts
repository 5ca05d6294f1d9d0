import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ObjectStorage } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aManifest, aPackageZip, aZip, errorsOf, rawZip, seen, settled, stored, uploaded } from './a-package.js';

const school = await house(ContentModule);
const author = school.as(anActor({ roles: ['instructor'] }));
const administrator = school.as(anActor({ roles: ['administrator'] }));

describe('equal bytes', () => {
  it('are kept and unpacked once, whether they come before or after the first is ready', async () => {
    const zip = await aPackageZip();
    const before = await stored(school);
    const first = await uploaded(author, zip, 'uno.zip');
    const second = await uploaded(administrator, zip, 'dos.zip');
    await school.settle();
    const third = await uploaded(author, zip, 'tres.zip');
    const all = await Promise.all([first, second, third].map((id) => seen(administrator, id)));
    expect(all.map(({ state, files, progress, fileName }) => [state, files, progress, fileName])).toEqual([
      ['ready', 3, 1, 'uno.zip'],
      ['ready', 3, 1, 'dos.zip'],
      ['ready', 3, 1, 'tres.zip'],
    ]);
    expect(all[1]!.items).toEqual(all[0]!.items);
    const after = await stored(school);
    expect(after.keys.length - before.keys.length).toBe(4);
    expect(after.files - before.files).toBe(4);
    const said = (await school.said('package.ready')).map(({ packageId }) => packageId);
    expect([first, second, third].map((id) => said.filter((one) => one === id).length)).toEqual([1, 1, 1]);
    const [work] = await school.sql<{ orders: number }>(`select count(*)::int as orders from platform.job where subject = any($1)`, [
      [first, second, third],
    ]);
    expect(work!.orders).toBe(1);
  });

  it('that were refused are looked at again', async () => {
    const zip = await aZip({ 'a.txt': 'sin manifiesto' });
    const first = await settled(school, author, zip);
    const second = await settled(school, author, zip);
    expect([first.state, second.state]).toEqual(['refused', 'refused']);
    expect(second.id).not.toBe(first.id);
  });

  it('are refused together', async () => {
    const zip = await aZip({ 'b.txt': 'sin manifiesto' });
    const ids = [await uploaded(author, zip), await uploaded(author, zip)];
    await school.settle();
    const all = await Promise.all(ids.map((id) => seen(author, id)));
    expect(all.map(errorsOf)).toEqual([['manifest-missing'], ['manifest-missing']]);
  });

  it('sent at once end as one', async () => {
    const zip = await aPackageZip();
    const ids = await Promise.all(Array.from({ length: 6 }, () => uploaded(author, zip)));
    await school.settle();
    const all = await Promise.all(ids.map((id) => seen(author, id)));
    expect(all.map(({ state }) => state)).toEqual(Array(6).fill('ready'));
    const [holders] = await school.sql<{ count: number }>(
      `select count(*)::int from content.package where id = any($1) and shares is null`,
      [ids],
    );
    expect(holders!.count).toBe(1);
    expect(await school.sql('select * from content.upload')).toEqual([]);
  });

  it('under one idempotency key are one package; other bytes are a conflict', async () => {
    const keyed = author.with({ 'idempotency-key': 'envio-1' });
    const [zip, other] = [await aPackageZip(), await aPackageZip()];
    const ids = await Promise.all([uploaded(keyed, zip), uploaded(keyed, zip), uploaded(keyed, zip)]);
    expect(new Set(ids).size).toBe(1);
    const before = await stored(school);
    await keyed.upload('/api/content/packages', { file: { name: 'x.zip', content: other } }).expectProblem(409, 'idempotency-key-reused');
    expect(await stored(school)).toEqual(before);
    expect(await uploaded(administrator.with({ 'idempotency-key': 'envio-1' }), other)).not.toBe(ids[0]);
  });
});

describe('equal files of different packages', () => {
  const film = randomBytes(1_500_000);
  const text = 'palabra '.repeat(1_000);

  it('are stored once, with their compressed forms, and stay as long as one of the packages does', async () => {
    await settled(school, author, await aPackageZip()); // and what other tests have left to be unpacked
    const before = await stored(school);
    const version = (title: string): Promise<Buffer> =>
      aPackageZip({ title, more: { 'film.mp4': film, 'a.js': text, 'b/again.js': text } });
    const one = await settled(school, author, await version('Uno'));
    const first = await stored(school);
    // zip, manifest, unique.txt, film, the script with two compressed forms; the page is there from packages before
    expect(first.files - before.files).toBe(7);
    const two = await settled(school, author, await version('Dos'));
    expect([one.state, two.state]).toEqual(['ready', 'ready']);
    const both = await stored(school);
    expect(both.files - first.files).toBe(3); // zip, manifest, unique.txt
    await author.delete(`/api/content/packages/${one.id}`).expect(204);
    await author.get(`/api/content/packages/${one.id}`).expectProblem(404, 'not-found');
    await school.settle();
    expect((await stored(school)).files).toBe(both.files - 3);
    const kept = await school.sql<{ path: string; storage_key: string }>(
      `select path, storage_key from content.package_file where sha256 = $1 order by path`,
      [two.sha256],
    );
    const storage = school.app.get<ObjectStorage>(ObjectStorage);
    const there = await Promise.all(kept.map(({ storage_key: key }) => storage.head(key)));
    expect(there.map((object) => object?.size)).toEqual(expect.arrayContaining([film.length, text.length]));
    await author.delete(`/api/content/packages/${two.id}`).expect(204);
    await school.settle();
    expect(await stored(school)).toEqual(before);
    expect(await school.sql(`select * from content.package where id = any($1)`, [[one.id, two.id]])).toEqual([]);
  });

  it('of a refused package stay for the other, and its own go', async () => {
    const good = await settled(school, author, await aPackageZip({ more: { 'film.mp4': film } }));
    const before = await stored(school);
    const bad = rawZip([
      { name: 'imsmanifest.xml', content: aManifest() },
      { name: 'index.html', content: '<p>index.html</p>' },
      { name: 'film.mp4', content: film },
      { name: 'own.bin', content: randomBytes(2_000_000) },
      { name: 'zzz.bin', content: 'x', crc: 7 },
    ]);
    expect(errorsOf(await settled(school, author, bad))).toEqual(['archive-file-damaged']);
    expect(await stored(school)).toEqual(before);
    await author.delete(`/api/content/packages/${good.id}`).expect(204);
    await school.settle();
  });
});

describe('a package', () => {
  it('that shares its bytes with another goes alone, whichever came first', async () => {
    const before = await stored(school);
    const zip = await aPackageZip();
    const [first, second] = [await settled(school, author, zip), await settled(school, author, zip)];
    await author.delete(`/api/content/packages/${first.id}`).expect(204);
    await school.settle();
    expect(await seen(author, second.id)).toMatchObject({ state: 'ready', files: 3 });
    const third = await settled(school, author, zip);
    expect(third.state).toBe('ready');
    for (const { id } of [second, third]) await author.delete(`/api/content/packages/${id}`).expect(204);
    await school.settle();
    expect(await stored(school)).toEqual(before);
    expect((await settled(school, author, zip)).state).toBe('ready');
  });

  it('is removed by its owner or who looks after all, not while it is unpacked, and not when it is used', async () => {
    const own = anActor();
    const other = school.as({ ...own, grants: [{ role: 'instructor', scope: { kind: 'institution', id: own.personId } }] });
    const { id } = await settled(school, author, await aPackageZip());
    await other.delete(`/api/content/packages/${id}`).expectProblem(403, 'forbidden');
    const busy = await uploaded(author, await aPackageZip());
    await author.delete(`/api/content/packages/${busy}`).expectProblem(409, 'content.package-busy');
    await school.publishes('catalog.pub_unit', [
      {
        course_version_id: id,
        id,
        position: 1,
        kind: 'scorm',
        title: { es: 'U' },
        required: true,
        counts: true,
        contents: { es: { packageId: id } },
      },
    ]);
    await administrator.delete(`/api/content/packages/${id}`).expectProblem(409, 'content.package-in-use');
    await school.unpublishes('catalog.pub_unit');
    await administrator.delete(`/api/content/packages/${id}`).expect(204);
    await school.settle();
  });
});
