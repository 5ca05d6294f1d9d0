import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { EditionView, EnrollmentBatchView, EnrollmentView, Page } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house } from '@aula/testing';
import { aCohort, aPerson, aVersion, anInstitution, audited, enrolled, neighbours, opened } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const version = await aVersion(school);
const edition = async (id: string): Promise<EditionView> =>
  (await administrator.get(`/api/enrollment/editions/${id}`).expect<EditionView>(200)).body;
const skips = (batch: EnrollmentBatchView): Record<string, number> =>
  Object.fromEntries(batch.skipped.map(({ code, count }) => [code, count]));
const overInstitution = (id: string) => ({ role: 'training-administrator', scope: { kind: 'institution', id } }) as const;
const factsOf = async (id: string): Promise<string[]> =>
  (await school.said('enrollment.activated')).filter((fact) => fact.editionId === id).map((fact) => fact.personId);

it('enrolls a list once each and says whom it skipped, and why', async () => {
  const into = await opened(administrator, version.id);
  const [a, b, inactive] = [await aPerson(school), await aPerson(school), await aPerson(school, { active: false })];
  const batch = await enrolled(school, administrator, into, { personIds: [a, b, a, inactive, randomUUID()] });
  expect(batch).toMatchObject({ state: 'done', requested: 4, enrolled: 2 });
  expect(skips(batch)).toEqual({ 'person-inactive': 1, 'person-unknown': 1 });
  const again = await enrolled(school, administrator, into, { personIds: [a, b, await aPerson(school)] });
  expect([again.enrolled, skips(again)]).toEqual([1, { 'already-enrolled': 2 }]);
  expect((await edition(into)).enrolled).toBe(3);
  expect(new Set(await factsOf(into)).size).toBe(3);
  expect(await factsOf(into)).toHaveLength(3);
});

it('says once that an order is finished, to whom it matters and with what came of it', async () => {
  const into = await opened(administrator, version.id);
  const actor = anActor({ roles: ['administrator'] });
  const { id } = await enrolled(school, school.as(actor), into, { personIds: [await aPerson(school), randomUUID(), randomUUID()] });
  const none = await enrolled(school, school.as(actor), into, { personIds: [randomUUID()] });
  const said = (await school.said('enrollment-batch.finished')).filter(({ editionId }) => editionId === into);
  expect(said).toEqual([
    { batchId: id, editionId: into, orderedBy: actor.personId, enrolled: 1, leftOut: 2 },
    { batchId: none.id, editionId: into, orderedBy: actor.personId, enrolled: 0, leftOut: 1 },
  ]);
});

it('enrolls an institution with everything below it, and only who is active', async () => {
  const ministry = await anInstitution(school);
  const academy = await anInstitution(school, [ministry]);
  const elsewhere = await anInstitution(school);
  const wanted = [await aPerson(school, { institution: [ministry] }), await aPerson(school, { institution: [ministry, academy] })];
  await aPerson(school, { institution: [ministry, academy], active: false });
  await aPerson(school, { institution: [elsewhere] });
  const into = await opened(administrator, version.id);
  const batch = await enrolled(school, administrator, into, { institutionId: ministry });
  expect(batch).toMatchObject({ state: 'done', requested: 2, enrolled: 2, skipped: [] });
  expect((await factsOf(into)).sort()).toEqual(wanted.sort());
  await administrator
    .post(`/api/enrollment/editions/${into}/enrollments`, { institutionId: randomUUID() })
    .expectProblem(400, 'enrollment.institution-unknown');
  await administrator.post(`/api/enrollment/editions/${into}/enrollments`, { everyone: false }).expectProblem(400, 'invalid-request');
  await administrator.post(`/api/enrollment/editions/${randomUUID()}/enrollments`, { everyone: true }).expectProblem(404, 'not-found');
});

