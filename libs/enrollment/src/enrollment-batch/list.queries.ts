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

/**
 * Whom these rows name, row by row: by address or, in a row without one, by a cell that is the force's id of one person, separators aside.
 * People out of reach are unknown, so that nobody finds out who has an account.
 */
export const peopleIn = (
  em: EntityManager,
  edition: EditionId,
  reach: readonly string[] | null,
  listed: readonly string[],
): Promise<ListedRow[]> =>
  rows(
    em,
    `with given as (select n, lower(trim(raw)) as said from unnest($3::text[]) with ordinality a(raw, n)),
     cells as (
       select distinct g.n, regexp_replace(c, '[^[:alnum:]]', '', 'g') as key
       from given g cross join lateral regexp_split_to_table(g.said, '[;,\t]') c where g.said not like '%@%'),
     hits as (
       select g.n, p.id from given g join identity.pub_person p on p.email = g.said and ($2::uuid[] is null or p.institution_path && $2)
       union
       select c.n, p.id from cells c
       join identity.pub_person p on p.id_key = c.key and p.merged_into is null and ($2::uuid[] is null or p.institution_path && $2)),
     named as (
       select g.n, g.said, h.id, h.people, row_number() over (partition by coalesce(h.id::text, g.said) order by g.n) as nth
       from given g left join (select n, (array_agg(id))[1] as id, count(*) as people from hits group by n) h using (n))
     select r.n::int as row, p.id, p.given_name, p.family_name, i.name as institution, case
         when r.said = '' then 'no-address' when r.people > 1 then 'several-people' when r.nth > 1 then 'repeated'
         when p.id is null then 'person-unknown' when not p.active then 'person-inactive'
         when exists (select from enrollment.enrollment e where e.edition_id = $1 and e.person_id = p.id) then 'already-enrolled' end as code
     from named r
     left join identity.pub_person p on p.id = r.id
     left join identity.pub_institution i on i.id = p.institution_id
     order by r.n`,
    [edition, reach, listed],
  );
