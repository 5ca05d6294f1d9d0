import { describe, expect, it } from '@jest/globals';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aPackageZip, aZip, errorsOf, seen, settled, stored, uploaded } from './a-package.js';

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