it('lets a training administrator reach their branch and nobody else', async () => {
  const ministry = await anInstitution(school);
  const academy = await anInstitution(school, [ministry]);
  const foreign = await anInstitution(school);
  const actor = anActor({ grants: [overInstitution(academy)] });
  const trainer = school.as(actor);
  const ours = await aPerson(school, { institution: [ministry, academy] });
  const theirs = await aPerson(school, { institution: [foreign] });
  const above = await aPerson(school, { institution: [ministry] });
  const into = await opened(trainer, version.id);
  expect((await edition(into)).institutionId).toBe(academy);
  const listed = await enrolled(school, trainer, into, { personIds: [ours, theirs, above] });
  expect([listed.enrolled, skips(listed)]).toEqual([1, { 'outside-your-institution': 2 }]);
  const everyone = await enrolled(school, trainer, into, { everyone: true });
  expect([everyone.requested, everyone.enrolled, skips(everyone)]).toEqual([1, 0, { 'already-enrolled': 1 }]);
  await trainer
    .post(`/api/enrollment/editions/${into}/enrollments`, { institutionId: ministry })
    .expectProblem(403, 'enrollment.outside-your-institution');
  const ofTheNetwork = await opened(administrator, version.id);
  expect((await enrolled(school, trainer, ofTheNetwork, { everyone: true })).enrolled).toBe(1);
  const ofOthers = await opened(administrator, version.id, { institutionId: foreign });
  await trainer.post(`/api/enrollment/editions/${ofOthers}/enrollments`, { everyone: true }).expectProblem(404, 'not-found');
  const batch = await trainer.post(`/api/enrollment/editions/${into}/enrollments`, { everyone: true }).expect<{ batchId: string }>(202);
  await school.settle();
  const stranger = school.as(anActor({ grants: [overInstitution(foreign)] }));
  await stranger.get(`/api/enrollment/enrollment-batches/${batch.body.batchId}`).expectProblem(404, 'not-found');
  await administrator.get(`/api/enrollment/enrollment-batches/${batch.body.batchId}`).expect(200);
  await school.as(anActor()).post(`/api/enrollment/editions/${into}/enrollments`, { everyone: true }).expectProblem(403, 'forbidden');
});

it('fills the places there are, and not one more, whoever asks at the same time', async () => {
  const institution = await anInstitution(school);
  await aCohort(school, 40, [institution]);
  const into = await opened(administrator, version.id, { capacity: 25 });
  const ask = { institutionId: institution };
  const post = () => administrator.post(`/api/enrollment/editions/${into}/enrollments`, ask).expect<{ batchId: string }>(202);
  const batches = [await post(), await post(), await post()];
  await Promise.all([0, 1, 2].map(() => school.runner.drain('enrollment.enroll-cohort')));
  const ended = await Promise.all(
    batches.map(
      async ({ body }) =>
        (await administrator.get(`/api/enrollment/enrollment-batches/${body.batchId}`).expect<EnrollmentBatchView>(200)).body,
    ),
  );
  expect(ended.map((batch) => batch.enrolled).sort()).toEqual([0, 0, 25]);
  expect(ended.map((batch) => skips(batch)['edition-full'])).toEqual([15, 15, 15]);
  expect((await edition(into)).enrolled).toBe(25);
  const someone = await administrator.get(`/api/enrollment/enrollments?editionId=${into}&limit=1`).expect<Page<EnrollmentView>>(200);
  await administrator.post(`/api/enrollment/enrollments/${someone.body.items[0]!.id}/withdrawal`, { reason: 'moved' }).expect(200);
  const next = await enrolled(school, administrator, into, ask);
  expect([next.enrolled, skips(next)]).toEqual([1, { 'already-enrolled': 25, 'edition-full': 14 }]);
});

