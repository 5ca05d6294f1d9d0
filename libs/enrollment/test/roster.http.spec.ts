import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { MissingUnitView, Page, RosterEntryView, RosterFunnel, RosterSummary, RosterViewView } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house, type Client } from '@aula/testing';
import { readXlsx } from 'hucre/xlsx';
import { aLearner, aVersion, anInstitution, graded, neighbours, opened, progressed, type Learner } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const [page, lesson, quiz] = [{ kind: 'page' }, { kind: 'scorm' }, { kind: 'quiz' }] as const;
const version = await aVersion(school, [page, lesson, quiz, { kind: 'session' }, { kind: 'page', required: false }], { minimumScore: 0.8 });
const edition = await opened(administrator, version.id);
const ministry = await anInstitution(school, [], 'Ministerio');
const academy = await anInstitution(school, [ministry], 'Academia');
const elsewhere = await anInstitution(school, [], 'Otra');
const learner = (family: string, institution: string[], country = 'CL', externalId?: string) =>
  aLearner(school, administrator, edition, { family, given: 'Luz', institution, country, ...(externalId && { externalId }) });
const nunez = await learner('Núñez', [ministry, academy], 'CL', 'CL-12.7');
const abad = await learner('Ábad', [ministry]);
const zorro = await learner('=Zorro', [elsewhere], 'PE');
await school.hears('unit.progressed', [progressed(nunez.enrollment, version.units[1]!)]);
await school.hears('attempt.graded', [graded(nunez.enrollment, version.units[2]!, 7)]);
await zorro.client
  .put(`/api/enrollment/enrollments/${zorro.enrollment}/units/${version.units[0]!}/progress`, { state: 'completed' })
  .expect(200);
await abad.client.post(`/api/enrollment/enrollments/${abad.enrollment}/withdrawal`, { reason: 'traslado' }).expect(200);

const path = `/api/enrollment/editions/${edition}`;
const roster = async (query = '', client: Client = administrator): Promise<Page<RosterEntryView>> =>
  (await client.get(`${path}/roster?${query}`).expect<Page<RosterEntryView>>(200)).body;
const who = async (query = '', client: Client = administrator): Promise<string[]> =>
  (await roster(query, client)).items.map(({ familyName }) => familyName);
const over = (id: string) => school.as(anActor({ grants: [{ role: 'training-administrator', scope: { kind: 'institution', id } }] }));

it('lists the learners of an edition by name, progress and last activity, page by page', async () => {
  expect(await who()).toEqual(['=Zorro', 'Ábad', 'Núñez']);
  expect(await who('sort=-name')).toEqual(['Núñez', 'Ábad', '=Zorro']);
  expect(await who('sort=-progress')).toEqual(expect.arrayContaining(['=Zorro', 'Núñez']));
  expect((await who('sort=progress'))[0]).toBe('Ábad');
  expect(await who('sort=activity')).toEqual(['Ábad', 'Núñez', '=Zorro']);
  for (const sort of ['name', '-progress', 'activity']) {
    const first = await roster(`sort=${sort}&limit=2`);
    const rest = await roster(`sort=${sort}&limit=2&cursor=${first.next!}`);
    expect([...first.items, ...rest.items].map(({ familyName }) => familyName)).toEqual(await who(`sort=${sort}`));
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
  }
  await administrator.get(`${path}/roster?sort=activity&cursor=WyJ4IiwieSJd`).expectProblem(400, 'cursor-invalid');
});

it('counts how far people have come unit by unit, and finds who is behind each number', async () => {
  const funnel = async (client = administrator): Promise<RosterFunnel> =>
    (await client.get(`${path}/roster-funnel`).expect<RosterFunnel>(200)).body;
  const whole = await funnel();
  expect(whole).toMatchObject({ enrolled: 2, completed: 0 });
  expect(whole.units.map(({ begun, finished, required }) => [begun, finished, required])).toEqual([
    [1, 1, true],
    [1, 1, true],
    [1, 0, true],
    [0, 0, true],
    [0, 0, false],
  ]);
  const numbers = [...whole.units.entries()].flatMap(([at, { begun, finished }]) => [
    { filter: `reached=begun&unit=${version.units[at]!}`, people: begun },
    { filter: `reached=finished&unit=${version.units[at]!}`, people: finished },
  ]);
  for (const { filter, people } of numbers) expect([filter, (await who(filter)).length]).toEqual([filter, people]);
  expect(await who('reached=enrolled')).toEqual(['=Zorro', 'Núñez']);
  expect(await who('reached=begun')).toEqual(['=Zorro', 'Núñez']);
  expect(await who('reached=completed')).toEqual([]);
  const sub = await funnel(over(ministry));
  expect([sub.enrolled, sub.units.map(({ begun }) => begun)]).toEqual([1, [0, 1, 1, 0, 0]]);
  await school.as(anActor()).get(`${path}/roster-funnel`).expectProblem(403, 'forbidden');
});

