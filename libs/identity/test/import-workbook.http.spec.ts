import { describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { anAcademy, anInstitution, imported, personBy, rejectionsOf } from './builders.js';

const { school, admin } = await anAcademy();
const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language'.split(',');
const refused = async (id: string): Promise<string[]> =>
  (await rejectionsOf(admin, id)).map(({ line, column, code }) => `${line} ${column} ${code}`);

describe('a workbook', () => {
  it('is read as CSV is: its first sheet, each refusal with the row of the sheet', async () => {
    const institution = await anInstitution(admin, { code: 'XL-1' });
    const rows = [
      [],
      header,
      [7001, 'xa@roster.example', 'Ana', 'Núñez', 'F', 'CO', 'XL-1', 'Cabo', 'es'],
      [],
      ['X2', 'not-an-address', 'Bea', 'Díaz'],
      ['X3', 'xc@roster.example', 'Çelik', "D'Ávila", null, null, null, null, 'pt'],
      ['X4', 'xd@roster.example', 'Dan', 'Díaz', '', '', '', '', '', 'beyond the header'],
    ];
    const file = await writeXlsx({
      sheets: [
        { name: 'Personas', rows },
        { name: 'Notas', rows: [['email'], ['other']] },
      ],
    });
    const done = await imported(school, admin, Buffer.from(file));
    expect(done).toMatchObject({ state: 'applied', rows: 4, accepted: 2, rejected: 2, changed: 2 });
    expect(await refused(done.id)).toEqual(['5 email email-invalid', '7 null cells-wrong']);
    expect(await personBy(admin, 'xa@roster.example')).toMatchObject({
      ...{ externalId: '7001', sex: 'F', country: 'CO', institutionId: institution.id, rank: 'Cabo', language: 'es' },
    });
    expect(await personBy(admin, 'xc@roster.example')).toMatchObject({ givenName: 'Çelik', familyName: "D'Ávila", language: 'pt' });
  });

  it('of more than fits into memory is refused before it is unpacked', async () => {
    const bomb = await writeXlsx({
      sheets: [{ name: 'x', rows: [header, ...Array.from({ length: 40 }, (_, at) => [String(at).padEnd(500_000, 'y')])] }],
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    const done = await imported(school, admin, Buffer.from(bomb));
    expect(done).toMatchObject({ state: 'failed', rows: 0, problem: { code: 'import.workbook-large' } });
    expect(done.problem!.message).toContain('CSV');
  });

  it('whose directory hides how much it unpacks is refused', async () => {
    const file = Buffer.from(await writeXlsx({ sheets: [{ name: 'x', rows: [header, ['1', 'hidden@roster.example', 'A', 'B']] }] }));
    const directory = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006') + 16);
    file.writeUInt32LE(0, directory + 24);
    expect(await imported(school, admin, file)).toMatchObject({ state: 'failed', problem: { code: 'import.workbook-damaged' } });
    expect(await personBy(admin, 'hidden@roster.example')).toBeUndefined();
  });
});
