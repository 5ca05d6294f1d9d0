import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { CourseView, UnitView } from '@aula/contracts';
import { CatalogModule } from '@aula/catalog';
import { anActor, house } from '@aula/testing';
import { aPublishedCourse, aQuiz, aUnit, added, made, neighbours, published } from './builders.js';

const school = await house(CatalogModule);
await neighbours(school);
const author = school.as(anActor({ roles: ['instructor'] }));
const draft = async (course: string): Promise<CourseView> =>
  (await author.get(`/api/catalog/courses/${course}`).expect<CourseView>(200)).body;
const at = (course: string, unit = ''): string => `/api/catalog/courses/${course}/units${unit && `/${unit}`}`;

it('reads the shorthand as the course’s first language', async () => {
  const course = await made(author, { languages: ['pt', 'es'] });
  await added(author, course, { kind: 'page', body: 'Olá', contents: { es: { body: 'Hola' } } });
  await added(author, course, { kind: 'session', title: { pt: 'Encontro' }, required: false });
  expect((await draft(course)).units).toMatchObject([
    { position: 1, kind: 'page', required: true, contents: { pt: { body: 'Olá' }, es: { body: 'Hola' } } },
    { position: 2, kind: 'session', required: false, contents: {} },
  ]);
});

it('takes for each kind what the kind is made of, and says what is wrong by language', async () => {
  const course = await made(author);
  const refused = async (wish: Record<string, unknown>): Promise<string[]> =>
    (await author.post(at(course), aUnit(wish)).expectProblem(400, 'catalog.unit-content-invalid')).errors!.map((each) => each.path);
  const id = randomUUID();
  expect(await refused({ kind: 'scorm', quizId: id })).toEqual(['contents.es.quizId', 'contents.es.packageId']);
  expect(await refused({ kind: 'quiz', contents: { pt: { quizId: id, body: 'x' } } })).toEqual(['contents.pt.body']);
  expect(await refused({ kind: 'session', body: 'x' })).toEqual(['contents.es.body']);
  expect(await refused({ kind: 'file', fileId: id })).toEqual(['contents.es.fileId']);
  expect(await refused({ kind: 'video', url: 'http://videos.example/1' })).toEqual(['contents.es.url']);
  expect(await refused({ kind: 'video', url: 'javascript:alert(1)' })).toEqual(['contents.es.url']);
  const page = await added(author, course);
  await author.patch(at(course, page), { contents: { es: { quizId: id } } }).expectProblem(400, 'catalog.unit-content-invalid');
  await author.post(at(course), aUnit({ kind: 'lecture' })).expectProblem(400, 'invalid-request');
  expect((await draft(course)).units).toHaveLength(1);
});

it('changes, orders and removes the units of a draft', async () => {
  const course = await made(author);
  const [a, b, c] = [await added(author, course), await added(author, course), await added(author, course)];
  const changed = (await author.patch(at(course, b), { title: { es: 'Otra' }, required: false }).expect<UnitView>(200)).body;
  expect(changed).toMatchObject({ id: b, title: { es: 'Otra' }, required: false, contents: { es: { body: '# Bienvenida' } } });
  const order = `/api/catalog/courses/${course}/unit-order`;
  await author.put(order, { unitIds: [c, a, b] }).expect(200);
  expect((await draft(course)).units!.map((unit) => unit.id)).toEqual([c, a, b]);
  for (const unitIds of [
    [c, a],
    [c, a, a],
    [c, a, randomUUID()],
    [c, a, b, b],
  ])
    await author.put(order, { unitIds }).expectProblem(409, 'catalog.unit-order-incomplete');
  await author.delete(at(course, a)).expect(204);
  await author.delete(at(course, a)).expectProblem(404, 'not-found');
  expect((await draft(course)).units!.map((unit) => unit.id)).toEqual([c, b]);
});

