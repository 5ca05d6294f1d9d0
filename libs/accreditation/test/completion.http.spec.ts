import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { AccreditationModule } from '@aula/accreditation';
import type { CompletionChoices, CompletionTotals, CompletionView, Page, VerificationAnswers } from '@aula/contracts';
import { anActor, house } from '@aula/testing';
import { aCompletion, aCourseVersion, aPerson, aUnit, publishNothing, settings } from './builders.js';

const school = await house(AccreditationModule, { settings });
await publishNothing(school);
await school.publishes('assessment.pub_grade', []);

const university = randomUUID();
const faculty = randomUUID();
const another = randomUUID();
const institution = (id: string, path: string[]) => ({
  id,
  code: id.slice(0, 6),
  name: 'Universidad',
  country: 'BR',
  parent_id: null,
  path,
});
await school.publishes('identity.pub_institution', [
  institution(university, [university]),
  institution(faculty, [university, faculty]),
  institution(another, [another]),
]);
const own = aCourseVersion({ code: 'CI-202', institution_id: faculty });
const foreign = aCourseVersion({ code: 'XX-1', institution_id: another });
const examination = aUnit(own, { title: { es: 'Examen final' } });
const report = aUnit(own, { title: { es: 'Informe' }, position: 2, required: false, counts: false });
await school.publishes('catalog.pub_course_version', [own, foreign]);
await school.publishes('catalog.pub_unit', [examination, report, aUnit(foreign)]);
const editionId = randomUUID();
await school.publishes('enrollment.pub_edition', [
  {
    id: editionId,
    course_version_id: own.id,
    title: '=Brasília',
    mode: 'virtual',
    opens_at: '2026-01-01T00:00:00Z',
    closes_at: '2026-12-01T00:00:00Z',
    time_zone: 'UTC',
    institution_id: null,
  },
]);

const completed = async (
  version: typeof own,
  country: string,
  at: string,
  mark: number | null,
  who: Parameters<typeof aPerson>[0] = {},
) => {
  const person = aPerson({ country, institution_id: faculty, ...who });
  const completion = aCompletion(person, version);
  const { completionId: id, enrollmentId } = completion;
  await school.publishes('identity.pub_person', [person]);
  await school.hears('completion.recorded', [completion]);
  await school.publishes('enrollment.pub_completion', [
    { id, enrollment_id: enrollmentId, person_id: person.id, course_version_id: version.id, completed_at: at, voided_at: null },
  ]);
  await school.publishes('enrollment.pub_enrollment', [
    {
      id: enrollmentId,
      person_id: person.id,
      edition_id: editionId,
      course_version_id: version.id,
      state: 'completed',
      opens_at: '2026-01-01T00:00:00Z',
      closes_at: '2026-12-01T00:00:00Z',
    },
  ]);
  const grade = (scaled: number, unit = examination.id) => ({
    attempt_id: randomUUID(),
    enrollment_id: enrollmentId,
    unit_id: unit,
    quiz_id: randomUUID(),
    score: scaled * 10,
    max_score: 10,
    score_scaled: scaled,
    passed: true,
    graded_at: at,
  });
  if (mark !== null) await school.publishes('assessment.pub_grade', [grade(mark - 0.1), grade(mark), grade(1, report.id)]);
  const [made] = await school.sql<{ id: string }>('select id from accreditation.credential where enrollment_id = $1', [enrollmentId]);
  return { id: made!.id, completion };
};
const first = await completed(own, 'BR', '2026-03-31T23:59:59.000Z', 0.7);
const second = await completed(own, 'PE', '2026-04-01T00:00:00.000Z', 0.62);
const beatriz = { given_name: 'Beatriz', family_name: 'Ñusta', sort_name: 'nusta beatriz', external_id: 'PNP-77.1', id_key: 'pnp771' };
const third = await completed(own, 'PE', '2026-04-30T12:00:00.000Z', null, beatriz);
const other = await completed(foreign, 'BR', '2026-04-02T00:00:00.000Z', 0.8);

const registrar = school.as(anActor({ grants: [{ role: 'registrar', scope: { kind: 'university', id: university } }] }));
const list = async (query = '', as = registrar): Promise<Page<CompletionView>> =>
  (await as.get(`/api/accreditation/completions?${query}`).expect<Page<CompletionView>>(200)).body;
