import { expect, it } from '@jest/globals';
import type { CaptionView, CourseTextsView, CourseView, Page, PageRenderingView, UnitView } from '@aula/contracts';
import { CatalogModule } from '@aula/catalog';
import { anActor, house } from '@aula/testing';
import { aPublishedCourse, added, made, neighbours, studying } from './builders.js';

const school = await house(CatalogModule);
await neighbours(school);
const ana = anActor({ roles: ['instructor'] });
const person = { email: 'ana@aula.example', sex: null, country: null, language: 'es', rank: null, institution_id: null } as const;
await school.publishes('identity.pub_person', [
  {
    ...person,
    ...{ id: ana.personId, given_name: 'Ana', family_name: 'Rojas', institution_path: [], active: true },
    ...{ birth_year: null, time_zone: null, sort_name: 'rojas ana', merged_into: null },
  },
]);
const author = school.as(ana);
const colleague = school.as(anActor({ roles: ['instructor'] }));
const draft = async (course: string): Promise<CourseView> =>
  (await author.get(`/api/catalog/courses/${course}`).expect<CourseView>(200)).body;
const webVtt = 'WEBVTT\n\n00:01.000 --> 00:04.000\nBuenos días.\n';

it('tells who changed a draft last, and lets nobody undo somebody else’s change unseen', async () => {
  const course = await made(author);
  const unit = await added(author, course);
  const at = `/api/catalog/courses/${course}/units/${unit}`;
  const seen = (await author.get(at).expect<UnitView>(200)).body;
  expect(seen.revision).toBe(1);
  await colleague
    .with({ 'if-match': '"1"' })
    .patch(at, { title: { es: 'De la colega' } })
    .expect(200);
  const refused = await author
    .with({ 'if-match': '"1"' })
    .patch(at, { title: { es: 'Mía' } })
    .expectProblem(412, 'catalog.changed-meanwhile');
  expect(refused['current']).toMatchObject({ title: { es: 'De la colega' }, revision: 2, contents: { es: { body: '# Bienvenida' } } });
  await author
    .with({ 'if-match': '"2"' })
    .patch(at, { title: { es: 'Mía' } })
    .expect(200);
  await author.patch(at, { required: false }).expect(200);
  await author.with({ 'if-match': 'W/"x"' }).patch(at, { required: true }).expectProblem(412, 'catalog.changed-meanwhile');
  const { authoring } = await draft(course);
  expect(authoring).toMatchObject({ revision: 1, draftRevision: 5, changedBy: 'Ana Rojas', changed: true, review: 'none' });
  const about = `/api/catalog/courses/${course}`;
  await colleague.with({ 'if-match': '"1"' }).patch(about, { hours: 7 }).expect(200);
  const conflict = await author.with({ 'if-match': '"1"' }).patch(about, { hours: 9 }).expectProblem(412, 'catalog.changed-meanwhile');
  expect(conflict['current']).toMatchObject({ hours: 7, revision: 2 });
  await author.with({ 'if-match': '"1"' }).put(`${about}/completion`, { rule: {} }).expectProblem(412, 'catalog.changed-meanwhile');
});

it('puts a unit back where it was taken out', async () => {
  const course = await made(author);
  const [a, b, c] = [await added(author, course), await added(author, course, { body: 'dos' }), await added(author, course)];
  const at = `/api/catalog/courses/${course}/units/${b}`;
  await author.delete(at).expect(204);
  await colleague.post(`${at}/restoration`).expect(200);
  expect((await draft(course)).units!.map(({ id, contents }) => [id, contents.es?.body])).toEqual([
    [a, '# Bienvenida'],
    [b, 'dos'],
    [c, '# Bienvenida'],
  ]);
  await author.post(`${at}/restoration`).expectProblem(404, 'not-found');
  await author.delete(at).expect(204);
  const other = await made(author);
  await author.post(`/api/catalog/courses/${other}/units/${b}/restoration`).expectProblem(404, 'not-found');
});

