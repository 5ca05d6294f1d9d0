import { describe, expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import { auditedColumns, auditedKinds, views, type BankView, type QuestionView, type QuizView } from '@aula/contracts';
import { anActor, house } from '@aula/testing';
import {
  aBank,
  aMultipleChoice,
  anAuthor,
  anInstructor,
  aNumber,
  aQuiz,
  aShortAnswer,
  aSingleChoice,
  aStatement,
  enrolledFor,
  neighbours,
} from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
const me = anInstructor();
const author = school.as(me);
type Listed<T> = { items: T[]; next: string | null };

it('makes banks, which belong to who made them', async () => {
  const { body } = await author.post('/api/assessment/banks', { title: '  Tránsito ' }).expect<BankView>(201);
  expect(body).toMatchObject({ title: 'Tránsito', questions: 0 });
  expect((await author.get(`/api/assessment/banks/${body.id}`).expect<BankView>(200)).body).toEqual(body);
  const path = `/api/assessment/banks/${body.id}`;
  await school.as(anInstructor()).get(path).expectProblem(404, 'not-found');
  await school.as(anInstructor()).post(`${path}/questions`, aNumber()).expectProblem(404, 'not-found');
  await school.as(anInstructor()).get(`${path}/questions`).expectProblem(404, 'not-found');
  await school.as(anActor()).get(path).expectProblem(403, 'forbidden');
  await school.visitor().get(path).expectProblem(401, 'not-signed-in');
  await school
    .as(anActor({ roles: ['administrator'] }))
    .get(path)
    .expect(200);
});

it('lists one’s own banks, newest first, page by page', async () => {
  const other = school.as(anInstructor());
  for (const title of ['one', 'two', 'three']) await other.post('/api/assessment/banks', { title }).expect(201);
  const first = (await other.get('/api/assessment/banks?limit=2').expect<Listed<BankView>>(200)).body;
  const second = (await other.get(`/api/assessment/banks?limit=2&cursor=${first.next}`).expect<Listed<BankView>>(200)).body;
  expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['three', 'two', 'one']);
  expect(second.next).toBeNull();
  await other.get('/api/assessment/banks?cursor=nonsense').expectProblem(400, 'cursor-invalid');
});

it('finds one’s own banks and quizzes by words of their titles, in any language, accents ignored', async () => {
  const other = school.as(anInstructor());
  const made = await other.post('/api/assessment/banks', { title: 'Tránsito 100%' }).expect<BankView>(201);
  await other.post('/api/assessment/banks', { title: 'Drogas' }).expect(201);
  await other.post(`/api/assessment/banks/${made.body.id}/questions`, aNumber()).expect(201);
  const quiz = { bankId: made.body.id, passingScore: 0.5 };
  for (const title of [{ es: 'Investigación', fr: 'Enquête' }, { es: 'Otra cosa' }])
    await other.post('/api/assessment/quizzes', { ...quiz, title }).expect(201);
  const found = async (path: string, q: string): Promise<unknown[]> => {
    const { body } = await other.get(`/api/assessment/${path}?q=${encodeURIComponent(q)}`).expect<Listed<BankView | QuizView>>(200);
    return body.items.map(({ title }) => title);
  };
  for (const q of ['transito', 'TRÁNSITO 100%']) expect(await found('banks', q)).toEqual(['Tránsito 100%']);
  expect(await found('banks', '_')).toEqual([]);
  expect(await found('banks', ' ')).toHaveLength(2);
  for (const q of ['investigacion', 'enquete']) expect(await found('quizzes', q)).toEqual([{ es: 'Investigación', fr: 'Enquête' }]);
  expect(await found('quizzes', 'fr')).toEqual([]); // words of titles, not the languages’ codes
  expect(await found('quizzes', '')).toHaveLength(2);
});

it.each([
  ['no title', {}],
  ['a blank title', { title: ' ' }],
  ['a member that is not asked for', { title: 'x', ownerId: me.personId }],
  ['control characters', { title: 'a\u0000b' }],
])('refuses a bank with %s', async (_, body) => {
  await author.post('/api/assessment/banks', body).expectProblem(400, 'invalid-request');
});

