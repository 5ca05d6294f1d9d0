import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { CatalogueOverview, CourseFacets, CourseView, Page } from '@aula/contracts';
import { CatalogModule } from '@aula/catalog';
import { anActor, house } from '@aula/testing';
import { aPublishedCourse, added, anInstitution, made, neighbours, published } from './builders.js';

const school = await house(CatalogModule);
const author = school.as(anActor({ roles: ['instructor'] }));
await neighbours(school);
await school.publishes('enrollment.pub_edition', []);

const day = 86_400_000;
const anEdition = (courseVersionId: string, mode: string, opensIn: number, closesIn: number) =>
  school.publishes('enrollment.pub_edition', [
    {
      id: randomUUID(),
      course_version_id: courseVersionId,
      title: `${mode} ${opensIn}`,
      mode,
      opens_at: new Date(Date.now() + opensIn * day).toISOString(),
      closes_at: new Date(Date.now() + closesIn * day).toISOString(),
      time_zone: 'America/Bogota',
      institution_id: null,
    },
  ]);

const academy = await anInstitution(school);
const first = await aPublishedCourse(school, author, {
  code: 'SHORT',
  title: { es: 'Derechos de niñas y niños' },
  hours: 4,
  languages: ['es', 'pt'],
  institutionId: academy,
});
const second = await aPublishedCourse(school, author, { code: 'LONG', hours: 40, languages: ['es'] });
const third = await made(author, { code: 'VIDEO', hours: 8, languages: ['es'] });
await added(author, third, { kind: 'video', url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ' });
await added(author, third, { kind: 'session' });
await published(author, third);
await aPublishedCourse(school, author, { code: 'HIDDEN', public: false, languages: ['es'] });
await anEdition(first.publication.versionId, 'virtual', -10, 30);
await anEdition(first.publication.versionId, 'on-site', 20, 30);
await anEdition(first.publication.versionId, 'blended', -90, -30);
await anEdition(second.publication.versionId, 'virtual', 5, 60);

const facets = async (query = ''): Promise<CourseFacets> =>
  (await school.visitor().get(`/api/catalog/facets?${query}`).expect<CourseFacets>(200)).body;
const codes = async (query = ''): Promise<string[]> =>
  (await school.visitor().get(`/api/catalog/courses?${query}`).expect<Page<CourseView>>(200)).body.items.map(({ code }) => code).sort();

it('counts what each choice would leave', async () => {
  expect(await facets()).toEqual({
    total: 3,
    language: [
      { value: 'es', count: 3 },
      { value: 'pt', count: 1 },
    ],
    kind: [
      { value: 'page', count: 2 },
      { value: 'quiz', count: 2 },
      { value: 'session', count: 1 },
      { value: 'video', count: 1 },
    ],
    length: [
      { value: 'long', count: 1 },
      { value: 'medium', count: 1 },
      { value: 'short', count: 1 },
    ],
    mode: [
      { value: 'virtual', count: 2 },
      { value: 'on-site', count: 1 },
    ],
    when: [
      { value: 'planned', count: 2 },
      { value: 'open', count: 1 },
    ],
    institution: [{ value: academy, name: 'Academia', country: 'CL', count: 1 }],
  });
});

it('counts a facet as if nothing were chosen in it, and the others by the choice', async () => {
  const chosen = await facets('language=pt');
  expect(chosen.total).toBe(1);
  expect(chosen.language).toEqual((await facets()).language);
  expect(chosen.length).toEqual([{ value: 'short', count: 1 }]);
  expect((await facets('q=ninas')).total).toBe(1);
  expect((await facets('q=zzzz')).institution).toEqual([]);
});

it('lists what the facets promise', async () => {
  expect(await codes('mode=on-site')).toEqual(['SHORT']);
  expect(await codes('when=planned')).toEqual(['LONG', 'SHORT']);
  expect(await codes('when=planned&mode=blended')).toEqual([]);
  expect(await codes('length=long')).toEqual(['LONG']);
  expect(await codes('kind=video')).toEqual(['VIDEO']);
  expect(await codes(`institution=${academy}&language=pt&kind=quiz`)).toEqual(['SHORT']);
  await school.visitor().get('/api/catalog/courses?mode=telepathy').expectProblem(400, 'invalid-request');
});

it('tells of a course what runs and what is to come, and of no edition that is over', async () => {
  const { body } = await school.visitor().get(`/api/catalog/courses/${first.course}`).expect<CourseView>(200);
  expect(body.editions).toMatchObject([
    { mode: 'virtual', state: 'open', timeZone: 'America/Bogota' },
    { mode: 'on-site', state: 'planned' },
  ]);
});

it('gives figures of what everybody may see', async () => {
  const { body, headers } = await school.visitor().get('/api/catalog/overview').expect<CatalogueOverview>(200);
  expect(body).toEqual({ courses: 3, hours: 52, institutions: 1, countries: 1, editions: 1 });
  expect(headers['cache-control']).toBe('public, max-age=60');
});
