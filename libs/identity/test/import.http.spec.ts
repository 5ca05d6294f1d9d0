import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { ImportView, Page, PersonView } from '@aula/contracts';
import { fixture, fixtures } from '@aula/testing';
import {
  aPerson,
  aSignedIn,
  anAcademy,
  anInstitution,
  everything,
  imported,
  next,
  over,
  personBy,
  readImport,
  rejectionsOf,
  startImport,
} from './builders.js';

const { school, admin } = await anAcademy();
const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language';
const csv = (...lines: string[]): string => [header, ...lines, ''].join('\n');
/** A row with an address and an external id of its own. */
const aRow = ({ id = `R${next()}`, email = `${id.toLowerCase()}@roster.example`, more = ',,,,' } = {}): string =>
  `${id},${email},Ana,Núñez,${more}`;
const codes = async (id: string): Promise<string[]> =>
  (await rejectionsOf(admin, id)).map(({ line, column, code }) => `${line} ${column} ${code}`);

it('creates people, changes them, and leaves them alone when nothing is new', async () => {
  const institution = await anInstitution(admin, { code: 'Esc-1', name: 'Escuela Nacional' });
  const first = csv(
    'B1,bea@roster.example,Bea,Díaz,F,co,ESC-1,Cabo,es',
    'B2,BENTO@roster.example,Bento,Conceição,M,BR,Escuela Nacional,,pt-BR',
    ',carl@roster.example,Carl,Brown,,,,,',
  );
  const done = await imported(school, admin, first);
  expect(done).toMatchObject({ state: 'applied', rows: 3, accepted: 3, rejected: 0, changed: 3, unchanged: 0, progress: 1, problem: null });
  expect(await personBy(admin, 'bea@roster.example')).toMatchObject({
    externalId: 'B1',
    givenName: 'Bea',
    familyName: 'Díaz',
    sex: 'F',
    country: 'CO',
    institutionId: institution.id,
    rank: 'Cabo',
    language: 'es',
    active: true,
  });
  expect(await personBy(admin, 'bento@roster.example')).toMatchObject({ institutionId: institution.id, rank: null, language: 'pt' });
  expect(await personBy(admin, 'carl@roster.example')).toMatchObject({ externalId: null, language: 'es', sex: null });
  expect(await imported(school, admin, first)).toMatchObject({ state: 'applied', changed: 0, unchanged: 3 });
  const second = csv('B1,beatriz@roster.example,Bea,Díaz,F,CO,Esc-1,Sargento,', 'C9,carl@roster.example,Carl,Brown,,,,,fr');
  expect(await imported(school, admin, second)).toMatchObject({ rows: 2, changed: 2, unchanged: 0 });
  expect(await personBy(admin, 'beatriz@roster.example')).toMatchObject({ externalId: 'B1', rank: 'Sargento', language: 'es' });
  expect(await personBy(admin, 'carl@roster.example')).toMatchObject({ externalId: 'C9', language: 'fr' });
  expect(await personBy(admin, 'bea@roster.example')).toBeUndefined();
});

it('leaves what the file has no column for, and empties what it has empty', async () => {
  const person = await aPerson(admin, { rank: 'Teniente', sex: 'F', externalId: 'KEEP-1', language: 'fr' });
  await imported(school, admin, `family_name;email;given_name\nNeu;${person.email};Ana\n`);
  expect(await personBy(admin, person.email)).toMatchObject({
    familyName: 'Neu',
    rank: 'Teniente',
    sex: 'F',
    externalId: 'KEEP-1',
    language: 'fr',
  });
  await imported(school, admin, `email;given_name;family_name;rank;external_id;language\n${person.email};Ana;Neu;;;\n`);
  expect(await personBy(admin, person.email)).toMatchObject({ rank: null, sex: 'F', externalId: 'KEEP-1', language: 'fr' });
});

