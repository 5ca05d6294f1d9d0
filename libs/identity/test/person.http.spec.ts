import { expect, it } from '@jest/globals';
import type { InstitutionView, MemberStateView, Page, PersonView } from '@aula/contracts';
import { aPerson, aSignedIn, anAcademy, anInstitution, everything, next, over, personBy } from './builders.js';

const { school, admin } = await anAcademy();
const people = '/api/identity/people';
const names = (page: Page<PersonView>): string[] => page.items.map((each) => each.familyName);

it('knows the 35 Member States of the OAS in four languages', async () => {
  const { body } = await school.visitor().get('/api/identity/member-states').expect<Page<MemberStateView>>(200);
  expect(body.items).toHaveLength(35);
  expect(body.items.find((each) => each.country === 'BR')!.name).toEqual({ es: 'Brasil', pt: 'Brasil', en: 'Brazil', fr: 'Brésil' });
});

it('keeps institutions as a tree', async () => {
  const root = await anInstitution(admin, { name: 'Policía Nacional Á' });
  const below = await anInstitution(admin, { parentId: root.id });
  const leaf = await anInstitution(admin, { parentId: below.id, code: 'Esc-Ñandú' });
  expect(leaf.path).toEqual([root.id, below.id, leaf.id]);
  await aPerson(admin, { institutionId: leaf.id });
  const { body } = await admin.get(`/api/identity/institutions/${root.id}`).expect<InstitutionView>(200);
  expect(body).toMatchObject({ people: 1, parentId: null, path: [root.id] });
  const children = await admin.get(`/api/identity/institutions?parentId=${root.id}`).expect<Page<InstitutionView>>(200);
  expect(children.body.items.map((each) => each.id)).toEqual([below.id]);
  const found = await admin.get('/api/identity/institutions?q=esc-nandu').expect<Page<InstitutionView>>(200);
  expect(found.body.items.map((each) => each.id)).toEqual([leaf.id]);
  await admin
    .post('/api/identity/institutions', { code: 'ESC-ÑANDÚ', name: 'Otra', country: 'CO' })
    .expectProblem(409, 'institution.code-taken');
  await admin.post('/api/identity/institutions', { code: 'ES', name: 'España', country: 'ES' }).expectProblem(400, 'country-not-member');
  await admin
    .post('/api/identity/institutions', { code: 'X-1', name: 'Huérfana', country: 'CO', parentId: '00000000-0000-7000-8000-000000000000' })
    .expectProblem(400, 'institution.unknown');
});

it('lets a training administrator plant below their institution only', async () => {
  const mine = await anInstitution(admin);
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(mine) }] });
  const planted = await anInstitution(client, { parentId: mine.id });
  expect(planted.path).toEqual([mine.id, planted.id]);
  const foreign = await anInstitution(admin);
  const body = { code: 'NEW', name: 'Nueva', country: 'CO' };
  await client.post('/api/identity/institutions', { ...body, parentId: foreign.id }).expectProblem(403, 'forbidden');
  await client.post('/api/identity/institutions', body).expectProblem(403, 'forbidden');
});

it('creates people, and says whose the address or the id is not', async () => {
  const institution = await anInstitution(admin);
  const made = await aPerson(admin, {
    email: 'Zoë.Lévêque@Force.example'.normalize('NFC').replace(/[^\x20-\x7e]/g, 'e'),
    externalId: 'EXT-1',
    sex: 'F',
    country: 'HT',
    institutionId: institution.id,
    rank: 'Inspectrice',
    language: 'fr',
  });
  expect(made).toMatchObject({ email: 'zoe.leveque@force.example', institution: institution.name, active: true, sex: 'F', country: 'HT' });
  const body = { email: 'ZOE.LEVEQUE@force.example', givenName: 'A', familyName: 'B' };
  await admin.post(people, body).expectProblem(409, 'person.email-taken');
  await admin.post(people, { ...body, email: 'b@force.example', externalId: 'EXT-1' }).expectProblem(409, 'person.external-id-taken');
  const foreign = await admin.post(people, { ...body, email: 'b@force.example', country: 'DE' }).expectProblem(400, 'country-not-member');
  expect(foreign.detail).toContain('«DE»');
  await admin
    .post(people, { ...body, email: 'b@force.example', role: 'administrator', active: false })
    .expectProblem(400, 'invalid-request');
  const atOnce = await Promise.all([1, 2, 3].map(() => admin.post(people, { ...body, email: 'once@force.example' }).whatever()));
  expect(atOnce.map((each) => each.status).sort()).toEqual([201, 409, 409]);
  expect((await school.said('person.changed')).map((item) => item.personId)).toContain(made.id);
});