it('finds them by state, progress, unit, institution with what is below it, country, idleness, deadline and name', async () => {
  expect(await who('state=withdrawn')).toEqual(['Ábad']);
  expect(await who('progress=none')).toEqual(['Ábad']);
  expect(await who('progress=under-half')).toEqual(['=Zorro', 'Núñez']);
  expect(await who(`missing=${version.units[1]!}`)).toEqual(['=Zorro']);
  expect(await who(`missing=${version.units[2]!}`)).toEqual(['=Zorro', 'Núñez']);
  expect(await who(`institutionId=${ministry}`)).toEqual(['Ábad', 'Núñez']);
  expect(await who(`institutionId=${academy}`)).toEqual(['Núñez']);
  expect(await who('country=PE')).toEqual(['=Zorro']);
  expect(await who('inactiveDays=3')).toEqual([]);
  await school.sql(`update enrollment.enrollment set active_at = clock_timestamp() - interval '5 days' where id = $1`, [nunez.enrollment]);
  expect(await who('inactiveDays=3')).toEqual(['Núñez']);
  expect(await who('dueDays=10')).toEqual([]);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await administrator.put(`/api/enrollment/enrollments/${nunez.enrollment}/deadline`, { deadline: inAWeek }).expect(200);
  expect(await who('dueDays=10')).toEqual(['Núñez']);
  expect(await who('q=nunez%20LUZ')).toEqual(['Núñez']);
  expect(await who('q=cl12.7%20luz')).toEqual(['Núñez']);
  expect(await who('q=cl-13')).toEqual([]);
  expect(await who(`q=${nunez.person.slice(0, 8)}%40`)).toEqual([]);
  expect(await who(`q=${nunez.person}%40aula`)).toEqual(['Núñez']);
  expect(await who('q=n_nez')).toEqual([]);
});

it('shows each role the learners that it reaches, and how to reach them to who administers them', async () => {
  expect(await who('', over(academy))).toEqual(['Núñez']);
  const seen = await roster('', over(ministry));
  expect(seen.items.map(({ familyName, email }) => [familyName, email !== null])).toEqual([
    ['Ábad', true],
    ['Núñez', true],
  ]);
  const instructor = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: version.course } }] }));
  expect((await roster('', instructor)).items.map(({ email }) => email)).toEqual([null, null, null]);
  await nunez.client.get(`${path}/roster`).expectProblem(403, 'forbidden');
  await over(randomUUID()).get(`/api/enrollment/editions/${randomUUID()}/roster`).expectProblem(404, 'not-found');
});

it('counts them by state, country and institution, what is below included; whoever left counts by state alone', async () => {
  const summary = async (query = '', client: Client = administrator) =>
    (await client.get(`${path}/roster-summary?${query}`).expect<RosterSummary>(200)).body;
  const all = await summary();
  expect([all.total, new Map(all.states.map(({ state, count }) => [state, count]))]).toEqual([
    3,
    new Map([
      ['active', 2],
      ['withdrawn', 1],
    ]),
  ]);
  expect(all.countries.map(({ country, enrolled }) => [country, enrolled]).sort()).toEqual([
    ['CL', 1],
    ['PE', 1],
  ]);
  expect(all.institutions.map(({ name, depth, enrolled, completed }) => [name, depth, enrolled, completed])).toEqual([
    ['Ministerio', 0, 1, 0],
    ['Academia', 1, 1, 0],
    ['Otra', 0, 1, 0],
  ]);
  expect((await summary('country=PE')).total).toBe(1);
  expect((await summary('', over(academy))).total).toBe(1);
});

