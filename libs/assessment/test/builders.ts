import type { Actor, AttemptQuestionView, AttemptView, Language, QuestionCreate, QuizWish } from '@aula/contracts';
import { anActor, type Client, type School } from '@aula/testing';

export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** An instructor over everything. */
export const anAuthor = (): Actor => anActor({ roles: ['instructor'] });
/** An instructor of one course: authors what is their own. */
export const anInstructor = (language: Language = 'es'): Actor =>
  anActor({ language, grants: [{ role: 'instructor', scope: { kind: 'course', id: '0190c0de-0000-7000-8000-000000000001' } }] });

/** Single choice, the first of three choices right. */
export const aSingleChoice = (more: Partial<QuestionCreate> = {}): QuestionCreate => ({
  kind: 'single-choice',
  text: `Single ${Math.random()}`,
  choices: [
    { text: 'right', weight: 100 },
    { text: 'wrong', weight: 0 },
    { text: 'half', weight: 50 },
  ],
  ...more,
});
/** Multiple choice: two thirds of the choices are right, the others cost. */
export const aMultipleChoice = (more: Partial<QuestionCreate> = {}): QuestionCreate => ({
  kind: 'multiple-choice',
  text: `Multiple ${Math.random()}`,
  choices: [
    { text: 'a', weight: 33.33 },
    { text: 'b', weight: 33.33 },
    { text: 'c', weight: 33.33 },
    { text: 'x', weight: -50 },
    { text: 'y', weight: -100 },
  ],
  ...more,
});
export const aStatement = (correct: boolean, more: Partial<QuestionCreate> = {}): QuestionCreate => ({
  kind: 'true-false',
  text: `Statement ${Math.random()}`,
  correct,
  ...more,
});
/** Numeric: 3.14 to 3.15 in full, 3 to 4 for half. */
export const aNumber = (more: Partial<QuestionCreate> = {}): QuestionCreate => ({
  kind: 'numeric',
  text: `Number ${Math.random()}`,
  accepted: [
    { minimum: 3.14, maximum: 3.15, weight: 100 },
    { minimum: 3, maximum: 4, weight: 50 },
  ],
  ...more,
});
export const aShortAnswer = (texts: [string, number][], more: Partial<QuestionCreate> = {}): QuestionCreate => ({
  kind: 'short-answer',
  text: `Short ${Math.random()}`,
  texts: texts.map(([text, weight]) => ({ text, weight })),
  ...more,
});

/** An essay of four points, three for the law and one for the words. */
export const anEssay = (more: Partial<QuestionCreate> = {}): QuestionCreate => ({
  kind: 'essay',
  text: `Essay ${Math.random()}`,
  points: 4,
  rubric: [
    { title: 'Law', points: 3 },
    { title: 'Words', points: 1 },
  ],
  wordLimit: 100,
  ...more,
});

/** A bank with questions. Returns its id. */
export const aBank = async (author: Client, questions: readonly QuestionCreate[]): Promise<string> => {
  const bank = await author.post('/api/assessment/banks', { title: 'Bank' }).expect<{ id: string }>(201);
  for (const question of questions) await author.post(`/api/assessment/banks/${bank.body.id}/questions`, question).expect(201);
  return bank.body.id;
};

/** A quiz over a bank of its own with these questions. Returns its id. */
export const aQuiz = async (author: Client, questions: readonly QuestionCreate[], more: Partial<QuizWish> = {}): Promise<string> => {
  const bankId = await aBank(author, questions);
  const quiz = { title: { es: 'Prueba' }, bankId, passingScore: 0.6, ...more };
  return (await author.post('/api/assessment/quizzes', quiz).expect<{ id: string }>(201)).body.id;
};

/** Makes stand-ins of the neighbours' views that the house reads, empty. */
export const neighbours = async (school: School): Promise<void> => {
  await school.publishes('enrollment.pub_edition', []);
  await school.publishes('enrollment.pub_enrollment', []);
  await school.publishes('catalog.pub_unit', []);
};

export interface Place {
  enrollmentId: string;
  unitId: string;
}
interface PlaceWish {
  personId?: string;
  state?: string;
  /** The edition; one of its own. */
  edition?: { editionId: string; courseVersionId: string; unitId: string };
  opensAt?: string;
  closesAt?: string;
  /** The quizzes of the unit by language; the one given, in Spanish. */
  contents?: Record<string, { quizId: string }>;
  kind?: string;
}

/** Somebody enrolled in a course with a unit that has the quiz. */
export const enrolledFor = async (
  school: School,
  quizId: string,
  wish: PlaceWish = {},
): Promise<Place & { editionId: string; courseVersionId: string; actor: Actor; client: Client }> => {
  const next = (): string => school.runtime.ids.next();
  const { unitId, editionId, courseVersionId } = wish.edition ?? { unitId: next(), editionId: next(), courseVersionId: next() };
  const enrollmentId = next();
  const actor = anActor({ personId: wish.personId ?? next() });
  const times = { opens_at: wish.opensAt ?? inHours(-24), closes_at: wish.closesAt ?? inHours(24) };
  const edition = { title: 'Edition', mode: 'virtual', time_zone: 'America/Bogota', institution_id: null };
  if (!wish.edition)
    await school.publishes('enrollment.pub_edition', [{ id: editionId, course_version_id: courseVersionId, ...times, ...edition }]);
  await school.publishes('enrollment.pub_enrollment', [
    {
      id: enrollmentId,
      person_id: actor.personId,
      edition_id: editionId,
      course_version_id: courseVersionId,
      state: wish.state ?? 'active',
      ...times,
    },
  ]);
  const here = { enrollmentId, unitId, editionId, courseVersionId, actor, client: school.as(actor) };
  if (wish.edition) return here;
  await school.publishes('catalog.pub_unit', [
    {
      course_version_id: courseVersionId,
      id: unitId,
      position: 1,
      kind: wish.kind ?? 'quiz',
      title: { es: 'Prueba' },
      required: true,
      counts: true,
      contents: wish.contents ?? { es: { quizId } },
    },
  ]);
  return here;
};

/** Begins an attempt; its questions are there. */
export const begin = async (client: Client, quizId: string, { enrollmentId, unitId }: Place) => {
  const started = await client.post(`/api/assessment/quizzes/${quizId}/attempts`, { enrollmentId, unitId }).expect<AttemptView>(201);
  return { ...started.body, questions: started.body.questions! };
};
/** The shown index of the choice with this text. */
export const shown = ({ choices }: AttemptQuestionView, text: string): number => choices.find((choice) => choice.text === text)!.index;

/** Saves an answer; returns the sequence that is kept. */
export const answer = async (client: Client, attemptId: string, questionId: string, response: unknown, sequence = 1): Promise<number> =>
  (
    await client
      .put(`/api/assessment/attempts/${attemptId}/answers/${questionId}`, { sequence, response })
      .expect<{ sequence: number }>(200)
  ).body.sequence;
export const submit = async (client: Client, attemptId: string): Promise<AttemptView> =>
  (await client.post(`/api/assessment/attempts/${attemptId}/submission`).expect<AttemptView>(202)).body;
export const result = async (client: Client, attemptId: string): Promise<AttemptView> =>
  (await client.get(`/api/assessment/attempts/${attemptId}`).expect<AttemptView>(200)).body;
