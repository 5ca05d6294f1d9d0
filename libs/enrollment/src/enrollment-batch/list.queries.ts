import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, EnrollmentListChecked, PersonId } from '@aula/contracts';
import { rows } from '@aula/platform';

export interface ListedRow {
  row: number;
  code: EnrollmentListChecked['refused'][number]['code'] | null;
  id: PersonId | null;
  given_name: string;
  family_name: string;
  institution: string | null;
}

/** Who is at these addresses, row by row: people out of reach are unknown, so that nobody finds out who has an account. */
export const peopleAt = (
  em: EntityManager,
  edition: EditionId,
  reach: readonly string[] | null,
  addresses: readonly string[],
): Promise<ListedRow[]> =>
  rows(
    em,
    `select r.n::int as row, p.id, p.given_name, p.family_name, i.name as institution, case
         when r.email = '' then 'no-address' when r.nth > 1 then 'repeated' when p.id is null then 'person-unknown'
         when not p.active then 'person-inactive'
         when exists (select from enrollment.enrollment e where e.edition_id = $1 and e.person_id = p.id) then 'already-enrolled' end as code
     from (select n, email, row_number() over (partition by email order by n) as nth
       from (select n, lower(trim(raw)) as email from unnest($3::text[]) with ordinality a(raw, n)) t) r
     left join identity.pub_person p on p.email = r.email and ($2::uuid[] is null or p.institution_path && $2)
     left join identity.pub_institution i on i.id = p.institution_id
     order by r.n`,
    [edition, reach, addresses],
  );