it('goes on where it was stopped: nobody twice, nobody left out', async () => {
  const institution = await anInstitution(school);
  await aCohort(school, 12_000, [institution]);
  const into = await opened(administrator, version.id);
  await school.sql(`create sequence testing.inserted; grant usage on sequence testing.inserted to aula_enrollment;
    grant usage on schema testing to aula_enrollment;
    create function testing.fail_once() returns trigger language plpgsql as $$ begin
      if nextval('testing.inserted') = 7000 then raise exception 'the worker dies here'; end if; return new; end $$;
    create trigger fail_once before insert on enrollment.enrollment for each row execute function testing.fail_once()`);
  const started = await administrator
    .post(`/api/enrollment/editions/${into}/enrollments`, { institutionId: institution })
    .expect<{ batchId: string }>(202);
  const read = async () =>
    (await administrator.get(`/api/enrollment/enrollment-batches/${started.body.batchId}`).expect<EnrollmentBatchView>(200)).body;
  expect((await read()).state).toBe('queued');
  await school.runner.drain('enrollment.enroll-cohort');
  expect(await read()).toMatchObject({ state: 'running', requested: 12_000, enrolled: 5_000 });
  await school.settle();
  expect(await read()).toMatchObject({ state: 'done', requested: 12_000, enrolled: 12_000, skipped: [] });
  const facts = await factsOf(into);
  expect([facts.length, new Set(facts).size, (await edition(into)).enrolled]).toEqual([12_000, 12_000, 12_000]);
  const most = await school.sql<{ most: number }>(
    `select max(jsonb_array_length(items)) as most from platform.event where name = 'enrollment.activated'`,
  );
  expect(most[0]!.most).toBe(1_000);
  await school.sql('drop trigger fail_once on enrollment.enrollment');
});

it('says that a batch has failed when its order is a dead letter, until somebody retries it', async () => {
  const into = await opened(administrator, version.id);
  const started = await administrator
    .post(`/api/enrollment/editions/${into}/enrollments`, { personIds: [await aPerson(school)] })
    .expect<{ batchId: string }>(202);
  const { batchId } = started.body;
  const state = async () =>
    (await administrator.get(`/api/enrollment/enrollment-batches/${batchId}`).expect<EnrollmentBatchView>(200)).body.state;
  await school.sql(`update platform.job set state = 'dead' where subject = $1`, [batchId]);
  expect(await state()).toBe('failed');
  await school.sql(`update platform.job set state = 'pending' where subject = $1`, [batchId]);
  await school.settle();
  expect(await state()).toBe('done');
});

it('enrolls into what is to come and not into what is over', async () => {
  const everyone = { personIds: [await aPerson(school)] };
  const planned = await opened(administrator, version.id, { opensAt: '2080-01-01T00:00:00Z' });
  expect((await enrolled(school, administrator, planned, everyone)).enrolled).toBe(1);
  const closed = await opened(administrator, version.id, { closesAt: '2020-07-01T12:00:00Z' });
  const problem = await administrator
    .with({ 'accept-language': 'en' })
    .post(`/api/enrollment/editions/${closed}/enrollments`, everyone)
    .expectProblem(409, 'enrollment.edition-closed');
  expect(problem.detail).toContain('July 1, 2020 at 8:00');
});

it('orders one batch for a repeated request, and leaves an audit trail that holds', async () => {
  const into = await opened(administrator, version.id);
  const keyed = administrator.with({ 'idempotency-key': randomUUID() });
  const ask = { personIds: [await aPerson(school)] };
  const [first, second] = [
    await keyed.post(`/api/enrollment/editions/${into}/enrollments`, ask).expect(202),
    await keyed.post(`/api/enrollment/editions/${into}/enrollments`, ask).expect(202),
  ];
  expect(second.body).toEqual(first.body);
  await school.settle();
  const entries = await school.sql<{ groups: { kind: string; action: string; count: number }[] }>(
    `select groups from platform.audit_entry where ids && (select array_agg(id::text) from enrollment.enrollment where edition_id = $1)`,
    [into],
  );
  expect(entries.map((entry) => entry.groups)).toMatchObject([[{ kind: 'enrollment', action: 'enrolled', count: 1 }]]);
  expect((await audited(school)).broken).toBeUndefined();
});
