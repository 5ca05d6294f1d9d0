import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { EditionView, EnrollmentView, Page } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house, type Client } from '@aula/testing';
import { aLearner, aPerson, aVersion, anInstitution, audited, enrolled, graded, neighbours, opened } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const list = async (client: Client, query: string): Promise<Page<EnrollmentView>> =>
  (await client.get(`/api/enrollment/enrollments?${query}`).expect<Page<EnrollmentView>>(200)).body;
const over = (role: 'training-administrator' | 'auditor' | 'programme-manager', id: string) =>
  school.as(anActor({ grants: [{ role, scope: { kind: 'institution', id } }] }));
const instructor = (kind: 'course' | 'edition' | 'institution', id: string) =>
  school.as(anActor({ grants: [{ role: 'instructor', scope: { kind, id } }] }));

it('tells a learner what to do, in their language where there is one', async () => {
  const [es, pt, en] = [randomUUID(), randomUUID(), randomUUID()];
  const version = await aVersion(school, [
    { kind: 'scorm', contents: { en: { packageId: en }, pt: { packageId: pt }, es: { packageId: es } } },
    { kind: 'quiz', contents: { en: { quizId: en } } },
    { kind: 'page', required: false },
  ]);
  const edition = await opened(administrator, version.id);
  const learner = await aLearner(school, administrator, edition, { language: 'pt', given: 'João', family: 'Souza' });
  const { items } = await list(learner.client, 'mine=true');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    ...{ id: learner.enrollment, personId: learner.person, editionId: edition, editionTitle: 'Primera edición', courseId: version.course },
    ...{
      courseVersionId: version.id,
      courseTitle: { es: 'Atención a víctimas' },
      hours: 20,
      state: 'active',
      progress: 0,
      completedAt: null,
    },
    ...{
      timeZone: 'America/Santiago',
      person: { givenName: 'João', familyName: 'Souza' },
      may: ['enrollment.withdraw', 'enrollment.report'],
    },
  });
  expect(items[0]!.units.map(({ position, kind, state, packageId, quizId }) => ({ position, kind, state, packageId, quizId }))).toEqual([
    { position: 1, kind: 'scorm', state: 'not-started', packageId: pt, quizId: null },
    { position: 2, kind: 'quiz', state: 'not-started', packageId: null, quizId: en },
    { position: 3, kind: 'page', state: 'not-started', packageId: null, quizId: null },
  ]);
  const french = await aLearner(school, administrator, edition, { language: 'fr' });
  expect((await french.read()).units[0]!.packageId).toBe(es);
});

it('keeps enrollments from who has nothing to do with them', async () => {
  const version = await aVersion(school);
  const ours = await anInstitution(school, [], 'Academia del Sur');
  const below = await anInstitution(school, [ours]);
  const theirs = await anInstitution(school);
  const edition = await opened(administrator, version.id);
  const [a, b, c] = [
    await aLearner(school, administrator, edition, { institution: [ours] }),
    await aLearner(school, administrator, edition, { institution: [ours, below] }),
    await aLearner(school, administrator, edition, { institution: [theirs] }),
  ];
  const roster = async (client: Client): Promise<string[]> => (await list(client, `editionId=${edition}`)).items.map(({ id }) => id);
  const all = [a, b, c].map(({ enrollment }) => enrollment);
  expect(await roster(administrator)).toEqual(all);
  expect(await roster(over('training-administrator', ours))).toEqual(all.slice(0, 2));
  expect(await roster(over('auditor', below))).toEqual([all[1]]);
  expect(await roster(over('programme-manager', ours))).toEqual(all.slice(0, 2));
  const ofCourse = school.as(anActor({ grants: [{ role: 'programme-manager', scope: { kind: 'course', id: version.course } }] }));
  expect(await roster(ofCourse)).toEqual(all);
  expect(await roster(instructor('course', version.course))).toEqual(all);
  expect(await roster(instructor('edition', edition))).toEqual(all);
  expect(await roster(instructor('course', randomUUID()))).toEqual([]);
  expect(await roster(instructor('institution', ours))).toEqual([]);
  expect(await roster(school.as(anActor({ roles: ['registrar'] })))).toEqual([]);
  expect(await roster(a.client)).toEqual([a.enrollment]);
  const one = (client: Client, id: string) => client.get(`/api/enrollment/enrollments/${id}`);
  await one(a.client, b.enrollment).expectProblem(404, 'not-found');
  await one(over('training-administrator', ours), c.enrollment).expectProblem(404, 'not-found');
  await one(school.visitor(), a.enrollment).expectProblem(401, 'not-signed-in');
  const seen = (await one(over('training-administrator', ours), a.enrollment).expect<EnrollmentView>(200)).body;
  expect([seen.person, seen.may]).toEqual([
    { givenName: 'Ana', familyName: 'Pérez', institution: 'Academia del Sur' },
    ['enrollment.withdraw', 'enrollment.extend'],
  ]);
  for (const reader of [over('auditor', ours), over('programme-manager', ours), ofCourse]) {
    expect((await one(reader, a.enrollment).expect<EnrollmentView>(200)).body.may).toEqual([]);
    expect((await reader.get(`/api/enrollment/editions/${edition}`).expect<EditionView>(200)).body.may).toEqual(['edition.roster']);
  }
  expect((await list(administrator, `personId=${c.person}`)).items.map(({ id }) => id)).toEqual([c.enrollment]);
  expect((await list(a.client, `personId=${c.person}`)).items).toEqual([]);
  expect((await list(over('auditor', theirs), 'limit=200')).items.map(({ id }) => id)).toEqual([c.enrollment]);
});