it.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with BOM', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
])('reads %s, both separators, a header in any order and capitals', async (_, encode) => {
  const n = next();
  const rows = [
    ['Family_Name', 'EMAIL', 'given_name', 'rank'],
    ['Muñoz', `enc${n}@roster.example`, 'Íñigo', '=1+1'],
  ];
  for (const separator of [';', ',']) {
    const text = rows.map((row) => row.join(separator)).join('\r\n');
    expect(await imported(school, admin, encode(text))).toMatchObject({ state: 'applied', rows: 1, rejected: 0 });
    expect(await personBy(admin, `enc${n}@roster.example`)).toMatchObject({ familyName: 'Muñoz', givenName: 'Íñigo', rank: '=1+1' });
  }
});

it('names the line, the column and the reason of every row that it rejects', async () => {
  await anInstitution(admin, { name: 'Dos Iguales' });
  await anInstitution(admin, { name: 'Dos Iguales' });
  const held = await aPerson(admin, { externalId: 'HELD-1' });
  const other = await aPerson(admin, { externalId: 'OTHER-1' });
  const inactive = await aPerson(admin);
  await admin.patch(`/api/identity/people/${inactive.id}`, { active: false }).expect(200);
  const file = csv(
    aRow({ id: 'OK-1' }), // 2
    'X1,not-an-address,,Núñez,Q,ZZ,,,de', // 3
    '', // 4: no row
    `X2,"x2@roster.example","Ana\nMaría",Núñez,,,nowhere,,`, // 5 and 6
    `X3,x3@roster.example,Ana,Núñez,,,Dos Iguales,,`, // 7
    `X4,${held.email},Ana,Núñez,,,,,`, // 8
    `OTHER-1,${held.email},Ana,Núñez,,,,,`, // 9
    `,${inactive.email},Ana,Núñez,,,,,`, // 10
    `X5,ok-1@roster.example,Ana,Núñez,,,,,`, // 11
    `OK-1,x6@roster.example,Ana,Núñez,,,,,`, // 12
    `OTHER-1,moved@roster.example,Ana,Núñez,,,,,`, // 13
    `,${other.email},Ana,Núñez,,,,,`, // 14
    `X7,x7@roster.example,Ana`, // 15
    `X8,x8@roster.example,Ana,${'x'.repeat(121)},,,,,`, // 16
    aRow({ id: 'OK-2' }), // 17
  );
  const done = await imported(school, admin, file);
  expect(done).toMatchObject({ state: 'applied', rows: 14, accepted: 3, rejected: 11, changed: 3 });
  expect(await codes(done.id)).toEqual(
    [
      '3 email email-invalid',
      '3 given_name value-missing',
      '3 sex sex-unknown',
      '3 country country-unknown',
      '3 language language-unknown',
      '5 institution institution-unknown',
      '7 institution institution-ambiguous',
      '8 email email-held',
      '9 email email-held',
      '10 null person-inactive',
      '11 email email-repeated',
      '12 external_id external-id-repeated',
      '14 null person-repeated',
      '15 null cells-wrong',
      '16 family_name value-too-long',
    ].sort((a, b) => Number.parseInt(a) - Number.parseInt(b)),
  );
  const messages = async (language: string): Promise<string> =>
    (await rejectionsOf(admin.with({ 'accept-language': language }), done.id)).map((each) => each.message).join(' ');
  expect(await messages('es')).toContain('«ZZ» no es el código de un Estado Miembro');
  expect(await messages('pt')).toContain('O e-mail já está na linha 2 do arquivo');
  expect(await messages('en')).toContain('A value is missing in “given_name”');
  expect(await messages('fr')).toContain('Aucun établissement n’a le code ou le nom « nowhere »');
});

it('pages through rejections', async () => {
  const done = await imported(school, admin, csv(...Array.from({ length: 5 }, () => 'x,y,,,,,,,')));
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const url = `/api/identity/imports/${done.id}/rejections?limit=4${cursor && `&cursor=${cursor}`}`;
    const page: Page<{ line: number; column: string }> = (await admin.get(url).expect<Page<{ line: number; column: string }>>(200)).body;
    seen.push(...page.items.map((each) => `${each.line} ${each.column}`));
    cursor = page.next;
  }
  expect(seen).toHaveLength(15);
  expect(new Set(seen).size).toBe(15);
});