it('says which units somebody misses, and why each', async () => {
  const missing = async ({ enrollment }: Learner, client: Client = administrator) =>
    (await client.get(`/api/enrollment/enrollments/${enrollment}/missing-units`).expect<Page<MissingUnitView>>(200)).body.items;
  expect((await missing(nunez)).map(({ position, reason, score, minimumScore }) => [position, reason, score, minimumScore])).toEqual([
    [1, 'not-started', null, null],
    [3, 'below-minimum', 0.7, 0.8],
    [4, 'not-attended', null, null],
  ]);
  expect((await missing(nunez, nunez.client)).length).toBe(3);
  await over(elsewhere).get(`/api/enrollment/enrollments/${nunez.enrollment}/missing-units`).expectProblem(404, 'not-found');
  expect((await roster('q=nunez')).items[0]!.missing).toBe(3);
  const units = (await administrator.get(`${path}/roster-units`).expect<Page<{ position: number }>>(200)).body.items;
  expect(units.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
});

it('gives the filtered roster as CSV that no spreadsheet carries out, and as a workbook', async () => {
  const csv = await administrator
    .with({ 'accept-language': 'en' })
    .get(`${path}/roster.csv?columns=name,state,progress,deadline&country=PE`)
    .expect(200);
  expect(csv.headers['content-disposition']).toContain('Primera%20edici%C3%B3n.csv');
  expect(csv.text).toBe(`\uFEFFName,State,Progress,Deadline\r\n"'=Zorro, Luz",in progress,0.25,2090-01-01T03:00:00.000Z\r\n`);
  expect((await over(academy).get(`${path}/roster.csv?columns=name`).expect(200)).text.split('\r\n')).toHaveLength(3);
  await nunez.client.get(`${path}/roster.csv`).expectProblem(403, 'forbidden');
  const { bytes } = await administrator.get(`${path}/roster.xlsx?sort=-name`).expect(200);
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]!.rows).toHaveLength(4);
  expect(sheets[0]!.rows.flat()).toContain('=Zorro, Luz');
});

it('gives everybody their own courses as a table, and nobody else’s', async () => {
  const { headers, text } = await nunez.client.with({ 'accept-language': 'es' }).get('/api/enrollment/me/enrollments.csv').expect(200);
  expect(headers['content-disposition']).toContain('mis cursos.csv');
  const [heading, ...lines] = text.trim().split('\r\n');
  expect(heading).toContain('Curso,Edición,Horas,Estado,Avance');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/en curso,0\.25,/);
  await school.visitor().get('/api/enrollment/me/enrollments.csv').expectProblem(401, 'not-signed-in');
});

it('keeps ways to look at rosters: own ones, ones shared with an institution, and the one to open with', async () => {
  const mine = over(academy);
  const wish = { name: 'Sin avance', filter: { progress: 'none' }, sort: 'activity', columns: ['name', 'activeAt'], institutionId: null };
  const views = async (client: Client): Promise<RosterViewView[]> =>
    (await client.get('/api/enrollment/roster-views').expect<Page<RosterViewView>>(200)).body.items;
  const { id } = (await mine.post('/api/enrollment/roster-views', wish).expect<{ id: string }>(201)).body;
  expect(await views(mine)).toEqual([{ id, ...wish, own: true, standard: false }]);
  const other = over(academy);
  expect(await views(other)).toEqual([]);
  await mine
    .put(`/api/enrollment/roster-views/${id}`, { ...wish, institutionId: elsewhere })
    .expectProblem(403, 'enrollment.outside-your-institution');
  await mine.put(`/api/enrollment/roster-views/${id}`, { ...wish, institutionId: academy }).expect(200);
  expect((await views(other)).map(({ name, own }) => [name, own])).toEqual([['Sin avance', false]]);
  expect(await views(over(ministry))).toEqual([]);
  expect(await views(over(elsewhere))).toEqual([]);
  await other.put(`/api/enrollment/roster-views/${id}`, wish).expectProblem(404, 'not-found');
  await other.put('/api/enrollment/standard-roster-view', { viewId: id }).expect(204);
  expect((await views(other))[0]!.standard).toBe(true);
  expect((await views(mine))[0]!.standard).toBe(false);
  await other.delete(`/api/enrollment/roster-views/${id}`).expectProblem(404, 'not-found');
  await mine.delete(`/api/enrollment/roster-views/${id}`).expect(204);
  expect(await views(other)).toEqual([]);
});