const ids = async (query = '', as = registrar): Promise<string[]> => (await list(query, as)).items.map(({ id }) => id);
const idOf = ({ completion }: typeof first): string => completion.completionId;

it('shows a registrar who completed the courses of their university, newest first, with the mark of what the rule asks for', async () => {
  const { items } = await list();
  expect(items.map(({ id }) => id)).toEqual([third, second, first].map(idOf));
  expect(items[1]).toMatchObject({
    name: 'José Luís Gonçalves-Peña',
    country: 'PE',
    code: 'CI-202',
    edition: '=Brasília',
    mark: 0.62, // and not the 1 of a report that anybody may leave out
    examinations: [{ title: { es: 'Examen final' }, mark: 0.62 }],
    credential: { id: second.id, state: 'issued' },
  });
  expect(items[0]).toMatchObject({ mark: null, examinations: [{ mark: null }], externalId: 'PNP-77.1' });
});

it('gives a course of several examinations the mean of their marks, once each has one, and shows each', async () => {
  const course = aCourseVersion({ institution_id: faculty });
  const [theory, practice] = [aUnit(course, { title: { es: 'Teoría' } }), aUnit(course, { title: { es: 'Práctica' }, position: 2 })];
  await school.publishes('catalog.pub_course_version', [course]);
  await school.publishes('catalog.pub_unit', [practice, theory]);
  const learner = await completed(course, 'UY', '2026-01-01T00:00:00.000Z', null);
  const marked = (unit_id: string, score_scaled: number) =>
    school.publishes('assessment.pub_grade', [
      {
        ...{ attempt_id: randomUUID(), enrollment_id: learner.completion.enrollmentId, unit_id, quiz_id: randomUUID() },
        ...{ score: score_scaled, max_score: 1, score_scaled, passed: true, graded_at: '2026-01-01T00:00:00Z' },
      },
    ]);
  const query = `courseId=${course.course_id}`;
  const told = async () => {
    const { items } = await list(query);
    const totals = (await registrar.get(`/api/accreditation/completion-totals?${query}`).expect<CompletionTotals>(200)).body;
    return { mark: items[0]!.mark, examinations: items[0]!.examinations.map(({ title, mark }) => [title.es, mark]), mean: totals.meanMark };
  };
  await marked(theory.id, 0.6);
  expect(await told()).toEqual({
    mark: null,
    examinations: [
      ['Teoría', 0.6],
      ['Práctica', null],
    ],
    mean: null,
  });
  await marked(practice.id, 0.9);
  await marked(practice.id, 0.7);
  expect(await told()).toEqual({
    mark: expect.closeTo(0.75, 5),
    examinations: [
      ['Teoría', 0.6],
      ['Práctica', 0.9],
    ],
    mean: expect.closeTo(0.75, 5),
  });
  const { text } = await registrar.with({ 'accept-language': 'es' }).get(`/api/accreditation/completions.csv?${query}`).whatever();
  expect(text).toContain(',0.75,"Teoría: 0.6; Práctica: 0.9",');
  await school.sql(`delete from testing.enrollment_pub_completion where id = $1`, [idOf(learner)]);
});

it('finds people by name, by the id of their force and by the number of a certificate', async () => {
  expect(await ids('q=nusta')).toEqual([idOf(third)]);
  expect(await ids(`q=${encodeURIComponent('ÑUSTA beat')}`)).toEqual([idOf(third)]);
  expect(await ids('q=pnp771')).toEqual([idOf(third)]);
  expect(await ids('q=PNP-77.1')).toEqual([idOf(third)]);
  expect(await ids('q=PNP-77')).toEqual([]);
  expect(await ids(`q=${first.id.toUpperCase()}`)).toEqual([idOf(first)]);
  expect(await ids(`q=${other.id}`)).toEqual([]);
  expect(await ids('q=%25')).toEqual([]);
});

it('filters by course, edition, month and country, and goes on where a page ended', async () => {
  expect(await ids('month=2026-03')).toEqual([idOf(first)]);
  expect(await ids('month=2026-04&country=PE')).toEqual([third, second].map(idOf));
  expect(await ids(`courseId=${own.course_id}&editionId=${editionId}&country=BR`)).toEqual([idOf(first)]);
  expect(await ids(`courseId=${foreign.course_id}`)).toEqual([]);
  const { items, next } = await list('limit=2');
  expect(items).toHaveLength(2);
  expect(await ids(`limit=2&cursor=${next}`)).toEqual([idOf(first)]);
  await registrar.get('/api/accreditation/completions?month=2026-13').expectProblem(400, 'invalid-request');
});

