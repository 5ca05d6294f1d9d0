import { expect, it } from '@jest/globals';
import type { Page, ReminderDefaults, ReminderPreview, ReminderView } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { LiveSettings } from '@aula/platform';
import { anActor, house, type Client } from '@aula/testing';
import { aLearner, aPerson, aVersion, anInstitution, graded, neighbours, opened } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const version = await aVersion(school);
const edition = await opened(administrator, version.id);
const academy = await anInstitution(school);
const elsewhere = await anInstitution(school);
const ana = await aLearner(school, administrator, edition, { given: 'Ana', institution: [academy] });
const joao = await aLearner(school, administrator, edition, { given: 'João', language: 'pt', institution: [elsewhere] });
const done = await aLearner(school, administrator, edition);
await school.hears('attempt.graded', [graded(done.enrollment, version.units[0]!, 10)]);

const path = `/api/enrollment/editions/${edition}`;
const note = { pt: 'Falta pouco.' };
const preview = async (client: Client = administrator): Promise<ReminderPreview> =>
  (await client.post(`${path}/reminder-previews`, { filter: {}, note }).expect<ReminderPreview>(200)).body;
const history = async (client: Client = administrator): Promise<ReminderView[]> =>
  (await client.get(`${path}/reminders`).expect<Page<ReminderView>>(200)).body.items;

it('shows how many would be reminded, what each language reads, and who is left out and why', async () => {
  const { count, skipped, samples } = await preview();
  expect([count, skipped]).toEqual([2, [{ code: 'completed', count: 1 }]]);
  const letters = new Map(samples.map((each) => [each.language, each]));
  expect(letters.get('pt')!.text).toContain('Olá, João:');
  expect(letters.get('pt')!.text).toContain('Falta pouco.');
  expect(letters.get('pt')!.text).toContain('Unidades que faltam: 1.');
  expect(letters.get('es')!.subject).toBe('Aula: su curso «Atención a víctimas» le espera');
  const branch = school.as(anActor({ grants: [{ role: 'training-administrator', scope: { kind: 'institution', id: academy } }] }));
  expect((await preview(branch)).count).toBe(1);
  await ana.client.post(`${path}/reminder-previews`, { filter: {} }).expectProblem(403, 'forbidden');
});

it('starts with whom the academy’s settings mean: those due soon where the edition closes soon, else those at rest', async () => {
  const start = async (id: string): Promise<ReminderDefaults> =>
    (await administrator.get(`/api/enrollment/editions/${id}/reminder-defaults`).expect<ReminderDefaults>(200)).body;
  const inDays = (days: number): string => new Date(school.clock.now().getTime() + days * 86_400_000).toISOString();
  const near = await opened(administrator, version.id, { closesAt: inDays(5) });
  expect(await start(edition)).toEqual({ beforeCloseDays: [7, 1], idleDays: 14, filter: { state: 'active', inactiveDays: 14 } });
  expect((await start(near)).filter).toEqual({ state: 'active', dueDays: 7 });
  await school.sql(`insert into platform.setting (name, value, changed_by) values ('reminders', $1, gen_random_uuid())`, [
    JSON.stringify({ beforeCloseDays: [3], idleDays: 30 }),
  ]);
  school.app.get(LiveSettings).forget();
  expect((await start(near)).filter).toEqual({ state: 'active', inactiveDays: 30 });
  await ana.client.get(`${path}/reminder-defaults`).expectProblem(403, 'forbidden');
});

it('reminds each once, says who asked for it, and not again within days', async () => {
  const sender = await aPerson(school, { given: 'Rosa', family: 'Nuñez' });
  const instructor = school.as(anActor({ personId: sender, grants: [{ role: 'instructor', scope: { kind: 'edition', id: edition } }] }));
  await instructor.post(`${path}/reminders`, { filter: { state: 'active' }, note }).expect(202);
  await school.settle();
  expect(await history()).toMatchObject([
    { state: 'done', expected: 2, sent: 2, skipped: [], sender: 'Rosa Nuñez', filter: { state: 'active' } },
  ]);
  const said = await school.said('reminder.requested');
  expect(said.map(({ personId }) => personId).sort()).toEqual([ana.person, joao.person].sort());
  expect(said[0]).toMatchObject({ missing: 1, progress: 0, timeZone: 'America/Santiago', note });
  expect(await preview()).toMatchObject({ count: 0, samples: [] });
  await administrator.post(`${path}/reminders`, { filter: {} }).expectProblem(409, 'enrollment.nobody-to-remind');
  await school.sql(`update enrollment.enrollment set reminded_at = clock_timestamp() - interval '4 days' where id = $1`, [ana.enrollment]);
  expect((await preview()).count).toBe(1);
  await administrator.post(`${path}/reminders`, { filter: {} }).expect(202);
  await school.settle();
  expect((await history())[0]).toMatchObject({
    sent: 1,
    skipped: [
      { code: 'completed', count: 1 },
      { code: 'reminded-lately', count: 1 },
    ],
  });
  const other = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'edition', id: edition } }] }));
  expect(await history(other)).toEqual([]);
});

it('reminds nobody of what is over', async () => {
  const closed = await opened(administrator, version.id, { closesAt: '2020-07-01T12:00:00Z' });
  await administrator.post(`/api/enrollment/editions/${closed}/reminders`, { filter: {} }).expectProblem(409, 'enrollment.edition-closed');
});
