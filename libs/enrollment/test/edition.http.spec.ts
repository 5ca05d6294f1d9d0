import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { EditionView, Page } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house, type Client } from '@aula/testing';
import { aLearner, aPerson, aVersion, anEdition, anInstitution, enrolled, neighbours, opened } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const version = await aVersion(school);
const list = async (client: Client, query: string): Promise<EditionView[]> =>
  (await client.get(`/api/enrollment/editions?limit=200&${query}`).expect<Page<EditionView>>(200)).body.items;
const read = async (id: string): Promise<EditionView> =>
  (await administrator.get(`/api/enrollment/editions/${id}`).expect<EditionView>(200)).body;
const trainerOf = (...institutions: string[]) =>
  school.as(anActor({ grants: institutions.map((id) => ({ role: 'training-administrator', scope: { kind: 'institution', id } })) }));

it('opens an edition of a published version, in its time zone', async () => {
  const id = await opened(administrator, version.id, { capacity: 30, opensAt: '2026-03-01T08:00:00-03:00' });
  expect(await read(id)).toEqual({
    ...{ id, courseVersionId: version.id, courseId: version.course, courseCode: 'VIC-1', courseTitle: { es: 'Atención a víctimas' } },
    ...{ title: 'Primera edición', mode: 'virtual', opensAt: '2026-03-01T11:00:00.000Z', closesAt: '2090-01-01T03:00:00.000Z' },
    ...{ timeZone: 'America/Santiago', capacity: 30, institutionId: null, state: 'open', enrolled: 0, completed: 0 },
    may: ['edition.enroll', 'edition.roster', 'edition.attest', 'edition.change', 'edition.remind'],
  });
});

it('stands by the database’s clock', async () => {
  const states = await Promise.all(
    [{ opensAt: '2080-01-01T00:00:00Z' }, {}, { closesAt: '2021-01-01T00:00:00Z' }].map(async (wish) =>
      read(await opened(administrator, version.id, wish)),
    ),
  );
  expect(states.map(({ state, may }) => [state, may])).toEqual([
    ['planned', ['edition.enroll', 'edition.roster', 'edition.attest', 'edition.change']],
    ['open', ['edition.enroll', 'edition.roster', 'edition.attest', 'edition.change', 'edition.remind']],
    ['closed', ['edition.roster', 'edition.attest', 'edition.change']],
  ]);
});

it('refuses what makes no edition, and says where', async () => {
  const refused = async (wish: Record<string, unknown>, code = 'invalid-request'): Promise<string[]> =>
    (await administrator.post('/api/enrollment/editions', anEdition(version.id, wish)).expectProblem(400, code)).errors!.map(
      (each) => each.path,
    );
  expect(await refused({ closesAt: '2019-01-01T00:00:00Z' })).toEqual(['closesAt']);
  expect(await refused({ timeZone: 'Santiago' })).toEqual(['timeZone']);
  expect(await refused({ opensAt: '2026-03-01T08:00:00' })).toEqual(['opensAt']);
  expect(await refused({ capacity: 0 })).toEqual(['capacity']);
  expect(await refused({ mode: 'hybrid' })).toEqual(['mode']);
  expect(await refused({ courseVersionId: randomUUID() }, 'enrollment.course-version-unknown')).toEqual(['courseVersionId']);
  expect(await refused({ institutionId: randomUUID() }, 'enrollment.institution-unknown')).toEqual(['institutionId']);
});

it('lets training administrators open editions for their branch', async () => {
  const ministry = await anInstitution(school);
  const academy = await anInstitution(school, [ministry]);
  const foreign = await anInstitution(school);
  const post = (client: Client, wish: Record<string, unknown>) => client.post('/api/enrollment/editions', anEdition(version.id, wish));
  expect((await read(await opened(trainerOf(ministry), version.id))).institutionId).toBe(ministry);
  expect((await read(await opened(trainerOf(ministry), version.id, { institutionId: academy }))).institutionId).toBe(academy);
  await post(trainerOf(academy), { institutionId: ministry }).expectProblem(403, 'enrollment.outside-your-institution');
  await post(trainerOf(academy), { institutionId: foreign }).expectProblem(403, 'enrollment.outside-your-institution');
  await post(trainerOf(academy, foreign), {}).expectProblem(400, 'enrollment.edition-institution-needed');
  expect((await read(await opened(trainerOf(academy, foreign), version.id, { institutionId: foreign }))).institutionId).toBe(foreign);
  await post(school.as(anActor({ roles: ['instructor'] })), {}).expectProblem(403, 'forbidden');
  await post(school.visitor(), {}).expectProblem(401, 'not-signed-in');
  const elsewhere = { role: 'training-administrator', scope: { kind: 'course', id: version.course } } as const;
  await post(school.as(anActor({ grants: [elsewhere] })), {}).expectProblem(403, 'forbidden');
});

