import { expect, it } from '@jest/globals';
import type { AuditCheckView, AuditEntryView, GrantView, Page } from '@aula/contracts';
import { aPerson, aSignedIn, administrator, anAcademy, anInstitution, everything, over, personBy } from './builders.js';

const { school, admin } = await anAcademy();
const auditor = await aSignedIn(school, admin, { grants: [{ role: 'auditor', scope: everything }] });
const path = '/api/identity/audit-entries';
const search = async (query = ''): Promise<AuditEntryView[]> =>
  (await auditor.client.get(`${path}?${query}`).expect<Page<AuditEntryView>>(200)).body.items;

it('finds entries by who, what, whom and when, newest first, and says them in words', async () => {
  const institution = await anInstitution(admin, { name: 'Academia del Mar' });
  const person = await aPerson(admin, { givenName: 'Lía', familyName: 'Paz' });
  const wish = { personId: person.id, role: 'instructor', scope: over(institution) };
  const { id } = (await admin.post('/api/identity/grants', wish).expect<GrantView>(201)).body;
  await admin.delete(`/api/identity/grants/${id}`).expect(204);
  const me = (await personBy(admin, administrator.email))!;
  const [taken, given, ...rest] = await search(`actor=${me.id}&subject=${person.id}`);
  expect(rest).toEqual([]);
  expect([taken, given].map((each) => each!.groups[0]!.action)).toEqual(['taken', 'given']);
  expect(given).toMatchObject({ actor: { id: me.id, name: 'Administrator Aula' }, house: 'identity' });
  const [subject] = given!.groups[0]!.subjects;
  expect(subject).toMatchObject({ id, person: { id: person.id, name: 'Lía Paz' } });
  expect(subject!.facts).toEqual(
    expect.arrayContaining([
      { name: 'role', new: 'instructor' },
      { name: 'place', new: 'Academia del Mar' },
    ]),
  );
  expect(await search(`subject=${id}&kind=grant`)).toHaveLength(2);
  expect(await search(`subject=${id}&kind=grade`)).toEqual([]);
  expect(await search(`subject=${id}&until=2001-01-01T00:00:00Z`)).toEqual([]);
});

it('pages through all of it without a gap', async () => {
  const all = await search('limit=200');
  const paged: AuditEntryView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: { body: Page<AuditEntryView> } = await auditor.client
      .get(`${path}?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      .expect<Page<AuditEntryView>>(200);
    paged.push(...body.items);
    cursor = body.next;
  }
  expect(paged).toEqual(all);
  expect(all.length).toBeGreaterThan(3);
});

it('finds an honest chain whole, read as the plumbing', async () => {
  await auditor.client.post('/api/identity/audit-checks').expect(202);
  await school.settle();
  const [check] = (await admin.get('/api/identity/audit-checks').expect<Page<AuditCheckView>>(200)).body.items;
  expect(check).toMatchObject({ state: 'whole', progress: 1, broken: null });
});

it('exports a search, one line per changed thing, which no spreadsheet carries out', async () => {
  const { person } = await aSignedIn(school, admin, {
    givenName: '=1+1',
    familyName: 'Cmd',
    grants: [{ role: 'administrator', scope: everything }],
  });
  const { client } = auditor;
  await school.sql(
    `select platform.audit_append($1, 'r', '[{"kind":"grant","action":"given","count":1}]', array['x'], array['\\x00'::bytea], '\\x00')`,
    [person.id],
  ); // an entry of that person, made past the application
  const text = (await client.get(`${path}.csv?actor=${person.id}`).expect(200)).text;
  const [head, line, end] = text.split('\r\n');
  expect(head).toContain('momento (UTC)');
  expect(line).toContain(`"'=1+1 Cmd"`);
  expect(end).toBe('');
});

it('is for auditors and administrators over everything', async () => {
  const institution = await anInstitution(admin);
  const { client } = await aSignedIn(school, admin, {
    grants: [
      { role: 'training-administrator', scope: everything },
      { role: 'auditor', scope: over(institution) },
    ],
  });
  for (const place of ['audit-entries', 'audit-entries.csv', 'audit-checks'])
    await client.get(`/api/identity/${place}`).expectProblem(403, 'forbidden');
  await client.post('/api/identity/audit-checks').expectProblem(403, 'forbidden');
});

it('checks the chain as an order and names the first thing that does not fit', async () => {
  const checks = '/api/identity/audit-checks';
  await auditor.client.post(checks).expect(202);
  await admin.post(checks).expectProblem(409, 'audit.check-running');
  await school.settle();
  const latest = async () => (await auditor.client.get(checks).expect<Page<AuditCheckView>>(200)).body.items[0]!;
  // the entry that the export's test made past the application is no honest one
  expect(await latest()).toMatchObject({ state: 'broken', progress: 1, broken: { reason: 'items' }, requestedBy: { name: 'Ana Núñez' } });
  expect((await latest()).entries).toBeGreaterThan(3);
});