it('repeats the first answer under the same idempotency key', async () => {
  const body = { email: `once${next()}@force.example`, givenName: 'A', familyName: 'B' };
  const keyed = admin.with({ 'idempotency-key': 'person-1' });
  const first = await keyed.post(people, body).expect<PersonView>(201);
  expect((await keyed.post(people, body).expect<PersonView>(201)).body).toEqual(first.body);
});

it('changes what is named and nothing else', async () => {
  const person = await aPerson(admin, { rank: 'Sargento', sex: 'M' });
  const { body } = await admin.patch(`${people}/${person.id}`, { familyName: 'Gonçalves', sex: null }).expect<PersonView>(200);
  expect(body).toEqual({ ...person, familyName: 'Gonçalves', sex: null });
  await admin.patch(`${people}/${person.id}`, { email: 'first@aula.example' }).expectProblem(409, 'person.email-taken');
});

it('finds people by any part of their names, accents and capitals aside', async () => {
  await aPerson(admin, { givenName: 'Íñigo', familyName: 'Muñoz Peña', externalId: '100%_a' });
  const find = async (q: string): Promise<string[]> =>
    names((await admin.get(`${people}?q=${encodeURIComponent(q)}`).expect<Page<PersonView>>(200)).body);
  expect(await find('inigo PENA')).toEqual(['Muñoz Peña']);
  expect(await find('uñoz')).toEqual(['Muñoz Peña']);
  expect(await find('100%_A')).toEqual(['Muñoz Peña']);
  expect(await find('100x_')).toEqual([]);
  expect(await find(`'; drop table identity.person; --`)).toEqual([]);
  expect((await personBy(admin, 'FIRST@aula.example'))!.givenName).toBe('Administrator');
});

it('pages through people without losing or repeating one', async () => {
  const institution = await anInstitution(admin);
  for (let i = 0; i < 7; i++) await aPerson(admin, { institutionId: institution.id, familyName: `F${i % 3}` });
  const seen: string[] = [];
  const page = async (cursor: string): Promise<Page<PersonView>> =>
    (await admin.get(`${people}?institutionId=${institution.id}&limit=3${cursor}`).expect<Page<PersonView>>(200)).body;
  for (let at = await page(''); ; at = await page(`&cursor=${at.next}`)) {
    seen.push(...at.items.map((each) => `${each.familyName} ${each.id}`));
    if (at.next === null) break;
  }
  expect(new Set(seen).size).toBe(7);
  expect(seen).toEqual([...seen].sort());
  await admin.get(`${people}?cursor=broken`).expectProblem(400, 'cursor-invalid');
});

it('turns the page also where names are as long as they may be', async () => {
  const institution = await anInstitution(admin);
  const name = (sign: string): { givenName: string; familyName: string } => ({ givenName: 'ú'.repeat(120), familyName: sign.repeat(120) });
  for (const sign of ['ñ', 'ü']) await aPerson(admin, { institutionId: institution.id, ...name(sign) });
  const url = `${people}?institutionId=${institution.id}&limit=1`;
  const first = (await admin.get(url).expect<Page<PersonView>>(200)).body;
  const second = (await admin.get(`${url}&cursor=${first.next}`).expect<Page<PersonView>>(200)).body;
  expect([...names(first), ...names(second)].toSorted()).toEqual(['ñ'.repeat(120), 'ü'.repeat(120)]);
  const forged = Buffer.from(JSON.stringify(['a', 'b', 'no id'])).toString('base64url');
  await admin.get(`${url}&cursor=${forged}`).expectProblem(400, 'cursor-invalid');
});

