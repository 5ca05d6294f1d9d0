import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { AccreditationModule } from '@aula/accreditation';
import type { Actor, CredentialView, Grant, Page } from '@aula/contracts';
import { anActor, house, type Client } from '@aula/testing';
import {
  aCompletion,
  aCourseVersion,
  aPerson,
  anIssuedCredential,
  publicUrl,
  publishCourse,
  publishNothing,
  settings,
  timesSaid,
  withoutKey,
} from './builders.js';

const school = await house(AccreditationModule, { settings });
await publishNothing(school);

const list = async (client: Client, query = ''): Promise<CredentialView[]> =>
  (await client.get(`/api/accreditation/credentials${query}`).expect<Page<CredentialView>>(200)).body.items;
const granted = (...grants: Grant[]): Actor => anActor({ grants });
const scoped = (role: Grant['role'], kind: Grant['scope']['kind'], id: string): Client => school.as(granted({ role, scope: { kind, id } }));

const [academy, branch, university, elsewhere] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
await school.publishes('identity.pub_institution', [
  { id: branch, code: 'B', name: 'Escuela de Cadetes', country: 'PY', parent_id: university, path: [university, branch] },
]);
const mine = await anIssuedCredential(school, {
  person: aPerson({ given_name: 'Íris', family_name: 'Müller Acuña', institution_id: academy, institution_path: [academy] }),
  version: aCourseVersion({ institution_id: branch, title: { es: 'Balística forense', en: 'Forensic ballistics' } }),
});
const foreign = await anIssuedCredential(school, { person: aPerson({ given_name: 'Ana', family_name: 'Prado' }) });
const holder = school.as(anActor({ personId: mine.person.id }));
const registrar = school.as(anActor({ roles: ['registrar'] }));

