import { expect, it } from '@jest/globals';
import type { ImportView, NotificationView, Page } from '@aula/contracts';
import type { Client } from '@aula/testing';
import { aSignedIn, anAcademy, anInstitution, everything, imported, personBy, readImport, signIn, startImport } from './builders.js';

const { school, admin } = await anAcademy();
await school.publishes('enrollment.pub_enrollment', []);
await anInstitution(admin, { code: 'ACADEMY' });

const people = (count: number, change: (n: number) => string = (n) => `R${n}`, prefix = 'p'): string =>
  [
    'external_id;email;given_name;family_name;rank;institution',
    ...Array.from({ length: count }, (_, n) => `${prefix}-${n};${prefix}${n}@roster.example;Ana;Núñez;${change(n)};academy`),
  ].join('\r\n');
const count = async (prefix: string): Promise<number> =>
  (await school.sql<{ n: number }>(`select count(*)::int as n from identity.person where starts_with(external_id, $1)`, [`${prefix}-`]))[0]!
    .n;
const reversed = async (id: string): Promise<ImportView> => {
  await admin.post(`/api/identity/imports/${id}/reversal`).expect(202);
  await school.settle();
  return readImport(admin, id);
};
/** Has the nth time that `condition` holds for a changed import fail, once: as if the worker had died there. */
const failOnce = async (condition: string, nth = 1): Promise<void> => {
  await school.sql(`drop trigger if exists fail_once on identity.people_import; drop sequence if exists identity.failing;
    create sequence identity.failing; grant usage on identity.failing to public`);
  await school.sql(`create or replace function identity.fail_once() returns trigger language plpgsql as $$ begin
    if ${condition} and nextval('identity.failing') = ${nth} then raise exception 'the worker died here'; end if; return new; end $$`);
  await school.sql(`create trigger fail_once before update on identity.people_import for each row execute function identity.fail_once()`);
};
const errorsOf = async (id: string): Promise<(string | null)[]> =>
  (await school.sql<{ attempts: number }>(`select attempts from platform.job where subject = $1`, [id])).map((job) => String(job.attempts));

it('imports 5,000 people, repeats them without a change, and changes those that differ', async () => {
  expect(await imported(school, admin, people(5_000))).toMatchObject({ state: 'applied', rows: 5_000, changed: 5_000, unchanged: 0 });
  expect(await count('p')).toBe(5_000);
  expect(await imported(school, admin, people(5_000))).toMatchObject({ changed: 0, unchanged: 5_000 });
  const some = people(5_000, (n) => (n % 10 === 0 ? 'Mayor' : `R${n}`));
  expect(await imported(school, admin, some, 'rehearse')).toMatchObject({ state: 'rehearsed', changed: 500, unchanged: 4_500 });
  expect(await imported(school, admin, some)).toMatchObject({ state: 'applied', changed: 500, unchanged: 4_500 });
});

it('goes on behind the last merged rows when a worker dies', async () => {
  await failOnce(`new.merged_line > old.merged_line`, 2);
  const id = await startImport(admin, people(12_000, undefined, 'd'));
  await school.settle();
  expect(await errorsOf(id)).toEqual(['2']);
  expect(await readImport(admin, id)).toMatchObject({ state: 'applied', rows: 12_000, changed: 12_000, unchanged: 0, rejected: 0 });
  expect(await count('d')).toBe(12_000);
  expect(await imported(school, admin, people(12_000, undefined, 'd'))).toMatchObject({ changed: 0, unchanged: 12_000 });
});

it('reads the file again when the staging table was lost in the midst', async () => {
  await failOnce(`new.merged_line > old.merged_line`, 2);
  const id = await startImport(admin, people(12_000, undefined, 'l'));
  await school.settle(1); // one round: it fails at the second chunk
  expect(await readImport(admin, id)).toMatchObject({ state: 'applying', changed: 5_000 });
  await school.sql(`truncate identity.import_row`); // what a crash of PostgreSQL does to an unlogged table
  await school.settle();
  expect(await readImport(admin, id)).toMatchObject({ state: 'applied', changed: 12_000, unchanged: 0, rejected: 0 });
  expect(await count('l')).toBe(12_000);
});

it('begins the judging anew when a worker dies before its end', async () => {
  await failOnce(`new.judged and not old.judged`);
  const done = await imported(school, admin, `${people(10, undefined, 'j')}\r\nbad;row;;;;\r\n`);
  expect(done).toMatchObject({ state: 'applied', rows: 11, accepted: 10, rejected: 1, changed: 10 });
});

it('rejects, when it merges, a row that somebody has made impossible since it was judged', async () => {
  await failOnce(`new.merged_line > old.merged_line`, 1);
  const id = await startImport(admin, people(3, undefined, 'late'));
  await school.settle(1);
  expect((await readImport(admin, id)).state).toBe('applying');
  await admin
    .post('/api/identity/people', { email: 'late1@roster.example', externalId: 'mine', givenName: 'A', familyName: 'B' })
    .expect(201);
  await school.settle();
  expect(await readImport(admin, id)).toMatchObject({ state: 'applied', rows: 3, accepted: 2, rejected: 1, changed: 2 });
});

it('reverses: the changed get their former data back, the created are gone', async () => {
  await imported(school, admin, people(20, undefined, 'v'));
  const before = await school.sql(`select * from identity.person where starts_with(external_id, 'v-') order by id`);
  const second = await imported(
    school,
    admin,
    people(30, () => 'Mayor', 'v'),
  );
  expect(second).toMatchObject({ changed: 30, reversal: null });
  expect(await reversed(second.id)).toMatchObject({
    state: 'reversed',
    progress: 1,
    reversal: { restored: 20, removed: 10, deactivated: 0, kept: 0 },
  });
  expect(await school.sql(`select * from identity.person where starts_with(external_id, 'v-') order by id`)).toEqual(before);
  await admin.post(`/api/identity/imports/${second.id}/reversal`).expectProblem(409, 'import.state-wrong');
});

