import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { AccreditationModule } from '@aula/accreditation';
import type { CompletionChoices, CompletionTotals, CompletionView, Page, VerificationAnswers } from '@aula/contracts';
import { anActor, house } from '@aula/testing';
import { aCompletion, aCourseVersion, aPerson, publishCourse, publishNothing, settings } from './builders.js';

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
await publishCourse(school, own);
await publishCourse(school, foreign);
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

const completed = async (version: typeof own, country: string, at: string, mark: number | null) => {
  const person = aPerson({ country, institution_id: faculty });
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
  const grade = (scaled: number) => ({
    attempt_id: randomUUID(),
    enrollment_id: enrollmentId,
    unit_id: randomUUID(),
    quiz_id: randomUUID(),
    score: scaled * 10,
    max_score: 10,
    score_scaled: scaled,
    passed: true,
    graded_at: at,
  });
  if (mark !== null) await school.publishes('assessment.pub_grade', [grade(mark - 0.1), grade(mark)]);
  const [made] = await school.sql<{ id: string }>('select id from accreditation.credential where enrollment_id = $1', [enrollmentId]);
  return { id: made!.id, completion };
};
const first = await completed(own, 'BR', '2026-03-31T23:59:59.000Z', 0.7);
const second = await completed(own, 'PE', '2026-04-01T00:00:00.000Z', 0.9);
const third = await completed(own, 'PE', '2026-04-30T12:00:00.000Z', null);
const other = await completed(foreign, 'BR', '2026-04-02T00:00:00.000Z', 0.8);

const registrar = school.as(anActor({ grants: [{ role: 'registrar', scope: { kind: 'university', id: university } }] }));
const list = async (query = '', as = registrar): Promise<Page<CompletionView>> =>
  (await as.get(`/api/accreditation/completions?${query}`).expect<Page<CompletionView>>(200)).body;
const ids = async (query = '', as = registrar): Promise<string[]> => (await list(query, as)).items.map(({ id }) => id);
const idOf = ({ completion }: typeof first): string => completion.completionId;

it('shows a registrar who completed the courses of their university, newest first, with the best mark', async () => {
  const { items } = await list();
  expect(items.map(({ id }) => id)).toEqual([third, second, first].map(idOf));
  expect(items[1]).toMatchObject({
    name: 'José Luís Gonçalves-Peña',
    country: 'PE',
    code: 'CI-202',
    edition: '=Brasília',
    mark: 0.9,
    credential: { id: second.id, state: 'issued' },
  });
  expect(items[0]).toMatchObject({ mark: null });
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
  expect(await totals()).toEqual({ completions: 3, people: 3, countries: 2, revoked: 0, meanMark: expect.closeTo(0.8, 5) });
  expect(await totals('country=BR')).toMatchObject({ completions: 1, meanMark: 0.7 });
  expect(await totals('month=2020-01')).toEqual({ completions: 0, people: 0, countries: 0, revoked: 0, meanMark: null });
  const { body } = await registrar.get('/api/accreditation/completion-choices').expect<CompletionChoices>(200);
  expect(body.courses.map(({ code }) => code)).toEqual(['CI-202']);
  expect(body.editions.map(({ id }) => id)).toEqual([editionId]);
});

it('hands out a file that no spreadsheet takes for formulas', async () => {
  const { text, headers } = await registrar
    .with({ 'accept-language': 'pt-BR' })
    .get('/api/accreditation/completions.csv?country=BR')
    .whatever();
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toContain('\uFEFFNome,País');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`'=Brasília`);
  expect(lines[1]).toContain(first.id);
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
