import type { AsHouse } from './as-house.ts';
import { idAt } from './chance.ts';
import type { Learner, Life } from './lives.ts';

/** The past editions as rows, before anybody is in them. */
export interface EditionSeed {
  id: string;
  versionId: string;
  title: string;
  mode: string;
  timeZone: string;
  opensAt: Date;
  closesAt: Date;
}
export interface Known {
  /** Everybody who may learn. */
  people: Learner[];
  versions: { id: string; code: string; minimumScore: number }[];
  units: { versionId: string; id: string; kind: string; contents: Record<string, { quizId?: string; packageId?: string }> }[];
  editions: { id: string; title: string; versionId: string; opensAt: Date; closesAt: Date }[];
  enrolled: { id: string; editionId: string; personId: string; progress: number }[];
}

/** What the house of enrollments knows before its past is written. */
export const readKnown = async (on: AsHouse): Promise<Known> => ({
  people: await on.rows(`select id, email, country, language from identity.pub_person where active order by email`),
  versions: await on.rows(
    `select distinct on (course_id) id, code, coalesce((completion->>'minimumScore')::float8, 0) as "minimumScore"
     from catalog.pub_course_version order by course_id, number desc`,
  ),
  units: await on.rows(
    `select course_version_id as "versionId", id, kind, contents from catalog.pub_unit order by course_version_id, position`,
  ),
  editions: (
    await on.rows<Known['editions'][number]>(
      `select id, title, course_version_id as "versionId", opens_at as "opensAt", closes_at as "closesAt" from enrollment.edition`,
    )
  ).map((edition) => ({ ...edition, opensAt: new Date(edition.opensAt), closesAt: new Date(edition.closesAt) })),
  enrolled: await on.rows(`select id, edition_id as "editionId", person_id as "personId", progress from enrollment.enrollment`),
});

/** Writes what became of enrollments; those that are new begin here. The facts of completions go to whoever hears them. */
export const writeLives = async (on: AsHouse, lives: readonly Life[], editions: readonly EditionSeed[], by: By): Promise<void> => {
  await writeEditions(on, editions, by.training);
  await writeEnrollments(on, lives);
  await writeMarks(on, lives);
  await writeAttendance(on, lives, by.instructor);
  await finish(on, lives);
  await on.rows(
    `update enrollment.edition d set enrolled = n.enrolled, completed = n.completed
     from (select edition_id, count(*) filter (where state in ('active', 'completed')) as enrolled,
             count(*) filter (where state = 'completed') as completed from enrollment.enrollment group by edition_id) n
     where d.id = n.edition_id`,
  );
};
/** Who opened the editions, and who says who attended. */
interface By {
  training: string;
  instructor: string;
}

const writeEditions = (on: AsHouse, editions: readonly EditionSeed[], by: string): Promise<object[]> =>
  on.each(
    editions,
    `insert into enrollment.edition (id, course_version_id, title, mode, opens_at, closes_at, time_zone, created_by, created_at)
     select id, "versionId", title, mode, "opensAt", "closesAt", "timeZone", $2, "opensAt" - interval '30 days'
     from jsonb_to_recordset($1::jsonb) as e(id uuid, "versionId" uuid, title text, mode text, "opensAt" timestamptz, "closesAt" timestamptz,
       "timeZone" text) order by id`,
    by,
  );

/** Those who were enrolled at the seeding were so, in this academy, on a day of its past. */
const writeEnrollments = async (on: AsHouse, lives: readonly Life[]): Promise<void> => {
  const made = await on.each<{ id: string; fresh: boolean }>(
    lives.map(({ enrollmentId, learner, taught, story }) => ({
      id: enrollmentId,
      edition_id: taught.id,
      person_id: learner.id,
      at: story.enrolledAt,
    })),
    `insert into enrollment.enrollment as e (id, edition_id, person_id, state, enrolled_at)
     select id, edition_id, person_id, 'active', at
     from jsonb_to_recordset($1::jsonb) as n(id uuid, edition_id uuid, person_id uuid, at timestamptz) order by id
     on conflict (id) do update set enrolled_at = excluded.enrolled_at returning id, xmax = 0 as fresh`,
  );
  await on.audit(
    'enrollment',
    'activated',
    made.filter(({ fresh }) => fresh).map(({ id }) => id),
  );
};

