import { expect, it } from '@jest/globals';
import type { Me, Page, PersonCount, PersonView, SuspensionView } from '@aula/contracts';
import { readXlsx } from 'hucre/xlsx';
import { aPerson, aSignedIn, anAcademy, anInstitution, everything, imported, over, password, personBy } from './builders.js';

const { school, admin } = await anAcademy();
const people = '/api/identity/people';
const page = async (query: string): Promise<PersonView[]> =>
  (await admin.get(`${people}?${query}`).expect<Page<PersonView>>(200)).body.items;
const names = async (query: string): Promise<string[]> => (await page(query)).map((each) => each.familyName);

it('sorts people as a telephone book does, accents and capitals aside', async () => {
  const institution = await anInstitution(admin);
  for (const familyName of ['Zea', 'Álvarez', 'alonso', 'Ñáñez', 'Núñez'])
    await aPerson(admin, { institutionId: institution.id, familyName });
  expect(await names(`institutionId=${institution.id}`)).toEqual(['alonso', 'Álvarez', 'Ñáñez', 'Núñez', 'Zea']);
  const first = (await admin.get(`${people}?institutionId=${institution.id}&limit=2`).expect<Page<PersonView>>(200)).body;
  expect(await names(`institutionId=${institution.id}&limit=2&cursor=${first.next}`)).toEqual(['Ñáñez', 'Núñez']);
});

it('finds people by branch, country, language, role and state, and counts them', async () => {
  const root = await anInstitution(admin);
  const leaf = await anInstitution(admin, { parentId: root.id });
  await aPerson(admin, { institutionId: root.id, familyName: 'A', country: 'PE', language: 'pt', birthYear: 1984 });
  await aSignedIn(school, admin, { institutionId: leaf.id, familyName: 'B', grants: [{ role: 'reviewer', scope: everything }] });
  const out = await aPerson(admin, { institutionId: leaf.id, familyName: 'C' });
  await admin.post(`${people}/${out.id}/suspension`, { reason: 'Baja temporal' }).expect(200);
  const of = `institutionId=${root.id}`;
  expect(await names(of)).toEqual(['A', 'B', 'C']);
  expect(await names(`${of}&country=PE`)).toEqual(['A']);
  expect(await names(`${of}&language=pt`)).toEqual(['A']);
  expect(await names(`${of}&role=reviewer`)).toEqual(['B']);
  expect(await names(`${of}&state=active`)).toEqual(['A', 'B']);
  expect(await names(`${of}&state=inactive`)).toEqual(['C']);
  expect(await names(`${of}&state=merged`)).toEqual([]);
  expect((await page(`${of}&country=PE`))[0]).toMatchObject({ birthYear: 1984, suspendedAt: null, mergedInto: null });
  const counted = (await admin.get(`/api/identity/people-count?${of}&state=active`).expect<PersonCount>(200)).body;
  expect(counted).toEqual({ count: 2, more: false });
  await admin.get(`${people}?state=gone`).expectProblem(400, 'invalid-request');
});

it('brings the filtered people out as a file that can be imported again', async () => {
  const institution = await anInstitution(admin, { code: 'OUT-1' });
  await aPerson(admin, {
    institutionId: institution.id,
    familyName: '=SUM(A1)',
    email: 'sum@out.example',
    externalId: 'X-1',
    birthYear: 1990,
  });
  await aPerson(admin, { institutionId: institution.id, familyName: 'Brown', email: 'brown@out.example' });
  const query = `institutionId=${institution.id}`;
  const csv = await admin.get(`/api/identity/people.csv?${query}`).expect(200);
  expect(csv.headers['content-disposition']).toBe('attachment; filename="people.csv"');
  expect(csv.text.split('\r\n')).toEqual([
    '\uFEFFexternal_id,email,given_name,family_name,sex,country,institution,rank,language,birth_year',
    `X-1,sum@out.example,Ana,"'=SUM(A1)",,,OUT-1,,es,1990`,
    ',brown@out.example,Ana,Brown,,,OUT-1,,es,',
    '',
  ]);
  const book = await readXlsx((await admin.get(`/api/identity/people.xlsx?${query}&q=brown`).expect(200)).bytes);
  expect(book.sheets[0]!.rows[1]).toEqual([null, 'brown@out.example', 'Ana', 'Brown', null, null, 'OUT-1', null, 'es', null]);
  expect(await imported(school, admin, csv.text.replace(`"'=SUM(A1)"`, '=SUM(A1)'))).toMatchObject({ rows: 2, unchanged: 2, rejected: 0 });
  const { client } = await aSignedIn(school, admin);
  await client.get('/api/identity/people.csv').expectProblem(403, 'forbidden');
});

