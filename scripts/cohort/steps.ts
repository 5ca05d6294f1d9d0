import { AcademyClient } from '../demo/academy-client.ts';
import { houses } from '@aula/contracts';
import { administrator, type Stage } from './stage.ts';

/** Questions of the examination. */
export const questions = 20;

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

/** Completions are recorded and credentials issued, both by the worker; returns the seconds until the last one. */
export const completeAndIssue = async (stage: Stage): Promise<number> => {
  const stopWorker = await stage.worker(['enrollment', 'accreditation']);
  const seconds = await stage.settled(['accreditation.issue-credentials'], ['enrollment', 'accreditation']);
  await stopWorker();
  return seconds;
};

/** What else follows from all this, in the worker of every house: news for people, numbers. Returns the seconds until nothing is left. */
export const follow = async (stage: Stage): Promise<number> => {
  const from = performance.now();
  const stopWorker = await stage.worker(houses);
  const kinds = (await stage.database.query<{ kind: string }>('select distinct kind from platform.job')).rows.map(({ kind }) => kind);
  await stage.settled([...kinds, 'identity.send-mail'], houses, from);
  await stage.database.query(`insert into platform.job (id, kind) values (uuidv7(), 'insights.refresh')`);
  const seconds = await stage.settled(['insights.refresh'], [], from);
  await stopWorker();
  return seconds;
};