const writeMarks = (on: AsHouse, lives: readonly Life[]): Promise<object[]> =>
  on.each(
    lives.flatMap(({ enrollmentId, marks }) => marks.map((mark) => ({ enrollmentId, ...mark }))),
    `insert into enrollment.unit_progress (enrollment_id, unit_id, completed, passed, failed, score, progress, changed_at)
     select "enrollmentId", "unitId", completed, passed, failed, score, progress, at
     from jsonb_to_recordset($1::jsonb) as m("enrollmentId" uuid, "unitId" uuid, completed boolean, passed boolean, failed boolean,
       score float8, progress float8, at timestamptz) order by 1, 2`,
  );

const writeAttendance = async (on: AsHouse, lives: readonly Life[], by: string): Promise<void> => {
  const attended = lives.flatMap(({ enrollmentId, taught, story: { attendedAt: at } }) =>
    at && taught.units.session ? [{ id: idAt(at, `attendance ${enrollmentId}`), enrollmentId, unitId: taught.units.session, at }] : [],
  );
  await on.each(
    attended,
    `insert into enrollment.attendance (id, enrollment_id, unit_id, recorded_by, recorded_at)
     select id, "enrollmentId", "unitId", $2, at
     from jsonb_to_recordset($1::jsonb) as a(id uuid, "enrollmentId" uuid, "unitId" uuid, at timestamptz) order by id`,
    by,
  );
  await on.audit(
    'attendance',
    'recorded',
    attended.map(({ id }) => id),
  );
};

const finish = async (on: AsHouse, lives: readonly Life[]): Promise<void> => {
  await on.each(
    lives.map(({ enrollmentId: id, state, progress, story, doneUnits, marks }) => ({
      ...{ id, state, progress, done: doneUnits, at: story.withdrawnAt ?? null },
      active: marks.length > 0 ? new Date(Math.max(...marks.map((mark) => mark.at.getTime()))) : null,
    })),
    `update enrollment.enrollment e set state = s.state, progress = s.progress, done_units = s.done, active_at = s.active,
       withdrawn_at = s.at, withdrawal_reason = case when s.at is not null then 'Traslado a otra unidad' end
     from jsonb_to_recordset($1::jsonb) as s(id uuid, state text, progress float8, done uuid[], active timestamptz, at timestamptz)
     where e.id = s.id`,
  );
  const ended = (state: Life['state']): string[] => lives.filter((life) => life.state === state).map(({ enrollmentId }) => enrollmentId);
  await on.audit('enrollment', 'withdrawn', ended('withdrawn'));
  await on.audit('enrollment', 'completed', ended('completed'));
  await complete(on, lives);
};

/** The completions, each with its fact for the houses that hear it. */
const complete = async (on: AsHouse, lives: readonly Life[]): Promise<void> => {
  const items = lives
    .flatMap(({ enrollmentId, learner, taught, completedAt }) =>
      completedAt
        ? [
            {
              completionId: idAt(completedAt, `completion ${enrollmentId}`),
              enrollmentId,
              personId: learner.id,
              courseVersionId: taught.versionId,
              completedAt,
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.completedAt.getTime() - b.completedAt.getTime());
  await on.each(
    items,
    `insert into enrollment.completion (id, enrollment_id, person_id, course_version_id, completed_at)
     select "completionId", "enrollmentId", "personId", "courseVersionId", "completedAt"
     from jsonb_to_recordset($1::jsonb) as c("completionId" uuid, "enrollmentId" uuid, "personId" uuid, "courseVersionId" uuid,
       "completedAt" timestamptz) order by 1`,
  );
  await on.audit(
    'completion',
    'recorded',
    items.map(({ completionId }) => completionId),
  );
  for (let from = 0; from < items.length; from += 1_000)
    await on.each(
      items.slice(from, from + 1_000),
      `with fact as (
         insert into platform.event (id, house, name, items) values ($2, 'enrollment', 'completion.recorded', $1::jsonb) returning id)
       insert into platform.delivery (event_id, consumer) select id, 'accreditation' from fact`,
      idAt(new Date(), `fact ${items[from]!.completionId}`),
    );
};
