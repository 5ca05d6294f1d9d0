import { randomBytes } from 'node:crypto';
import { inOrder } from '@aula/platform';
import { AcademyClient } from '../demo/academy-client.ts';
import { firstResponder } from '../demo/courses/first-responder/index.ts';
import { buildPackage } from '../demo/package/scorm-package.ts';
import { enroll, importPeople, makeCourse, signIn, type Course } from '../cohort/steps.ts';
import type { Stage } from '../cohort/stage.ts';
import type { Preparation } from './generator.ts';
import { onContent } from './content-client.ts';
import { digest } from './traffic.ts';

/** So many officers open package and examination through the API; the attempts of the others are written as copies of the first one's. */
const byHttp = 20;

interface Officer {
  person_id: string;
  enrollment_id: string;
  /** Secret of a session, put into the database: signing in is not what is measured. */
  token: string;
}

/** Imports and enrolls officers, and sets all of them in front of a package, leased, and of an examination of twenty questions. */
export const seatEveryone = async (stage: Stage, officers: number): Promise<Preparation> => {
  const course = await openCourse(stage, officers);
  const all = await withSessions(stage);
  const [first, host] = [all.slice(0, byHttp), new URL(stage.url).host];
  const leased = await inOrder(first, (officer) => lease(stage, course, officer));
  const sat = await inOrder(first, (officer) => sit(stage, course, officer));
  const rest = all.slice(byHttp);
  const answering = await copyExaminations(stage, rest, sat[0]!.id);
  const committing = await copyAttempts(stage, rest, leased[0]!);
  return {
    databaseUrl: stage.programs.env['DATABASE_URL']!,
    commit: { targets: [...leased, ...committing], scoId: leased[0]!.scoId },
    answer: {
      host,
      questionIds: sat[0]!.questions.map(({ id }) => id),
      targets: [...sat.map(({ id }, at) => ({ attemptId: id, token: first[at]!.token })), ...answering],
    },
  };
};

const openCourse = async (stage: Stage, officers: number): Promise<Course> => {
  const admin = await signIn(stage);
  const stopWorker = await stage.worker(['identity', 'enrollment', 'content']);
  const zip = await buildPackage(firstResponder.texts.es.lesson, '1.2');
  const { id: packageId } = await admin.upload<{ id: string }>('/api/content/packages', 'bench.zip', zip);
  await importPeople(stage, admin, officers);
  await admin.settled(`/api/content/packages/${packageId}`, ['ready'], ['refused']);
  const course = await makeCourse(stage, admin, packageId);
  await enroll(admin, course, officers);
  await stopWorker();
  return course;
};

const secret = (): string => randomBytes(32).toString('base64url');

const withSessions = async (stage: Stage): Promise<Officer[]> => {
  const { rows } = await stage.database.query<Omit<Officer, 'token'>>(
    'select person_id, id as enrollment_id from enrollment.enrollment order by id',
  );
  const officers = rows.map((row) => ({ ...row, token: secret() }));
  await stage.database.query(
    `insert into identity.session (token_hash, person_id, expires_at)
     select h, p, clock_timestamp() + interval '1 hour' from unnest($1::bytea[], $2::uuid[]) as s(h, p)`,
    [officers.map(({ token }) => digest(token)), officers.map((officer) => officer.person_id)],
  );
  return officers;
};

interface Leased {
  attemptId: string;
  epoch: number;
  token: string;
  host: string;
  scoId: string;
}

const lease = async (stage: Stage, course: Course, officer: Officer): Promise<Leased> => {
  const port = Number(new URL(stage.url).port);
  const wish = { enrollmentId: officer.enrollment_id, unitId: course.scormUnitId! };
  const { url } = await AcademyClient.bearing(stage.url, officer.token).post<{ url: string }>('/api/content/launches', wish);
  const { host, hash } = new URL(url);
  const launched = await onContent<{ token: string; attemptId: string }>(port, host, '/_rt/launch', { launchCode: hash.slice(1) });
  const { epoch, current } = await onContent<{ epoch: number; current: string }>(port, host, '/_rt/lease', {}, launched.token);
  return { ...launched, epoch, host, scoId: current };
};