describe('questions', () => {
  it('show their author what was written, in the order in which they came', async () => {
    const questions = [
      aSingleChoice({
        title: 'T',
        points: 3,
        feedback: 'General',
        choices: [
          { text: 'a', weight: 100, feedback: 'yes' },
          { text: 'b', weight: 0 },
        ],
      }),
      aMultipleChoice(),
      aStatement(false, {
        choices: [
          { text: 'V', weight: 0, feedback: 'no' },
          { text: 'F', weight: 0, feedback: 'yes' },
        ],
      }),
      aNumber(),
      aShortAnswer([
        ['a*', 100],
        ['b\\*', 50],
      ]),
    ];
    const bank = await aBank(author, questions);
    const { items } = (await author.get(`/api/assessment/banks/${bank}/questions`).expect<Listed<QuestionView>>(200)).body;
    expect(items.map(({ text }) => text)).toEqual(questions.map(({ text }) => text));
    expect(items[0]).toMatchObject({ version: 1, title: 'T', points: 3, feedback: 'General', correct: null, accepted: [], texts: [] });
    expect(items[0]!.choices).toEqual([
      { text: 'a', weight: 100, feedback: 'yes' },
      { text: 'b', weight: 0, feedback: null },
    ]);
    expect(items[1]!.choices.map(({ weight }) => weight)).toEqual([33.33333, 33.33333, 33.33333, -50, -100]);
    expect(items[2]).toMatchObject({
      correct: false,
      choices: [
        { weight: 0, feedback: 'no' },
        { weight: 100, feedback: 'yes' },
      ],
    });
    expect(items[3]!.accepted[1]).toEqual({ minimum: 3, maximum: 4, weight: 50, feedback: null });
    expect(items[4]!.texts.map(({ text }) => text)).toEqual(['a*', 'b\\*']);
    const page = (await author.get(`/api/assessment/banks/${bank}/questions?limit=3`).expect<Listed<QuestionView>>(200)).body;
    const rest = (await author.get(`/api/assessment/banks/${bank}/questions?limit=3&cursor=${page.next}`).expect<Listed<QuestionView>>(200))
      .body;
    expect([...page.items, ...rest.items]).toEqual(items);
  });

  it('are there once', async () => {
    const question = aStatement(true);
    const bank = await aBank(author, [question]);
    await author.post(`/api/assessment/banks/${bank}/questions`, { ...question, title: 'Other' }).expectProblem(409, 'question.exists');
    const both = aStatement(true);
    const race = await Promise.all(
      Array.from({ length: 8 }, () => author.post(`/api/assessment/banks/${bank}/questions`, both).whatever()),
    );
    expect(race.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(race.filter(({ status }) => status === 409)).toHaveLength(7);
  });

  it('have versions; a change keeps the ones before', async () => {
    const [question, another] = [aStatement(true), aStatement(true)];
    const bank = await aBank(author, [question, another]);
    const list = `/api/assessment/banks/${bank}/questions`;
    const [first] = (await author.get(list).expect<Listed<QuestionView>>(200)).body.items;
    const changed = await author.put(`${list}/${first!.id}`, { ...question, correct: false }).expect<QuestionView>(200);
    expect(changed.body).toMatchObject({ id: first!.id, version: 2, correct: false });
    await author.put(`${list}/${first!.id}`, another).expectProblem(409, 'question.exists');
    await author.put(`${list}/${bank}`, aNumber()).expectProblem(404, 'not-found');
    expect((await author.get(list).expect<Listed<QuestionView>>(200)).body.items.map(({ version }) => version)).toEqual([2, 1]);
    const kept = await school.sql('select number from assessment.question_version where question_id = $1 order by number', [first!.id]);
    expect(kept).toEqual([{ number: 1 }, { number: 2 }]);
  });

  it('name each member that is wrong, in the reader’s language', async () => {
    const bank = await aBank(author, []);
    const problem = await author
      .with({ 'accept-language': 'pt-BR' })
      .post(
        `/api/assessment/banks/${bank}/questions`,
        aSingleChoice({ choices: [{ text: 'a', weight: 0 }], texts: [{ text: 'x', weight: 100 }] }),
      )
      .expectProblem(400, 'question.not-usable');
    expect(problem.errors).toEqual([
      { path: 'texts', message: 'Este tipo de questão não usa este campo. Retire-o.' },
      { path: 'choices', message: 'Uma questão de alternativas precisa de duas no mínimo.' },
    ]);
    await author.post(`/api/assessment/banks/${bank}/questions`, { ...aNumber(), correct: true }).expectProblem(400, 'invalid-request');
  });
});

describe('quizzes', () => {
  it('are made over one’s own bank and found again', async () => {
    const bankId = await aBank(author, [aStatement(true), aStatement(false), aNumber()]);
    const made = await author
      .with({ 'accept-language': 'fr' })
      .post('/api/assessment/quizzes', {
        title: 'Examen final',
        bankId,
        pick: 2,
        timeLimitSeconds: 600,
        attemptsAllowed: 2,
        passingScore: 70,
      })
      .expect<QuizView>(201);
    expect(made.body).toMatchObject({
      title: { fr: 'Examen final' },
      pick: 2,
      questions: 2,
      timeLimitSeconds: 600,
      attemptsAllowed: 2,
      passingScore: 0.7,
    });
    const plain = await author
      .post('/api/assessment/quizzes', { title: { es: 'A', pt: 'B' }, bankId, passingScore: 0.5 })
      .expect<QuizView>(201);
    expect(plain.body).toMatchObject({
      title: { es: 'A', pt: 'B' },
      pick: null,
      questions: 3,
      timeLimitSeconds: null,
      attemptsAllowed: null,
    });
    const listed = (await author.get('/api/assessment/quizzes').expect<Listed<QuizView>>(200)).body.items;
    expect(listed.slice(0, 2)).toEqual([plain.body, made.body]);
    const [published] = await school.sql('select * from assessment.pub_quiz where id = $1', [made.body.id]);
    expect(published).toEqual({ id: made.body.id, title: { fr: 'Examen final' }, passing_score: 0.7, owner_id: me.personId });
  });

  it('ask for no more questions than there are, and for no bank of somebody else', async () => {
    const bankId = await aBank(author, [aStatement(true)]);
    const quiz = { title: 'Quiz', bankId, passingScore: 0.5 };
    const problem = await author.post('/api/assessment/quizzes', { ...quiz, pick: 2 }).expectProblem(409, 'quiz.pick-too-large');
    expect(problem.detail).toMatch(/1 .*2/);
    await school.as(anInstructor()).post('/api/assessment/quizzes', quiz).expectProblem(404, 'not-found');
    await school.as(anActor()).post('/api/assessment/quizzes', quiz).expectProblem(403, 'forbidden');
    await author.post('/api/assessment/quizzes', { ...quiz, passingScore: 101 }).expectProblem(400, 'invalid-request');
    await author.post('/api/assessment/quizzes', { ...quiz, timeLimitSeconds: 0 }).expectProblem(400, 'invalid-request');
  });

  it('are seen by their authors and by whoever is enrolled in a course that has them', async () => {
    const quiz = await aQuiz(author, [aStatement(true)]);
    const { client } = await enrolledFor(school, quiz);
    expect((await client.get(`/api/assessment/quizzes/${quiz}`).expect<QuizView>(200)).body.questions).toBe(1);
    for (const stranger of [anActor(), anInstructor()])
      await school.as(stranger).get(`/api/assessment/quizzes/${quiz}`).expectProblem(404, 'not-found');
    await client.get('/api/assessment/quizzes').expectProblem(403, 'forbidden');
    await school.as(anAuthor()).get(`/api/assessment/quizzes/${quiz}`).expect(200);
  });

  it('are made once per idempotency key', async () => {
    const bankId = await aBank(author, [aStatement(true)]);
    const keyed = author.with({ 'idempotency-key': 'quiz-once' });
    const quiz = { title: 'Once', bankId, passingScore: 0.5 };
    const [first, second] = [
      await keyed.post('/api/assessment/quizzes', quiz).expect<QuizView>(201),
      await keyed.post('/api/assessment/quizzes', quiz).expect<QuizView>(201),
    ];
    expect(second.body).toEqual(first.body);
  });
});

describe('what other houses read', () => {
  it.each(['assessment.pub_quiz', 'assessment.pub_grade'] as const)('%s has exactly the declared columns', async (view) => {
    const [schema, name] = view.split('.');
    const columns = await school.sql<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position`,
      [schema, name],
    );
    expect(columns.map((column) => column.column_name)).toEqual(Object.keys(views[view].columns.shape));
  });

  it.each(['attempt', 'grade'] as const)('%s has the columns that the audit covers', async (kind) => {
    const { table, key } = auditedKinds[kind];
    expect(await school.sql(`select ${auditedColumns(kind).join(', ')}, ${key} from ${table} limit 0`)).toEqual([]);
  });
});
