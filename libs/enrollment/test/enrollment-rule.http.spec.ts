import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type {
  EditionView,
  EnrollmentBatchView,
  EnrollmentListChecked,
  EnrollmentRehearsed,
  Grant,
  Page,
  StandingRuleView,
} from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house, type Client } from '@aula/testing';
import {
  aLearner,
  aPerson,
  aVersion,
  anAuthor,
  anInstitution,
  audited,
  enrolled,
  graded,
  neighbours,
  opened,
  progressed,
} from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
await school.publishes('content.pub_unit_result', []);
const everything: Grant = { role: 'administrator', scope: { kind: 'everything', id: null } };
const { client: administrator } = await anAuthor(school, everything, { country: 'VC' });
const version = await aVersion(school, [{ kind: 'scorm' }]);
const ministry = await anInstitution(school, [], 'Ministerio');
const academy = await anInstitution(school, [ministry], 'Academia');
const over = (id: string): Client =>
  school.as(anActor({ grants: [{ role: 'training-administrator', scope: { kind: 'institution', id } }] }));
const rehearse = async (edition: string, rule: object, client: Client = administrator): Promise<EnrollmentRehearsed> =>
  (await client.post(`/api/enrollment/editions/${edition}/enrollment-rehearsals`, { rule }).expect<EnrollmentRehearsed>(200)).body;
const rulesOf = async (edition: string, client: Client = administrator): Promise<StandingRuleView[]> =>
  (await client.get(`/api/enrollment/editions/${edition}/standing-rules`).expect<Page<StandingRuleView>>(200)).body.items;
const kept = async (edition: string, rule: object, client: Client): Promise<string> =>
  (await client.post(`/api/enrollment/editions/${edition}/standing-rules`, { rule }).expect<{ id: string }>(201)).body.id;
/** Looks at every standing rule, as the clock has it done. */
const apply = async (): Promise<void> => {
  await school.sql(`insert into platform.job (id, kind) values ($1, 'enrollment.apply-rules')`, [randomUUID()]);
  await school.settle();
};
const enrolledIn = async (edition: string): Promise<number> =>
  (await administrator.get(`/api/enrollment/editions/${edition}`).expect<EditionView>(200)).body.enrolled;

it('enrolls by rule whom the rehearsal named: country, institution with what is below it, rank, language', async () => {
  const edition = await opened(administrator, version.id, { capacity: 2 });
  await aPerson(school, { institution: [ministry, academy], country: 'BO', rank: 'Capitán', language: 'es', given: 'Zoe' });
  await aPerson(school, { institution: [ministry], country: 'BO', rank: 'Sargento', language: 'pt' });
  await aPerson(school, { institution: [ministry], country: 'BO', rank: 'Capitán', active: false });
  await aPerson(school, { country: 'BO', rank: 'Capitán' });
  expect(await rehearse(edition, { countries: ['BO'] })).toMatchObject({ fresh: 3, already: 0, room: 2 });
  expect((await rehearse(edition, { countries: ['BO'], institutionIds: [ministry] })).fresh).toBe(2);
  expect((await rehearse(edition, { countries: ['BO'], languages: ['pt'] })).fresh).toBe(1);
  const rule = { countries: ['BO'], ranks: ['CAPITAN'], institutionIds: [ministry] };
  expect(await rehearse(edition, rule)).toMatchObject({ fresh: 1, sample: [{ givenName: 'Zoe', institution: 'Academia' }] });
  expect((await rehearse(edition, { countries: ['BO'] }, over(academy))).fresh).toBe(1);
  expect(await enrolled(school, administrator, edition, { rule })).toMatchObject({
    kind: 'rule',
    state: 'done',
    requested: 1,
    enrolled: 1,
    skipped: [],
  });
  expect(await rehearse(edition, rule)).toMatchObject({ fresh: 0, already: 1, sample: [] });
  await administrator.post(`/api/enrollment/editions/${edition}/enrollments`, { rule: {} }).expectProblem(400, 'invalid-request');
});

it('enrolls by what was completed before', async () => {
  const first = await aVersion(school);
  const graduate = await aLearner(school, administrator, await opened(administrator, first.id), { country: 'UY' });
  await school.hears('attempt.graded', [graded(graduate.enrollment, first.units[0]!, 10)]);
  await aPerson(school, { country: 'UY' });
  const edition = await opened(administrator, version.id);
  expect((await rehearse(edition, { countries: ['UY'] })).fresh).toBe(2);
  expect((await rehearse(edition, { countries: ['UY'], completedCourseId: first.course })).fresh).toBe(1);
  expect((await rehearse(edition, { countries: ['UY'], notCompletedCourseId: first.course })).fresh).toBe(1);
});

