import type { Role } from '@aula/contracts';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { countNumbers } from '../../../../scripts/demo/count-numbers.ts';
import { useOfForce } from '../../../../scripts/demo/courses/use-of-force/index.ts';
import { buildPackage } from '../../../../scripts/demo/package/scorm-package.ts';
import { password as adminPassword, accounts } from '../screens/accounts.js';
import { writtenTest } from '../screens/marked.js';

export interface Made {
  id: string;
}
/** An academy at work for a few people: what all deeds share. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

export const password = 'una-frase-larga-2026';
export const staff = {
  administrator: { email: accounts.administrator, password: adminPassword },
  instructor: { email: 'elena@deeds.example', password },
  training: { email: 'mauricio@deeds.example', password },
  registrar: { email: 'beatriz@deeds.example', password },
  /** Teaches one course, and has no other role. */
  tutor: { email: 'ines@deeds.example', password },
};
const roles = { instructor: 'instructor', training: 'training-administrator', registrar: 'registrar' } as const satisfies Record<
  string,
  Role
>;

const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language';
const line = (at: number, email: string, given: string, family: string) =>
  `W-${String(at)},${email},${given},${family},F,CR,CR-ANP,Agent,en`;
const names = ['Lucía', 'Sofía', 'Camila', 'Daniela', 'Valeria', 'Renata', 'Íngrid', 'Noelia'];
const people = [
  line(1, staff.instructor.email, 'Elena', 'Márquez Ruiz'),
  line(2, staff.training.email, 'Mauricio', 'Solano Vega'),
  line(3, staff.registrar.email, 'Beatriz', 'Nogueira'),
  line(4, staff.tutor.email, 'Inés', 'Barrios'),
  ...names.map((name, at) => line(at + 5, `c${String(at)}@deeds.example`, name, 'Torres Peña')),
];
const gift = `::One:: A duty ends with {=a written report. ~a talk. ~nothing.}

::Two:: What makes a scene safe? {~%50%a cordon ~%50%a list of who enters ~%-100%moving things}

::Three:: The chain of custody begins at the scene. {TRUE}

::Four:: How many minutes are there in an hour? {#60:0}

::Five:: What is the record of who had a piece of evidence called? {=chain of custody =the chain of custody}
`;

export const makeWorld = async (url: string) => {
  const admin = await AcademyClient.signIn(url, accounts.administrator, adminPassword);
  await admin.post('/api/identity/institutions', { code: 'CR-ANP', name: 'Academia Nacional de Policía', country: 'CR' });
  const file = await admin.upload<Made>('/api/identity/imports', 'people.csv', [header, ...people].join('\n'), { mode: 'apply' });
  await admin.settled(`/api/identity/imports/${file.id}`, ['applied'], ['failed']);
  const [instructor, training, registrar] = await Promise.all(
    (['instructor', 'training', 'registrar'] as const).map((name) => colleague(url, admin, name)),
  );
  const clients = { admin, instructor: instructor!, training: training!, registrar: registrar! };
  const [lesson, scene, report] = await Promise.all([
    lessonCourse(clients.instructor),
    testCourse(clients.instructor),
    writtenTest(clients.instructor),
  ]);
  const { items } = await admin.get<{ items: Made[] }>(`/api/identity/people?q=${encodeURIComponent('Torres Peña')}`);
  await tutor(admin, lesson.courseId);
  const lessonEdition = await edition(clients.training, lesson.versionId, 'Human rights, first cohort');
  await enroll(clients.training, lessonEdition, items);
  const { id: bankId } = await clients.instructor.post<Made>('/api/assessment/banks', { title: 'Bank of deeds' });
  return { clients, scene, report, lessonEdition, bankId, count: () => countNumbers(admin) };
};

const colleague = async (url: string, admin: AcademyClient, name: keyof typeof roles): Promise<AcademyClient> => {
  const { email } = staff[name];
  const { items } = await admin.get<{ items: Made[] }>(`/api/identity/people?email=${email}`);
  const personId = items[0]!.id;
  await admin.put(`/api/identity/people/${personId}/password`, { password });
  await admin.post('/api/identity/grants', { personId, role: roles[name], scope: { kind: 'everything', id: null } });
  return AcademyClient.signIn(url, email, password);
};