it('searches a roster by name without accents, and pages through it', async () => {
  const version = await aVersion(school);
  const edition = await opened(administrator, version.id);
  const names: [string, string][] = [
    ['Núria', 'Ibáñez'],
    ['Joao', 'Ibanez'],
    ['José', 'Ñandú'],
    ['An_a', 'García'],
  ];
  const people = await Promise.all(names.map(([given, family]) => aPerson(school, { given, family })));
  await enrolled(school, administrator, edition, { personIds: people });
  const found = async (q: string): Promise<string[]> =>
    (await list(administrator, `editionId=${edition}&q=${encodeURIComponent(q)}`)).items.map(({ person }) => person!.givenName).sort();
  expect(await found('IBANEZ')).toEqual(['Joao', 'Núria']);
  expect(await found('ibáñez nuria')).toEqual(['Núria']);
  expect(await found('nandu')).toEqual(['José']);
  expect(await found('n_a')).toEqual(['An_a']);
  const first = await list(administrator, `editionId=${edition}&limit=3`);
  const rest = await list(administrator, `editionId=${edition}&limit=3&cursor=${first.next!}`);
  expect(new Set([...first.items, ...rest.items].map(({ personId }) => personId))).toEqual(new Set(people));
  expect([first.items.length, rest.items.length, rest.next]).toEqual([3, 1, null]);
  expect((await list(administrator, `editionId=${edition}&state=withdrawn`)).items).toEqual([]);
});

it('ends an enrollment once, and frees its place', async () => {
  const version = await aVersion(school);
  const institution = await anInstitution(school);
  const edition = await opened(administrator, version.id);
  const learner = await aLearner(school, administrator, edition, { institution: [institution] });
  const another = await aLearner(school, administrator, edition, { institution: [institution] });
  const withdraw = (client: Client, reason = 'traslado') =>
    client.post(`/api/enrollment/enrollments/${learner.enrollment}/withdrawal`, { reason });
  await withdraw(another.client).expectProblem(404, 'not-found');
  await withdraw(instructor('edition', edition)).expectProblem(403, 'forbidden');
  await withdraw(over('training-administrator', await anInstitution(school))).expectProblem(404, 'not-found');
  await withdraw(learner.client, '').expectProblem(400, 'invalid-request');
  const { body } = await withdraw(over('training-administrator', institution)).expect<EnrollmentView>(200);
  expect([body.state, body.may]).toEqual(['withdrawn', ['enrollment.reinstate']]);
  await withdraw(learner.client).expectProblem(409, 'enrollment.not-withdrawable');
  expect(await school.said('enrollment.withdrawn')).toEqual([
    { enrollmentId: learner.enrollment, personId: learner.person, editionId: edition },
  ]);
  expect((await administrator.get(`/api/enrollment/editions/${edition}`).expect<EditionView>(200)).body.enrolled).toBe(1);
  await school.hears('attempt.graded', [graded(learner.enrollment, version.units[0]!, 10)]);
  expect((await learner.read()).state).toBe('withdrawn');
  expect(await school.said('completion.recorded')).toEqual([]);
});

