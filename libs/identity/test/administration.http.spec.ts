import { expect, it } from '@jest/globals';
import type {
  AccessTokenView,
  GrantView,
  HealthReport,
  IssuedTokenView,
  JobTrend,
  JobView,
  Page,
  PersonRightsView,
  Retried,
} from '@aula/contracts';
import { aPerson, aSignedIn, administrator, anAcademy, anInstitution, everything, over, personBy } from './builders.js';

const { school, admin } = await anAcademy();
const grants = '/api/identity/grants';
const found = async (query: string): Promise<GrantView[]> =>
  (await admin.get(`${grants}?${query}`).expect<Page<GrantView>>(200)).body.items;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

it('says what a person may do, where, and which grant is why', async () => {
  const institution = await anInstitution(admin, { name: 'Escuela del Sur' });
  const { person, grants: given } = await aSignedIn(school, admin, {
    grants: [
      { role: 'training-administrator', scope: over(institution) },
      { role: 'auditor', scope: everything },
    ],
  });
  const { body } = await admin.get(`${grants}/of/${person.id}/rights`).expect<PersonRightsView>(200);
  const first = await personBy(admin, administrator.email);
  expect(body.grants[0]).toMatchObject({
    scopeName: { es: 'Escuela del Sur' },
    grantedBy: { id: first!.id, name: 'Administrator Aula' },
    personName: 'Ana Núñez',
    endsAt: null,
  });
  const why = (right: string) => body.rights.find((each) => each.right === right)?.grants;
  expect(why('edition.open')).toEqual([given[0]!.id]);
  expect(why('audit.read')).toEqual([given[1]!.id]);
  expect(why('enrollment.read')).toEqual(given.map((each) => each.id));
  expect(why('session.manage')).toEqual([]); // everybody's, of their own
  expect(why('grant.give')).toBeUndefined();
  await admin.get(`${grants}/of/${institution.id}/rights`).expectProblem(404, 'not-found');
});

it('says who may do something at a place, from above too', async () => {
  const above = await anInstitution(admin);
  const here = await anInstitution(admin, { parentId: above.id });
  const beside = await anInstitution(admin);
  const holder = async (scope: GrantView['scope'], role = 'training-administrator') => {
    const { id } = await aPerson(admin);
    await admin.post(grants, { personId: id, role, scope }).expect(201);
    return id;
  };
  const [high, low, elsewhere] = [await holder(over(above)), await holder(over(here)), await holder(over(beside))];
  const who = (await found(`right=edition.open&scopeKind=institution&scopeId=${here.id}&limit=200`)).map((each) => each.personId);
  expect(who).toEqual(expect.arrayContaining([high, low]));
  expect(who).not.toContain(elsewhere);
  expect(who).toContain((await personBy(admin, administrator.email))!.id);
  expect((await found(`role=training-administrator&scopeKind=institution&scopeId=${above.id}`)).map((each) => each.personId)).toEqual([
    high,
  ]);
  await school.publishes('catalog.pub_course_version', [
    {
      id: '0190a5f0-0000-7000-8000-00000000000a',
      course_id: '0190a5f0-0000-7000-8000-00000000000b',
      number: 1,
      title: { fr: 'Scène' },
      institution_id: here.id,
    },
  ]);
  const teacher = await holder({ kind: 'course', id: '0190a5f0-0000-7000-8000-00000000000b' }, 'instructor');
  const authors = await found('right=course.author&scopeKind=course&scopeId=0190a5f0-0000-7000-8000-00000000000b');
  expect(authors.map((each) => each.personId)).toContain(teacher);
  expect(authors.find((each) => each.personId === teacher)!.scopeName).toEqual({ fr: 'Scène' });
  await admin.get(`${grants}?right=no.such`).expectProblem(400, 'invalid-request');
});

it('ends a role by itself, and says so in the audit', async () => {
  const { person, client } = await aSignedIn(school, admin);
  const wish = { personId: person.id, role: 'auditor', scope: everything };
  await admin.post(grants, { ...wish, endsAt: inDays(-1) }).expectProblem(400, 'grant.term-invalid');
  await admin.post(grants, { ...wish, endsAt: inDays(4_000) }).expectProblem(400, 'grant.term-invalid');
  const { body } = await admin.post(grants, { ...wish, endsAt: inDays(10) }).expect<GrantView>(201);
  expect((await found('ending=true')).map((each) => each.id)).toEqual([body.id]);
  await client.get('/api/identity/audit-entries').expect(200);
  await school.sql(`update identity.role_grant set ends_at = clock_timestamp() - interval '1 second' where id = $1`, [body.id]);
  await client.get('/api/identity/audit-entries').expectProblem(403, 'forbidden'); // at once, before anything has tidied up
  await admin.post(grants, wish).expect(201); // what is over is in nobody's way
  const deeds = await school.sql(
    `select e.groups -> 0 ->> 'action' as action from platform.audit_entry e where e.ids[1] = $1 order by e.at`,
    [body.id],
  );
  expect(deeds).toEqual([{ action: 'given' }, { action: 'ended' }]);
});

