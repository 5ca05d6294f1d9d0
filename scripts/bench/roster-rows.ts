import { administrator, type Stage } from '../cohort/stage.ts';
import type { AcademyClient } from '../demo/academy-client.ts';

export interface Filled {
  /** The edition's address. */
  path: string;
  /** What its learners have to do, in order. */
  units: string[];
  /** An institution with ten below it, and one of these. */
  branch: string;
  leaf: string;
  cookie: string;
}
interface Made {
  id: string;
}

/** An edition of seven pages and a session with `learners` of six countries and 66 institutions, who stand where learners stand after some months. */
export const fillRoster = async (stage: Stage, admin: AcademyClient, learners: number): Promise<Filled> => {
  const editionId = await anEdition(admin);
  const path = `/api/enrollment/editions/${editionId}`;
  await people(stage, learners);
  await enrollments(stage, editionId);
  const units = (await admin.get<{ items: { unitId: string }[] }>(`${path}/roster-units`)).items.map(({ unitId }) => unitId);
  const { rows } = await stage.database.query<Made>(`select id from identity.institution where code in ('R-PE', 'R-PE-1') order by code`);
  return { path, units, branch: rows[0]!.id, leaf: rows[1]!.id, cookie: await cookieOf(stage) };
};

const anEdition = async (admin: AcademyClient): Promise<string> => {
  const course = await admin.post<Made>('/api/catalog/courses', { code: 'ROSTER', title: { es: 'Padrón' }, hours: 10, languages: ['es'] });
  for (let n = 1; n <= 8; n++)
    await admin.post(`/api/catalog/courses/${course.id}/units`, {
      ...(n < 8 ? { kind: 'page', contents: { es: { body: 'Texto.' } } } : { kind: 'session' }),
      ...{ title: { es: `Unidad ${n}` }, required: true },
    });
  await admin.put(`/api/catalog/courses/${course.id}/completion`, { rule: { units: 'required' } });
  const { versionId } = await admin.post<{ versionId: string }>(`/api/catalog/courses/${course.id}/publications`);
  const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const wish = {
    courseVersionId: versionId,
    title: 'Padrón',
    mode: 'virtual',
    opensAt: at(-90),
    closesAt: at(90),
    timeZone: 'America/Lima',
  };
  return (await admin.post<Made>('/api/enrollment/editions', wish)).id;
};

/** Countries have one institution each with ten below it; names repeat as names do. */
const people = async ({ database }: Stage, learners: number): Promise<void> => {
  const countries = `unnest(array['PE', 'CL', 'CO', 'BR', 'MX', 'AR']) c`;
  await database.query(`insert into identity.institution (id, code, name, country, path)
    select id, 'R-' || c, 'Institución ' || c, c, array[id] from (select uuidv7() as id, c from ${countries}) s`);
  await database.query(`insert into identity.institution (id, code, name, country, parent_id, path)
    select id, code || '-' || n, name || ' ' || n, country, parent, array[parent, id]
    from (select uuidv7() as id, i.id as parent, i.code, i.name, i.country, n from identity.institution i, generate_series(1, 10) n
      where i.code like 'R-%') s`);
  await database.query(
    `insert into identity.person (id, email, given_name, family_name, sex, country, institution_id, rank, language)
     select uuidv7(), 'roster.' || n || '@cohort.example', given[1 + n * 7 % 6] || ' ' || n, family[1 + n * 13 % 8], case when n % 2 = 0 then 'F' else 'M' end,
       place.country, place.id, 'Agente', case when place.country = 'BR' then 'pt' else 'es' end
     from generate_series(1, $1::int) n,
       (select array['Rosa', 'José', 'Ñusta', 'João', 'María', 'Iván'] as given,
         array['Quispe', 'González', 'Núñez', 'Souza', 'Pérez', 'Rojas', 'Álvarez', 'Díaz'] as family) names,
       (select array_agg(i.id order by i.id) as ids, array_agg(i.country order by i.id) as countries from identity.institution i
         where i.code like 'R-__-%') places,
       lateral (select places.ids[1 + n % 60] as id, places.countries[1 + n % 60] as country) place
     order by hashtext(n::text)`,
    [learners],
  );
};

/** Three of four are under way, one of five has completed, one of twenty has left. */
const enrollments = async ({ database }: Stage, edition: string): Promise<void> => {
  await database.query(
    `insert into enrollment.enrollment (id, edition_id, person_id, state, progress, done_units, active_at, enrolled_at)
     select uuidv7(), $1, person, case when n % 20 = 0 then 'withdrawn' when done = 8 then 'completed' else 'active' end, done / 8.0, units[1:done],
       case when done > 0 then clock_timestamp() - make_interval(hours => n % 2000) end, clock_timestamp() - interval '85 days'
     from (select p.id as person, row_number() over (order by hashtext(p.id::text))::int as n from identity.person p
       where p.email like 'roster.%') s, lateral (select case when n % 5 = 1 then 8 else n % 8 end as done) d,
       (select array_agg(u.id order by u.position) as units from catalog.pub_unit u
         join enrollment.edition e on e.course_version_id = u.course_version_id where e.id = $1) v`,
    [edition],
  );
  // what is done of each unit, and the one that they are at
  await database.query(
    `insert into enrollment.unit_progress (enrollment_id, unit_id, completed, passed, failed, progress, changed_at)
     select e.id, u.id, u.id = any(e.done_units), false, false, case when u.id = any(e.done_units) then 1 else 0.5 end, e.active_at
     from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id
     join catalog.pub_unit u on u.course_version_id = d.course_version_id
     where e.edition_id = $1 and e.active_at is not null and u.position <= cardinality(e.done_units) + 1`,
    [edition],
  );
  await database.query(
    `insert into enrollment.completion (id, enrollment_id, person_id, course_version_id)
     select uuidv7(), e.id, e.person_id, d.course_version_id from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id
     where e.state = 'completed'`,
  );
  await database.query(
    `update enrollment.edition d set enrolled = s.enrolled, completed = s.completed from (
       select count(*) filter (where state <> 'withdrawn') as enrolled, count(*) filter (where state = 'completed') as completed
       from enrollment.enrollment) s where d.id = $1`,
    [edition],
  );
  await database.query('vacuum analyze identity.person, enrollment.enrollment, enrollment.unit_progress, enrollment.completion');
};

const cookieOf = async ({ url }: Stage): Promise<string> => {
  const answer = await fetch(`${url}/api/identity/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
};
