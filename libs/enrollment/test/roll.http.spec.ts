import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Page, RollEntryView, SessionView } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house, type Client } from '@aula/testing';
import { aLearner, aVersion, neighbours, opened } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const version = await aVersion(school, [{ kind: 'session' }, { kind: 'page', required: false }, { kind: 'session', required: false }]);
const [first, page, second] = version.units as [string, string, string];
const edition = await opened(administrator, version.id);
const names: [given: string, family: string][] = [
  ['Óscar', 'Zúñiga'],
  ['Ana', 'Álvarez'],
  ['Luis', 'Alvarez'],
  ['Rosa', 'Nuñez'],
];
const [oscar, ana, luis, rosa] = await names.reduce<Promise<Awaited<ReturnType<typeof aLearner>>[]>>(
  async (before, [given, family]) => [...(await before), await aLearner(school, administrator, edition, { given, family })],
  Promise.resolve([]),
);

const path = `/api/enrollment/editions/${edition}`;
const roll = async (query = '', client: Client = administrator): Promise<Page<RollEntryView>> =>
  (await client.get(`${path}/units/${first}/roll${query}`).expect<Page<RollEntryView>>(200)).body;
const who = ({ items }: Page<RollEntryView>): string[] => items.map(({ givenName }) => givenName);
const mark = (unit: string, enrollmentIds: string[]) =>
  administrator.put(`${path}/units/${unit}/attendance`, { enrollmentIds }).expect(200);
const sessions = async (client: Client = administrator): Promise<SessionView[]> =>
  (await client.get(`${path}/sessions`).expect<Page<SessionView>>(200)).body.items;

it('calls the roll by family name, accents or not, page by page', async () => {
  expect(who(await roll())).toEqual(['Ana', 'Luis', 'Rosa', 'Óscar']);
  const some = await roll('?limit=3');
  expect(who(some)).toEqual(['Ana', 'Luis', 'Rosa']);
  expect(who(await roll(`?limit=3&cursor=${some.next!}`))).toEqual(['Óscar']);
  expect(who(await roll('?q=alvarez%20ana'))).toEqual(['Ana']);
  expect(who(await roll('?q=nadie'))).toEqual([]);
});

it('says who is down since when, and counts them session by session; whoever left is on no roll', async () => {
  await mark(first, [ana!.enrollment, rosa!.enrollment]);
  expect((await roll()).items.map(({ recordedAt, completed }) => [recordedAt !== null, completed])).toEqual([
    [true, true],
    [false, false],
    [true, true],
    [false, false],
  ]);
  await luis!.client.post(`/api/enrollment/enrollments/${luis!.enrollment}/withdrawal`, { reason: 'moved' }).expect(200);
  expect(who(await roll())).toEqual(['Ana', 'Rosa', 'Óscar']);
  expect((await sessions()).map(({ unitId, attended, enrolled }) => [unitId, attended, enrolled])).toEqual([
    [first, 2, 3],
    [second, 0, 3],
  ]);
});

it('is read by whoever may say who was there, and by nobody else', async () => {
  const instructor = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'edition', id: edition } }] }));
  expect(who(await roll('', instructor))).toContain('Óscar');
  expect(await sessions(instructor)).toHaveLength(2);
  await oscar!.client.get(`${path}/units/${first}/roll`).expectProblem(403, 'forbidden');
  await oscar!.client.get(`${path}/sessions`).expectProblem(403, 'forbidden');
  const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] }));
  await stranger.get(`${path}/sessions`).expectProblem(403, 'forbidden');
  await administrator.get(`${path}/units/${page}/roll`).expectProblem(409, 'enrollment.unit-is-no-session');
});