it('shows a page as readers will see it, and says what keeps some of them out', async () => {
  const course = await made(author);
  const files = `/api/catalog/courses/${course}/files`;
  const send = async (name: string): Promise<string> =>
    (await author.upload(files, { file: { name, content: 'bytes' } }).expect<{ id: string }>(201)).body.id;
  const [video, image] = [await send('caso.mp4'), await send('mapa.png')];
  const body = `# Caso\n\n![](/api/catalog/files/${image})\n\n![Una "llamada"](/api/catalog/files/${video}) <video src=x onerror=alert(1)>`;
  const rendered = async (): Promise<PageRenderingView> =>
    (await author.post(`/api/catalog/courses/${course}/page-renderings`, { body }).expect<PageRenderingView>(200)).body;
  const first = await rendered();
  expect(first.findings.map(({ code, line }) => [code, line])).toEqual([
    ['catalog.description-missing', 3],
    ['catalog.video-without-captions', 5],
  ]);
  expect(first.html).toContain(
    `<video src="/api/catalog/files/${video}" controls preload="metadata" playsinline aria-label="Una &quot;llamada&quot;"></video> &lt;video src=x`,
  );
  expect(first.videos).toEqual([{ id: video, name: 'caso.mp4' }]);
  const captions = `${files}/${video}/captions`;
  const give = (content: string, fields: Record<string, string>) =>
    author.upload(captions, { file: { name: 'caso.vtt', content }, fields });
  await give('1\n00:00:01,000 --> 00:00:02,000\nSubRip\n', { language: 'es' }).expectProblem(400, 'catalog.captions-invalid');
  await give(webVtt, {}).expectProblem(400, 'catalog.captions-without-language');
  await author
    .upload(`${files}/${image}/captions`, { file: { name: 'a.vtt', content: webVtt }, fields: { language: 'es' } })
    .expectProblem(409, 'catalog.not-a-video');
  await give(webVtt, { language: 'pt' }).expect(201);
  const given = (await give(webVtt, { language: 'pt' }).expect<Page<CaptionView>>(201)).body.items;
  expect(given.map(({ language, name }) => [language, name])).toEqual([['pt', 'caso.vtt']]);
  const second = await rendered();
  expect(second.findings).toHaveLength(1);
  expect(second.html).toContain(
    `<track kind="captions" srclang="pt" label="Português" src="/api/catalog/files/${given[0]!.fileId}" /></video>`,
  );
  expect((await colleague.get(`/api/catalog/files/${given[0]!.fileId}`).expect(200)).text).toBe(webVtt);
  await author.delete(`${captions}/pt`).expect(204);
  await author.delete(`${captions}/pt`).expectProblem(404, 'not-found');
  const page = await added(author, course, { body });
  const refused = await author.post(`/api/catalog/courses/${course}/publications`).expectProblem(409, 'catalog.publication-refused');
  expect(refused.errors!.map(({ path, code }) => [path, code])).toContainEqual([
    `units.${page}.contents.es.body`,
    'catalog.image-without-alt',
  ]);
  await school
    .as(anActor({ roles: ['registrar'] }))
    .post(`/api/catalog/courses/${course}/page-renderings`, { body })
    .expectProblem(403, 'forbidden');
});

