import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { languages, type PackageStarted, type PackageView } from '@aula/contracts';
import { ObjectStorage } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aManifest, aPackageZip, aZip, errorsOf, rawZip, seen, settled, stored, uploaded } from './a-package.js';

const school = await house(ContentModule);
const instructor = anActor({ roles: ['instructor'] });
// an instructor of one institution, so that the role alone does not open the packages of others
const author = school.as({ ...instructor, grants: [{ role: 'instructor', scope: { kind: 'institution', id: instructor.personId } }] });
const administrator = school.as(anActor({ roles: ['administrator'], language: 'en' }));

interface FileRow {
  path: string;
  size: number;
  content_type: string;
  attachment: boolean;
  storage_key: string;
  etag: string;
}
const filesOf = async ({ sha256 }: PackageView): Promise<FileRow[]> =>
  school.sql<FileRow>(
    `select path, size::int, content_type, attachment, storage_key, etag from content.package_file where sha256 = $1 order by path`,
    [sha256],
  );
const textAt = async (key: string): Promise<string> => {
  const object = await school.app.get<ObjectStorage>(ObjectStorage).get(key);
  return Buffer.concat((await object!.body.toArray()) as Buffer[]).toString();
};

describe('a package', () => {
  it('is queued, unpacked and ready, with its files, its items and a fact', async () => {
    const zip = await aPackageZip({
      title: 'Atención a víctimas',
      pages: ['index.html', 'dos.html'],
      more: { 'media/': '', 'media/Foto.PNG': 'png' },
    });
    const started = await author
      .upload('/api/content/packages', { file: { name: 'C:\\cursos\\curso.zip', content: zip } })
      .expect<PackageStarted>(202);
    expect(started.body.state).toBe('queued');
    expect(await seen(author, started.body.id)).toMatchObject({
      state: 'queued',
      fileName: 'curso.zip',
      standard: null,
      title: null,
      items: [],
      progress: 0,
    });
    await school.settle();
    const found = await seen(author, started.body.id);
    expect(found).toMatchObject({
      state: 'ready',
      size: zip.length,
      sha256: createHash('sha256').update(zip).digest('hex'),
      standard: 'scorm-1.2',
      title: 'Atención a víctimas',
      files: 5,
      progress: 1,
      findings: [],
    });
    expect(found.items).toEqual([
      { identifier: 'I0', title: 'index.html', launchable: true, visible: true, children: [] },
      { identifier: 'I1', title: 'dos.html', launchable: true, visible: true, children: [] },
    ]);
    const files = await filesOf(found);
    expect(files.map(({ path, content_type: type }) => [path, type])).toEqual([
      ['dos.html', 'text/html'],
      ['imsmanifest.xml', 'application/xml'],
      ['index.html', 'text/html'],
      ['media/Foto.PNG', 'image/png'],
      ['unique.txt', 'text/plain'],
    ]);
    expect(await textAt(files[0]!.storage_key)).toBe('<p>dos.html</p>');
    expect(files[0]!.etag).toBe(createHash('sha256').update('<p>dos.html</p>').digest('hex'));
    expect(await school.said('package.ready')).toContainEqual({ packageId: found.id });
    const [published] = await school.sql(`select * from content.pub_package where id = $1`, [found.id]);
    expect(published).toEqual({ id: found.id, title: found.title, standard: 'scorm-1.2', state: 'ready', owner_id: instructor.personId });
  });

  it('of SCORM 2004 says so', async () => {
    expect(await settled(school, author, await aPackageZip({ version: '2004' }))).toMatchObject({
      state: 'ready',
      standard: 'scorm-2004-4th',
    });
  });

  it('is read from a folder, and the outer manifest is the one that counts', async () => {
    const zip = await aZip({
      'curso/imsmanifest.xml': aManifest({ title: 'Afuera' }),
      'curso/index.html': 'x',
      'curso/dentro/imsmanifest.xml': aManifest({ title: 'Adentro' }),
      '__MACOSX/curso/._index.html': 'x',
      'curso/.DS_Store': 'x',
    });
    const found = await settled(school, author, zip);
    expect(found).toMatchObject({ state: 'ready', title: 'Afuera', files: 3 });
    expect(found.findings.map(({ code }) => code)).toEqual(['manifest-in-folder', 'manifest-several']);
  });

  it('takes names as Windows writes them', async () => {
    const cp437 = Buffer.from([0x61, 0xa4, 0x6f, 0x2e, 0x68, 0x74, 0x6d]); // año.htm
    const zip = rawZip([
      { name: 'imsmanifest.xml', content: aManifest({ pages: ['paginas\\a\u00f1o.htm'] }) },
      { name: Buffer.concat([Buffer.from('paginas\\'), cp437]), content: 'x', flags: 0 },
      { name: 'paginas\\', content: '' },
    ]);
    const found = await settled(school, author, zip);
    expect(errorsOf(found)).toEqual([]);
    expect((await filesOf(found)).map(({ path }) => path)).toEqual(['imsmanifest.xml', 'paginas/año.htm']);
    expect(found.findings.map(({ code }) => code)).toEqual(['archive-name-backslash', 'href-backslash', 'href-backslash']);
  });

  it('is taken out of another zip, once', async () => {
    const zip = await aZip({ 'envio.zip': await aPackageZip({ title: 'Dentro' }), '__MACOSX/._envio.zip': 'x' });
    const found = await settled(school, author, zip);
    expect(found).toMatchObject({ state: 'ready', title: 'Dentro', files: 3 });
    expect(found.findings).toMatchObject([{ code: 'archive-unwrapped', severity: 'warning' }]);
    expect((await stored(school)).keys.filter((key) => key.endsWith('.inner'))).toEqual([]);
  });

  it('keeps files of every kind, as types of ours', async () => {
    const long = `${'ñ/'.repeat(100)}${'日'.repeat(80)}/${'本'.repeat(80)}/${'語'.repeat(80)}.html`;
    const more = {
      'utf8.html': '<p>ñandú</p>',
      'declared.html': '<meta charset="iso-8859-1"><p>ñandú</p>',
      'latin1.js': Buffer.from('var a = "ñ"', 'latin1'),
      'utf8.js': 'var a = "ñ"',
      'ascii.js': 'var a',
      'cut.js': Buffer.from('var a = "ñ').subarray(0, -1),
      'run.php': '<?php',
      'empty.css': '',
      'data.abc': '\0\0',
      'drawing.svg': '<svg/>',
      [long]: 'x',
    };
    const found = await settled(school, author, await aPackageZip({ more }));
    const files = new Map((await filesOf(found)).map((file) => [file.path, file]));
    const typeOf = (path: string): string | undefined => files.get(path)?.content_type;
    expect(Object.keys(more).map(typeOf)).toEqual([
      'text/html; charset=utf-8',
      'text/html',
      'text/javascript',
      'text/javascript; charset=utf-8',
      'text/javascript',
      'text/javascript',
      'application/octet-stream',
      'text/css',
      'application/octet-stream',
      'image/svg+xml',
      'text/html',
    ]);
    expect(files.get('run.php')!.attachment).toBe(true);
    expect(files.get('empty.css')!.size).toBe(0);
    expect(await textAt(files.get(long)!.storage_key)).toBe('x');
    expect(files.get(long)!.storage_key.length).toBeLessThan(300);
  });

  it('is refused with reasons in the reader’s language, and leaves nothing', async () => {
    const before = await stored(school);
    const found = await settled(school, author, await aZip({ 'imsmanifest.xml': aManifest({ pages: ['nada.html'] }) }));
    expect(found).toMatchObject({ state: 'refused', standard: null, files: 0, items: [] });
    expect(await stored(school)).toEqual(before);
    const messages = await Promise.all(
      languages.map(async (language) => (await seen(author.with({ 'accept-language': language }), found.id)).findings[0]!.message),
    );
    expect(messages).toEqual([
      'El elemento «I0» abre «nada.html», que no está en el paquete. Inclúyalo y exporte otra vez.',
      'O item «I0» abre «nada.html», que não está no pacote. Inclua-o e exporte outra vez.',
      'The item “I0” opens “nada.html”, which is not in the package. Include it and export again.',
      'L’élément « I0 » ouvre « nada.html », qui n’est pas dans le paquet. Ajoutez-le et exportez à nouveau.',
    ]);
    expect(found.findings[0]).toMatchObject({ path: 'imsmanifest.xml', line: expect.any(Number), severity: 'error' });
    expect((await seen(administrator, found.id)).findings[0]!.message).toBe(messages[2]);
  });
});

