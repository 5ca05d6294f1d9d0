import { createHash, randomBytes } from 'node:crypto';
import { AcademyClient } from '../demo/academy-client.ts';
import { administrator, type Stage } from './stage.ts';

/** Questions of the examination. */
const questions = 20;
/** So many officers sit at the same time, each question by question: their answers lie mixed on the pages, as they do after a real day. */
const atOnce = 5_000;
/** So many officers sit the examination through the HTTP API; the rows of the others are written in the same form. */
const byHttp = 50;

export interface Course {
  editionId: string;
  quizId: string;
  unitId: string;
  /** The unit of the package, where the course has one. */
  scormUnitId: string | undefined;
}
interface Made {
  id: string;
}

/** The spreadsheet of `officers` people of one institution. */
const spreadsheet = (officers: number): string => {
  const lines = ['external_id,email,given_name,family_name,sex,country,institution,rank,language'];
  for (let n = 1; n <= officers; n++)
    lines.push(`C-${n},officer.${n}@cohort.example,Ñusta ${n},Gonçalves Peña,${n % 2 ? 'F' : 'M'},PE,COHORT,Agente,es`);
  return `${lines.join('\n')}\n`;
};

export const signIn = (stage: Stage): Promise<AcademyClient> =>
  AcademyClient.signIn(stage.url, administrator.email, administrator.password);

/** Imports everyone; returns the seconds from the upload to the state "applied". */
export const importPeople = async (stage: Stage, admin: AcademyClient, officers: number): Promise<number> => {
  await admin.post('/api/identity/institutions', { code: 'COHORT', name: 'Escuela de la cohorte', country: 'PE' });
  const file = spreadsheet(officers);
  const from = performance.now();
  const { id } = await admin.upload<Made>('/api/identity/imports', 'cohort.csv', file, { mode: 'apply' });
  const done = await admin.settled<{ state: string; accepted: number; rejected: number }>(
    `/api/identity/imports/${id}`,
    ['applied'],
    ['failed'],
    600,
  );
  if (done.accepted !== officers || done.rejected !== 0) throw new Error(`import: ${JSON.stringify(done)}`);
  return (performance.now() - from) / 1_000;
};

/** A course of one examination of twenty questions and, where given, a package; published, with an edition that is open. */
export const makeCourse = async (stage: Stage, admin: AcademyClient, packageId?: string): Promise<Course> => {
  const stopWorker = await stage.worker(['assessment']);
  const bank = await admin.post<Made>('/api/assessment/banks', { title: 'Cohort' });
  const gift = Array.from(
    { length: questions },
    (_, n) => `::Q${n}:: Question ${n}: which is right? {=right ${n} ~wrong a${n} ~wrong b${n} ~wrong c${n}}`,
  ).join('\n\n');
  const started = await admin.upload<Made>(`/api/assessment/banks/${bank.id}/imports`, 'cohort.gift', gift);
  await admin.settled(`/api/assessment/banks/${bank.id}/imports/${started.id}`, ['done'], ['failed']);
  const quiz = await admin.post<Made>('/api/assessment/quizzes', {
    title: 'Cohort',
    bankId: bank.id,
    passingScore: 0.5,
    attemptsAllowed: 1,
  });
  const course = await admin.post<Made>('/api/catalog/courses', { code: 'COHORT', title: { es: 'Cohorte' }, hours: 10, languages: ['es'] });
  const unit = await admin.post<Made>(`/api/catalog/courses/${course.id}/units`, {
    kind: 'quiz',
    title: { es: 'Examen' },
    quizId: quiz.id,
    required: true,
  });
  const lesson = { kind: 'scorm', title: { es: 'Lección' }, packageId, required: false };
  const scorm = packageId === undefined ? undefined : await admin.post<Made>(`/api/catalog/courses/${course.id}/units`, lesson);
  await admin.put(`/api/catalog/courses/${course.id}/completion`, { rule: { units: 'required' } });
  const version = await admin.post<{ versionId: string }>(`/api/catalog/courses/${course.id}/publications`);
  const edition = await openEdition(admin, version.versionId, 'Cohort');
  await stopWorker();
  return { editionId: edition.id, quizId: quiz.id, unitId: unit.id, scormUnitId: scorm?.id };
};

/** An edition that is open since an hour and for a day. */
export const openEdition = (admin: AcademyClient, courseVersionId: string, title: string): Promise<Made> =>
  admin.post<Made>('/api/enrollment/editions', {
    courseVersionId,
    title,
    mode: 'virtual',
    opensAt: new Date(Date.now() - 3_600_000).toISOString(),
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: 'America/Lima',
  });

