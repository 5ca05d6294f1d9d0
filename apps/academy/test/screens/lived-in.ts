import { aPackageZip } from '@aula/content/test/a-package';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { countNumbers } from '../../../../scripts/demo/count-numbers.ts';
import { until, type RunningAcademy } from '../running-academy.js';
import { accounts, password, type Account } from './accounts.js';
import { doubled } from './doubled.js';
import { markedTest } from './marked.js';
import { completedAlike, studied } from './studied.js';

interface Made {
  id: string;
}
interface List<T> {
  items: T[];
}
type Clients = Record<Account, AcademyClient>;

/** Addresses of what has happened in the academy; each is the state that its name tells. */
export type LivedIn = Awaited<ReturnType<typeof liveIn>>;

const inAll = (es: string, pt: string, en: string, fr: string) => ({ es, pt, en, fr });
const questions = `::Uno:: Un servicio termina con {=un informe escrito. ~una conversación. ~nada en particular.}

::Dos:: Marque lo que hace una escena segura {~%50%acordonar ~%50%dejar constancia de quién entra ~%-100%mover los objetos}

::Tres:: La cadena de custodia empieza en el lugar de los hechos. {TRUE}

::Cuatro:: ¿Cuántos minutos tiene una hora? {#60:0}

::Cinco:: ¿Cómo se llama el registro de quién tuvo una evidencia? {=cadena de custodia =la cadena de custodia}
`;

/** Some ordinary life in the demonstration: afterwards everything a screen can show is there to be shown. */
export const liveIn = async (academy: RunningAcademy) => {
  const names = Object.keys(accounts) as Account[];
  const signedIn = await Promise.all(names.map((name) => AcademyClient.signIn(academy.url, accounts[name], password)));
  const clients = Object.fromEntries(names.map((name, at) => [name, signedIn[at]])) as Clients;
  const marking = markedTest(clients); // a mark rests before it is a grade
  const officerId = (await clients.officer.get<{ person: Made }>('/api/identity/me')).person.id;
  const [course, imports] = await Promise.all([writeCourse(clients), importPeople(clients.training)]);
  const mine = await clients.officer.get<List<Made & { editionId: string; editionTitle: string }>>('/api/enrollment/enrollments?mine=true');
  const lesson = mine.items.find(({ editionTitle }) => editionTitle.startsWith('DH-101'))!;
  const versions = await followUp(clients, lesson.id);
  const enrolled = await enroll(clients, course, officerId);
  const attempt = await begin(clients.officer, course.quizId, enrolled.running, course.quizUnitId);
  const passed = await pass(clients.officer, course, enrolled.completed);
  await pass(clients.officer, course, enrolled.revoked);
  const credentials = await issued(clients.officer, [enrolled.completed, enrolled.revoked]);
  const credentialOf = (enrollmentId: string): string => credentials.find((each) => each.enrollmentId === enrollmentId)!.id;
  await clients.registrar.post(`/api/accreditation/credentials/${credentialOf(enrolled.revoked)}/revocation`, {
    reason: 'La prueba final fue rendida por otra persona.',
  });
  await clients.training.post(`/api/identity/people/${officerId}/invitation`);
  await clients.officer.post('/api/identity/access-tokens', { name: 'Informe semanal' });
  await clients.officer.post('/api/enrollment/calendar-feed');
  await giveUp(academy);
  await countNumbers(clients.administrator);
  await clients.administrator.post('/api/identity/audit-checks');
  const instructorId = (await clients.instructor.get<{ person: Made }>('/api/identity/me')).person.id;
  const lessonOf = async (client: AcademyClient): Promise<string> => {
    const { items } = await client.get<List<Made & { editionId: string }>>('/api/enrollment/enrollments?mine=true');
    return items.find(({ editionId }) => editionId === lesson.editionId)!.id;
  };
  const ownLesson = await lessonOf(clients.training);
  const [alike] = await Promise.all(
    [clients.administrator, clients.instructor].map(async (client) => completedAlike(client, await lessonOf(client))),
  );
  return {
    ...course,
    ...imports,
    officerId,
    instructorId,
    /** The enrollment in the demonstration's course on human rights. */
    lesson: lesson.id,
    /** The one in a course whose package has several parts. */
    partedLesson: mine.items.find(({ editionTitle }) => editionTitle.startsWith('RA-401'))!.id,
    lessonEditionId: lesson.editionId,
    versions,
    /** One of two attempts in that course that are the same to the second. */
    alike: alike!,
    /** The work of another learner there, part of which was set aside. */
    studied: { enrollmentId: ownLesson, ...(await studied(clients.training, ownLesson)) },
    enrolled,
    doubled: await doubled(clients.training, enrolled.editionId),
    editionId: enrolled.editionId,
    attempt,
    passed,
    marking: await marking,
    inForce: credentialOf(enrolled.completed),
    revoked: credentialOf(enrolled.revoked),
  };
};

