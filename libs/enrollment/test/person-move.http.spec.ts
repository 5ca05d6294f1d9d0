import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { EditionId, EditionView, Item } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house } from '@aula/testing';
import { aLearner, aPerson, aVersion, audited, enrolled, graded, neighbours, opened } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const version = await aVersion(school);

const aMerge = (keptId: string, mergedId: string): Item<'person.merged'> => ({
  mergeId: randomUUID(),
  keptId,
  mergedId,
});
/** Who has which enrollment in which state. */
const held = async (...people: string[]): Promise<string[]> =>
  (
    await school.sql<{ person_id: string; id: string; state: string }>(
      'select person_id, id, state from enrollment.enrollment where person_id = any($1) order by id',
      [people],
    )
  ).map(({ person_id: person, id, state }) => `${people.indexOf(person)} ${id} ${state}`);
const completionsOf = async (person: string): Promise<string[]> =>
  (await school.sql<{ enrollment_id: string }>('select enrollment_id from enrollment.completion where person_id = $1', [person])).map(
    (each) => each.enrollment_id,
  );
const edition = (wish: object = {}): Promise<EditionId> => opened(administrator, version.id, wish);
const numbers = async (id: EditionId): Promise<EditionView> =>
  (await administrator.get(`/api/enrollment/editions/${id}`).expect<EditionView>(200)).body;

it('moves the enrollments of a duplicate account to the one that stays, with what was completed, and back', async () => {
  const gone = await aLearner(school, administrator, await edition());
  const kept = await aPerson(school);
  await school.hears('attempt.graded', [graded(gone.enrollment, version.units[0]!, 9)]);
  const merge = aMerge(kept, gone.person);
  await school.hears('person.merged', [merge]);
  expect(await held(kept, gone.person)).toEqual([`0 ${gone.enrollment} completed`]);
  expect(await completionsOf(kept)).toEqual([gone.enrollment]);
  expect(await school.said('enrollment.moved')).toContainEqual({ enrollmentId: gone.enrollment });
  await school.hears('person.merged', [merge]); // heard twice: once is enough
  await enrolled(school, administrator, await edition(), { personIds: [kept] }); // after the merge: stays where it is
  await school.hears('person.unmerged', [merge]);
  expect(await held(kept, gone.person)).toEqual([`1 ${gone.enrollment} completed`, expect.stringMatching(/^0 .* active$/)]);
  expect(await completionsOf(gone.person)).toEqual([gone.enrollment]);
});

it('lets the further of two enrollments in one edition count, and sets the other aside until the merge is undone', async () => {
  const shared = await edition({ capacity: 2 });
  const [gone, kept] = [await aLearner(school, administrator, shared), await aLearner(school, administrator, shared)];
  await school.hears('attempt.graded', [graded(gone.enrollment, version.units[0]!, 10)]);
  expect(await numbers(shared)).toMatchObject({ enrolled: 2, completed: 1 });
  const merge = aMerge(kept.person, gone.person);
  await school.hears('person.merged', [merge]);
  expect(await held(kept.person, gone.person)).toEqual([`0 ${gone.enrollment} completed`, `1 ${kept.enrollment} withdrawn`]);
  expect(await numbers(shared)).toMatchObject({ enrolled: 1, completed: 1 });
  expect(await school.said('enrollment.withdrawn')).toContainEqual({
    enrollmentId: kept.enrollment,
    personId: gone.person,
    editionId: shared,
  });
  await school.hears('person.unmerged', [merge]);
  expect(await held(kept.person, gone.person)).toEqual([`1 ${gone.enrollment} completed`, `0 ${kept.enrollment} active`]);
  expect(await completionsOf(gone.person)).toEqual([gone.enrollment]);
  expect(await numbers(shared)).toMatchObject({ enrolled: 2, completed: 1 });
});

it('keeps the enrollment of the account that stays where both are equally far, and what fits no more stays withdrawn', async () => {
  const shared = await edition({ capacity: 2 });
  const [gone, kept] = [await aLearner(school, administrator, shared), await aLearner(school, administrator, shared)];
  const merge = aMerge(kept.person, gone.person);
  await school.hears('person.merged', [merge]);
  expect(await held(kept.person, gone.person)).toEqual([`1 ${gone.enrollment} withdrawn`, `0 ${kept.enrollment} active`]);
  await enrolled(school, administrator, shared, { personIds: [await aPerson(school)] }); // takes the place
  await school.hears('person.unmerged', [merge]);
  expect(await held(kept.person, gone.person)).toEqual([`1 ${gone.enrollment} withdrawn`, `0 ${kept.enrollment} active`]);
});

it('leaves an audit chain that holds', async () => {
  expect((await audited(school)).broken).toBeUndefined();
});