it('goes on enrolling by a standing rule whoever joins, until it is stopped', async () => {
  const edition = await opened(administrator, version.id);
  await aPerson(school, { country: 'PY' });
  const id = await kept(edition, { countries: ['PY'] }, administrator);
  await school.settle();
  expect(await enrolledIn(edition)).toBe(1);
  await aPerson(school, { country: 'PY' });
  await apply();
  expect(await enrolledIn(edition)).toBe(2);
  await apply();
  expect(await enrolledIn(edition)).toBe(2);
  expect((await school.said('enrollment-batch.finished')).filter(({ editionId }) => editionId === edition)).toEqual([]); // nobody waits
  expect(await rulesOf(edition)).toMatchObject([{ id, enrolled: 2, stoppedAt: null, pausedAt: null, author: 'Ana Pérez' }]);
  await over(academy).delete(`/api/enrollment/standing-rules/${randomUUID()}`).expectProblem(404, 'not-found');
  await administrator.delete(`/api/enrollment/standing-rules/${id}`).expect(204);
  await aPerson(school, { country: 'PY' });
  await apply();
  expect(await enrolledIn(edition)).toBe(2);
  expect((await rulesOf(edition))[0]!.stoppedAt).not.toBeNull();
});

it('lets nobody end a standing rule that reaches further than they do', async () => {
  const edition = await opened(administrator, version.id);
  const wide = await kept(edition, { countries: ['SR'] }, administrator);
  const { client: chief } = await anAuthor(school, { role: 'training-administrator', scope: { kind: 'institution', id: ministry } }, {});
  const branch = await kept(edition, { countries: ['SR'] }, chief);
  const stoppable = async (client: Client) => (await rulesOf(edition, client)).filter(({ mayStop }) => mayStop).map(({ id }) => id);
  expect(await stoppable(over(academy))).toEqual([]);
  expect(await stoppable(over(ministry))).toEqual([branch]);
  expect(await stoppable(administrator)).toEqual([branch, wide]);
  for (const id of [wide, branch]) await over(academy).delete(`/api/enrollment/standing-rules/${id}`).expectProblem(403, 'forbidden');
  await over(ministry).delete(`/api/enrollment/standing-rules/${wide}`).expectProblem(403, 'forbidden');
  await over(ministry).delete(`/api/enrollment/standing-rules/${branch}`).expect(204);
  await administrator.delete(`/api/enrollment/standing-rules/${wide}`).expect(204);
});

it('rests a standing rule whose author may not enroll any more, until somebody who may takes it over', async () => {
  const edition = await opened(administrator, version.id);
  const trains = (id: string): Grant => ({ role: 'training-administrator', scope: { kind: 'institution', id } });
  const [ended, narrowed, suspended, merged, sound] = [
    await anAuthor(school, trains(ministry)),
    await anAuthor(school, trains(ministry)),
    await anAuthor(school, trains(ministry)),
    await anAuthor(school, trains(ministry)),
    await anAuthor(school, trains(academy)),
  ];
  const authors = [ended, narrowed, suspended, merged, sound];
  for (const { client } of authors) await kept(edition, { countries: ['SR'] }, client);
  await school.settle();
  expect((await rulesOf(edition)).map(({ pausedFor }) => pausedFor)).toEqual([null, null, null, null, null]);
  await school.sql(`delete from testing.identity_pub_grant where person_id = $1`, [ended.person]);
  await school.sql(`update testing.identity_pub_grant set scope_id = $2 where person_id = $1`, [narrowed.person, academy]);
  await school.sql(`update testing.identity_pub_person set active = false where id = any($1)`, [[suspended.person, merged.person]]);
  await school.sql(`update testing.identity_pub_person set merged_into = $2 where id = $1`, [merged.person, sound.person]);
  await aPerson(school, { country: 'SR', institution: [ministry] });
  await aPerson(school, { country: 'SR', institution: [ministry, academy] });
  await apply();
  expect(await enrolledIn(edition)).toBe(1);
  const rules = await rulesOf(edition);
  expect(rules.map(({ pausedFor }) => pausedFor)).toEqual([null, 'merged', 'inactive', 'reach-narrowed', 'role-ended']);
  const takeover = (id: string, client: Client) => client.post(`/api/enrollment/standing-rules/${id}/takeover`);
  await takeover(rules[0]!.id, administrator).expectProblem(409, 'enrollment.rule-not-paused');
  await takeover(rules[4]!.id, school.as(anActor())).expectProblem(403, 'forbidden');
  await takeover(rules[4]!.id, administrator).expect(204);
  await school.settle();
  expect((await rulesOf(edition))[4]).toMatchObject({ pausedAt: null, pausedFor: null, author: 'Ana Pérez', enrolled: 1 });
  expect(await enrolledIn(edition)).toBe(2);
});