/** Enrolls the institution; returns the seconds from the request to the state "done". */
export const enroll = async (admin: AcademyClient, course: Course, officers: number): Promise<number> => {
  const { items } = await admin.get<{ items: { id: string; code: string }[] }>('/api/identity/institutions?limit=200');
  const institutionId = items.find(({ code }) => code === 'COHORT')!.id;
  const from = performance.now();
  const { batchId } = await admin.post<{ batchId: string }>(`/api/enrollment/editions/${course.editionId}/enrollments`, { institutionId });
  const done = await admin.settled<{ state: string; enrolled: number }>(
    `/api/enrollment/enrollment-batches/${batchId}`,
    ['done'],
    ['failed'],
    600,
  );
  if (done.enrolled !== officers) throw new Error(`enroll: ${JSON.stringify(done)}`);
  return (performance.now() - from) / 1_000;
};

interface Sitting {
  enrollment_id: string;
  token: string;
}
/** An officer whose answers are saved and who has not submitted yet. */
export interface Unsubmitted {
  officer: AcademyClient;
  attemptId: string;
}

/**
 * The first officers sit the examination through the API: start, twenty answers, submission. Nobody signs in: argon2 is not measured.
 * Returns the last of them, who has yet to submit.
 */
const sitByHttp = async (stage: Stage, course: Course): Promise<Unsubmitted> => {
  const { rows } = await stage.database.query<{ id: string; person_id: string }>(
    'select id, person_id from enrollment.enrollment order by id limit $1',
    [byHttp],
  );
  const sittings: Sitting[] = rows.map(({ id }) => ({ enrollment_id: id, token: randomBytes(32).toString('base64url') }));
  await stage.database.query(
    `insert into identity.session (token_hash, person_id, expires_at) select h, p, clock_timestamp() + interval '1 hour' from unnest($1::bytea[], $2::uuid[]) as s(h, p)`,
    [sittings.map(({ token }) => createHash('sha256').update(token).digest()), rows.map((row) => row.person_id)],
  );
  let last: Unsubmitted | undefined;
  for (const { enrollment_id: enrollmentId, token } of sittings) {
    if (last) await submit(last);
    const officer = AcademyClient.bearing(stage.url, token);
    const attempt = await officer.post<{ id: string; questions: { id: string; choices: { index: number; text: string }[] }[] }>(
      `/api/assessment/quizzes/${course.quizId}/attempts`,
      { enrollmentId, unitId: course.unitId },
    );
    const answers = attempt.questions.map(({ id, choices }) => ({
      id,
      response: choices.find(({ text }) => text.startsWith('right'))!.index,
    }));
    await Promise.all(
      answers.map(({ id, response }) => officer.put(`/api/assessment/attempts/${attempt.id}/answers/${id}`, { sequence: 1, response })),
    );
    last = { officer, attemptId: attempt.id };
  }
  return last!;
};

const submit = ({ officer, attemptId }: Unsubmitted): Promise<unknown> => officer.post(`/api/assessment/attempts/${attemptId}/submission`);

/** Everyone sits the examination. Every fourth question is answered wrong by most, so all pass. Returns who has yet to submit. */
export const answer = async (stage: Stage, course: Course): Promise<{ seconds: number; last: Unsubmitted }> => {
  const from = performance.now();
  const last = await sitByHttp(stage, course);
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
  await stage.database.query('analyze assessment.attempt; analyze assessment.paper; analyze assessment.answer');
  console.error(`${byHttp} examinations by HTTP, the others as rows`);
  return { seconds: (performance.now() - from) / 1_000, last };
};

/** What was submitted as rows is ordered to be graded; the last officer's submission by HTTP wakes the worker. Waits until all is done. */
export const grade = async (stage: Stage, last: Unsubmitted): Promise<number> => {
  const stopWorker = await stage.worker(['assessment']);
  await stage.settled(['assessment.grade-attempts'], []);
  await stage.database.query(
    `insert into platform.job (id, kind, subject) select uuidv7(), 'assessment.grade-attempts', id::text from assessment.attempt where state = 'submitted' order by attempt.id`,
  );
  const from = performance.now();
  await submit(last);
  const seconds = await stage.settled(['assessment.grade-attempts'], [], from);
  await stopWorker();
  return seconds;
};

/** Completions are recorded and credentials issued, both by the worker; returns the seconds until the last one. */
export const completeAndIssue = async (stage: Stage): Promise<number> => {
  const stopWorker = await stage.worker(['enrollment', 'accreditation']);
  const seconds = await stage.settled(['accreditation.issue-credentials'], ['enrollment', 'accreditation']);
  await stopWorker();
  return seconds;
};
