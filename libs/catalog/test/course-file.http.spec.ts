import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { CourseFileView, CourseView } from '@aula/contracts';
import { CatalogModule } from '@aula/catalog';
import { ObjectStorage } from '@aula/platform';
import { anActor, house, type Client } from '@aula/testing';
import { aPublishedCourse, aQuiz, added, made, neighbours, published, studying } from './builders.js';

const school = await house(CatalogModule);
await neighbours(school);
const author = school.as(anActor({ roles: ['instructor'] }));
const { course, publication } = await aPublishedCourse(school, author);
const officer = await studying(school, publication.versionId);
const kept = async (name: string, content: Buffer | string): Promise<CourseFileView> =>
  (
    await author
      .upload(`/api/catalog/courses/${course}/files`, { file: { name, content, contentType: 'text/html' } })
      .expect<CourseFileView>(201)
  ).body;
const bytes = (client: Client, id: string, range?: string, more: Record<string, string> = {}) =>
  client.with({ ...(range && { range }), ...more }).get(`/api/catalog/files/${id}`);

it('serves a file to whoever studies the course, under a type of ours', async () => {
  const file = await kept('Guía «1».PDF', '%PDF-1.7 <script>');
  expect(file).toEqual({ id: file.id, name: 'Guía «1».PDF', contentType: 'application/pdf', size: 17 });
  const read = await bytes(officer, file.id).expect(200);
  expect(read.bytes.toString()).toBe('%PDF-1.7 <script>');
  expect(read.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'content-length': '17',
    'content-disposition': `inline; filename="Gu_a _1_.PDF"; filename*=UTF-8''Gu%C3%ADa%20%C2%AB1%C2%BB.PDF`,
  });
  await bytes(officer, file.id, undefined, { 'if-none-match': String(read.headers['etag']) }).expect(304);
  await bytes(school.visitor(), file.id).expectProblem(401, 'not-signed-in');
  await bytes(officer, randomUUID()).expectProblem(404, 'not-found');
  await bytes(school.as(anActor()), file.id).expectProblem(404, 'not-found');
  await school.as(anActor()).get(`/api/catalog/files/${file.id}/captions`).expectProblem(404, 'not-found');
  await bytes(school.as(anActor({ roles: ['registrar'] })), file.id).expect(200);
});

it('saves what a browser should not open', async () => {
  const { id } = await kept('notas.txt', '<b>x</b>');
  const { headers } = await bytes(officer, id).expect(200);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(headers['content-disposition']).toMatch(/^attachment; /);
});

it('refuses types that a browser would run, and people who are no authors', async () => {
  for (const name of ['x.html', 'x.svg', 'x.js', 'x', 'x.pdf.exe', 'x.constructor'])
    await author
      .upload(`/api/catalog/courses/${course}/files`, { file: { name, content: 'x' } })
      .expectProblem(415, 'catalog.file-type-refused');
  await author.upload(`/api/catalog/courses/${course}/files`, {}).expectProblem(400, 'file-missing');
  const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] }));
  await stranger.upload(`/api/catalog/courses/${course}/files`, { file: { name: 'x.pdf', content: 'x' } }).expectProblem(403, 'forbidden');
  await officer.upload(`/api/catalog/courses/${course}/files`, { file: { name: 'x.pdf', content: 'x' } }).expectProblem(403, 'forbidden');
});

it('answers with the part of a video that is asked for', async () => {
  const content = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 256));
  const { id } = await kept('clase.mp4', content);
  const cases: [string, number, number][] = [
    ['bytes=0-99', 0, 99],
    ['bytes=900-', 900, 999],
    ['bytes=-10', 990, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=999-999', 999, 999],
  ];
  for (const [range, start, end] of cases) {
    const part = await bytes(officer, id, range).expect(206);
    expect([range, part.headers['content-range'], part.headers['content-length']]).toEqual([
      range,
      `bytes ${start}-${end}/1000`,
      `${end - start + 1}`,
    ]);
    expect(part.bytes.equals(content.subarray(start, end + 1))).toBe(true);
  }
  for (const range of ['bytes=1000-', 'bytes=-0', 'bytes=5000-6000'])
    await bytes(officer, id, range).expectProblem(416, 'catalog.range-not-satisfiable');
  for (const range of ['bytes=5-1', 'bytes=0-1,5-6', 'bytes=a-b', 'items=0-1', 'bytes=-']) {
    expect((await bytes(officer, id, range).expect(200)).bytes.equals(content)).toBe(true);
  }
  const { headers } = await bytes(officer, id).expect(200);
  await bytes(officer, id, 'bytes=0-9', { 'if-range': String(headers['etag']) }).expect(206);
  await bytes(officer, id, 'bytes=0-9', { 'if-range': '"older"' }).expect(200);
});

it('keeps an empty file as an empty file', async () => {
  const { id, size } = await kept('vacio.csv', '');
  expect(size).toBe(0);
  expect((await bytes(officer, id).expect(200)).bytes).toHaveLength(0);
  await bytes(officer, id, 'bytes=0-0').expectProblem(416, 'catalog.range-not-satisfiable');
});

it('lets units use files of their own course only', async () => {
  const { id: fileId } = await kept('manual.pdf', 'x');
  const other = await made(author);
  await author
    .post(`/api/catalog/courses/${other}/units`, { kind: 'file', title: { es: 'x' }, fileId })
    .expectProblem(400, 'catalog.unit-content-invalid');
  const unit = await added(author, course, { kind: 'file', fileId });
  await added(author, course, { kind: 'video', contents: { es: { fileId }, en: { url: 'https://videos.example/1' } } });
  await added(author, course, { kind: 'quiz', quizId: await aQuiz(school) });
  await published(author, course);
  const { units } = (await school.visitor().get(`/api/catalog/courses/${course}`).expect<CourseView>(200)).body;
  expect(units).toContainEqual(expect.objectContaining({ id: unit, kind: 'file', contents: { es: { fileId } } }));
});

it('removes what a process that was killed had stored and not entered, after a day, and no file of a course', async () => {
  const storage = school.app.get(ObjectStorage, { strict: false });
  const { id } = await kept('guia.pdf', '%PDF-');
  const left = `catalog/files/${school.runtime.ids.next()}`;
  await storage.put(left, Buffer.from('%PDF-'), 'application/pdf');
  const clean = async (): Promise<string[]> => {
    await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'catalog.remove-forsaken-files')`);
    await school.settle();
    return storage.list('catalog/files/');
  };
  expect(await clean()).toContain(left); // perhaps still on its way
  school.clock.set(new Date(school.clock.now().getTime() + 90_000_000));
  const after = await clean();
  expect(after).toContain(`catalog/files/${id}`);
  expect(after).not.toContain(left);
  await bytes(officer, id).expect(200);
});
