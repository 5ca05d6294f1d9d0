import { describe, expect, it } from '@jest/globals';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aManifest, aPackageZip, aZip, seen, settled, stored } from './a-package.js';

const school = await house(ContentModule);
const author = school.as(anActor({ roles: ['instructor'], language: 'en' }));
const order = async (kind: string): Promise<void> => {
  await school.sql(`insert into platform.job (id, kind) values ($1, $2)`, [school.runtime.ids.next(), kind]);
  await school.settle();
};

describe('the report on a package', () => {
  it('says what is wrong in its pages, where, and how it is mended in the tool that made it', async () => {
    const body = '<html><head></head>\n<body>\n<img src="http://media.test/a.png"></body></html>';
    const found = await settled(
      school,
      author,
      await aPackageZip({ more: { 'slide.html': body, 'story_content/user.js': '', 'odd #1.png': 'x' } }),
    );
    expect(found.state).toBe('ready');
    expect(found.tool).toBe('Articulate Storyline');
    expect(found.findings.map(({ severity, code, path, line }) => [severity, code, path, line])).toEqual([
      ['warning', 'file-empty', 'story_content/user.js', null],
      ['warning', 'archive-name-odd', 'odd #1.png', null],
      ['warning', 'content-insecure', 'slide.html', 3],
      ['warning', 'image-without-alternative', 'slide.html', 3],
      ['info', 'page-without-language', 'slide.html', 1],
      ['info', 'page-without-title', 'slide.html', 1],
    ]);
    expect(found.findings[3]!.mend).toEqual(['In Articulate Storyline: right-click the picture › Accessibility › Alternative text.']);
    const spanish = await seen(author.with({ 'accept-language': 'es' }), found.id);
    expect(spanish.findings[2]!.message).toMatch(/^Apunta a http:\/\/media.test\/a.png sin cifrado/);
    expect(spanish.findings[2]!.mend[0]).toMatch(/^En Articulate Storyline: /);
  });

  it('names the usual tools where the own one is not known, and tells the weight', async () => {
    const film = Buffer.alloc(1_000_000, 1);
    const zip = await aZip({
      'imsmanifest.xml': aManifest(),
      'index.html': '<img src="film.bin" alt="x">',
      'film.bin': film,
      'more.bin': film,
    });
    const found = await settled(school, author, zip);
    expect([found.tool, found.weight]).toMatchObject([null, { firstPageSeconds: 9, seconds: 17 }]);
    const refused = await settled(school, author, await aZip({ 'a.txt': 'x' }));
    expect(refused.weight).toBeNull();
    expect(refused.findings[0]!.mend.length).toBeGreaterThan(5);
  });

  it('offers both interfaces to content that looks for the other one', async () => {
    const zip = await aPackageZip({ version: '2004', more: { 'api.js': 'API.LMSInitialize("")' } });
    const found = await settled(school, author, zip);
    expect(found.findings.map(({ code }) => code)).toEqual(['runtime-api-mismatch']);
    const [kept] = await school.sql(`select manifest -> 'ambiguousVersion' as both from content.package where id = $1`, [found.id]);
    expect(kept).toEqual({ both: true });
  });
});

describe('packages that an earlier parser read', () => {
  const outcomes = () =>
    school.sql<{ id: string; outcome: string; changes: object }>(
      `select package_id as id, outcome, changes from content.recheck order by 1`,
    );

  it('are read again: unchanged, changed, and for all that share the bytes', async () => {
    const zip = await aZip({ 'inner.zip': await aPackageZip({ title: 'Uno' }) });
    const [one, twin] = [await settled(school, author, zip), await settled(school, author, zip)];
    const other = await settled(school, author, await aPackageZip({ title: 'Otro' }));
    await school.sql(
      `update content.package set parser_version = 1, title = 'Viejo', manifest = jsonb_set(manifest, '{title}', '"Viejo"'),
         findings = '[{"severity": "info", "code": "item-untitled", "parameters": {"item": "I"}}]' where id = any($1)`,
      [[one.id, twin.id]],
    );
    await school.sql(`update content.package set parser_version = 1 where id = $1`, [other.id]);
    const before = await stored(school);
    await order('content.recheck-packages');
    expect(await stored(school)).toEqual(before);
    expect((await outcomes()).map(({ id, outcome, changes }) => [id, outcome, changes])).toEqual([
      [one.id, 'changed', { came: ['archive-unwrapped'], went: ['item-untitled'], parts: ['title'] }],
      [other.id, 'same', {}],
    ]);
    const all = await Promise.all([one.id, twin.id].map((id) => seen(author, id)));
    expect(all.map(({ title, findings }) => [title, findings[0]!.code])).toEqual([
      ['Uno', 'archive-unwrapped'],
      ['Uno', 'archive-unwrapped'],
    ]);
    await order('content.recheck-packages');
    expect(await outcomes()).toHaveLength(2);
  });

  it('and are studied keep their structure', async () => {
    await school.sql('delete from content.recheck');
    const { id } = await settled(school, author, await aPackageZip({ pages: ['index.html', 'dos.html'] }));
    await school.sql(
      `update content.package set parser_version = 1, manifest = jsonb_set(manifest, '{organizations,0,items,0,identifier}', '"old"') where id = $1`,
      [id],
    );
    await school.sql(
      `insert into content.attempt (id, enrollment_id, unit_id, person_id, package_id, host_label) values ($1, $1, $1, $1, $1, 'h')`,
      [id],
    );
    await order('content.recheck-packages');
    expect(await outcomes()).toMatchObject([{ id, outcome: 'kept' }]);
    const [kept] = await school.sql(
      `select manifest #>> '{organizations,0,items,0,identifier}' as name from content.package where id = $1`,
      [id],
    );
    expect(kept).toEqual({ name: 'old' });
  });
});