const sit = (stage: Stage, course: Course, { token, enrollment_id: enrollmentId }: Officer) =>
  AcademyClient.bearing(stage.url, token).post<{ id: string; questions: { id: string }[] }>(
    `/api/assessment/quizzes/${course.quizId}/attempts`,
    { enrollmentId, unitId: course.unitId },
  );

/** The columns of a row that is like another one but for some. */
const columnsOf = async (stage: Stage, table: string, but: readonly string[]): Promise<string> => {
  const [schema, name] = table.split('.');
  const { rows } = await stage.database.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = $1 and table_name = $2 and column_name <> all($3)`,
    [schema, name, but],
  );
  return rows[0]!.columns;
};

const copyExaminations = async (stage: Stage, officers: readonly Officer[], attemptId: string) => {
  const attempt = await columnsOf(stage, 'assessment.attempt', ['id', 'enrollment_id', 'person_id']);
  const paper = await columnsOf(stage, 'assessment.paper', ['attempt_id']);
  const { rows } = await stage.database.query<{ id: string; person_id: string }>(
    `insert into assessment.attempt (id, enrollment_id, person_id, ${attempt})
     select gen_random_uuid(), o.enrollment_id, o.person_id, ${attempt.replaceAll(/\w+/g, 'a.$&')}
     from assessment.attempt a, unnest($2::uuid[], $3::uuid[]) as o(enrollment_id, person_id) where a.id = $1 returning id, person_id`,
    [attemptId, officers.map((each) => each.enrollment_id), officers.map((each) => each.person_id)],
  );
  await stage.database.query(
    `insert into assessment.paper (attempt_id, ${paper}) select x.id, ${paper.replaceAll(/\w+/g, 'p.$&')}
     from assessment.paper p, unnest($2::uuid[]) as x(id) where p.attempt_id = $1`,
    [attemptId, rows.map(({ id }) => id)],
  );
  const tokens = new Map(officers.map(({ person_id: person, token }) => [person, token]));
  return rows.map(({ id, person_id: person }) => ({ attemptId: id, token: tokens.get(person)! }));
};

const copyAttempts = async (stage: Stage, officers: readonly Officer[], like: Leased): Promise<Leased[]> => {
  const attempt = await columnsOf(stage, 'content.attempt', ['id', 'enrollment_id', 'person_id', 'host_label']);
  const launch = await columnsOf(stage, 'content.launch', [
    ...['id', 'attempt_id', 'person_id', 'host_label', 'session_hash', 'code_hash', 'token_hash', 'files_hash'],
  ]);
  const made = officers.map((officer) => ({ ...officer, label: hostLabel(), opens: secret() }));
  const { rows } = await stage.database.query<{ attempt_id: string; host_label: string }>(
    `with one as (
       insert into content.attempt (id, enrollment_id, person_id, host_label, ${attempt})
       select gen_random_uuid(), o.enrollment_id, o.person_id, o.label, ${attempt.replaceAll(/\w+/g, 'a.$&')}
       from content.attempt a, unnest($2::uuid[], $3::uuid[], $4::text[]) as o(enrollment_id, person_id, label) where a.id = $1
       returning id, person_id, host_label)
     insert into content.launch (id, attempt_id, person_id, host_label, session_hash, token_hash, code_hash, files_hash, ${launch})
     select gen_random_uuid(), one.id, one.person_id, one.host_label, t.session, t.token, sha256(t.token), sha256(sha256(t.token)),
       ${launch.replaceAll(/\w+/g, 'l.$&')}
     from one join unnest($4::text[], $5::bytea[], $6::bytea[]) as t(label, session, token) on t.label = one.host_label,
       content.launch l where l.attempt_id = $1
     returning attempt_id, host_label`,
    [
      like.attemptId,
      ...[made.map((each) => each.enrollment_id), made.map((each) => each.person_id), made.map(({ label }) => label)],
      ...[made.map(({ token }) => digest(token)), made.map(({ opens }) => digest(opens))],
    ],
  );
  const tokens = new Map(made.map(({ label, opens }) => [label, opens]));
  return rows.map(({ attempt_id: attemptId, host_label: label }) => ({
    ...like,
    ...{ attemptId, token: tokens.get(label)!, host: like.host.replace(/^[^.]+/, label) },
  }));
};

/** A name as the academy gives it to an attempt's host: 26 letters of base 32. */
const hostLabel = (): string => Array.from(randomBytes(26), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');
