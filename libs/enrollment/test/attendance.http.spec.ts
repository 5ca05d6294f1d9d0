import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { AttendanceView, EditionView, Page } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house, type Client } from '@aula/testing';
import { aLearner, aPerson, anInstitution, aVersion, audited, graded, neighbours, opened, type UnitWish } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const start = async (units: readonly UnitWish[] = [{ kind: 'session' }], wish: object = {}) => {
  const version = await aVersion(school, units);
  const edition = await opened(administrator, version.id, wish);
  return { version, edition, units: version.units as [string, ...string[]], learner: await aLearner(school, administrator, edition) };
};
const pathOf = (edition: string, unit: string): string => `/api/enrollment/editions/${edition}/units/${unit}/attendance`;
const put = (edition: string, unit: string, enrollmentIds: string[], attended?: boolean, client: Client = administrator) =>
  client.put(pathOf(edition, unit), { enrollmentIds, ...(attended !== undefined && { attended }) });
const changed = async (...of: Parameters<typeof put>): Promise<number> => (await put(...of).expect<{ changed: number }>(200)).body.changed;
const completed = async (enrollment: string): Promise<number> =>
  (await school.said('completion.recorded')).filter((fact) => fact.enrollmentId === enrollment).length;

it('completes a course whose rule rests on a session, once, by the word of whoever held it', async () => {
  const { edition, units, learner } = await start([{ kind: 'session' }, { kind: 'quiz' }]);
  const absent = await aLearner(school, administrator, edition);
  expect(await changed(edition, units[0], [learner.enrollment, learner.enrollment])).toBe(1);
  expect(await changed(edition, units[0], [learner.enrollment])).toBe(0);
  const { state, progress, units: read } = await learner.read();
  expect([state, progress, read.map((unit) => unit.state)]).toEqual(['active', 0.5, ['completed', 'not-started']]);
  await school.hears('attempt.graded', [graded(learner.enrollment, units[1]!, 8), graded(absent.enrollment, units[1]!, 8)]);
  expect([(await learner.read()).state, (await absent.read()).state]).toEqual(['completed', 'active']);
  expect([await completed(learner.enrollment), await completed(absent.enrollment)]).toEqual([1, 0]);
  expect(await changed(edition, units[0], [absent.enrollment])).toBe(1);
  expect(await completed(absent.enrollment)).toBe(1);
  const { items } = (await administrator.get(pathOf(edition, units[0])).expect<Page<AttendanceView>>(200)).body;
  expect(items.map((each) => each.enrollmentId)).toEqual([learner.enrollment, absent.enrollment].toSorted());
});

it('tells learners since when a session counts, and who marked them present', async () => {
  const { edition, units, learner } = await start([{ kind: 'session' }, { kind: 'page' }]);
  const personId = await aPerson(school, { given: 'Elena', family: 'Márquez' });
  const instructor = school.as(anActor({ personId, roles: ['administrator'] }));
  await put(edition, units[0], [learner.enrollment], true, instructor).expect(200);
  const [session, page] = (await learner.read()).units;
  expect(session).toMatchObject({ state: 'completed', doneAt: expect.any(String) as unknown, markedBy: 'Elena Márquez' });
  expect(page).toMatchObject({ doneAt: null, markedBy: null });
  await put(edition, units[0], [learner.enrollment], false, instructor).expect(200);
  expect((await learner.read()).units[0]).toMatchObject({ doneAt: null, markedBy: null });
});

it('takes back what was put down by mistake, and nothing that has completed a course', async () => {
  const { edition, units, learner } = await start([{ kind: 'session' }, { kind: 'session' }]);
  const [first, second] = units as [string, string];
  await changed(edition, first, [learner.enrollment]);
  expect(await changed(edition, first, [learner.enrollment], false)).toBe(1);
  expect(await learner.read()).toMatchObject({ state: 'active', progress: 0, units: [{ state: 'not-started' }, { state: 'not-started' }] });
  await changed(edition, first, [learner.enrollment]);
  await changed(edition, second, [learner.enrollment]);
  expect((await learner.read()).state).toBe('completed');
  expect(await changed(edition, second, [learner.enrollment], false)).toBe(0);
  expect((await learner.read()).units.map((unit) => unit.state)).toEqual(['completed', 'completed']);
});

