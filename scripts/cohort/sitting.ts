import { createHash, randomBytes } from 'node:crypto';
import { AcademyClient } from '../demo/academy-client.ts';
import type { Stage } from './stage.ts';
import { questions, type Course } from './steps.ts';

/** So many officers sit at the same time, each question by question: their answers lie mixed on the pages, as they do after a real day. */
const atOnce = 5_000;
/** So many officers are in hand at the same time where they sit through the API. */
const lanes = 16;

/** An officer whose answers are saved and who has not submitted yet. */
interface Unsubmitted {
  officer: AcademyClient;
  attemptId: string;
}

/** Everyone has sat the examination; one has yet to submit. */
export interface Sat {
  last: Unsubmitted;
  /** All of them through the API, so that all have ordered their grading themselves. */
  all: boolean;
  /** Seconds and officers of those who sat through the API. */
  byHttp: { seconds: number; officers: number };
}

interface Officer {
  enrollmentId: string;
  token: string;
}

/** The next `most` officers, each with a session put into the database: argon2 is not what is measured. */
const officersOf = async (stage: Stage, most: number): Promise<Officer[]> => {
  const { rows } = await stage.database.query<{ id: string; person_id: string }>(
    'select id, person_id from enrollment.enrollment order by id limit $1',
    [most],
  );
  const officers = rows.map(({ id }) => ({ enrollmentId: id, token: randomBytes(32).toString('base64url') }));
  await stage.database.query(
    `insert into identity.session (token_hash, person_id, expires_at)
     select h, p, clock_timestamp() + interval '8 hours' from unnest($1::bytea[], $2::uuid[]) as s(h, p)`,
    [officers.map(({ token }) => createHash('sha256').update(token).digest()), rows.map((row) => row.person_id)],
  );
  return officers;
};

/** Starts the examination and saves twenty right answers, one by one. */
const sit = async (stage: Stage, course: Course, { enrollmentId, token }: Officer): Promise<Unsubmitted> => {
  const officer = AcademyClient.bearing(stage.url, token);
  const paper = await officer.post<{ id: string; questions: { id: string; choices: { index: number; text: string }[] }[] }>(
    `/api/assessment/quizzes/${course.quizId}/attempts`,
    { enrollmentId, unitId: course.unitId },
  );
  for (const { id, choices } of paper.questions) {
    const response = choices.find(({ text }) => text.startsWith('right'))!.index;
    await officer.put(`/api/assessment/attempts/${paper.id}/answers/${id}`, { sequence: 1, response });
  }
  return { officer, attemptId: paper.id };
};

const submit = ({ officer, attemptId }: Unsubmitted): Promise<unknown> => officer.post(`/api/assessment/attempts/${attemptId}/submission`);

/** Start, twenty answers and submission of the first officers through the API, several at a time; the last of them has yet to submit. */
const sitByHttp = async (stage: Stage, course: Course, most: number): Promise<Sat['byHttp'] & { last: Unsubmitted }> => {
  const [first, ...others] = await officersOf(stage, most);
  const from = performance.now();
  const last = await sit(stage, course, first!);
  const waiting = others.values();
  const lane = async (): Promise<void> => {
    for (const officer of waiting) await submit(await sit(stage, course, officer));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { last, officers: others.length + 1, seconds: (performance.now() - from) / 1_000 };
};

/** The attempts and answers of all others, written as rows in the form of the product. Every fourth answer is wrong: all pass. */
const sitAsRows = async (stage: Stage, course: Course): Promise<void> => {
  await stage.database.query(
    `insert into assessment.attempt (id, quiz_id, enrollment_id, unit_id, person_id, number, state, started_at, deadline, submitted_at)
     select uuidv7(), $1, e.id, $2, e.person_id, 1, 'submitted', clock_timestamp(), clock_timestamp() + interval '1 hour', clock_timestamp()
     from (select * from enrollment.enrollment order by hashtext(id::text)) e
     where not exists (select from assessment.attempt a where a.enrollment_id = e.id)`,
    [course.quizId, course.unitId],
  );
  await stage.database.query(
    `insert into assessment.paper (attempt_id, question_ids, version_ids, choice_orders, points)
     select a.id, v.question_ids, v.ids, v.orders, v.points
     from (select * from assessment.attempt order by id) a, (
       select array_agg(question_id order by id) as question_ids, array_agg(id order by id) as ids,
         array_agg('{0,1,2,3}'::smallint[]) as orders, sum(points)::int as points from assessment.question_version) v
     where not exists (select from assessment.paper p where p.attempt_id = a.id)`,
  );
  await stage.database.query(
    `insert into assessment.answer (attempt_id, place, sequence, choice, saved_at)
     select a.id, n, 1, case when n % 4 = 0 then 1 else 0 end, clock_timestamp()
     from (select id, row_number() over (order by id) / ${atOnce} as wave from assessment.attempt) a, generate_series(1, ${questions}) n
     where not exists (select from assessment.answer t where t.attempt_id = a.id) order by a.wave, n, a.id`,
  );
};

/** Everyone sits the examination: `byHttp` officers through the API, the others as rows. */
export const answer = async (stage: Stage, course: Course, officers: number, byHttp: number): Promise<Sat> => {
  const { last, ...measured } = await sitByHttp(stage, course, byHttp);
  const all = measured.officers === officers;
  if (!all) await sitAsRows(stage, course);
  await stage.database.query('analyze assessment.attempt; analyze assessment.paper; analyze assessment.answer');
  return { last, all, byHttp: measured };
};

/**
 * Grades everyone; returns the seconds until the last grade. Where all sat through the API their orders wait already, and the seconds
 * hold the start of the worker; else those who sat as rows are ordered at once, and the last submission by HTTP wakes the worker.
 */
export const grade = async (stage: Stage, { last, all }: Sat): Promise<number> => {
  let from = performance.now();
  const stopWorker = await stage.worker(['assessment']);
  if (!all) {
    await stage.settled(['assessment.grade-attempts'], []);
    await stage.database.query(
      `insert into platform.job (id, kind, subject) select uuidv7(), 'assessment.grade-attempts', id::text from assessment.attempt where state = 'submitted' order by attempt.id`,
    );
    from = performance.now();
  }
  await submit(last);
  const seconds = await stage.settled(['assessment.grade-attempts'], [], from);
  await stopWorker();
  return seconds;
};