it.each([
  ['import.empty', ''],
  ['import.empty', `${header}\n`],
  ['import.empty', `${header}\n,,,,,,,,\n\n`],
  ['import.not-csv', Buffer.from('d0cf11e0a1b11ae10000', 'hex')], // a workbook of old, or one with a password
  ['import.workbook-damaged', Buffer.from('PK\u0003\u0004\u0000\u0000workbook')],
  ['import.columns-missing', 'email,surname\na@b.example,B\n'],
  ['import.columns-unknown', 'email,given_name,family_name,shoe\na@b.example,A,B,42\n'],
  ['import.columns-repeated', 'email,given_name,family_name,Email\na@b.example,A,B,c@d.example\n'],
  ['import.quote-open', 'email,given_name,family_name\na@b.example,A,"B\n'],
])('refuses a whole file with %s', async (code, content) => {
  const before = await school.sql(`select count(*) from identity.person`);
  const done = await imported(school, admin, content);
  expect(done).toMatchObject({ state: 'failed', rows: 0, changed: 0, problem: { code } });
  expect(done.problem!.message).not.toContain('{');
  expect(await school.sql(`select count(*) from identity.person`)).toEqual(before);
  await admin.post(`/api/identity/imports/${done.id}/reversal`).expectProblem(409, 'import.state-wrong');
});

fixtures('rosters of other platforms', () => {
  it.each(['moodle_upload_users.csv', 'moodle_upload_users_email_matching.csv', 'moodle_upload_users_profile.csv'])(
    'says of %s which columns are missing and what it found instead',
    async (name) => {
      const done = await imported(school, admin, readFileSync(fixture(`rosters/${name}`)), 'rehearse');
      expect(done).toMatchObject({ state: 'failed', problem: { code: 'import.columns-missing' } });
      expect(done.problem!.message).toContain('given_name, family_name');
      expect(done.problem!.message).toContain('firstname');
    },
  );
});

it('rehearses without changing anybody, then applies the same file', async () => {
  const person = await aPerson(admin, { externalId: 'REH-1' });
  const file = csv(aRow({ id: 'REH-1', email: person.email, more: ',,,Mayor,' }), aRow({ id: 'REH-2' }), 'REH-3,bad,A,B,,,,,');
  const rehearsed = await imported(school, admin, file, 'rehearse');
  expect(rehearsed).toMatchObject({
    state: 'rehearsed',
    mode: 'rehearse',
    rows: 3,
    accepted: 2,
    rejected: 1,
    changed: 2,
    unchanged: 0,
    progress: 1,
  });
  expect(await personBy(admin, 'reh-2@roster.example')).toBeUndefined();
  expect((await personBy(admin, person.email))!.rank).toBeNull();
  await admin.post(`/api/identity/imports/${rehearsed.id}/reversal`).expectProblem(409, 'import.state-wrong');
  await admin.post(`/api/identity/imports/${rehearsed.id}/application`).expect(202);
  await admin.post(`/api/identity/imports/${rehearsed.id}/application`).expectProblem(409, 'import.state-wrong');
  await school.settle();
  expect(await readImport(admin, rehearsed.id)).toMatchObject({ state: 'applied', rows: 3, rejected: 1, changed: 2, unchanged: 0 });
  expect((await personBy(admin, person.email))!.rank).toBe('Mayor');
});