it('knows of each text whether it is missing or older than its source', async () => {
  school.clock.set('2026-03-01T10:00:00Z');
  const course = await made(author, { title: { es: 'Trato', en: 'Treatment' }, summary: null });
  const unit = await added(author, course, { contents: { es: { body: 'Texto' } } });
  const at = `/api/catalog/courses/${course}/texts`;
  const read = async (): Promise<CourseTextsView> => (await colleague.get(at).expect<CourseTextsView>(200)).body;
  const put = (wish: object) => colleague.put(at, { unitId: null, part: 'title', language: 'es', was: null, ...wish });
  expect(await read()).toMatchObject({
    source: 'es',
    progress: [
      { language: 'es', written: 3, outdated: 0, total: 3 },
      { language: 'en', written: 1, outdated: 0, total: 3 },
    ],
  });
  school.clock.set('2026-03-02T10:00:00Z');
  await put({ value: 'Trato digno', was: 'Trato' }).expect(200);
  const [title] = (await read()).items;
  expect(title).toMatchObject({
    texts: {
      es: { value: 'Trato digno', changedAt: expect.stringContaining('2026-03-02') as unknown },
      en: { changedAt: expect.stringContaining('2026-03-01') as unknown },
    },
    outdated: ['en'],
  });
  school.clock.set('2026-03-03T10:00:00Z');
  await put({ language: 'en', value: 'Treatment', was: 'Treatment' }).expect(200);
  expect((await read()).items[0]!.outdated).toEqual([]);
  const conflict = await put({ value: 'Otro', was: 'Trato' }).expectProblem(412, 'catalog.changed-meanwhile');
  expect(conflict['current']).toEqual({ value: 'Trato digno' });
  await put({ value: 'Trato digno', was: 'Trato' }).expect(200);
  await put({ value: 'Trato digno ', was: ' Trato digno' }).expect(200);
  await put({ unitId: unit, part: 'body', language: 'en', value: ' # Text\n' }).expect(200);
  await put({ unitId: unit, part: 'body', language: 'es', value: ' ', was: 'Texto' }).expect(200);
  expect((await draft(course)).units![0]).toMatchObject({ contents: { en: { body: ' # Text\n' } }, revision: 3 });
  await put({ language: 'fr', value: 'Traitement' }).expectProblem(409, 'catalog.language-not-of-course');
  await put({ unitId: unit, part: 'summary', value: 'x' }).expectProblem(409, 'catalog.text-foreign');
  await put({ unitId: unit, value: null, was: 'Lectura' }).expectProblem(409, 'catalog.title-needed');
  await school
    .as(anActor({ roles: ['registrar'] }))
    .get(at)
    .expectProblem(403, 'forbidden');
});

it('captions a video that lies elsewhere, by its address, for the course that plays it', async () => {
  const { course, publication } = await aPublishedCourse(school, author);
  const at = `/api/catalog/courses/${course}/video-captions`;
  const address = 'https://videos.example/caso.mp4';
  const give = (fields: Record<string, string>, content = webVtt) => author.upload(at, { file: { name: 'caso.vtt', content }, fields });
  await give({ language: 'es' }).expectProblem(400, 'catalog.captions-without-address');
  await give({ address }).expectProblem(400, 'catalog.captions-without-language');
  await give({ address, language: 'es' }, 'no captions').expectProblem(400, 'catalog.captions-invalid');
  const first = (await give({ address, language: 'es' }).expect<Page<CaptionView>>(201)).body.items;
  expect(first).toMatchObject([{ language: 'es', name: 'caso.vtt' }]);
  await give({ address, language: 'fr' }).expect(201);
  const officer = await studying(school, publication.versionId);
  const read = async (where: string, of = at): Promise<string[]> =>
    (await officer.get(`${of}?address=${encodeURIComponent(where)}`).expect<Page<CaptionView>>(200)).body.items.map(
      ({ language }) => language,
    );
  expect(await read(address)).toEqual(['es', 'fr']);
  const unread = school.as(anActor()).get(`${at}?address=${encodeURIComponent(address)}`);
  expect((await unread.expect<Page<CaptionView>>(200)).body.items).toEqual([]);
  expect(await read('https://videos.example/otro.mp4')).toEqual([]);
  expect(await read(address, `/api/catalog/courses/${await made(author)}/video-captions`)).toEqual([]);
  await officer.get(`${at}?address=http://videos.example/a.mp4`).expectProblem(400, 'invalid-request');
  await author.delete(`${at}/fr?address=${encodeURIComponent(address)}`).expect(204);
  await author.delete(`${at}/fr?address=${encodeURIComponent(address)}`).expectProblem(404, 'not-found');
  expect(await read(address)).toEqual(['es']);
});