/** A course with a unit of every kind, published once and written on. */
const writeCourse = async ({ instructor, administrator }: Clients) => {
  const bank = await instructor.post<Made>('/api/assessment/banks', { title: 'Escena y evidencia' });
  const sent = await instructor.upload<Made>(`/api/assessment/banks/${bank.id}/imports`, 'escena.gift', questions);
  await instructor.settled(`/api/assessment/banks/${bank.id}/imports/${sent.id}`, ['done'], ['failed']);
  const quiz = await instructor.post<Made>('/api/assessment/quizzes', {
    title: inAll('Prueba de la escena', 'Prova da cena', 'Scene test', 'Épreuve de la scène'),
    bankId: bank.id,
    timeLimitSeconds: 2_400,
    passingScore: 0.2,
  });
  const course = await instructor.post<Made>('/api/catalog/courses', {
    code: 'ESC-101',
    title: inAll('Preservación de la escena', 'Preservação da cena', 'Preserving the scene', 'Préservation de la scène'),
    summary: inAll('Qué hacer al llegar.', 'O que fazer ao chegar.', 'What to do on arrival.', 'Que faire en arrivant.'),
    hours: 3,
    languages: ['es', 'pt', 'en', 'fr'],
  });
  const path = `/api/catalog/courses/${course.id}`;
  const guide = await instructor.upload<Made>(`${path}/files`, 'guía de campo.pdf', '%PDF-1.4\n% guía');
  const page =
    '# Al llegar\n\nMire, **respire** y delimite.\n\n| Paso | Minutos |\n|---|---|\n| Acordonar | 5 |\n| Registrar | 10 |\n\n> Nada se mueve.';
  const inEach = (content: object) => ({ es: content, pt: content, en: content, fr: content });
  const units = [
    {
      kind: 'page',
      title: inAll('Al llegar', 'Ao chegar', 'On arrival', 'En arrivant'),
      contents: inEach({ body: page }),
      required: false,
    },
    {
      kind: 'video',
      title: inAll('Un caso', 'Um caso', 'A case', 'Un cas'),
      url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
      required: false,
    },
    { kind: 'file', title: inAll('Guía de campo', 'Guia de campo', 'Field guide', 'Guide de terrain'), fileId: guide.id, required: false },
    { kind: 'session', title: inAll('Práctica', 'Prática', 'Practice', 'Pratique'), required: false },
    { kind: 'quiz', title: inAll('Prueba', 'Prova', 'Test', 'Épreuve'), contents: inEach({ quizId: quiz.id }), required: true },
  ];
  const ids: string[] = [];
  for (const unit of units) ids.push((await instructor.post<Made>(`${path}/units`, unit)).id);
  const { versionId } = await instructor.post<{ versionId: string }>(`${path}/publications`);
  const next = { value: page.replace('respire', 'respire hondo'), was: page };
  await instructor.put(`${path}/texts`, { unitId: ids[0]!, part: 'body', language: 'es', ...next });
  const reviewer = (await administrator.get<{ person: Made }>('/api/identity/me')).person.id;
  await instructor.post(`${path}/reviews`, { note: 'Para la edición de marzo.', reviewerId: reviewer });
  const draft = await instructor.post<Made>('/api/catalog/courses', {
    code: 'BOR-1',
    title: { es: 'Borrador' },
    hours: 1,
    languages: ['es'],
  });
  const [pageUnitId, videoUnitId, fileUnitId, sessionUnitId, quizUnitId] = ids as [string, string, string, string, string];
  return {
    draftId: draft.id,
    courseId: course.id,
    bankId: bank.id,
    quizId: quiz.id,
    versionId,
    pageUnitId,
    videoUnitId,
    fileUnitId,
    sessionUnitId,
    quizUnitId,
  };
};
type Course = Awaited<ReturnType<typeof writeCourse>>;