describe('the list of credentials', () => {
  it('shows officers their own, with the address that verifies it, and no name', async () => {
    const [item, ...others] = await list(holder);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      id: mine.id,
      enrollmentId: mine.completion.enrollmentId,
      state: 'issued',
      title: { es: 'Balística forense' },
      hours: 40,
      verifyUrl: `${publicUrl}/v/${mine.id}`,
      may: ['credential.certificate'],
    });
    expect(item).not.toHaveProperty('holderName');
    expect(await list(holder, '?mine=true')).toHaveLength(1);
    expect(await list(holder, `?enrollmentId=${mine.completion.enrollmentId}`)).toHaveLength(1);
  });

  it('shows nobody what is not theirs to see', async () => {
    for (const client of [
      school.as(anActor()),
      school.as(anActor({ roles: ['instructor', 'reviewer', 'coordinator', 'programme-manager'] })),
      scoped('training-administrator', 'institution', elsewhere),
      scoped('registrar', 'university', elsewhere),
      scoped('registrar', 'institution', academy),
    ]) {
      expect(await list(client, `?enrollmentId=${mine.completion.enrollmentId}`)).toEqual([]);
      expect(await list(client)).toEqual([]);
    }
    await school.visitor().get('/api/accreditation/credentials').expectProblem(401, 'not-signed-in');
  });

  it('shows training administrators their branch, and universities their courses', async () => {
    for (const client of [
      scoped('training-administrator', 'institution', academy),
      scoped('registrar', 'university', university),
      scoped('registrar', 'university', branch),
    ]) {
      expect((await list(client)).map((item) => [item.id, item.holderName])).toEqual([[mine.id, 'Íris Müller Acuña']]);
    }
    expect((await list(registrar)).map(({ id }) => id).sort()).toEqual([mine.id, foreign.id].sort());
    expect(await list(registrar, '?mine=true')).toEqual([]);
  });

  it.each([
    ['the number', () => mine.id],
    ['the number as it is read out', () => `${mine.id.slice(0, 5)}-${mine.id.slice(5)}`.toUpperCase()],
    ['the verify address', () => `${publicUrl}/v/${mine.id}`],
    ['the title without accents', () => 'balistica FORENSE'],
    ['the title in another language', () => 'ballistics'],
    ['the holder without accents', () => 'iris muller acuna'],
  ])('finds by %s', async (_, q) => {
    expect((await list(registrar, `?q=${encodeURIComponent(q())}`)).map(({ id }) => id)).toEqual([mine.id]);
  });

  it('takes what was typed as text, not as a pattern', async () => {
    for (const q of ['%', '_', "'", '\\', 'xyz']) expect(await list(registrar, `?q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('comes in pages that neither repeat nor leave out', async () => {
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    await school.hears(
      'completion.recorded',
      Array.from({ length: 7 }, () => aCompletion(person, version)),
    );
    const client = school.as(anActor({ personId: person.id }));
    const seen: string[] = [];
    for (let query = '?limit=3'; query;) {
      const { body } = await client.get(`/api/accreditation/credentials${query}`).expect<Page<CredentialView>>(200);
      seen.push(...body.items.map(({ id }) => id));
      query = body.next === null ? '' : `?limit=3&cursor=${body.next}`;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    await client.get('/api/accreditation/credentials?cursor=nonsense').expectProblem(400, 'cursor-invalid');
  });
});

describe('revocation', () => {
  const path = (id: string): string => `/api/accreditation/credentials/${id}/revocation`;
  const reason = { reason: 'Acta anulada por el jurado' };

  it.each<[string, () => Client, number, string]>([
    ['a visitor', () => school.visitor(), 401, 'not-signed-in'],
    ['the holder', () => holder, 403, 'forbidden'],
    ['an instructor', () => school.as(anActor({ roles: ['instructor'] })), 403, 'forbidden'],
    ['the training administrator of the branch', () => scoped('training-administrator', 'institution', academy), 403, 'forbidden'],
    ['a registrar of another university', () => scoped('registrar', 'university', elsewhere), 404, 'credential.unknown'],
    ['an administrator of the branch alone', () => scoped('administrator', 'institution', academy), 403, 'forbidden'],
  ])('is not for %s', async (_, client, status, code) => {
    await client().post(path(mine.id), reason).expectProblem(status, code);
  });

  it.each<[string, () => Client]>([
    ['a registrar', () => registrar],
    ['an administrator', () => school.as(anActor({ roles: ['administrator'] }))],
    ['the registrar of the university whose course it is', () => scoped('registrar', 'university', university)],
  ])('is for %s, once: a repeat gets the same answer', async (_, client) => {
    const made = await anIssuedCredential(school, { version: aCourseVersion({ institution_id: branch }) });
    const first = await client().post(path(made.id), reason).expect<CredentialView>(200);
    expect(first.body).toMatchObject({ id: made.id, state: 'revoked', revocationReason: reason.reason, may: [] });
    const again = await client().post(path(made.id), { reason: 'another reason' }).expect<CredentialView>(200);
    expect(again.body).toEqual(first.body);
    expect(await timesSaid(school, 'credential.revoked', made.completion.enrollmentId)).toBe(1);
    const audits = await school.sql<{ actor: string }>(
      `select actor from platform.audit_entry where $1 = any(ids) and groups @> '[{"action": "revoked"}]'`,
      [made.id],
    );
    expect(audits).toHaveLength(1);
  });

  it('happens once when 20 ask at a time', async () => {
    const made = await anIssuedCredential(school);
    const answers = await Promise.all(Array.from({ length: 20 }, () => registrar.post(path(made.id), reason).expect<CredentialView>(200)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await timesSaid(school, 'credential.revoked', made.completion.enrollmentId)).toBe(1);
  });

  it('needs a reason, a credential, and one that is issued', async () => {
    await registrar.post(path(foreign.id), { reason: ' x ' }).expectProblem(400, 'invalid-request');
    await registrar.post(path('0000000000000000000000000a'), reason).expectProblem(404, 'credential.unknown');
    await registrar.post(path('nonsense'), reason).expectProblem(404, 'credential.unknown');
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    const completion = aCompletion(person, version);
    await withoutKey(school, () => school.hears('completion.recorded', [completion]));
    const [pending] = await list(registrar, `?enrollmentId=${completion.enrollmentId}`);
    await registrar.post(path(pending!.id), reason).expectProblem(409, 'credential.pending');
    await school.settle();
  });

  it('does not bring a second credential when the completion is told again', async () => {
    const made = await anIssuedCredential(school);
    await registrar.post(path(made.id), reason).expect(200);
    await school.hears('completion.recorded', [made.completion]);
    await school.settle();
    const rows = await list(registrar, `?enrollmentId=${made.completion.enrollmentId}`);
    expect(rows.map(({ id, state }) => [id, state])).toEqual([[made.id, 'revoked']]);
  });
});

it('follows its enrollment to another account of the person and back, and stays what was signed', async () => {
  const { id, person, completion } = await anIssuedCredential(school);
  const signed = async (): Promise<string> => (await school.visitor().get(`/api/accreditation/credentials/${id}`).expect(200)).text;
  const before = await signed();
  const other = randomUUID();
  const enrolled = {
    id: completion.enrollmentId,
    edition_id: randomUUID(),
    course_version_id: completion.courseVersionId,
    state: 'completed',
  };
  await school.publishes('enrollment.pub_enrollment', [{ ...enrolled, person_id: other }]);
  await school.hears('enrollment.moved', [{ enrollmentId: completion.enrollmentId }]);
  expect((await list(school.as(anActor({ personId: other })))).map((each) => each.id)).toEqual([id]);
  expect(await list(school.as(anActor({ personId: person.id })))).toEqual([]);
  await school.sql('update testing.enrollment_pub_enrollment set person_id = $1 where id = $2', [person.id, enrolled.id]);
  await school.hears('enrollment.moved', [{ enrollmentId: completion.enrollmentId }]);
  expect((await list(school.as(anActor({ personId: person.id })))).map((each) => each.id)).toEqual([id]);
  expect(await signed()).toBe(before);
  const entries = await school.sql(
    `select 1 from platform.audit_entry where $1 = any(ids) and groups @> '[{"kind": "credential", "action": "moved"}]'`,
    [id],
  );
  expect(entries).toHaveLength(2); // there and back
});

describe('the signed document', () => {
  it('is for everybody who has its number, in any spelling', async () => {
    for (const number of [mine.id, mine.id.toUpperCase()]) {
      const { headers } = await school.visitor().get(`/api/accreditation/credentials/${number}`).expect(200);
      expect(headers).toMatchObject({ 'x-robots-tag': 'noindex', 'content-type': 'application/vc+ld+json; charset=utf-8' });
    }
    await school.visitor().get('/api/accreditation/credentials/0000000000000000000000000a').expectProblem(404, 'credential.unknown');
  });
});

it('tells its neighbours what is pending, issued and revoked', async () => {
  const rows = await school.sql<{ id: string; state: string }>(`select * from accreditation.pub_credential where id = $1`, [mine.id]);
  expect(rows).toMatchObject([{ id: mine.id, enrollment_id: mine.completion.enrollmentId, person_id: mine.person.id, state: 'issued' }]);
});