describe('rights', () => {
  it('uploads for who teaches, reads for its owner and who looks after everything', async () => {
    const id = await uploaded(author, await aPackageZip());
    const file = { name: 'x.zip', content: 'x' };
    await school.visitor().upload('/api/content/packages', { file }).expectProblem(401, 'not-signed-in');
    await school.as(anActor()).upload('/api/content/packages', { file }).expectProblem(403, 'forbidden');
    await school
      .as(anActor({ roles: ['auditor'] }))
      .upload('/api/content/packages', { file })
      .expectProblem(403, 'forbidden');
    await school.visitor().get('/api/content/packages').expectProblem(401, 'not-signed-in');
    await school
      .as(anActor({ roles: ['registrar'] }))
      .get(`/api/content/packages/${id}`)
      .expectProblem(403, 'forbidden');
    const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'institution', id: instructor.personId } }] }));
    await stranger.get(`/api/content/packages/${id}`).expectProblem(404, 'not-found');
    expect((await stranger.get('/api/content/packages').expect<{ items: [] }>(200)).body.items).toEqual([]);
    for (const role of ['auditor', 'administrator', 'instructor'] as const)
      expect((await seen(school.as(anActor({ roles: [role] })), id)).id).toBe(id);
    expect((await seen(author, id)).id).toBe(id);
  });

  it('refuses what is no upload', async () => {
    await author.post('/api/content/packages', {}).expectProblem(415, 'unsupported-media-type');
    await author.upload('/api/content/packages', { fields: { a: 'b' } }).expectProblem(400, 'file-missing');
    await author.get('/api/content/packages/nada').expectProblem(400, 'invalid-request');
    await author.get('/api/content/packages/0198c0de-0000-7000-8000-000000000000').expectProblem(404, 'not-found');
  });
});

