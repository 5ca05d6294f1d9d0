import { expect, it } from '@jest/globals';
import pg from 'pg';
import type { DuplicateView, GrantView, Me, MergePreview, MergeView, NotificationView, Page, PersonView } from '@aula/contracts';
import { verifyAudit } from '@aula/platform';
import type { Client } from '@aula/testing';
import {
  aPerson,
  aSignedIn,
  anAcademy,
  anInstitution,
  everything,
  imported,
  lettersTo,
  next,
  over,
  password,
  personBy,
  rejectionsOf,
  signIn,
} from './builders.js';

const { school, admin } = await anAcademy();
const people = '/api/identity/people';
const merges = '/api/identity/merges';
const person = async (id: string): Promise<PersonView> => (await admin.get(`${people}/${id}`).expect<PersonView>(200)).body;
const merge = async (client: Client, keptId: string, mergedId: string, take: string[] = []): Promise<MergeView> =>
  (await client.post(merges, { keptId, mergedId, take }).expect<MergeView>(201)).body;
const duplicatesOf = async (client: Client, id: string): Promise<DuplicateView[]> =>
  (await client.get('/api/identity/duplicates?limit=200').expect<Page<DuplicateView>>(200)).body.items.filter((each) =>
    each.people.some((one) => one.id === id),
  );
const reasons = async (id: string): Promise<string[][]> => (await duplicatesOf(admin, id)).map((each) => each.reasons);

it('finds accounts that may be one person’s, and says why', async () => {
  const institution = await anInstitution(admin);
  const n = next();
  const name = { givenName: 'Íñigo', familyName: `Peña${n}` };
  const one = await aPerson(admin, { ...name, externalId: `CO-12.${n}-7`, birthYear: 1980, email: `inigo.pena${n}@force.example` });
  await aPerson(admin, { familyName: `Otro${n}`, externalId: `co12${n}7`, email: `otro${n}@force.example` });
  await aPerson(admin, { givenName: 'Inigo', familyName: `PENA${n}`, birthYear: 1980, email: `x${n}@other.example` });
  await aPerson(admin, { ...name, birthYear: 1991, email: `y${n}@other.example` }); // another year: somebody else
  await aPerson(admin, { givenName: 'I.', familyName: `Pena${n}`, email: `inigopena${n}@mail.example` });
  expect((await reasons(one.id)).toSorted()).toEqual([['email'], ['external-id'], ['name-and-year']]);
  const [a, b] = [
    await aPerson(admin, { ...name, institutionId: institution.id }),
    await aPerson(admin, { ...name, institutionId: institution.id }),
  ];
  expect(await reasons(a.id)).toEqual([['name-and-institution']]);
  await admin.post('/api/identity/duplicates/distinctions', { personIds: [b.id, a.id] }).expect(204);
  expect(await reasons(a.id)).toEqual([]);
});

it('tells before a merge what it would do', async () => {
  const kept = await aPerson(admin);
  const { person: merged } = await aSignedIn(school, admin, { grants: [{ role: 'reviewer', scope: everything }] });
  const [a, b, c] = [1, 2, 3].map(() => crypto.randomUUID()) as [string, string, string];
  const [edition, both] = [crypto.randomUUID(), crypto.randomUUID()];
  await school.publishes('enrollment.pub_edition', [
    { id: edition, title: 'Marzo' },
    { id: both, title: 'Abril' },
  ]);
  await school.publishes('enrollment.pub_enrollment', [
    { id: a, person_id: merged.id, edition_id: edition, state: 'active' },
    { id: b, person_id: merged.id, edition_id: both, state: 'active' },
    { id: c, person_id: kept.id, edition_id: both, state: 'completed' },
  ]);
  await school.publishes('assessment.pub_grade', [
    { attempt_id: crypto.randomUUID(), enrollment_id: a },
    { attempt_id: crypto.randomUUID(), enrollment_id: b },
  ]);
  await school.publishes('accreditation.pub_credential', [{ id: 'x', enrollment_id: a, person_id: merged.id }]);
  const url = (keptId: string, mergedId: string): string => `/api/identity/merge-preview?keptId=${keptId}&mergedId=${mergedId}`;
  const { body } = await admin.get(url(kept.id, merged.id)).expect<MergePreview>(200);
  expect(body).toMatchObject({
    kept: { id: kept.id },
    merged: { id: merged.id },
    enrollments: 1,
    attempts: 1,
    credentials: 1,
    both: [{ title: 'Abril', keptState: 'completed', mergedState: 'active', counts: 'kept' }],
    grants: [{ role: 'reviewer' }],
  });
  expect((await admin.get(url(merged.id, kept.id)).expect<MergePreview>(200)).body.both).toMatchObject([{ counts: 'merged' }]);
  await admin.get(url(kept.id, kept.id)).expectProblem(409, 'merge.same-person');
  await school.unpublishes('enrollment.pub_enrollment');
});