it('reverses several imports, the last one first', async () => {
  const first = await imported(
    school,
    admin,
    people(5, () => 'Cabo', 's'),
  );
  const second = await imported(
    school,
    admin,
    people(5, () => 'Mayor', 's'),
  );
  expect((await reversed(second.id)).reversal).toMatchObject({ restored: 5 });
  expect((await personBy(admin, 's0@roster.example'))!.rank).toBe('Cabo');
  expect((await reversed(first.id)).reversal).toMatchObject({ removed: 5 });
  expect(await count('s')).toBe(0);
});

it('deactivates whom it created and something hangs on, and leaves alone who was changed since', async () => {
  const first = await imported(school, admin, people(7, undefined, 'h'));
  const [plain, withPassword, withRole, enrolled, changed] = await Promise.all(
    [0, 1, 2, 3, 4].map(async (n) => (await personBy(admin, `h${n}@roster.example`))!),
  );
  await admin.put(`/api/identity/people/${withPassword!.id}/password`, { password: 'a long enough password' }).expect(204);
  const client = await signIn(school, withPassword!.email);
  await admin.post('/api/identity/grants', { personId: withRole!.id, role: 'instructor', scope: everything }).expect(201);
  await school.publishes('enrollment.pub_enrollment', [{ id: enrolled!.id, person_id: enrolled!.id, state: 'active' }]);
  await admin.patch(`/api/identity/people/${changed!.id}`, { rank: 'Mayor' }).expect(200);
  expect((await reversed(first.id)).reversal).toEqual({ restored: 0, removed: 3, deactivated: 4, kept: 0 });
  expect(await personBy(admin, plain!.email)).toBeUndefined();
  for (const person of [withPassword, withRole, enrolled, changed]) expect((await personBy(admin, person!.email))!.active).toBe(false);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  const again = await imported(school, admin, people(7, undefined, 'h')); // who was only deactivated by a reversal comes back
  expect(again).toMatchObject({ accepted: 7, rejected: 0 });
  expect((await personBy(admin, enrolled!.email))!.active).toBe(true);
  const other = await imported(
    school,
    admin,
    people(7, () => 'Cabo', 'h'),
  );
  await admin.patch(`/api/identity/people/${enrolled!.id}`, { givenName: 'Bea' }).expect(200);
  expect((await reversed(other.id)).reversal).toEqual({ restored: 6, removed: 0, deactivated: 0, kept: 1 });
});

it('goes on with a reversal when a worker dies', async () => {
  const done = await imported(school, admin, people(5_000, undefined, 'w'));
  await failOnce(`new.state = 'reversing' and new.merged_line < old.merged_line`, 2);
  expect(await reversed(done.id)).toMatchObject({ state: 'reversed', reversal: { removed: 5_000, kept: 0 } });
  expect(await count('w')).toBe(0);
});

it('is not begun by somebody without the right', async () => {
  const done = await imported(school, admin, people(1, undefined, 'z'));
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'auditor', scope: everything }] });
  await client.post(`/api/identity/imports/${done.id}/reversal`).expectProblem(403, 'forbidden');
  await client.get('/api/identity/imports').expectProblem(403, 'forbidden');
});

it('removes the files of imports that are over, and keeps those that may still be applied', async () => {
  const over = await imported(school, admin, people(1, undefined, 'f'));
  const rehearsed = await imported(school, admin, people(2, undefined, 'f'), 'rehearse');
  const files = async (): Promise<string[]> =>
    (
      await school.sql<{ key: string }>(`select key from platform.object where key = any($1)`, [
        [over.id, rehearsed.id].map((id) => `identity/imports/${id}`),
      ])
    ).map((each) => each.key);
  const clean = async (): Promise<void> => {
    await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'identity.remove-expired')`);
    await school.settle();
  };
  await clean();
  expect(await files()).toHaveLength(2); // of today
  school.clock.set(new Date(school.clock.now().getTime() + 2 * 86_400_000));
  await clean();
  expect(await files()).toEqual([`identity/imports/${rehearsed.id}`]);
  await admin.post(`/api/identity/imports/${rehearsed.id}/application`).expect(202);
  await school.settle();
  expect(await readImport(admin, rehearsed.id)).toMatchObject({ state: 'applied', changed: 1, unchanged: 1 });
});

const notified = async (client: Client): Promise<NotificationView[]> =>
  (await client.get('/api/identity/notifications?group=account').expect<Page<NotificationView>>(200)).body.items;
it('tells who ordered an import how it ended; a rehearsal says nothing', async () => {
  const { client } = await aSignedIn(school, admin, { language: 'es', grants: [{ role: 'administrator', scope: everything }] });
  const told = async () => (await notified(client)).filter(({ kind }) => kind === 'import.finished');
  const row = 'external_id,email,given_name,family_name\nI-1,told@roster.example,Ana,Núñez\n';
  await imported(school, client, row, 'rehearse');
  expect(await told()).toEqual([]);
  const { id } = await imported(school, client, row);
  expect(await told()).toMatchObject([{ title: 'Importación de «people.csv»: aplicada', link: `/institution/imports/${id}` }]);
  await imported(school, client, 'nothing that has a header');
  expect((await told()).map(({ title }) => title)).toContain('Importación de «people.csv»: no fue posible');
  expect(await notified((await aSignedIn(school, admin)).client)).toEqual([]);
});