it('rests the completion rule on units that are there, and keeps them there', async () => {
  const course = await made(author);
  const quiz = await added(author, course, { kind: 'quiz', title: { es: 'Prueba' }, quizId: await aQuiz(school) });
  const rule = `/api/catalog/courses/${course}/completion`;
  const unknown = await author.put(rule, { rule: { units: [quiz, randomUUID()] } }).expectProblem(400, 'catalog.completion-unit-unknown');
  expect(unknown.errors!.map((each) => each.path)).toEqual(['rule.units.1']);
  await author.put(rule, { rule: { units: [quiz], minimumScore: 1.5 } }).expectProblem(400, 'invalid-request');
  await author.put(rule, { rule: { units: [quiz], minimumScore: 0.8 } }).expect(200);
  expect((await draft(course)).completion).toEqual({ units: [quiz], minimumScore: 0.8 });
  await author.delete(at(course, quiz)).expectProblem(409, 'catalog.unit-in-completion-rule');
  await author.put(rule, { rule: { units: 'required' } }).expect(200);
  await author.delete(at(course, quiz)).expect(204);
});

it('leaves units of other courses and other authors alone', async () => {
  const mine = await made(author);
  const unit = await added(author, mine);
  const other = await made(author);
  await author.patch(at(other, unit), { required: false }).expectProblem(404, 'not-found');
  await author.delete(at(other, unit)).expectProblem(404, 'not-found');
  const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: other } }] }));
  await stranger.post(at(mine), aUnit()).expectProblem(404, 'not-found');
  await stranger.get(at(mine, unit)).expectProblem(404, 'not-found');
  await stranger.patch(at(other), {}).expectProblem(404, 'not-found');
});

it('renders pages for their author, and for who is enrolled', async () => {
  const { course, page, publication } = await aPublishedCourse(school, author, { public: true });
  const nextBody = 'Texto **nuevo** <script>alert(1)</script> [x](javascript:alert(1))';
  const preview = (await author.patch(at(course, page), { contents: { es: { body: nextBody } } }).expect<UnitView>(200)).body;
  expect(preview.html).toEqual({
    es: '<p>Texto <strong>nuevo</strong> &lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1))</p>\n',
  });
  const officer = anActor();
  const unit = `/api/catalog/course-versions/${publication.versionId}/units/${page}`;
  await school.visitor().get(unit).expectProblem(401, 'not-signed-in');
  await school.as(officer).get(unit).expectProblem(404, 'not-found');
  const enrollment = {
    id: randomUUID(),
    person_id: officer.personId,
    edition_id: randomUUID(),
    opens_at: '2026-01-01',
    closes_at: '2027-01-01',
  };
  await school.publishes('enrollment.pub_enrollment', [{ ...enrollment, course_version_id: publication.versionId, state: 'active' }]);
  const read = await school.as(officer).get(unit).expect<UnitView>(200);
  expect(read.body).toMatchObject({ contents: { es: { body: '# Bienvenida' } }, html: { es: '<h1>Bienvenida</h1>\n' } });
  await school
    .as(officer)
    .with({ 'if-none-match': String(read.headers['etag']) })
    .get(unit)
    .expect(304);
});

it('keeps the ids of units over versions', async () => {
  const { course, page, quiz, publication } = await aPublishedCourse(school, author);
  await author.put(`/api/catalog/courses/${course}/unit-order`, { unitIds: [quiz, page] }).expect(200);
  const again = await published(author, course);
  const units = await school.sql<{ course_version_id: string; id: string; position: number }>(
    `select course_version_id, id, position from catalog.pub_unit where id = any($1) order by course_version_id, position`,
    [[page, quiz]],
  );
  expect(units).toEqual([
    { course_version_id: publication.versionId, id: page, position: 1 },
    { course_version_id: publication.versionId, id: quiz, position: 2 },
    { course_version_id: again.versionId, id: quiz, position: 1 },
    { course_version_id: again.versionId, id: page, position: 2 },
  ]);
});