it('merges: what is taken changes places, the other account is signed out and its person told where to go', async () => {
  const kept = await aPerson(admin, { rank: 'Cabo', externalId: `K-${next()}` });
  await admin.put(`${people}/${kept.id}/password`, { password: 'another long password' }).expect(204);
  const {
    person: gone,
    client,
    grants,
  } = await aSignedIn(school, admin, {
    rank: 'Sargento',
    birthYear: 1977,
    externalId: `G-${next()}`,
    grants: [{ role: 'reviewer', scope: everything }],
  });
  const made = await merge(admin, kept.id, gone.id, ['email', 'externalId', 'rank', 'birthYear']);
  expect(made).toMatchObject({ keptId: kept.id, mergedId: gone.id, mergedEmail: kept.email, undoneAt: null });
  expect(await person(kept.id)).toMatchObject({
    email: gone.email,
    externalId: gone.externalId,
    rank: 'Sargento',
    birthYear: 1977,
    active: true,
  });
  expect(await person(gone.id)).toMatchObject({ email: kept.email, externalId: kept.externalId, active: false, mergedInto: kept.id });
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  for (const secret of [password, 'another long password']) {
    const refused = await school
      .visitor()
      .post('/api/identity/sessions', { email: kept.email, password: secret })
      .expectProblem(401, 'sign-in.merged');
    expect(refused.detail).toContain(gone.email);
  }
  await school
    .visitor()
    .post('/api/identity/sessions', { email: kept.email, password: 'not the password' })
    .expectProblem(401, 'sign-in.refused');
  await school.visitor().post('/api/identity/sessions', { email: gone.email, password: 'another long password' }).expect<Me>(201);
  await school.visitor().post('/api/identity/password-resets', { email: kept.email }).whatever();
  expect(await lettersTo(admin, kept.email)).toEqual([]);
  expect((await admin.get(`/api/identity/grants?personId=${gone.id}`).expect<Page<GrantView>>(200)).body.items).toEqual([]);
  expect(await personBy(admin, kept.email)).toBeUndefined();
  await admin.patch(`${people}/${gone.id}`, { rank: 'X' }).expectProblem(409, 'person.merged');
  await admin.post(`${people}/${gone.id}/reinstatement`, { reason: 'No' }).expectProblem(400, 'invalid-request');
  await admin.post(`${people}/${gone.id}/reinstatement`, { reason: 'Volver' }).expectProblem(409, 'person.merged');
  const stale = await imported(school, admin, `email,given_name,family_name\n${kept.email},A,B\n`);
  expect((await rejectionsOf(admin, stale.id)).map((each) => each.code)).toEqual(['person-merged']);
  expect(await school.said('person.merged')).toContainEqual({ mergeId: made.id, keptId: kept.id, mergedId: gone.id });

  await admin.patch(`${people}/${kept.id}`, { rank: 'Teniente' }).expect(200); // changed since: stays
  const undone = (await admin.post(`${merges}/${made.id}/reversal`).expect<MergeView>(200)).body;
  expect(undone.undoneAt).not.toBeNull();
  expect(await person(kept.id)).toMatchObject({ email: kept.email, externalId: kept.externalId, rank: 'Teniente', birthYear: null });
  expect(await person(gone.id)).toEqual(gone);
  await school.visitor().post('/api/identity/sessions', { email: gone.email, password }).expect<Me>(201);
  const given = (await admin.get(`/api/identity/grants?personId=${gone.id}`).expect<Page<GrantView>>(200)).body.items;
  expect(given.map((each) => each.id)).toEqual(grants.map((each) => each.id));
  expect(await school.said('person.unmerged')).toContainEqual({ mergeId: made.id, keptId: kept.id, mergedId: gone.id });
  await admin.post(`${merges}/${made.id}/reversal`).expectProblem(409, 'merge.undone-already');
  const listed = (await admin.get(`${merges}?personId=${kept.id}`).expect<Page<MergeView>>(200)).body.items;
  expect(listed).toEqual([undone]);
});