it('shows administrators whose tokens there are and when they were used, and ends them', async () => {
  const { client } = await aSignedIn(school, admin, { familyName: 'Tokenera' });
  const made = (await client.post('/api/identity/access-tokens', { name: 'Informe' }).expect<AccessTokenView>(201)).body;
  const issued = '/api/identity/issued-tokens';
  const list = async () => (await admin.get(`${issued}?q=tokenera`).expect<Page<IssuedTokenView>>(200)).body.items;
  expect(await list()).toEqual([expect.objectContaining({ id: made.id, name: 'Informe', personName: 'Ana Tokenera', usedAt: null })]);
  expect(JSON.stringify(await list())).not.toContain(made.token);
  await school.bearing(made.token!).get('/api/identity/me').expect(200);
  expect((await list())[0]!.usedAt).toEqual(expect.any(String));
  await client.get(issued).expectProblem(403, 'forbidden');
  await admin.delete(`${issued}/${made.id}`).expect(204);
  await admin.delete(`${issued}/${made.id}`).expectProblem(404, 'not-found');
  await school.bearing(made.token!).get('/api/identity/me').expectProblem(401, 'not-signed-in');
});

it('retries orders by the dozen, cancels those that may be, and names nobody in an error', async () => {
  const job = (kind: string, state = 'dead', error = '') =>
    school.sql(`insert into platform.job (id, kind, state, last_error) values (gen_random_uuid(), $1, $2, $3)`, [kind, state, error]);
  await job(
    'enrollment.enroll-cohort',
    'dead',
    'Error: Key (email)=(ana@force.example) exists for "Ana Núñez", id 01900000-0000-7000-8000-000000000001',
  );
  await job('enrollment.enroll-cohort');
  await job('enrollment.enroll-cohort');
  await job('content.sweep-packages', 'pending');
  const jobs = async (query: string) => (await admin.get(`/api/identity/jobs?${query}`).expect<Page<JobView>>(200)).body.items;
  const dead = await jobs('state=dead&kind=enrollment.enroll-cohort');
  const words = dead.map((each) => each.lastError).join();
  expect(words).toContain('01900000-0000-7000-8000-000000000001');
  expect(words).not.toMatch(/force\.example|Núñez/);
  expect(dead[0]!.may).toEqual(['operations.retry']);
  await admin.post(`/api/identity/jobs/${dead[0]!.id}/cancellation`).expectProblem(409, 'job.not-cancellable');
  const one = { kind: 'enrollment.enroll-cohort', subject: dead[0]!.id };
  expect((await admin.post('/api/identity/job-retries', one).expect<Retried>(200)).body).toEqual({ retried: 1 });
  const { body } = await admin.post('/api/identity/job-retries', { kind: 'enrollment.enroll-cohort' }).expect<Retried>(200);
  expect(body).toEqual({ retried: 2 });
  const [sweep] = await jobs('state=pending&kind=content.sweep-packages');
  expect(sweep!.may).toEqual(['operations.cancel']);
  await admin.post(`/api/identity/jobs/${sweep!.id}/cancellation`).expect(204);
  expect((await jobs(`subject=${sweep!.id}`))[0]).toMatchObject({ state: 'cancelled', may: [] });
  const trend = (await admin.get('/api/identity/job-trend').expect<JobTrend>(200)).body.items;
  expect(trend).toHaveLength(24);
});

it('tells how the academy is', async () => {
  await school.sql(
    `insert into platform.process (id, houses, queue_silent_ms, clock_ms) values (gen_random_uuid(), '{identity}', 900, 12.5)`,
  );
  const { body } = await admin.get('/api/identity/health-report').expect<HealthReport>(200);
  expect(body.storage).toMatchObject({ condition: expect.any(String) as unknown, kind: 'disk', reachable: true });
  expect(body.queue.workers).toEqual([expect.objectContaining({ houses: ['identity'], queueSilentSeconds: 0.9 })]);
  expect(body.database.bytes).toBeGreaterThan(1_000_000);
  expect(body.mail.server).toBe(false);
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'auditor', scope: everything }] });
  await client.get('/api/identity/health-report').expectProblem(403, 'forbidden');
});