it('imports years of birth, and says which are none', async () => {
  const header = 'birth_year,email,given_name,family_name';
  const done = await imported(school, admin, `${header}\n1979,y1@out.example,A,B\n79,y2@out.example,A,B\n,y3@out.example,A,B\n`);
  expect(done).toMatchObject({ changed: 2, rejected: 1 });
  expect(await personBy(admin, 'y1@out.example')).toMatchObject({ birthYear: 1979 });
  expect(await personBy(admin, 'y3@out.example')).toMatchObject({ birthYear: null });
});

it('says who has an address already, to whoever may know', async () => {
  const [mine, foreign] = [await anInstitution(admin), await anInstitution(admin)];
  const holder = await aPerson(admin, { institutionId: foreign.id, externalId: 'DUP-1', givenName: 'Rosa', familyName: 'Vidal' });
  const body = { email: holder.email, givenName: 'A', familyName: 'B' };
  const told = await admin.post(people, body).expectProblem(409, 'person.email-taken');
  expect(told).toMatchObject({ personId: holder.id, name: 'Rosa Vidal' });
  const byId = await admin
    .post(people, { ...body, email: 'dup@out.example', externalId: 'DUP-1' })
    .expectProblem(409, 'person.external-id-taken');
  expect(byId).toMatchObject({ personId: holder.id });
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(mine) }] });
  const untold = await client.post(people, { ...body, institutionId: mine.id }).expectProblem(409, 'person.email-taken');
  expect(untold).not.toHaveProperty('personId');
});

it('suspends with a reason, which signs the person out, and lets them in again', async () => {
  const mine = await anInstitution(admin);
  const { client: training } = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(mine) }] });
  const { person, client } = await aSignedIn(school, admin, { institutionId: mine.id });
  const path = `${people}/${person.id}`;
  await training.post(`${path}/suspension`, { reason: '' }).expectProblem(400, 'invalid-request');
  const suspended = (await training.post(`${path}/suspension`, { reason: 'Investigación interna' }).expect<PersonView>(200)).body;
  expect(suspended).toMatchObject({ active: false, suspendedAt: expect.any(String) });
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  const credentials = { email: person.email, password };
  await school.visitor().post('/api/identity/sessions', credentials).expectProblem(401, 'sign-in.refused');
  await training.post(`${path}/suspension`, { reason: 'Otra vez' }).expectProblem(409, 'person.suspended-already');
  await training.post(`${path}/reinstatement`, { reason: 'Se archivó' }).expect(200);
  await training.post(`${path}/reinstatement`, { reason: 'Se archivó' }).expectProblem(409, 'person.not-suspended');
  await school.visitor().post('/api/identity/sessions', credentials).expect<Me>(201);
  const { body } = await training.get(`${path}/suspensions`).expect<Page<SuspensionView>>(200);
  expect(body.items).toMatchObject([{ reason: 'Investigación interna', suspendedBy: 'Ana Núñez', reinstatementReason: 'Se archivó' }]);
  const audited = await school.sql<{ groups: { kind: string; action: string }[] }>(
    `select groups from platform.audit_entry where $1 = any(ids) order by at`,
    [body.items[0]!.id],
  );
  expect(audited.flatMap((each) => each.groups).map(({ kind, action }) => `${kind} ${action}`)).toEqual([
    'suspension suspended',
    'suspension reinstated',
  ]);
});

it('lets nobody suspend themselves, a stranger or somebody with roles', async () => {
  const mine = await anInstitution(admin);
  const { client, person } = await aSignedIn(school, admin, {
    institutionId: mine.id,
    grants: [{ role: 'training-administrator', scope: over(mine) }],
  });
  const reason = { reason: 'Por error' };
  const me = (await admin.get('/api/identity/me').expect<Me>(200)).body.person;
  await admin.post(`${people}/${me.id}/suspension`, reason).expectProblem(409, 'person.not-oneself');
  await client.post(`${people}/${(await aPerson(admin)).id}/suspension`, reason).expectProblem(404, 'not-found');
  const reviewer = await aSignedIn(school, admin, { institutionId: mine.id, grants: [{ role: 'reviewer', scope: everything }] });
  await client.post(`${people}/${reviewer.person.id}/suspension`, reason).expectProblem(403, 'person.email-protected');
  await reviewer.client.get(`${people}/${person.id}/suspensions`).expectProblem(403, 'forbidden');
});