it('undoes merges in the order in which they hang on one another', async () => {
  const [a, b, c] = [await aPerson(admin), await aPerson(admin), await aPerson(admin)];
  const first = await merge(admin, b.id, a.id);
  await admin.post(merges, { keptId: c.id, mergedId: a.id, take: [] }).expectProblem(409, 'merge.already-merged');
  const second = await merge(admin, c.id, b.id);
  await admin.post(`${merges}/${first.id}/reversal`).expectProblem(409, 'merge.kept-merged');
  await admin.post(`${merges}/${second.id}/reversal`).expect(200);
  await admin.post(`${merges}/${first.id}/reversal`).expect(200);
  expect(await person(a.id)).toEqual(a);
});

it('gives what is said to a merged account to the one that stays, and back when the merge is undone', async () => {
  const [stays, one, other] = [await aSignedIn(school, admin), await aSignedIn(school, admin), await aPerson(admin)];
  const give = (personId: string) => admin.post('/api/identity/grants', { personId, role: 'reviewer', scope: everything }).expect(201);
  const titles = async (client: Client): Promise<string[]> =>
    (await client.get('/api/identity/notifications').expect<Page<NotificationView>>(200)).body.items.map(({ kind }) => kind);
  await give(one.person.id);
  await give(other.id);
  const [first, second] = [await merge(admin, one.person.id, other.id), await merge(admin, stays.person.id, one.person.id)];
  const [enrollmentId, unitId] = [crypto.randomUUID(), crypto.randomUUID()];
  const version = crypto.randomUUID();
  await school.publishes('enrollment.pub_enrollment', [{ id: enrollmentId, person_id: other.id, course_version_id: version }]);
  await school.publishes('catalog.pub_unit', [{ course_version_id: version, id: unitId, title: { es: 'Unidad' } }]);
  await school.hears('attempt.restored', [{ attemptId: crypto.randomUUID(), enrollmentId, unitId }] as never); // heard late
  expect((await titles(stays.client)).filter((kind) => !kind.startsWith('security.'))).toEqual([
    'attempt.restored',
    'grant.given',
    'grant.given',
  ]);
  await admin.post(`${merges}/${second.id}/reversal`).expect(200);
  expect((await titles(stays.client)).filter((kind) => !kind.startsWith('security.'))).toEqual([]);
  await admin.post(`${merges}/${first.id}/reversal`).expect(200);
  const back = await signIn(school, one.person.email);
  expect((await titles(back)).filter((kind) => !kind.startsWith('security.'))).toEqual(['grant.given']);
  const [own] = await school.sql<{ n: number }>(`select count(*)::int as n from identity.notification where person_id = $1`, [other.id]);
  expect(own!.n).toBe(2);
  await school.unpublishes('enrollment.pub_enrollment');
});

it('lets a training administrator merge officers of their branch, and nobody with roles', async () => {
  const [mine, foreign] = [await anInstitution(admin), await anInstitution(admin)];
  const { client } = await aSignedIn(school, admin, {
    institutionId: mine.id,
    grants: [{ role: 'training-administrator', scope: over(mine) }],
  });
  const [one, other, stranger] = [
    await aPerson(admin, { institutionId: mine.id }),
    await aPerson(admin, { institutionId: mine.id }),
    await aPerson(admin, { institutionId: foreign.id }),
  ];
  const colleague = await aSignedIn(school, admin, { institutionId: mine.id, grants: [{ role: 'instructor', scope: everything }] });
  await client.post(merges, { keptId: one.id, mergedId: stranger.id }).expectProblem(404, 'not-found');
  await client.post(merges, { keptId: one.id, mergedId: colleague.person.id }).expectProblem(403, 'merge.protected');
  await client.post(merges, { keptId: colleague.person.id, mergedId: one.id }).expectProblem(403, 'merge.protected');
  const me = (await admin.get('/api/identity/me').expect<Me>(200)).body.person;
  await admin.post(merges, { keptId: one.id, mergedId: me.id }).expectProblem(409, 'person.not-oneself');
  const made = await merge(client, one.id, other.id);
  await client.post(`${merges}/${made.id}/reversal`).expect(200);
});

it('leaves an audit chain that holds', async () => {
  const pool = new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
  const report = await verifyAudit(pool).finally(() => pool.end());
  expect(report.broken).toBeUndefined();
  expect(report.items).toBeGreaterThan(10);
});
