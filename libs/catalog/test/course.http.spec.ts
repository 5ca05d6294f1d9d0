import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { CourseView, Page } from '@aula/contracts';
import { CatalogModule } from '@aula/catalog';
import { anActor, house } from '@aula/testing';
import { aCourse, aPublishedCourse, anInstitution, made, neighbours } from './builders.js';

const school = await house(CatalogModule);
const author = school.as(anActor({ roles: ['instructor'] }));
await neighbours(school);
const codes = (page: Page<CourseView>): string[] => page.items.map((course) => course.code);
const search = async (query: string, as = school.visitor()): Promise<string[]> =>
  codes((await as.get(`/api/catalog/courses?limit=200&${query}`).expect<Page<CourseView>>(200)).body);

it('keeps a draft for its author alone', async () => {
  const instructor = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'institution', id: randomUUID() } }] }));
  const another = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'institution', id: randomUUID() } }] }));
  const id = await made(instructor, { code: 'DRAFT-1' });
  const { body } = await instructor.get(`/api/catalog/courses/${id}`).expect<CourseView>(200);
  expect(body).toMatchObject({ code: 'DRAFT-1', state: 'draft', version: null, hours: 12.5, units: [], may: ['course.author'] });
  await another.get(`/api/catalog/courses/${id}`).expectProblem(404, 'not-found');
  await another.patch(`/api/catalog/courses/${id}`, { hours: 1 }).expectProblem(404, 'not-found');
  await school.visitor().get(`/api/catalog/courses/${id}`).expectProblem(404, 'not-found');
  await school.visitor().post('/api/catalog/courses', aCourse()).expectProblem(401, 'not-signed-in');
  await school.as(anActor()).post('/api/catalog/courses', aCourse()).expectProblem(403, 'forbidden');
  expect(await search('mine=true', instructor)).toEqual(['DRAFT-1']);
  expect(await search('mine=true', another)).toEqual([]);
  expect(await search('')).not.toContain('DRAFT-1');
});

it('gives a code to one course, whatever its capitals', async () => {
  await made(author, { code: 'Derechos-1' });
  await author.post('/api/catalog/courses', aCourse({ code: 'DERECHOS-1' })).expectProblem(409, 'catalog.code-taken');
  const other = await made(author);
  await author.patch(`/api/catalog/courses/${other}`, { code: 'derechos-1' }).expectProblem(409, 'catalog.code-taken');
  const answers = await Promise.all([0, 1, 2, 3].map(() => author.post('/api/catalog/courses', aCourse({ code: 'AT-ONCE' })).whatever()));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
});

it('changes what is named and nothing else', async () => {
  const id = await made(author, { summary: { es: 'resumen' } });
  await author.patch(`/api/catalog/courses/${id}`, { hours: 40, title: { fr: 'Droits' }, languages: ['fr', 'es', 'fr'] }).expect(200);
  const { body } = await author.patch(`/api/catalog/courses/${id}`, { summary: null }).expect<CourseView>(200);
  expect(body).toMatchObject({ hours: 40, title: { fr: 'Droits' }, languages: ['fr', 'es'], summary: null, public: true });
  const { errors } = await author.patch(`/api/catalog/courses/${id}`, { hours: -1, owner: 'me' }).expectProblem(400, 'invalid-request');
  expect(errors!.map((each) => each.path)).toContain('hours');
});

it('lets authors act for their institutions only', async () => {
  const ministry = await anInstitution(school);
  const academy = await anInstitution(school, [ministry]);
  const foreign = await anInstitution(school);
  const instructor = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'institution', id: ministry } }] }));
  const id = await made(instructor, { institutionId: academy, code: 'OF-ACADEMY' });
  await instructor.post('/api/catalog/courses', aCourse({ institutionId: foreign })).expectProblem(403, 'catalog.institution-not-yours');
  await instructor.post('/api/catalog/courses', aCourse({ institutionId: randomUUID() })).expectProblem(400, 'catalog.institution-unknown');
  const colleague = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'institution', id: academy } }] }));
  await colleague.patch(`/api/catalog/courses/${id}`, { hours: 3 }).expect(200);
  expect(await search('mine=true', colleague)).toEqual(['OF-ACADEMY']);
  const ofTheCourse = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id } }] }));
  await ofTheCourse.patch(`/api/catalog/courses/${id}`, { hours: 4 }).expect(200);
  await aPublishedCourse(school, instructor, { institutionId: academy, code: 'PUBLISHED-THERE' });
  expect(await search(`institution=${ministry}`)).toEqual(['PUBLISHED-THERE']);
  expect(await search(`institution=${foreign}`)).toEqual([]);
});