it('keeps what is completed', async () => {
  const version = await aVersion(school);
  const learner = await aLearner(school, administrator, await opened(administrator, version.id));
  await school.hears('attempt.graded', [graded(learner.enrollment, version.units[0]!, 10)]);
  await learner.client
    .post(`/api/enrollment/enrollments/${learner.enrollment}/withdrawal`, { reason: 'traslado' })
    .expectProblem(409, 'enrollment.not-withdrawable');
  expect((await learner.read()).state).toBe('completed');
  expect((await audited(school)).broken).toBeUndefined();
});

it('takes a withdrawal back while there is a place, and counts what was done before', async () => {
  const version = await aVersion(school);
  const institution = await anInstitution(school);
  const edition = await opened(administrator, version.id, { capacity: 1 });
  const learner = await aLearner(school, administrator, edition, { institution: [institution] });
  const reinstate = (client: Client) => client.post(`/api/enrollment/enrollments/${learner.enrollment}/reinstatement`);
  await reinstate(administrator).expectProblem(409, 'enrollment.not-reinstatable');
  await learner.client.post(`/api/enrollment/enrollments/${learner.enrollment}/withdrawal`, { reason: 'traslado' }).expect(200);
  await school.hears('attempt.graded', [graded(learner.enrollment, version.units[0]!, 10)]);
  expect((await administrator.get(`/api/enrollment/enrollments/${learner.enrollment}`).expect<EnrollmentView>(200)).body.may).toEqual([
    'enrollment.reinstate',
  ]);
  await reinstate(learner.client).expectProblem(403, 'forbidden');
  expect((await reinstate(over('training-administrator', institution)).expect<EnrollmentView>(200)).body.state).toBe('completed');
  const small = await opened(administrator, version.id, { capacity: 1 });
  const gone = await aLearner(school, administrator, small);
  await gone.client.post(`/api/enrollment/enrollments/${gone.enrollment}/withdrawal`, { reason: 'traslado' }).expect(200);
  await aLearner(school, administrator, small);
  await administrator.post(`/api/enrollment/enrollments/${gone.enrollment}/reinstatement`).expectProblem(409, 'enrollment.edition-full');
  expect((await audited(school)).broken).toBeUndefined();
});

it('gives one learner more time, also when the edition has closed for the others', async () => {
  const version = await aVersion(school, [{ kind: 'page' }]);
  const edition = await opened(administrator, version.id);
  const learner = await aLearner(school, administrator, edition);
  const other = await aLearner(school, administrator, edition);
  const deadline = (value: string | null, client = administrator) =>
    client.put(`/api/enrollment/enrollments/${learner.enrollment}/deadline`, { deadline: value });
  await deadline('2019-01-01T00:00:00Z').expectProblem(409, 'enrollment.deadline-past');
  await deadline('2089-01-01T00:00:00Z', learner.client).expectProblem(403, 'forbidden');
  await deadline('2089-01-01T00:00:00Z').expect(200);
  await administrator.post(`/api/enrollment/editions/${edition}/closure`).expect(200);
  const report = ({ client, enrollment }: typeof learner) =>
    client.put(`/api/enrollment/enrollments/${enrollment}/units/${version.units[0]!}/progress`, { state: 'in-progress' });
  await report(other).expectProblem(409, 'enrollment.edition-closed');
  await report(learner).expect(200);
  const closings = await school.sql<{ closes_at: Date }>(`select closes_at from enrollment.pub_enrollment where id = $1`, [
    learner.enrollment,
  ]);
  expect(closings[0]!.closes_at.getUTCFullYear()).toBe(2089);
  await deadline(null).expect(200);
  await report(learner).expectProblem(409, 'enrollment.edition-closed');
});