it('lists by page, newest first, by state and by words without accents', async () => {
  const reader = anActor({ grants: [{ role: 'instructor', scope: { kind: 'institution', id: instructor.personId } }] });
  const own = school.as(reader);
  const ids = [
    await uploaded(own, await aPackageZip({ title: 'Investigación criminal' }), 'uno.zip'),
    await uploaded(own, await aPackageZip({ title: 'Tránsito' }), 'dos 100%.zip'),
  ];
  await school.settle();
  ids.push(await uploaded(own, Buffer.from('x'), 'tres.zip'));
  const list = async (query: string): Promise<{ ids: string[]; next: string | null }> => {
    const { body } = await own.get(`/api/content/packages?${query}`).expect<{ items: PackageView[]; next: string | null }>(200);
    return { ids: body.items.map(({ id }) => id), next: body.next };
  };
  const first = await list('limit=2');
  expect(first.ids).toEqual([ids[2], ids[1]]);
  expect(await list(`limit=2&cursor=${first.next}`)).toEqual({ ids: [ids[0]], next: null });
  expect((await list('state=queued')).ids).toEqual([ids[2]]);
  expect((await list('q=investigacion')).ids).toEqual([ids[0]]);
  expect((await list('q=TRANSITO%20dos')).ids).toEqual([ids[1]]);
  expect((await list('q=100%25')).ids).toEqual([ids[1]]);
  expect((await list('q=_')).ids).toEqual([]);
  await own.get('/api/content/packages?state=otro').expectProblem(400, 'invalid-request');
});