it('takes the fields before and behind the file, and wants a mode and a file', async () => {
  const url = '/api/identity/imports';
  const part = (name: string, value: string, more = ''): string =>
    `--b\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const file = part('file', csv(aRow()), '; filename="p.csv"');
  const send = (body: string) =>
    school.app.inject({
      method: 'POST',
      url,
      payload: `${body}--b--\r\n`,
      headers: { host: 'academy.test', 'content-type': 'multipart/form-data; boundary=b', ...cookieOfAdmin },
    } as never);
  const cookieOfAdmin = (admin as unknown as { headers: Record<string, string> }).headers;
  expect((await send(part('mode', 'rehearse') + file)).statusCode).toBe(202);
  expect((await send(file + part('mode', 'rehearse'))).statusCode).toBe(202);
  expect((await send(part('mode', 'rehearse'))).json()).toMatchObject({ code: 'file-missing' });
  expect((await send(file)).json()).toMatchObject({ code: 'invalid-request', errors: [{ path: 'mode' }] });
  await school.settle();
  const objects = await school.sql<{ n: number }>(`select count(*)::int as n from platform.object o
    where key like 'identity/imports/%' and not exists (select from identity.people_import i where i.object_key = o.key)`);
  expect(objects[0]!.n).toBe(0); // what became no import is not kept
});

it('makes one import of a file that is sent twice under one idempotency key', async () => {
  const file = csv(aRow());
  const keyed = admin.with({ 'idempotency-key': 'roster-1' });
  const first = await startImport(keyed, file);
  expect(await startImport(keyed, file)).toBe(first);
  await keyed
    .upload('/api/identity/imports', { file: { name: 'p.csv', content: csv(aRow()) }, fields: { mode: 'apply' } })
    .expectProblem(409, 'idempotency-key-reused');
  await school.settle();
  expect(await readImport(admin, first)).toMatchObject({ state: 'applied', changed: 1 });
});

it('keeps training administrators inside their branch', async () => {
  const root = await anInstitution(admin);
  const below = await anInstitution(admin, { parentId: root.id });
  const foreign = await anInstitution(admin);
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(root) }] });
  const stranger = await aPerson(admin, { institutionId: foreign.id, externalId: `ST-${next()}` });
  const colleague = await aSignedIn(school, admin, {
    institutionId: below.id,
    externalId: `CO-${next()}`,
    grants: [{ role: 'registrar', scope: everything }],
  });
  const id = next();
  const file = csv(
    aRow({ id: `IN-${id}`, more: `,,${below.code},,` }), // 2
    aRow({ id: `OUT-${id}`, more: `,,${foreign.code},,` }), // 3
    aRow({ id: `NOWHERE-${id}` }), // 4
    aRow({ id: stranger.externalId!, email: stranger.email, more: `,,${root.code},,` }), // 5: may not be drawn over
    aRow({ id: colleague.person.externalId!, email: 'hijack@roster.example', more: `,,${below.code},,` }), // 6
  );
  const done = await imported(school, client, file);
  expect(done).toMatchObject({ state: 'applied', accepted: 1, rejected: 4, changed: 1 });
  expect(await codes(done.id)).toEqual([
    '3 institution outside-your-institution',
    '4 institution outside-your-institution',
    '5 institution outside-your-institution',
    '6 email email-protected',
  ]);
  expect(await personBy(admin, stranger.email)).toMatchObject({ institutionId: foreign.id });
  const another = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(foreign) }] });
  await another.client.get(`/api/identity/imports/${done.id}`).expectProblem(404, 'not-found');
  await another.client.get(`/api/identity/imports/${done.id}/rejections`).expectProblem(404, 'not-found');
  await another.client.post(`/api/identity/imports/${done.id}/reversal`).expectProblem(404, 'not-found');
  const { body } = await another.client.get('/api/identity/imports').expect<Page<ImportView>>(200);
  expect(body.items).toEqual([]);
  const officer = await aSignedIn(school, admin);
  await officer.client
    .upload('/api/identity/imports', { file: { name: 'p.csv', content: file }, fields: { mode: 'apply' } })
    .expectProblem(403, 'forbidden');
});

it('tells every house of whom it changed', async () => {
  const before = (await school.said('person.changed')).length;
  await imported(school, admin, csv(...Array.from({ length: 1_200 }, () => aRow())));
  const said = await school.said('person.changed');
  expect(said.length - before).toBe(1_200);
  const events = await school.sql<{ n: number }>(`select max(jsonb_array_length(items)) as n from platform.event`);
  expect(events[0]!.n).toBe(1_000);
  const { body } = await admin.get('/api/identity/people?q=roster.example&limit=1').expect<Page<PersonView>>(200);
  expect(body.items).toHaveLength(1);
});
