import { expect, it } from '@jest/globals';
import type { DifferenceView, ImportView, Page } from '@aula/contracts';
import { aPerson, aSignedIn, anAcademy, anInstitution, imported, password, personBy, readImport } from './builders.js';

const { school, admin } = await anAcademy();
const path = '/api/identity/imports';
const header = 'email,given_name,family_name,rank,institution,birth_year';
const differences = async (id: string, query = ''): Promise<DifferenceView[]> =>
  (await admin.get(`${path}/${id}/differences?limit=200${query}`).expect<Page<DifferenceView>>(200)).body.items;
const brief = (items: DifferenceView[]): string[] =>
  items.map(({ line, kind, changes, outcome, reason }) =>
    [line, kind, ...changes.map(({ column, from, to }) => `${column}: ${from} → ${to}`), ...(outcome ? [outcome, reason] : [])].join(' | '),
  );
const step = async (id: string, verb: 'application' | 'reversal'): Promise<ImportView> => {
  await admin.post(`${path}/${id}/${verb}`).expect(202);
  await school.settle();
  return readImport(admin, id);
};

it('shows for each person what a file would do, did, and what the way back made of it', async () => {
  const [old, young] = [await anInstitution(admin, { name: 'Vieja' }), await anInstitution(admin, { name: 'Joven' })];
  await aPerson(admin, { email: 'd1@dif.example', rank: 'Cabo', institutionId: old.id });
  await aPerson(admin, { email: 'd2@dif.example', rank: 'Cabo', institutionId: young.id });
  const lines = [
    `d1@dif.example,Ana,Núñez,Sargento,${young.code},1980`,
    `d2@dif.example,Ana,Núñez,Cabo,${young.code},`,
    `d3@dif.example,Eva,Sol,,,`,
    `no address,Eva,Sol,,,`,
    `d4@dif.example,Luz,Mar,Cabo,,1999`,
  ];
  const rehearsal = await imported(school, admin, [header, ...lines, ''].join('\n'), 'rehearse');
  const changed = '2 | changed | institution: Vieja → Joven | rank: Cabo → Sargento | birth_year: null → 1980';
  const fresh =
    'email: null → d4@dif.example | given_name: null → Luz | family_name: null → Mar | rank: null → Cabo | birth_year: null → 1999';
  const told = brief(await differences(rehearsal.id));
  expect(told[0]).toBe(changed);
  expect(told[1]).toMatch(/^4 \| new \| email: null → d3@dif\.example/);
  expect(told[2]).toBe(`6 | new | ${fresh}`);
  expect(told).toHaveLength(3);
  expect(brief(await differences(rehearsal.id, '&kind=changed'))).toEqual([changed]);
  expect((await differences(rehearsal.id, '&kind=new')).map(({ name, email, personId }) => [name, email, personId])).toEqual([
    ['Eva Sol', 'd3@dif.example', null],
    ['Luz Mar', 'd4@dif.example', null],
  ]);
  const first = (await admin.get(`${path}/${rehearsal.id}/differences?limit=1`).expect<Page<DifferenceView>>(200)).body;
  const second = (await admin.get(`${path}/${rehearsal.id}/differences?limit=1&cursor=${first.next}`).expect<Page<DifferenceView>>(200))
    .body;
  expect([...first.items, ...second.items].map((each) => each.line)).toEqual([2, 4]);

  const rejected = await admin.with({ 'accept-language': 'en' }).get(`${path}/${rehearsal.id}/rejections.csv`).expect(200);
  expect(rejected.text.split('\r\n')).toEqual([
    '\uFEFFLine,Column,Reason,Code',
    expect.stringMatching(/^5,email,.*no address.*,email-invalid$/),
    '',
  ]);

  await step(rehearsal.id, 'application');
  expect(brief(await differences(rehearsal.id, '&kind=changed'))).toEqual([changed]);
  expect(brief(await differences(rehearsal.id, '&kind=new')).at(-1)).toContain('birth_year: null → 1999');
  const d1 = (await personBy(admin, 'd1@dif.example'))!;
  await admin.patch(`/api/identity/people/${d1.id}`, { rank: 'Teniente' }).expect(200);
  expect((await differences(rehearsal.id, '&kind=changed'))[0]).toMatchObject({ since: true, changes: [] });
  const d3 = (await personBy(admin, 'd3@dif.example'))!;
  await admin.put(`/api/identity/people/${d3.id}/password`, { password }).expect(204);
  expect((await step(rehearsal.id, 'reversal')).reversal).toEqual({ restored: 0, removed: 1, deactivated: 1, kept: 1 });
  expect(brief(await differences(rehearsal.id, '&outcome=kept'))).toEqual(['2 | changed | kept | changed-since']);
  expect(brief(await differences(rehearsal.id, '&outcome=deactivated'))).toEqual(['4 | new | deactivated | password']);
  expect(brief(await differences(rehearsal.id)).at(-1)).toBe('6 | new | removed | ');
});

it('says when a rehearsal has lost its rows, and keeps imports to their importers', async () => {
  const rehearsal = await imported(school, admin, `${header}\nlost@dif.example,A,B,,,\n`, 'rehearse');
  await school.sql('delete from identity.import_row');
  await admin.get(`${path}/${rehearsal.id}/differences`).expectProblem(410, 'import.differences-gone');
  const { client } = await aSignedIn(school, admin, {
    grants: [{ role: 'administrator', scope: { kind: 'institution', id: (await anInstitution(admin)).id } }],
  });
  await client.get(`${path}/${rehearsal.id}/differences`).expectProblem(404, 'not-found');
  await client.get(`${path}/${rehearsal.id}/rejections.csv`).expectProblem(404, 'not-found');
});
