import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { CourseVersionView, Page } from '@aula/contracts';
import { CatalogModule } from '@aula/catalog';
import { anActor, house } from '@aula/testing';
import { aPackage, aPublishedCourse, aQuiz, added, made, neighbours, published } from './builders.js';

const school = await house(CatalogModule);
await neighbours(school);
const author = school.as(anActor({ roles: ['instructor'] }));
/** What a publication is refused for: code, unit, part. */
const missing = async (course: string): Promise<unknown[]> => {
  const { errors } = await author.post(`/api/catalog/courses/${course}/publications`).expectProblem(409, 'catalog.publication-refused');
  return (errors as { code?: string; path: string }[]).map(({ code, path }) => `${code!.replace('catalog.', '')} ${path}`);
};

it('refuses an empty course, in the reader’s language', async () => {
  const course = await made(author);
  expect(await missing(course)).toEqual(['course-without-units units']);
  const refused = await author
    .with({ 'accept-language': 'fr' })
    .post(`/api/catalog/courses/${course}/publications`)
    .expectProblem(409, 'catalog.publication-refused');
  expect(refused.errors![0]!.message).toContain('Ajoutez au moins un test');
});

it('lists everything that is missing at once', async () => {
  const course = await made(author, { title: { fr: 'Sans titre' }, languages: ['es', 'pt'] });
  const unpacking = await aPackage(school, 'unpacking');
  const scorm = await added(author, course, { kind: 'scorm', title: { es: 'Paquete' }, contents: { fr: { packageId: unpacking } } });
  const quiz = await added(author, course, { kind: 'quiz', title: { es: 'Prueba' }, contents: { pt: { quizId: randomUUID() } } });
  const page = await added(author, course, { kind: 'page', title: { fr: 'Page' }, body: '  \n' });
  const video = await added(author, course, { kind: 'video', title: { es: 'Video' } });
  expect(await missing(course)).toEqual([
    'course-without-title title',
    `unit-without-package units.${scorm}.contents`,
    `package-not-ready units.${scorm}.contents.fr`,
    `quiz-missing units.${quiz}.contents.pt`,
    `unit-without-title units.${page}.title`,
    `page-empty units.${page}.contents`,
    `unit-without-file units.${video}.contents`,
  ]);
});

it('wants proof behind a certificate: a quiz or a session in the rule', async () => {
  const course = await made(author);
  const scorm = await added(author, course, { kind: 'scorm', title: { es: 'Paquete' }, packageId: await aPackage(school) });
  expect(await missing(course)).toEqual(['completion-without-proof completion']);
  const quiz = await added(author, course, { kind: 'quiz', title: { es: 'Prueba' }, quizId: await aQuiz(school), required: false });
  expect(await missing(course)).toEqual(['completion-without-proof completion']);
  await author.put(`/api/catalog/courses/${course}/completion`, { rule: { units: [scorm, quiz] } }).expect(200);
  const { versionId } = await published(author, course);
  expect(
    await school.sql(`select kind, required, counts from catalog.pub_unit where course_version_id = $1 order by position`, [versionId]),
  ).toEqual([
    { kind: 'scorm', required: true, counts: true },
    { kind: 'quiz', required: false, counts: true },
  ]);
  const attended = await made(author);
  await added(author, attended, { kind: 'session', title: { es: 'Encuentro' } });
  await published(author, attended);
});

it('needs one language of the course, not all of them', async () => {
  const course = await made(author, { languages: ['es', 'en'], title: { en: 'Only English' } });
  await added(author, course, { kind: 'quiz', title: { en: 'Quiz' }, contents: { en: { quizId: await aQuiz(school) } } });
  expect(await published(author, course)).toMatchObject({ number: 1 });
});

it('counts the versions up, says so, and never changes one', async () => {
  const { course, publication } = await aPublishedCourse(school, author, { title: { es: 'Primera' } });
  await author.patch(`/api/catalog/courses/${course}`, { title: { es: 'Segunda' } }).expect(200);
  const second = await published(author, course);
  expect([publication.number, second.number]).toEqual([1, 2]);
  const read = async (id: string): Promise<CourseVersionView> =>
    (await school.visitor().get(`/api/catalog/course-versions/${id}`).expect<CourseVersionView>(200)).body;
  expect([(await read(publication.versionId)).title, (await read(second.versionId)).title]).toEqual([{ es: 'Primera' }, { es: 'Segunda' }]);
  expect((await school.said('course-version.published')).filter((fact) => fact.courseId === course)).toEqual([
    { courseId: course, courseVersionId: publication.versionId },
    { courseId: course, courseVersionId: second.versionId },
  ]);
  const versions = (await school.visitor().get(`/api/catalog/courses/${course}/versions?limit=1`).expect<Page<CourseVersionView>>(200))
    .body;
  expect(versions.items.map(({ number, units }) => [number, units.length])).toEqual([[2, 2]]);
  const rest = await school
    .visitor()
    .get(`/api/catalog/courses/${course}/versions?limit=1&cursor=${versions.next!}`)
    .expect<Page<CourseVersionView>>(200);
  expect([rest.body.items.map(({ number }) => number), rest.body.next]).toEqual([[1], null]);
  for (const change of [
    'update catalog.course_version set hours = 1',
    'delete from catalog.course_version_unit',
    'truncate catalog.course_version_unit',
  ])
    await expect(school.sql(change)).rejects.toThrow('never changes');
});

it('numbers versions one by one when two authors publish at once', async () => {
  const { course } = await aPublishedCourse(school, author);
  const more = await Promise.all([1, 2, 3].map(() => published(author, course)));
  expect(more.map(({ number }) => number).sort()).toEqual([2, 3, 4]);
});

it('keeps versions of other people’s courses from who may not see them', async () => {
  const { course, publication } = await aPublishedCourse(school, author, { public: false });
  await school.visitor().get(`/api/catalog/course-versions/${publication.versionId}`).expectProblem(404, 'not-found');
  expect((await school.visitor().get(`/api/catalog/courses/${course}/versions`).expect<Page<unknown>>(200)).body.items).toEqual([]);
  const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] }));
  await stranger.post(`/api/catalog/courses/${course}/publications`).expectProblem(404, 'not-found');
});