it('shows the catalogue to everybody, and what was published in it', async () => {
  const { course } = await aPublishedCourse(school, author, { code: 'OPEN-1', title: { es: 'Como se publicó' } });
  await author.patch(`/api/catalog/courses/${course}`, { title: { es: 'Cambio en borrador' }, code: 'OPEN-NEW' }).expect(200);
  const seen = (await school.visitor().get(`/api/catalog/courses/${course}`).expect<CourseView>(200)).body;
  expect(seen).toMatchObject({ code: 'OPEN-1', title: { es: 'Como se publicó' }, state: 'published', version: { number: 1 }, may: [] });
  expect(seen.units!.map(({ kind, contents }) => ({ kind, contents }))).toEqual([
    { kind: 'page', contents: { es: {} } },
    { kind: 'quiz', contents: { es: { quizId: expect.any(String) as unknown } } },
  ]);
  expect((await author.get(`/api/catalog/courses/${course}`).expect<CourseView>(200)).body.title).toEqual({ es: 'Cambio en borrador' });
  expect(await search('')).toContain('OPEN-1');
  await author.patch(`/api/catalog/courses/${course}`, { public: false }).expect(200);
  expect(await search('')).not.toContain('OPEN-1');
  await school.visitor().get(`/api/catalog/courses/${course}`).expectProblem(404, 'not-found');
  expect(await search('', school.as(anActor({ roles: ['training-administrator'] })))).toContain('OPEN-1');
  expect(await search('', school.as(anActor()))).not.toContain('OPEN-1');
  await school
    .as(anActor({ roles: ['registrar'] }))
    .patch(`/api/catalog/courses/${course}`, { hours: 1 })
    .expectProblem(403, 'forbidden');
});

it('searches without accents or capitals in code, titles and summaries of all languages', async () => {
  const wish = {
    title: { es: 'Investigación criminalística', pt: 'Investigação' },
    summary: { fr: 'Scène de crime à Montréal' },
    languages: ['es', 'pt'],
  };
  await aPublishedCourse(school, author, { ...wish, title: { ...wish.title }, code: 'ÑANDÚ_7' });
  await aPublishedCourse(school, author, { code: 'ÑANDÚX7', languages: ['es'] });
  for (const words of ['investigacion', 'CRIMINALISTICA invest', 'investigacao', 'scene MONTREAL', 'nandu_7']) {
    expect([words, await search(`q=${encodeURIComponent(words)}`)]).toEqual([words, ['ÑANDÚ_7']]);
  }
  expect(await search(`q=${encodeURIComponent('nandu%7')}`)).toEqual([]);
  expect(await search('q=nandu')).toHaveLength(2);
  expect(await search('q=nandu&language=pt')).toEqual(['ÑANDÚ_7']);
});

it('pages through the catalogue', async () => {
  const codesMade = ['PAGE-A', 'PAGE-B', 'PAGE-C'];
  for (const code of codesMade) await aPublishedCourse(school, author, { code });
  const first = (await school.visitor().get('/api/catalog/courses?q=PAGE-&limit=2').expect<Page<CourseView>>(200)).body;
  expect(codes(first)).toEqual(['PAGE-C', 'PAGE-B']);
  const second = (await school.visitor().get(`/api/catalog/courses?q=PAGE-&limit=2&cursor=${first.next!}`).expect<Page<CourseView>>(200))
    .body;
  expect([codes(second), second.next]).toEqual([['PAGE-A'], null]);
  await school.visitor().get('/api/catalog/courses?cursor=nonsense').expectProblem(400, 'cursor-invalid');
});

it('makes one course of a repeated request', async () => {
  const body = aCourse({ code: 'ONCE' });
  const keyed = author.with({ 'idempotency-key': randomUUID() });
  const first = await keyed.post('/api/catalog/courses', body).expect(201);
  const second = await keyed.post('/api/catalog/courses', body).expect(201);
  expect(second.body).toEqual(first.body);
});