it('shows each role the people in its reach, and everybody themselves', async () => {
  const root = await anInstitution(admin);
  const below = await anInstitution(admin, { parentId: root.id });
  const aside = await anInstitution(admin);
  const [inside, outside] = [await aPerson(admin, { institutionId: below.id }), await aPerson(admin, { institutionId: aside.id })];
  const reach = async (...grants: Parameters<typeof aSignedIn>[2] extends { grants?: infer G } | undefined ? NonNullable<G> : never) => {
    const { client, person } = await aSignedIn(school, admin, { grants });
    const page = (await client.get(`${people}?limit=200`).expect<Page<PersonView>>(200)).body;
    const sees = (id: string): boolean => page.items.some((each) => each.id === id);
    const status = async (id: string): Promise<number> => (await client.get(`${people}/${id}`).whatever()).status;
    expect(sees(person.id)).toBe(true);
    for (const each of [inside, outside]) expect(await status(each.id)).toBe(sees(each.id) ? 200 : 404);
    const filtered = (await client.get(`${people}?email=${outside.email}`).expect<Page<PersonView>>(200)).body.items.length;
    expect(filtered).toBe(sees(outside.id) ? 1 : 0);
    return [sees(inside.id), sees(outside.id)];
  };
  expect(await reach()).toEqual([false, false]);
  expect(await reach({ role: 'instructor', scope: everything })).toEqual([false, false]);
  expect(await reach({ role: 'training-administrator', scope: over(root) })).toEqual([true, false]);
  expect(await reach({ role: 'registrar', scope: { kind: 'university', id: root.id } })).toEqual([true, false]);
  expect(await reach({ role: 'registrar', scope: everything })).toEqual([true, true]);
  expect(await reach({ role: 'auditor', scope: everything })).toEqual([true, true]);
  await school.visitor().get(people).expectProblem(401, 'not-signed-in');
});

it('lets a training administrator create and change people in their branch only', async () => {
  const [mine, foreign] = [await anInstitution(admin), await anInstitution(admin)];
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(mine) }] });
  const body = { email: `new${next()}@force.example`, givenName: 'A', familyName: 'B' };
  await client.post(people, { ...body, institutionId: foreign.id }).expectProblem(403, 'forbidden');
  await client.post(people, body).expectProblem(403, 'forbidden');
  const made = await aPerson(client, { ...body, institutionId: mine.id });
  await client.patch(`${people}/${made.id}`, { rank: 'Cabo', email: `moved${next()}@force.example` }).expect(200);
  await client.patch(`${people}/${made.id}`, { institutionId: foreign.id }).expectProblem(403, 'forbidden');
  const stranger = await aPerson(admin, { institutionId: foreign.id });
  await client.patch(`${people}/${stranger.id}`, { rank: 'Cabo' }).expectProblem(404, 'not-found');
  const colleague = await aSignedIn(school, admin, { institutionId: mine.id, grants: [{ role: 'instructor', scope: everything }] });
  await client.patch(`${people}/${colleague.person.id}`, { email: 'mine-now@force.example' }).expectProblem(403, 'person.email-protected');
  await client.patch(`${people}/${colleague.person.id}`, { active: false }).expectProblem(403, 'person.email-protected');
  await client.patch(`${people}/${colleague.person.id}`, { rank: 'Instructor' }).expect(200);
});

it('publishes people, institutions and sessions as contracts declares them', async () => {
  const institution = await anInstitution(admin);
  const { person } = await aSignedIn(school, admin, { institutionId: institution.id, grants: [{ role: 'reviewer', scope: everything }] });
  const [published] = await school.sql(`select * from identity.pub_person where id = $1`, [person.id]);
  expect(published).toMatchObject({ email: person.email, institution_path: [institution.id], active: true, rank: null });
  const [place] = await school.sql(`select * from identity.pub_institution where id = $1`, [institution.id]);
  expect(place).toMatchObject({ code: institution.code, path: [institution.id], parent_id: null });
  const [session] = await school.sql(`select * from identity.pub_session where person_id = $1`, [person.id]);
  expect(session).toMatchObject({ kind: 'session', language: 'es', grants: [{ role: 'reviewer', scope: everything }] });
});