it('says row by row whom a list names, and why somebody cannot be enrolled', async () => {
  const edition = await opened(administrator, version.id);
  const [good, inactive, elsewhere] = [
    await aPerson(school, { institution: [academy], given: 'Luz', externalId: 'CL-12.7' }),
    await aPerson(school, { institution: [academy], active: false }),
    await aPerson(school),
  ];
  const already = await aLearner(school, administrator, edition, { institution: [academy] });
  const at = (id: string): string => `${id}@aula.example`;
  const rows = [at(good).toUpperCase(), '', at(good), 'nadie@aula.example', at(inactive), at(elsewhere), at(already.person)];
  const { people, refused } = (
    await over(academy).post(`/api/enrollment/editions/${edition}/enrollment-lists`, { rows }).expect<EnrollmentListChecked>(200)
  ).body;
  expect(people).toEqual([{ personId: good, givenName: 'Luz', familyName: 'Pérez', institution: 'Academia' }]);
  expect(refused).toEqual([
    { row: 2, code: 'no-address' },
    { row: 3, code: 'repeated' },
    { row: 4, code: 'person-unknown' },
    { row: 5, code: 'person-inactive' },
    { row: 6, code: 'person-unknown' },
    { row: 7, code: 'already-enrolled' },
  ]);
  const other = await aPerson(school, { institution: [academy], given: 'Sol', externalId: 'CL-99' });
  await aPerson(school, { externalId: 'PE-5' });
  await aPerson(school, { institution: [academy], externalId: 'CL 31' });
  await aPerson(school, { institution: [academy], externalId: 'CL-31' });
  const numbers = ['cl127', `Luz;${at(good)};CL-99`, 'Sol, CL-99 ,Santiago', 'CL-98', 'PE-5', 'cl.31'];
  const byNumber = (
    await over(academy).post(`/api/enrollment/editions/${edition}/enrollment-lists`, { rows: numbers }).expect<EnrollmentListChecked>(200)
  ).body;
  expect(byNumber.people.map(({ personId }) => personId)).toEqual([good, other]);
  expect(byNumber.refused).toEqual([
    { row: 2, code: 'person-unknown' },
    { row: 4, code: 'person-unknown' },
    { row: 5, code: 'person-unknown' },
    { row: 6, code: 'several-people' },
  ]);
});

it('takes a batch back as far as nobody has begun', async () => {
  const edition = await opened(administrator, version.id);
  const people = [await aPerson(school), await aPerson(school), await aPerson(school)];
  const batch = await enrolled(school, administrator, edition, { personIds: people });
  const path = `/api/enrollment/enrollment-batches/${batch.id}`;
  const list = await administrator.get(`/api/enrollment/enrollments?editionId=${edition}`).expect<Page<{ id: string }>>(200);
  await school.hears('unit.progressed', [
    progressed(list.body.items[0]!.id, version.units[0]!, { completion: 'incomplete', progress: 0.2 }),
  ]);
  await over(academy).post(`${path}/reversal`).expectProblem(404, 'not-found');
  expect((await administrator.post(`${path}/reversal`).expect<EnrollmentBatchView>(202)).body).toMatchObject({
    reversal: { state: 'queued' },
    may: [],
  });
  await school.settle();
  expect((await administrator.get(path).expect<EnrollmentBatchView>(200)).body.reversal).toEqual({ state: 'done', withdrawn: 2, kept: 1 });
  expect(await enrolledIn(edition)).toBe(1);
  expect((await school.said('enrollment.withdrawn')).filter(({ editionId }) => editionId === edition)).toHaveLength(2);
  await administrator.post(`${path}/reversal`).expectProblem(409, 'enrollment.batch-not-reversible');
  const batches = await administrator.get(`/api/enrollment/editions/${edition}/enrollment-batches`).expect<Page<EnrollmentBatchView>>(200);
  expect(batches.body.items.map(({ id }) => id)).toEqual([batch.id]);
  expect((await audited(school)).broken).toBeUndefined();
});