it('shows editions to who has to do with them', async () => {
  const course = await aVersion(school);
  const [ours, theirs] = [await anInstitution(school), await anInstitution(school)];
  const [network, own, foreign] = [
    await opened(administrator, course.id, { title: 'Red' }),
    await opened(administrator, course.id, { title: 'Nuestra', institutionId: ours }),
    await opened(administrator, course.id, { title: 'Ajena', institutionId: theirs }),
  ];
  const ids = async (client: Client): Promise<string[]> => (await list(client, `courseId=${course.course}`)).map((edition) => edition.id);
  expect(await ids(administrator)).toEqual([foreign, own, network]);
  expect(await ids(trainerOf(ours))).toEqual([own, network]);
  const instructor = (kind: 'course' | 'edition', id: string) =>
    school.as(anActor({ grants: [{ role: 'instructor', scope: { kind, id } }] }));
  expect(await ids(instructor('course', course.course))).toEqual([foreign, own, network]);
  expect(await ids(instructor('edition', foreign))).toEqual([foreign, network]);
  expect(await ids(school.as(anActor()))).toEqual([]);
  const learner = await aLearner(school, administrator, foreign);
  expect(await ids(learner.client)).toEqual([foreign]);
  await learner.client.get(`/api/enrollment/editions/${own}`).expectProblem(404, 'not-found');
  await trainerOf(ours).get(`/api/enrollment/editions/${foreign}`).expectProblem(404, 'not-found');
});

it('finds editions by words of title and course, page by page', async () => {
  const course = await aVersion(school);
  for (const title of ['Edición Brasília 1', 'Edición Brasília 2', 'Edición Lima']) await opened(administrator, course.id, { title });
  const query = `courseId=${course.course}&q=${encodeURIComponent('brasilia VICTIMAS')}`;
  expect((await list(administrator, query)).map((edition) => edition.title)).toEqual(['Edición Brasília 2', 'Edición Brasília 1']);
  const first = (await administrator.get(`/api/enrollment/editions?${query}&limit=1`).expect<Page<EditionView>>(200)).body;
  const second = (await administrator.get(`/api/enrollment/editions?${query}&limit=1&cursor=${first.next!}`).expect<Page<EditionView>>(200))
    .body;
  expect([second.items.map((edition) => edition.title), second.next]).toEqual([['Edición Brasília 1'], null]);
});

it('lists those that open or close within a fortnight, and of all in sight only one’s own', async () => {
  const ours = await anInstitution(school);
  const taught = await aVersion(school);
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const make = (opens: number, closes: number, wish = {}) =>
    opened(administrator, taught.id, { opensAt: inDays(opens), closesAt: inDays(closes), ...wish });
  const [closing, opening, running, over, branch] = [
    await make(-20, 13),
    await make(13, 20),
    await make(-20, 15),
    await make(-20, -1),
    await make(-20, 3, { courseVersionId: version.id, institutionId: ours }),
  ];
  const instructor = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: taught.course } }] }));
  const found = async (client: Client, query: string): Promise<string[]> => (await list(client, query)).map(({ id }) => id);
  expect(await found(instructor, 'mine=true')).toEqual([over, running, opening, closing]);
  expect(await found(instructor, 'mine=true&soon=closing')).toEqual([closing]);
  expect(await found(instructor, 'mine=true&soon=opening')).toEqual([opening]);
  expect(await found(trainerOf(ours), 'mine=true&soon=closing')).toEqual([branch]);
  expect(await found(administrator, 'mine=true&soon=closing')).toEqual([branch, closing]);
  expect(await found(school.as(anActor()), 'mine=true')).toEqual([]);
  await instructor.get('/api/enrollment/editions?soon=yesterday').expectProblem(400, 'invalid-request');
});

it('finds the editions of a course that are to come, open or closed', async () => {
  const { id: versionId, course } = await aVersion(school);
  const wishes = [{ opensAt: '2080-01-01T00:00:00Z' }, {}, { closesAt: '2021-01-01T00:00:00Z' }];
  const [planned, open, closed] = await Promise.all(wishes.map((wish) => opened(administrator, versionId, wish)));
  const found = async (state: string): Promise<string[]> =>
    (await list(administrator, `courseId=${course}&state=${state}`)).map(({ id }) => id);
  expect([await found('planned'), await found('open'), await found('closed')]).toEqual([[planned], [open], [closed]]);
  await administrator.get('/api/enrollment/editions?state=soon').expectProblem(400, 'invalid-request');
});

it('is changed and closed by whoever may open it, never to fewer places than people', async () => {
  const academy = await anInstitution(school);
  const id = await opened(administrator, version.id, { institutionId: academy, capacity: 5 });
  const person = await aPerson(school, { institution: [academy] });
  await enrolled(school, administrator, id, { personIds: [person, await aPerson(school, { institution: [academy] })] });
  const path = `/api/enrollment/editions/${id}`;
  const trainer = school.as(anActor({ grants: [{ role: 'training-administrator', scope: { kind: 'institution', id: academy } }] }));
  const changed = (await trainer.patch(path, { title: 'Segunda edición', capacity: 2 }).expect<EditionView>(200)).body;
  expect([changed.title, changed.capacity, changed.mode]).toEqual(['Segunda edición', 2, 'virtual']);
  expect((await trainer.patch(path, { capacity: null }).expect<EditionView>(200)).body.capacity).toBeNull();
  await trainer.patch(path, { capacity: 1 }).expectProblem(409, 'enrollment.capacity-below-enrolled');
  await trainer.patch(path, { closesAt: '2019-01-01T00:00:00Z' }).expectProblem(409, 'enrollment.edition-dates');
  const stranger = school.as(
    anActor({ grants: [{ role: 'training-administrator', scope: { kind: 'institution', id: await anInstitution(school) } }] }),
  );
  await stranger.patch(path, { title: 'Otra' }).expectProblem(404, 'not-found');
  const instructor = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'edition', id } }] }));
  await instructor.patch(path, { title: 'Otra' }).expectProblem(403, 'forbidden');
  expect((await trainer.post(`${path}/closure`).expect<EditionView>(200)).body.state).toBe('closed');
  await trainer.post(`${path}/closure`).expectProblem(409, 'enrollment.edition-closed');
});
