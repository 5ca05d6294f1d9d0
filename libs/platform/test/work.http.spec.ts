import { expect, it } from '@jest/globals';
import { House } from '../src/house.js';
import { house } from '@aula/testing';

@House({ name: 'catalog', entities: [], migrations: [], policies: [], controllers: [], providers: [] })
class EmptyModule {}

const school = await house(EmptyModule);

it('answers a problem for an address that is none', async () => {
  await school.visitor().get('/api/catalog/nothing').expectProblem(404, 'not-found');
});
it('reads the database as its own role', async () => {
  expect(await school.sql<{ name: string }>('select current_user as name')).toHaveLength(1);
});
