import { inOrder } from '@aula/platform';
import type { AcademyClient } from '../demo/academy-client.ts';
import type { Stage } from '../cohort/stage.ts';

interface Made {
  id: string;
}
export interface Population {
  /** An institution with others below it. */
  rootId: string;
  courseId: string;
}

const [courses, editionsOfEach, institutions] = [6, 5, 40];

/** As many enrollments as `size`, of people of forty institutions in all Member States over a year, in thirty editions of six courses. */
export const populate = async (stage: Stage, admin: AcademyClient, size: number): Promise<Population> => {
  const root = await admin.post<Made>('/api/identity/institutions', { code: 'ROOT', name: 'Policía Nacional', country: 'PE' });
  const made = await inOrder(
    Array.from({ length: courses }, (_, n) => n),
    (n) => course(admin, n),
  );
  await stage.database.query(
    `insert into identity.institution (id, code, name, country, parent_id, path)
     select id, 'I-' || n, 'Academia ' || n, country, case when n % 4 = 0 then $1::uuid end, case when n % 4 = 0 then array[$1::uuid, id] else array[id] end
     from (select uuidv7() as id, n, (select array_agg(country order by country) from identity.member_state) as all_states from generate_series(1, $2) n) i,
       lateral (select all_states[1 + n % cardinality(all_states)] as country) s`,
    [root.id, institutions],
  );
  await stage.database.query(
    `insert into identity.person (id, email, given_name, family_name, sex, country, institution_id, language, birth_year)
     select uuidv7(), 'bench.' || n || '@aula.example', 'Nombre ' || n, 'Apellido ' || n, (array['F', 'M', 'M', 'X'])[1 + (n * 7) % 4], i.country, i.id,
       case when i.country = 'BR' then 'pt' when i.country in ('HT', 'CA') then 'fr' when i.country in ('US', 'JM', 'BS', 'TT') then 'en' else 'es' end,
       1965 + (hashint4(n) & 1023) % 40
     from generate_series(1, $1) n join (select *, row_number() over (order by code) as place from identity.institution) i
       on i.place = 1 + (hashint4(n * 3) & 65535) % ${String(institutions + 1)}`,
    [Math.ceil(size / 2)],
  );
  await enrollAll(stage, size);
  await stage.database.query('analyze');
  return { rootId: root.id, courseId: made[0]! };
};

const course = async (admin: AcademyClient, n: number): Promise<string> => {
  const { id } = await admin.post<Made>('/api/catalog/courses', {
    code: `B-${n}`,
    title: { es: `Curso ${n}` },
    hours: 10,
    languages: ['es'],
  });
  await admin.post(`/api/catalog/courses/${id}/units`, { kind: 'session', title: { es: 'Sesión' }, required: true });
  await admin.put(`/api/catalog/courses/${id}/completion`, { rule: { units: 'required' } });
  const { versionId } = await admin.post<{ versionId: string }>(`/api/catalog/courses/${id}/publications`);
  const dates = { mode: 'virtual', opensAt: '2025-01-01T00:00:00Z', closesAt: '2027-12-31T00:00:00Z', timeZone: 'America/Lima' };
  await inOrder(
    Array.from({ length: editionsOfEach }, (_, e) => e),
    (e) => admin.post('/api/enrollment/editions', { courseVersionId: versionId, title: `Edición ${n}.${e}`, ...dates }),
  );
  return id;
};

/** Two enrollments of each person, spread over the year; most have begun, half are done, some have left. */
const enrollAll = async ({ database }: Stage, size: number): Promise<void> => {
  await database.query(
    `insert into enrollment.enrollment (id, edition_id, person_id, state, progress, enrolled_at)
     select uuidv7(), d.id, p.id, (array['completed', 'completed', 'active', 'active', 'active', 'withdrawn', 'completed', 'completed'])[1 + s.r % 8],
       case when s.r % 8 in (0, 1, 6, 7) then 1 else (s.r % 10) / 10.0 end,
       timestamptz '2026-01-05' + make_interval(days => 60 * d.place::int % 330 + s.r % 30)
     from (select id, row_number() over (order by id) as n from identity.person where email like 'bench.%') p
     cross join generate_series(0, 1) twice
     cross join lateral (select hashint8(p.n * 2 + twice) & 65535 as r) s
     join (select id, row_number() over (order by id) - 1 as place from enrollment.edition) d on d.place = (s.r + twice * 7) % ${String(courses * editionsOfEach)}
     limit $1 on conflict do nothing`,
    [size],
  );
  await database.query(
    `insert into enrollment.unit_progress (enrollment_id, unit_id, completed, passed, failed, progress, changed_at)
     select e.id, u.id, e.progress = 1, e.progress = 1, e.progress between 0.1 and 0.3, e.progress, clock_timestamp() - make_interval(days => (hashtext(e.id::text) & 255))
     from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id
     join catalog.course_version_unit u on u.course_version_id = d.course_version_id where e.progress > 0`,
  );
  await database.query(
    `insert into enrollment.completion (id, enrollment_id, person_id, course_version_id, completed_at)
     select uuidv7(), e.id, e.person_id, d.course_version_id, e.enrolled_at + interval '20 days'
     from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id where e.state = 'completed'`,
  );
};