it('shows those who keep everything all, a reviewer and a coordinator their university, and nobody else anything', async () => {
  const everywhere = school.as(anActor({ roles: ['registrar'] }));
  expect(await ids('', everywhere)).toContain(idOf(other));
  const reviewer = school.as(anActor({ grants: [{ role: 'reviewer', scope: { kind: 'university', id: another } }] }));
  expect(await ids('', reviewer)).toEqual([idOf(other)]);
  const coordinator = school.as(anActor({ grants: [{ role: 'coordinator', scope: { kind: 'university', id: another } }] }));
  expect(await ids('', coordinator)).toEqual([idOf(other)]);
  await coordinator.post(`/api/accreditation/credentials/${other.id}/revocation`, { reason: 'No' }).expectProblem(403, 'forbidden');
  await school
    .as(anActor({ roles: ['instructor'] }))
    .get('/api/accreditation/completions')
    .expectProblem(403, 'forbidden');
  await school.visitor().get('/api/accreditation/completion-totals').expectProblem(401, 'not-signed-in');
});

it('sums up what the filters leave', async () => {
  const totals = async (query = '') =>
    (await registrar.get(`/api/accreditation/completion-totals?${query}`).expect<CompletionTotals>(200)).body;
  expect(await totals()).toEqual({ completions: 3, people: 3, countries: 2, revoked: 0, meanMark: expect.closeTo(0.66, 5) });
  expect(await totals('country=BR')).toMatchObject({ completions: 1, meanMark: 0.7 });
  expect(await totals('month=2020-01')).toEqual({ completions: 0, people: 0, countries: 0, revoked: 0, meanMark: null });
  const { body } = await registrar.get('/api/accreditation/completion-choices').expect<CompletionChoices>(200);
  expect(body.courses.map(({ code }) => code)).toContain('CI-202');
  expect(body.courses.map(({ code }) => code)).not.toContain('XX-1');
  expect(body.courses.every(({ accredited }) => !accredited)).toBe(true);
  expect(body.countries).toEqual(['BR', 'PE', 'UY']); // of institutions, and of people whose country has none
  expect(body.editions.map(({ id }) => id)).toEqual([editionId]);
});

it('hands out a file that no spreadsheet takes for formulas', async () => {
  const { text, headers } = await registrar
    .with({ 'accept-language': 'pt-BR' })
    .get('/api/accreditation/completions.csv?country=BR')
    .whatever();
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toContain('\uFEFFNome,Número de identificação,País');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`'=Brasília`);
  expect(lines[1]).toContain(`0.7,Examen final: 0.7,${first.id},issued`);
  const workbook = await registrar.get('/api/accreditation/completions.xlsx').whatever();
  expect(workbook.headers['content-type']).toContain('spreadsheetml');
  expect(workbook.text.startsWith('PK')).toBe(true);
});

it('answers for many certificates as for one, without a word more about anybody', async () => {
  const document = (await school.visitor().get(`/api/accreditation/credentials/${second.id}`).expect<Record<string, unknown>>(200)).body;
  const single = (await school.visitor().get(`/api/accreditation/verifications/${first.id}`).expect<object>(200)).body;
  const items = [
    { id: `https://academy.test/v/${first.id}` },
    { id: '0'.repeat(26) },
    { credential: document },
    { credential: { ...document, name: 'x' } },
  ];
  const { body } = await registrar.post('/api/accreditation/verifications/batches', { items }).expect<VerificationAnswers>(200);
  expect(body.items[0]).toEqual(single);
  expect(body.items[1]).toBeNull();
  expect(body.items[2]).toMatchObject({ id: second.id, integrity: { answer: 'intact' }, status: { answer: 'in-force' } });
  expect(body.items[3]).toMatchObject({ integrity: { answer: 'altered' }, claims: null });
  expect(JSON.stringify(body)).not.toContain('Gonçalves');
  const many = Array.from({ length: 51 }, () => ({ id: first.id }));
  await registrar.post('/api/accreditation/verifications/batches', { items: many }).expectProblem(400, 'invalid-request');
  await school
    .as(anActor())
    .post('/api/accreditation/verifications/batches', { items: many.slice(1) })
    .expectProblem(403, 'forbidden');
});
