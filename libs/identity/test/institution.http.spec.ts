import { expect, it } from '@jest/globals';
import type { InstitutionNode, InstitutionView, Page, PersonView } from '@aula/contracts';
import type { Client } from '@aula/testing';
import { aPerson, aSignedIn, anAcademy, anInstitution, imported, next, over, personBy, rejectionsOf } from './builders.js';

const { school, admin } = await anAcademy();
const path = '/api/identity/institutions';
const tree = async (client: Client): Promise<InstitutionNode[]> =>
  (await client.get('/api/identity/institution-tree').expect<Page<InstitutionNode>>(200)).body.items;
const nodeOf = async (client: Client, { id }: InstitutionView): Promise<InstitutionNode> =>
  (await tree(client)).find((each) => each.id === id)!;
/** Root, branch below it, leaf below that. */
const aTree = async () => {
  const root = await anInstitution(admin);
  const branch = await anInstitution(admin, { parentId: root.id });
  return { root, branch, leaf: await anInstitution(admin, { parentId: branch.id }) };
};

it('shows the tree with its people, where the reader may see them', async () => {
  const { root, branch, leaf } = await aTree();
  await aPerson(admin, { institutionId: branch.id });
  for (let i = 0; i < 2; i++) await aPerson(admin, { institutionId: leaf.id });
  const gone = await aPerson(admin, { institutionId: leaf.id });
  await admin.patch(`/api/identity/people/${gone.id}`, { active: false }).expect(200);
  expect(await nodeOf(admin, root)).toMatchObject({ own: 0, below: 3, mayChange: true, parentId: null, closedAt: null });
  expect(await nodeOf(admin, branch)).toMatchObject({ own: 1, below: 2 });
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(branch) }] });
  expect(await nodeOf(client, leaf)).toMatchObject({ own: 2, below: 0, mayChange: true });
  expect(await nodeOf(client, root)).toMatchObject({ own: null, below: null, mayChange: false });
  const order = (await tree(admin)).map((each) => each.id);
  expect(order.indexOf(root.id)).toBeLessThan(order.indexOf(branch.id));
});

it('renames, and says when a code is taken', async () => {
  const [one, other] = [await anInstitution(admin), await anInstitution(admin)];
  const { body } = await admin.patch(`${path}/${one.id}`, { name: 'Escuela Sur', country: 'CL' }).expect<InstitutionView>(200);
  expect(body).toMatchObject({ name: 'Escuela Sur', country: 'CL', code: one.code, path: one.path });
  await admin.patch(`${path}/${one.id}`, { code: other.code.toLowerCase() }).expectProblem(409, 'institution.code-taken');
  await admin.patch(`${path}/${one.id}`, { country: 'DE' }).expectProblem(400, 'country-not-member');
});

it('moves a branch with all that is below it, and the scopes over it follow', async () => {
  const { root, branch, leaf } = await aTree();
  const target = await anInstitution(admin);
  const officer = await aPerson(admin, { institutionId: leaf.id });
  const over1 = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(root) }] });
  const over2 = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(target) }] });
  const sees = async (client: Client): Promise<number> => (await client.get(`/api/identity/people/${officer.id}`).whatever()).status;
  expect([await sees(over1.client), await sees(over2.client)]).toEqual([200, 404]);
  const { body } = await admin.patch(`${path}/${branch.id}`, { parentId: target.id }).expect<InstitutionView>(200);
  expect(body.path).toEqual([target.id, branch.id]);
  expect((await admin.get(`${path}/${leaf.id}`).expect<InstitutionView>(200)).body.path).toEqual([target.id, branch.id, leaf.id]);
  expect([await sees(over1.client), await sees(over2.client)]).toEqual([404, 200]);
  const planted = await admin.patch(`${path}/${branch.id}`, { parentId: null }).expect<InstitutionView>(200);
  expect(planted.body).toMatchObject({ parentId: null, path: [branch.id] });
});

it('knows no cycles, whoever moves first', async () => {
  const { root, branch, leaf } = await aTree();
  const problem = await admin.patch(`${path}/${root.id}`, { parentId: leaf.id }).expectProblem(409, 'institution.cycle');
  expect(problem.detail).toContain(root.name);
  await admin.patch(`${path}/${root.id}`, { parentId: root.id }).expectProblem(409, 'institution.cycle');
  const other = await anInstitution(admin);
  const both = await Promise.all([
    admin.patch(`${path}/${branch.id}`, { parentId: other.id }).whatever(),
    admin.patch(`${path}/${other.id}`, { parentId: leaf.id }).whatever(),
  ]);
  expect(both.map((each) => each.status).sort()).toEqual([200, 409]);
});

it('lets a training administrator move within their branch only', async () => {
  const { root, branch, leaf } = await aTree();
  const foreign = await anInstitution(admin);
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(root) }] });
  await client.patch(`${path}/${leaf.id}`, { parentId: root.id }).expect(200);
  await client.patch(`${path}/${branch.id}`, { parentId: foreign.id }).expectProblem(403, 'forbidden');
  await client.patch(`${path}/${branch.id}`, { parentId: null }).expectProblem(403, 'forbidden');
  await client.patch(`${path}/${foreign.id}`, { name: 'Mía' }).expectProblem(403, 'forbidden');
});

it('closes what has nothing open below it: nobody new comes in, who is there stays', async () => {
  const { branch, leaf } = await aTree();
  const inside = await aPerson(admin, { institutionId: leaf.id });
  await admin.post(`${path}/${branch.id}/closure`).expectProblem(409, 'institution.open-below');
  const { body } = await admin.post(`${path}/${leaf.id}/closure`).expect<InstitutionView>(200);
  expect(body.closedAt).not.toBeNull();
  const wish = { email: `late${next()}@force.example`, givenName: 'A', familyName: 'B', institutionId: leaf.id };
  await admin.post('/api/identity/people', wish).expectProblem(409, 'institution.closed');
  await admin
    .post(path, { code: `IN-${next()}`, name: 'Nueva', country: 'CO', parentId: leaf.id })
    .expectProblem(409, 'institution.closed');
  await admin.patch(`/api/identity/people/${inside.id}`, { rank: 'Cabo' }).expect<PersonView>(200);
  const row = (email: string): string => `${email},A,B,${leaf.code}`;
  const file = `email,given_name,family_name,institution\n${row(inside.email)}\n${row(wish.email)}\n`;
  const done = await imported(school, admin, file);
  expect(done).toMatchObject({ rejected: 1, changed: 1 });
  expect(await rejectionsOf(admin, done.id)).toMatchObject([{ line: 3, column: 'institution', code: 'institution-closed' }]);
  await admin.post(`${path}/${leaf.id}/opening`).expect<InstitutionView>(200);
  await imported(school, admin, file);
  expect(await personBy(admin, wish.email)).toMatchObject({ institutionId: leaf.id });
});