const enroll = async ({ training }: Clients, { versionId: courseVersionId, sessionUnitId }: Course, officerId: string) => {
  const day = 86_400_000;
  const edition = async (title: string, opensIn: number): Promise<{ editionId: string; enrollmentId: string }> => {
    const opensAt = new Date(Date.now() + opensIn * day).toISOString();
    const closesAt = new Date(Date.now() + (Math.abs(opensIn) + 60) * day).toISOString();
    const wish = { courseVersionId, title, mode: 'blended', opensAt, closesAt, timeZone: 'America/Bogota', capacity: 40 };
    const { id } = await training.post<Made>('/api/enrollment/editions', wish);
    const { batchId } = await training.post<{ batchId: string }>(`/api/enrollment/editions/${id}/enrollments`, { personIds: [officerId] });
    await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
    const { items } = await training.get<List<Made>>(`/api/enrollment/enrollments?editionId=${id}`);
    return { editionId: id, enrollmentId: items[0]!.id };
  };
  const completed = await edition('Cohorte de marzo', -40);
  const revoked = await edition('Cohorte de abril', -30);
  const running = await edition('Cohorte de noviembre', -2);
  const later = await edition('Cohorte del próximo año', 40);
  const withdrawn = await edition('Cohorte de junio', -20);
  const meets = (hours: number): string => new Date(Date.now() + 20 * day + hours * 3_600_000).toISOString();
  const meeting = { startsAt: meets(0), endsAt: meets(3), place: 'Polígono de prácticas, aula 2' };
  await training.put(`/api/enrollment/editions/${running.editionId}/units/${sessionUnitId}/time`, meeting);
  await training.post(`/api/enrollment/enrollments/${withdrawn.enrollmentId}/withdrawal`, { reason: 'Traslado a otra unidad' });
  return {
    editionId: running.editionId,
    completed: completed.enrollmentId,
    revoked: revoked.enrollmentId,
    running: running.enrollmentId,
    later: later.enrollmentId,
    withdrawn: withdrawn.enrollmentId,
  };
};

interface Paper {
  id: string;
  questions: { id: string; kind: string; choices: { index: number; text: string }[] }[];
}

const begin = (officer: AcademyClient, quizId: string, enrollmentId: string, unitId: string): Promise<Paper> =>
  officer.post<Paper>(`/api/assessment/quizzes/${quizId}/attempts`, { enrollmentId, unitId });

/** Sits the quiz and passes it; returns the graded attempt. */
const pass = async (officer: AcademyClient, course: Course, enrollmentId: string): Promise<string> => {
  const paper = await begin(officer, course.quizId, enrollmentId, course.quizUnitId);
  const truth = paper.questions.find(({ kind }) => kind === 'true-false')!;
  await officer.put(`/api/assessment/attempts/${paper.id}/answers/${truth.id}`, { sequence: 1, response: true });
  await officer.post(`/api/assessment/attempts/${paper.id}/submission`);
  await officer.settled(`/api/assessment/attempts/${paper.id}`, ['graded'], []);
  return paper.id;
};