it('puts down a whole class at once, page by page readable, and audits each', async () => {
  const { edition, units, learner } = await start();
  const others = [await aLearner(school, administrator, edition), await aLearner(school, administrator, edition)];
  const all = [learner, ...others].map((each) => each.enrollment);
  const results = await Promise.all([changed(edition, units[0], all), changed(edition, units[0], all.toReversed())]);
  expect(results.toSorted()).toEqual([0, 3]);
  const first = (await administrator.get(`${pathOf(edition, units[0])}?limit=2`).expect<Page<AttendanceView>>(200)).body;
  const rest = (await administrator.get(`${pathOf(edition, units[0])}?limit=2&cursor=${first.next!}`).expect<Page<AttendanceView>>(200))
    .body;
  expect([...first.items, ...rest.items].map((each) => each.enrollmentId)).toEqual(all.toSorted());
  expect(rest.next).toBeNull();
  expect((await audited(school)).broken).toBeUndefined();
});

it('is said by instructors of the course or edition and by whoever opens it, and by nobody else', async () => {
  const institution = await anInstitution(school);
  const { edition, units, learner, version } = await start([{ kind: 'session' }], { institutionId: institution });
  const may = async (...grants: Parameters<typeof anActor>[0][]): Promise<void> => {
    for (const wish of grants) {
      const client = school.as(anActor(wish));
      expect((await client.get(`/api/enrollment/editions/${edition}`).expect<EditionView>(200)).body.may).toContain('edition.attest');
      await put(edition, units[0], [learner.enrollment], true, client).expect(200);
    }
  };
  await may(
    { roles: ['instructor'] },
    { grants: [{ role: 'instructor', scope: { kind: 'course', id: version.course } }] },
    { grants: [{ role: 'instructor', scope: { kind: 'edition', id: edition } }] },
    { grants: [{ role: 'training-administrator', scope: { kind: 'institution', id: institution } }] },
  );
  await put(edition, units[0], [learner.enrollment], true, learner.client).expectProblem(403, 'forbidden');
  const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] }));
  await put(edition, units[0], [learner.enrollment], true, stranger).expectProblem(404, 'not-found');
  await stranger.get(pathOf(edition, units[0])).expectProblem(404, 'not-found');
  const auditor = school.as(anActor({ roles: ['auditor'] }));
  await auditor.get(pathOf(edition, units[0])).expectProblem(403, 'forbidden');
});

it('refuses what is no session, whom the edition does not have, and what has not begun', async () => {
  const { edition, units, learner } = await start([{ kind: 'session' }, { kind: 'page' }]);
  const other = await start();
  await put(edition, units[1]!, [learner.enrollment]).expectProblem(409, 'enrollment.unit-is-no-session');
  await put(edition, randomUUID(), [learner.enrollment]).expectProblem(404, 'not-found');
  await put(edition, units[0], [learner.enrollment, other.learner.enrollment]).expectProblem(400, 'enrollment.not-of-edition');
  await put(edition, units[0], []).expectProblem(400, 'invalid-request');
  await learner.client
    .put(`/api/enrollment/enrollments/${learner.enrollment}/units/${units[0]}/progress`, { state: 'completed' })
    .expectProblem(409, 'enrollment.unit-is-attended');
  const planned = await start([{ kind: 'session' }], { opensAt: '2089-01-01T00:00:00-03:00' });
  await put(planned.edition, planned.units[0], [planned.learner.enrollment]).expectProblem(409, 'enrollment.edition-not-open');
  expect((await learner.read()).progress).toBe(0);
});

it('leaves those who withdrew as they are', async () => {
  const { edition, units, learner } = await start();
  await learner.client.post(`/api/enrollment/enrollments/${learner.enrollment}/withdrawal`, { reason: 'moved' }).expect(200);
  expect(await changed(edition, units[0], [learner.enrollment])).toBe(0);
});
