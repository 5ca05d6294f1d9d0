import type { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { until } from '../running-academy.js';

interface Made {
  id: string;
}
interface List<T> {
  items: T[];
}
type Clients = Record<'administrator' | 'instructor' | 'training' | 'registrar' | 'officer', AcademyClient>;

const inAll = (es: string, pt: string, en: string, fr: string) => ({ es, pt, en, fr });
const essay = {
  kind: 'essay',
  text: 'Describa qué hizo al llegar y por qué en ese orden.',
  language: 'es',
  translations: { en: { text: 'Describe what you did on arrival, and why in that order.', choices: [] } },
  tags: ['informe'],
  points: 4,
  wordLimit: 200,
  rubric: [
    { title: 'Hechos', text: 'Qué, quién, cuándo', points: 3 },
    { title: 'Redacción', points: 1 },
  ],
};
const statement = { kind: 'true-false', text: 'El informe se escribe el mismo día.', language: 'es', tags: ['plazo'], correct: true };

/** A test with an essay and those who sat it: the officer's is marked and graded, two others wait for a marker; `unsat` is of one who has not begun. */
export const markedTest = async (clients: Clients) => {
  const { instructor, training, officer, registrar, administrator } = clients;
  const course = await writtenTest(instructor);
  const sitting = [officer, registrar, administrator];
  const people = await Promise.all(
    [...sitting, training].map(async (client) => (await client.get<{ person: Made }>('/api/identity/me')).person.id),
  );
  const now = Date.now();
  const edition = await training.post<Made>('/api/enrollment/editions', {
    courseVersionId: course.versionId,
    title: 'Informes, primera cohorte',
    mode: 'virtual',
    opensAt: new Date(now - 86_400_000).toISOString(),
    closesAt: new Date(now + 90 * 86_400_000).toISOString(),
    timeZone: 'America/Bogota',
  });
  const { batchId } = await training.post<{ batchId: string }>(`/api/enrollment/editions/${edition.id}/enrollments`, { personIds: people });
  await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
  const attempts = await Promise.all(sitting.map((client) => handIn(client, edition.id, course)));
  const [graded, waiting] = attempts as [(typeof attempts)[number], (typeof attempts)[number]];
  await until('the essays wait for a marker', 30_000, async () => {
    const { items } = await instructor.get<List<object>>(`/api/assessment/markings?editionId=${edition.id}`);
    return items.length === sitting.length;
  });
  await instructor.put(`/api/assessment/attempts/${graded.attemptId}/markings/${String(graded.number)}/mark`, {
    points: 3,
    criteria: [2.5, 0.5],
    comment: 'Bien ordenado. Falta decir quién dio el aviso.',
  });
  await officer.settled(`/api/assessment/attempts/${graded.attemptId}`, ['graded'], []);
  return { ...course, editionId: edition.id, graded, waiting, unsat: await enrollmentIn(training, edition.id) };
};

export const writtenTest = async (instructor: AcademyClient) => {
  const bank = await instructor.post<Made>('/api/assessment/banks', { title: 'Informes escritos' });
  const { id: essayId } = await instructor.post<Made>(`/api/assessment/banks/${bank.id}/questions`, essay);
  await instructor.post(`/api/assessment/banks/${bank.id}/questions`, statement);
  const title = inAll('Informe', 'Relatório', 'Report', 'Rapport');
  const quiz = await instructor.post<Made>('/api/assessment/quizzes', {
    title,
    bankId: bank.id,
    passingScore: 0.5,
    release: 'answers',
    sections: [
      {
        title: inAll('Plazos', 'Prazos', 'Deadlines', 'Délais'),
        order: 'shuffled',
        entries: [{ kind: 'draw', tags: ['plazo'], count: 1 }],
      },
      { title: inAll('Su informe', 'Seu relatório', 'Your report', 'Votre rapport'), entries: [{ kind: 'question', questionId: essayId }] },
    ],
  });
  const languages = ['es', 'pt', 'en', 'fr'];
  const course = await instructor.post<Made>('/api/catalog/courses', { code: 'INF-101', title, hours: 2, languages });
  const contents = Object.fromEntries(languages.map((language) => [language, { quizId: quiz.id }]));
  const unit = { kind: 'quiz', title, contents, required: true };
  const { id: unitId } = await instructor.post<Made>(`/api/catalog/courses/${course.id}/units`, unit);
  const { versionId } = await instructor.post<{ versionId: string }>(`/api/catalog/courses/${course.id}/publications`);
  return { bankId: bank.id, quizId: quiz.id, unitId, versionId };
};

const written = `Llegué a las 14:10 y acordoné antes de hablar con nadie.

Después anoté quién estaba, pedí apoyo y avisé a la fiscalía. Lo hice en ese orden para que nadie moviera nada.`;

const enrollmentIn = async (client: AcademyClient, editionId: string): Promise<string> => {
  const mine = await client.get<List<Made & { editionId: string }>>('/api/enrollment/enrollments?mine=true');
  return mine.items.find((each) => each.editionId === editionId)!.id;
};

export const handIn = async (client: AcademyClient, editionId: string, { quizId, unitId }: { quizId: string; unitId: string }) => {
  const enrollmentId = await enrollmentIn(client, editionId);
  const paper = await client.post<{ id: string; questions: { id: string; number: number; kind: string }[] }>(
    `/api/assessment/quizzes/${quizId}/attempts`,
    { enrollmentId, unitId },
  );
  for (const { id, kind } of paper.questions)
    await client.put(`/api/assessment/attempts/${paper.id}/answers/${id}`, { sequence: 1, response: kind === 'essay' ? written : true });
  await client.post(`/api/assessment/attempts/${paper.id}/submission`);
  return { attemptId: paper.id, enrollmentId, number: paper.questions.find(({ kind }) => kind === 'essay')!.number };
};
