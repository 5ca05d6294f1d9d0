import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PackageDifferencesView, PackageVersionView, Page } from '@aula/contracts';
import { ContentModule } from '@aula/content';
import { anActor, house } from '@aula/testing';
import { aPackageZip, uploaded } from './a-package.js';
import { aPackage } from './a-launch.js';

const school = await house(ContentModule);
await school.publishes('catalog.pub_unit', []);
const author = anActor({ roles: ['instructor'], language: 'en' });
const client = school.as(author).with({ 'accept-language': 'en' });
const mine = (wish: Parameters<typeof aPackage>[1] = {}) => aPackage(school, wish, author.personId);
const declare = (id: string, packageId: string, by = client) => by.post(`/api/content/packages/${id}/versions`, { packageId });
const versions = async (id: string): Promise<PackageVersionView[]> =>
  (await client.get(`/api/content/packages/${id}/versions`).expect<Page<PackageVersionView>>(200)).body.items;
const differences = async (id: string, from: string): Promise<PackageDifferencesView> =>
  (await client.get(`/api/content/packages/${id}/differences?from=${from}`).expect<PackageDifferencesView>(200)).body;
const sent = async (wish: Parameters<typeof aPackageZip>[0]): Promise<string> => {
  const id = await uploaded(client, await aPackageZip(wish));
  await school.settle();
  return id;
};

describe('versions of a package', () => {
  it('follow on one another, once each, whichever of the line is named', async () => {
    const [one, two, three] = [await mine(), await mine(), await mine()];
    expect(await versions(one)).toEqual([]);
    expect((await declare(one, two).expect<PackageVersionView>(201)).body).toMatchObject({ packageId: two, number: 2 });
    expect((await declare(one, two).expect<PackageVersionView>(201)).body.number).toBe(2);
    expect((await declare(one, three).expect<PackageVersionView>(201)).body.number).toBe(3);
    expect((await versions(two)).map(({ packageId, number }) => [packageId, number])).toEqual([
      [three, 3],
      [two, 2],
      [one, 1],
    ]);
  });

  it('are declared together at the same time, with a number each', async () => {
    const [one, two, three] = [await mine(), await mine(), await mine()];
    const answers = await Promise.all([declare(one, two), declare(one, three)].map((asked) => asked.expect<PackageVersionView>(201)));
    expect(answers.map(({ body }) => body.number).toSorted()).toEqual([2, 3]);
  });

  it('are refused where they make no sense, and to whom they do not belong', async () => {
    const [one, two, other] = [await mine(), await mine(), await mine()];
    await declare(one, one).expectProblem(400, 'content.version-of-itself');
    await declare(one, two).expect(201);
    await declare(other, two).expectProblem(409, 'content.version-elsewhere');
    const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] }));
    await declare(one, other, stranger).expectProblem(404, 'not-found');
    await stranger.get(`/api/content/packages/${one}/versions`).expectProblem(404, 'not-found');
    await stranger.get(`/api/content/packages/${one}/differences?from=${two}`).expectProblem(404, 'not-found');
    const auditor = school.as(anActor({ roles: ['auditor'] }));
    await declare(one, other, auditor).expectProblem(403, 'forbidden');
    await auditor.get(`/api/content/packages/${one}/versions`).expect(200);
  });
});

describe('the report of differences', () => {
  it('tells items, files by what is in them, sizes and findings', async () => {
    const same = { 'same.css': 'a {}', 'gone.txt': 'gone' };
    const one = await sent({ title: 'Uno', pages: ['a.html', 'b.html'], more: same });
    const two = await sent({ title: 'Uno', pages: ['a.html', 'c.html', 'd.html'], more: { 'same.css': 'a {}', 'new.txt': 'new' } });
    const report = await differences(two, one);
    // the items of the builder are called I0, I1 …: the second opens another page under the same identifier
    expect(report.items).toEqual([
      { kind: 'renamed', identifier: 'I1', title: 'c.html', before: 'b.html' },
      { kind: 'added', identifier: 'I2', title: 'd.html', before: null },
    ]);
    expect(report).toMatchObject({ standard: null, vanished: [], sequencingChanged: false });
    const { shown, ...counts } = report.files;
    expect(shown.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'removed b.html',
      'added c.html',
      'added d.html',
      'removed gone.txt',
      'changed imsmanifest.xml',
      'added new.txt',
      'changed unique.txt',
    ]);
    expect(counts).toMatchObject({ added: 3, removed: 2, changed: 2, same: 2 });
    expect(counts.bytesAfter).toBeGreaterThan(counts.bytesBefore);
    const back = await differences(one, two);
    expect(back.vanished).toEqual([{ identifier: 'I2', title: 'd.html' }]);
    expect(back.items.map(({ kind, identifier }) => [kind, identifier])).toEqual([
      ['removed', 'I2'],
      ['renamed', 'I1'],
    ]);
  });

  it('tells another standard, another path and other findings', async () => {
    const plain = await mine({ version: '2004', scos: ['one', 'two'] });
    const flow = '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>';
    const guided = await mine({ version: '2004', scos: ['one', 'two'], sequencing: { organization: flow, sco: '' } });
    const old = await mine({ version: '1.2', scos: ['one', 'two'] });
    await school.sql(`update content.package set findings = $2 where id = $1`, [
      guided,
      JSON.stringify([{ severity: 'warning', code: 'file-missing', path: 'x.png', parameters: { path: 'x.png' } }]),
    ]);
    const report = await differences(guided, plain);
    expect(report).toMatchObject({ sequencingChanged: true, items: [], standard: null });
    expect(report.findings.gone).toEqual([]);
    expect(report.findings.come).toMatchObject([{ code: 'file-missing', path: 'x.png' }]);
    expect((await differences(plain, old)).standard).toEqual({ before: 'scorm-1.2', after: 'scorm-2004-4th' });
    expect((await differences(plain, guided)).findings.gone).toHaveLength(1);
  });
});
