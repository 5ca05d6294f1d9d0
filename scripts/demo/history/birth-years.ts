import type { AsHouse } from './as-house.ts';
import { Chance } from './chance.ts';

/** Years of birth of those who have none: most are between 25 and 45, some about to retire; a few never said. */
export const writeBirthYears = async (on: AsHouse, thisYear: number): Promise<void> => {
  const people = await on.rows<{ id: string; email: string }>(
    `select id, email from identity.person where birth_year is null and email like '%@aula.example' order by id`,
  );
  const known = people.flatMap(({ id, email }) => {
    const chance = new Chance(`birth ${email}`);
    const age = Math.round(21 + 36 * chance.next() ** 1.6 + 3 * chance.next());
    return chance.next() < 0.04 ? [] : [{ id, year: thisYear - age }];
  });
  await on.each(
    known,
    `update identity.person p set birth_year = k.year from jsonb_to_recordset($1::jsonb) as k(id uuid, year int) where p.id = k.id`,
  );
};
