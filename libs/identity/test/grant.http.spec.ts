import { expect, it } from '@jest/globals';
import type { GrantView, Page } from '@aula/contracts';
import { IdentityModule } from '@aula/identity';
import { verifyAudit } from '@aula/platform';
import { house } from '@aula/testing';
import pg from 'pg';
import { aPerson, aSignedIn, administrator, anAcademy, anInstitution, everything, over, personBy, signIn } from './builders.js';

const { school, admin } = await anAcademy();
const empty = await house(IdentityModule);
const grants = '/api/identity/grants';
const of = async (personId: string): Promise<GrantView[]> =>
  (await admin.get(`${grants}?personId=${personId}`).expect<Page<GrantView>>(200)).body.items;

it('gives a role and takes it away, and both stand in the audit chain', async () => {
  const { person, client } = await aSignedIn(school, admin);
  const institution = await anInstitution(admin);
  const wish = { personId: person.id, role: 'training-administrator', scope: over(institution) };
  const { body } = await admin.post(grants, wish).expect<GrantView>(201);
  expect(await of(person.id)).toEqual([body]);
  await client.get('/api/identity/imports').expect(200); // the same session has the right at once
  await admin.post(grants, wish).expectProblem(409, 'grant.exists');
  await admin.delete(`${grants}/${body.id}`).expect(204);
  await client.get('/api/identity/imports').expectProblem(403, 'forbidden');
  await admin.delete(`${grants}/${body.id}`).expectProblem(404, 'not-found');
  expect(await of(person.id)).toEqual([]);
  await admin.post(grants, wish).expect(201);
  const chained = await school.sql<{ action: string; actor: string }>(
    `select g ->> 'action' as action, e.actor from platform.audit_entry e, jsonb_array_elements(e.groups) g where $1 = any(e.ids) order by e.at`,
    [body.id],
  );
  const me = await personBy(admin, administrator.email);
  expect(chained).toEqual([
    { action: 'given', actor: me!.id },
    { action: 'taken', actor: me!.id },
  ]);
  const owner = new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
  const report = await verifyAudit(owner).finally(() => owner.end());
  expect(report.broken).toBeUndefined();
});

it('refuses what no administrator may do', async () => {
  const me = await personBy(admin, administrator.email);
  const own = { personId: me!.id, role: 'registrar', scope: everything };
  await admin.post(grants, own).expectProblem(403, 'grant.to-oneself');
  const [first] = (await of(me!.id)).filter((each) => each.role === 'administrator');
  await admin.delete(`${grants}/${first!.id}`).expectProblem(409, 'grant.last-administrator');
  await admin.patch(`/api/identity/people/${me!.id}`, { active: false }).expectProblem(409, 'person.not-oneself');
  const { person, client } = await aSignedIn(school, admin, { grants: [{ role: 'auditor', scope: everything }] });
  await client.post(grants, own).expectProblem(403, 'forbidden');
  await client.get(grants).expectProblem(403, 'forbidden');
  const inactive = await aPerson(admin);
  await admin.patch(`/api/identity/people/${inactive.id}`, { active: false }).expect(200);
  await admin.post(grants, { personId: inactive.id, role: 'auditor', scope: everything }).expectProblem(409, 'person.inactive');
  const wrong = (scope: unknown) => admin.post(grants, { personId: person.id, role: 'registrar', scope });
  await wrong({ kind: 'everything', id: person.id }).expectProblem(400, 'grant.scope-invalid');
  await wrong({ kind: 'course', id: null }).expectProblem(400, 'grant.scope-invalid');
  await wrong({ kind: 'institution', id: person.id }).expectProblem(400, 'grant.scope-invalid');
  await wrong({ kind: 'course', id: person.id }).expect(201);
});

it('never loses the last administrator, also when two remove one another at once', async () => {
  const second = await aSignedIn(school, admin, { grants: [{ role: 'administrator', scope: everything }] });
  const me = await personBy(admin, administrator.email);
  const mine = (await of(me!.id)).find((each) => each.role === 'administrator')!;
  const answers = await Promise.all([
    admin.patch(`/api/identity/people/${second.person.id}`, { active: false }).whatever(),
    second.client.delete(`${grants}/${mine.id}`).whatever(),
  ]);
  expect(answers.map((each) => each.status).filter((status) => status < 300)).toHaveLength(1);
  const left = await school.sql(
    `select 1 from identity.role_grant g join identity.person p on p.id = g.person_id
     where g.role = 'administrator' and g.scope_kind = 'everything' and g.revoked_at is null and p.active`,
  );
  expect(left).toHaveLength(1);
});

it('makes the first administrator once, however many processes start', async () => {
  const settings = { ...empty.runtime.settings, firstAdministrator: administrator };
  const { openHouse } = await import('@aula/platform');
  const wake = { ordered: () => undefined, recorded: () => undefined };
  const opened = await Promise.all([1, 2, 3].map(() => openHouse(IdentityModule, { ...empty.runtime, settings }, wake)));
  await Promise.all(opened.map(({ app }) => app.close()));
  const made = await empty.sql(`select 1 from identity.role_grant where role = 'administrator'`);
  expect(made).toHaveLength(1);
  await signIn(empty, administrator.email);
  const later = await openHouse(
    IdentityModule,
    { ...empty.runtime, settings: { ...settings, firstAdministrator: { email: 'second@aula.example', password: administrator.password } } },
    wake,
  );
  await later.app.close();
  expect(await empty.sql(`select 1 from identity.person where email = 'second@aula.example'`)).toEqual([]);
});