const issued = async (officer: AcademyClient, enrollments: readonly string[]) => {
  let credentials: (Made & { enrollmentId: string; state: string })[] = [];
  await until('the certificates are issued', 20_000, async () => {
    credentials = (await officer.get<List<(typeof credentials)[number]>>('/api/accreditation/credentials?mine=true')).items;
    return enrollments.every((id) => credentials.some(({ enrollmentId, state }) => enrollmentId === id && state === 'issued'));
  });
  return credentials;
};

const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language';
const importPeople = async (training: AcademyClient) => {
  const send = async (name: string, lines: string[], mode: string, state: string): Promise<string> => {
    const { id } = await training.upload<Made>('/api/identity/imports', name, [header, ...lines].join('\n'), { mode });
    await training.settled(`/api/identity/imports/${id}`, [state], ['failed']);
    return id;
  };
  const good = 'N-1,nueva@aula.example,Inés,Barrios,F,CR,CR-ANP,Agente,es';
  const lines = [
    good.replace('Agente,es', 'Sargento,pt'),
    'N-4,cuarta@aula.example,Luz,Rojas,F,CR,CR-ANP,Agente,es',
    'N-2,sin-arroba,Luis,Mora,M,CR,CR-ANP,Agente,es',
    'N-3,otra@aula.example,Ana,Mora,F,ZZ,NO-HAY,Agente,xx',
  ];
  const rehearsed = await send('promoción 2027 con errores.csv', lines, 'rehearse', 'rehearsed');
  const applied = await send('promoción 2027.csv', [good], 'apply', 'applied');
  const reversed = await send('equivocado.csv', ['N-9,error@aula.example,Por,Error,M,CR,CR-ANP,Agente,es'], 'apply', 'applied');
  await training.post(`/api/identity/imports/${reversed}/reversal`);
  await training.settled(`/api/identity/imports/${reversed}`, ['reversed'], ['failed']);
  return { rehearsed, applied, reversed };
};

/** A second version of what the officers study, which lacks a part of it. */
const followUp = async ({ instructor, officer }: Clients, enrollmentId: string): Promise<{ one: string; two: string }> => {
  const { units } = await officer.get<{ units: { packageId: string | null }[] }>(`/api/enrollment/enrollments/${enrollmentId}`);
  const one = units.find(({ packageId }) => packageId !== null)!.packageId!;
  const zip = await aPackageZip({ title: 'Human rights, second edition', pages: ['inicio.html', 'final.html'] });
  const { id: two } = await instructor.upload<Made>('/api/content/packages', 'segunda edición.zip', zip);
  await instructor.settled(`/api/content/packages/${two}`, ['ready'], ['refused']);
  await instructor.post(`/api/content/packages/${one}/versions`, { packageId: two });
  return { one, two };
};

/** One order and one delivery whose attempts are used up, as a fault of days would leave them. */
const giveUp = async ({ database }: RunningAcademy): Promise<void> => {
  const letter = `with dead as (
     update platform.job set state = 'dead', attempts = 8, done_at = null, last_error = 'connect ETIMEDOUT mail.academia.example:587'
     where id = (select id from platform.job where kind = 'identity.send-mail' and state = 'done' order by id limit 1)
     returning subject)
   update platform.mail m set state = 'queued', sent_at = null from dead where m.id::text = dead.subject`;
  await until('a letter is sent', 10_000, async () => (await database.query(letter)).rowCount === 1);
  await database.query(
    `update platform.delivery set state = 'dead', attempts = 12, done_at = null, last_error = 'canceling statement due to statement timeout'
     where (event_id, consumer) = (select event_id, consumer from platform.delivery where state = 'done' order by event_id desc limit 1)`,
  );
};