const tutor = async (admin: AcademyClient, courseId: string): Promise<void> => {
  const { items } = await admin.get<{ items: Made[] }>(`/api/identity/people?email=${staff.tutor.email}`);
  const personId = items[0]!.id;
  await admin.put(`/api/identity/people/${personId}/password`, { password });
  await admin.post('/api/identity/grants', { personId, role: 'instructor', scope: { kind: 'course', id: courseId } });
};

/** Makes a course of these units and publishes it; returns its version and the ids of the units. */
const publish = async (instructor: AcademyClient, course: { code: string; title: string; hours: number }, units: readonly object[]) => {
  const wish = { ...course, title: { en: course.title }, summary: { en: `About: ${course.title}` }, languages: ['en'] };
  const { id } = await instructor.post<Made>('/api/catalog/courses', wish);
  const unitIds: string[] = [];
  for (const unit of units) unitIds.push((await instructor.post<Made>(`/api/catalog/courses/${id}/units`, unit)).id);
  const { versionId } = await instructor.post<{ versionId: string }>(`/api/catalog/courses/${id}/publications`);
  return { courseId: id, versionId, unitIds };
};

const lessonCourse = async (instructor: AcademyClient) => {
  const zip = await buildPackage(useOfForce.texts.en.lesson, '1.2');
  const { id } = await instructor.upload<Made>('/api/content/packages', 'lesson.zip', zip);
  await instructor.settled(`/api/content/packages/${id}`, ['ready'], ['refused']);
  const lesson = { kind: 'scorm', title: { en: 'Lesson: the principles' }, contents: { en: { packageId: id } }, required: true };
  const practice = { kind: 'session', title: { en: 'Practice' }, required: true }; // content alone proves nothing
  return publish(instructor, { code: 'DH-101', title: 'Human rights', hours: 12 }, [lesson, practice]);
};

const testCourse = async (instructor: AcademyClient) => {
  const bank = await instructor.post<Made>('/api/assessment/banks', { title: 'Scene' });
  const sent = await instructor.upload<Made>(`/api/assessment/banks/${bank.id}/imports`, 'scene.gift', gift);
  await instructor.settled(`/api/assessment/banks/${bank.id}/imports/${sent.id}`, ['done'], ['failed']);
  const quiz = await instructor.post<Made>('/api/assessment/quizzes', { title: { en: 'Scene test' }, bankId: bank.id, passingScore: 0.2 });
  const test = { kind: 'quiz', title: { en: 'Test' }, contents: { en: { quizId: quiz.id } }, required: true };
  const { versionId, unitIds } = await publish(instructor, { code: 'ESC-101', title: 'Preserving the scene', hours: 3 }, [test]);
  return { versionId, quizId: quiz.id, unitId: unitIds[0]! };
};

const day = 86_400_000;
/** Opens an edition that is open; returns its id. */
export const edition = async (training: AcademyClient, courseVersionId: string, title: string): Promise<string> => {
  const [opensAt, closesAt] = [-2, 40].map((days) => new Date(Date.now() + days * day).toISOString());
  const wish = { courseVersionId, title, mode: 'virtual', opensAt, closesAt, timeZone: 'America/Lima' };
  return (await training.post<Made>('/api/enrollment/editions', wish)).id;
};

export const enroll = async (training: AcademyClient, editionId: string, those: readonly Made[]): Promise<void> => {
  const wish = { personIds: those.map(({ id }) => id) };
  const { batchId } = await training.post<{ batchId: string }>(`/api/enrollment/editions/${editionId}/enrollments`, wish);
  await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
};

/** The cookie of a new session, `name=value`. */
export const sessionOf = async (url: string, account: { email: string; password: string }): Promise<string> => {
  const answer = await fetch(`${url}/api/identity/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
};
