import { describe, expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import type { QuestionCreate, Page, QuestionTagList, QuestionView, QuizPreview, QuizView, QuizWish } from '@aula/contracts';
import { house } from '@aula/testing';
import { aBank, anAuthor, anEssay, anInstructor, aSingleChoice, aStatement, begin, enrolledFor, neighbours } from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
const author = school.as(anAuthor());

const bankOf = async (questions: readonly QuestionCreate[]) => {
  const bankId = await aBank(author, questions);
  const path = `/api/assessment/banks/${bankId}`;
  const list = async (filter = ''): Promise<QuestionView[]> =>
    (await author.get(`${path}/questions?${filter}`).expect<Page<QuestionView>>(200)).body.items;
  return { bankId, path, list };
};
const texts = (questions: readonly { text: string }[]) => questions.map(({ text }) => text);

describe('a question bank', () => {
  const three = [
    aSingleChoice({ text: 'Qué es la cadena de custodia', tags: ['Evidencia', 'básico'], language: 'es' }),
    aStatement(true, {
      text: 'La escena se acordona',
      tags: ['escena'],
      language: 'es',
      translations: { pt: { text: 'A cena é isolada', choices: [] } },
    }),
    anEssay({ text: 'Describa su actuación', tags: ['escena', 'evidencia'] }),
  ];
  it('is searched by words without accents, kind, tag, and what lacks a language', async () => {
    const { list, path } = await bankOf(three);
    expect(texts(await list('q=actuacion'))).toEqual(['Describa su actuación']);
    expect(texts(await list('q=isolada'))).toEqual(['La escena se acordona']);
    expect(texts(await list('kind=single-choice'))).toEqual(['Qué es la cadena de custodia']);
    expect(texts(await list('tag=evidencia'))).toEqual(['Qué es la cadena de custodia', 'Describa su actuación']);
    expect(texts(await list('missing=pt'))).toEqual(['Qué es la cadena de custodia', 'Describa su actuación']);
    expect((await author.get(`${path}/tags`).expect<QuestionTagList>(200)).body.items).toEqual([
      { tag: 'escena', questions: 2 },
      { tag: 'evidencia', questions: 2 },
      { tag: 'básico', questions: 1 },
    ]);
  });

  it('retires a question, draws it no more, and takes it back', async () => {
    const { list, path, bankId } = await bankOf(three);
    const [first] = await list();
    await author.post(`${path}/questions/${first!.id}/retirement`).expect(200);
    expect(await list()).toHaveLength(2);
    expect(texts(await list('state=retired'))).toEqual([first!.text]);
    const preview = { title: 'P', bankId, passingScore: 0.5 };
    expect((await author.post('/api/assessment/quiz-previews', preview).expect<QuizPreview>(200)).body.questions).toHaveLength(2);
    await author.delete(`${path}/questions/${first!.id}/retirement`).expect(200);
    expect(await list()).toHaveLength(3);
    const stranger = school.as(anInstructor());
    await stranger.post(`${path}/questions/${first!.id}/retirement`).expectProblem(404, 'not-found');
  });

  it('makes a new version at every change and keeps the tags that are not given', async () => {
    const { list, path } = await bankOf(three);
    const [, statement] = await list();
    const changed = aStatement(false, { text: 'La escena se acordona siempre' });
    const revised = (await author.put(`${path}/questions/${statement!.id}`, changed).expect<QuestionView>(200)).body;
    expect(revised).toMatchObject({ version: 2, correct: false, tags: ['escena'], translations: {} });
  });

  it('asks a question in the language of the learner, choice by choice as far as it is translated', async () => {
    const question = aSingleChoice({ language: 'es', translations: { fr: { text: 'En français', choices: ['juste', ''] } } });
    const bankId = await aBank(author, [question]);
    const quiz = (await author.post('/api/assessment/quizzes', { title: 'Q', bankId, passingScore: 0.5 }).expect<QuizView>(201)).body;
    const learner = await enrolledFor(school, quiz.id);
    const attempt = await begin(learner.client, quiz.id, learner);
    const read = await learner.client
      .with({ 'accept-language': 'fr' })
      .get(`/api/assessment/attempts/${attempt.id}`)
      .expect<typeof attempt>(200);
    expect(read.body.questions[0]!.text).toBe('En français');
    expect(read.body.questions[0]!.choices.map(({ text }) => text).sort()).toEqual(['half', 'juste', 'wrong']);
  });

  it('refuses a rubric that does not add up, and one of another kind', async () => {
    const { path } = await bankOf([]);
    const rubric = [{ title: 'All', points: 3 }];
    await author.post(`${path}/questions`, anEssay({ rubric })).expectProblem(400, 'question.not-usable');
    await author.post(`${path}/questions`, aStatement(true, { rubric })).expectProblem(400, 'question.not-usable');
  });
});

describe('a quiz in sections', () => {
  const bank = () =>
    bankOf([
      ...[1, 2, 3].map((n) => aStatement(true, { text: `a${n}`, tags: ['a'] })),
      ...[1, 2].map((n) => aStatement(true, { text: `b${n}`, tags: ['a', 'b'] })),
      aSingleChoice({ text: 'c1', points: 3 }),
    ]);
  const preview = async (quiz: QuizWish) => (await author.post('/api/assessment/quiz-previews', quiz).expect<QuizPreview>(200)).body;

  it('asks what it names and draws the rest, nothing twice, with points of its own', async () => {
    const { bankId, list } = await bank();
    const all = await list();
    const named = all.find(({ text }) => text === 'a1')!;
    const sections: QuizWish['sections'] = [
      { title: { es: 'Primera' }, entries: [{ kind: 'draw', tags: ['a'], count: 2 }] },
      {
        title: { es: 'Segunda' },
        order: 'shuffled',
        entries: [
          { kind: 'question', questionId: named.id, points: 5 },
          { kind: 'draw', tags: ['b'], count: 2 },
        ],
      },
    ];
    const wish = { title: { es: 'Q' }, bankId, passingScore: 0.5, sections };
    const quiz = (await author.post('/api/assessment/quizzes', wish).expect<QuizView>(201)).body;
    expect(quiz).toMatchObject({ questions: 5, used: false, pick: null });
    const learner = await enrolledFor(school, quiz.id);
    const attempt = await begin(learner.client, quiz.id, learner);
    const asked = attempt.questions;
    expect(new Set(texts(asked))).toEqual(new Set(['a1', 'a2', 'a3', 'b1', 'b2']));
    expect(asked.map(({ section }) => section?.es)).toEqual(['Primera', 'Primera', 'Segunda', 'Segunda', 'Segunda']);
    expect(asked.reduce((sum, { points }) => sum + points, 0)).toBe(9);
    expect((await learner.client.get(`/api/assessment/quizzes/${quiz.id}`).expect<QuizView>(200)).body.sections).toBeNull();
  });

  it('says in a preview what an author should know, and keeps nothing', async () => {
    const { bankId, path, list } = await bank();
    const retired = (await list()).find(({ text }) => text === 'c1')!;
    await author.post(`${path}/questions/${retired.id}/retirement`).expect(200);
    const entries: NonNullable<QuizWish['sections']>[number]['entries'] = [
      { kind: 'draw', tags: ['b'], count: 4 },
      { kind: 'draw', tags: ['zzz'], count: 1 },
      { kind: 'question', questionId: retired.id },
    ];
    const shown = await preview({ title: 'Q', bankId, passingScore: 0.5, sections: [{ entries }] });
    expect(texts(shown.questions).sort()).toEqual(['b1', 'b2', 'c1']);
    expect(shown.points).toBe(5);
    expect(shown.warnings.map(({ code, entry, there }) => [code, entry, there])).toEqual([
      ['draw-too-large', 0, 2],
      ['nothing-to-draw', 1, 0],
      ['retired-question', 2, null],
    ]);
    const none = await preview({ title: 'Q', bankId, passingScore: 0.5, sections: [{ entries: [entries[1]!] }] });
    expect(none.warnings.map(({ code }) => code)).toEqual(['nothing-to-draw', 'no-questions']);
  });

  it('warns of a score to pass that nobody can reach', async () => {
    const half = aSingleChoice({
      choices: [
        { text: 'x', weight: 50 },
        { text: 'y', weight: 0 },
      ],
    });
    const { bankId } = await bankOf([half]);
    expect((await preview({ title: 'Q', bankId, passingScore: 0.6 })).warnings).toEqual([
      expect.objectContaining({ code: 'passing-unreachable', wanted: 0.6, there: 0.5 }),
    ]);
  });

  it('refuses a question of another bank, and both ways at once', async () => {
    const { bankId } = await bank();
    const other = await (await bank()).list();
    const sections = [{ entries: [{ kind: 'question' as const, questionId: other[0]!.id }] }];
    const quiz = { title: 'Q', bankId, passingScore: 0.5, sections };
    await author.post('/api/assessment/quizzes', quiz).expectProblem(409, 'quiz.unknown-question');
    await author.post('/api/assessment/quizzes', { ...quiz, pick: 1 }).expectProblem(400, 'invalid-request');
  });
});

describe('a quiz in use', () => {
  const used = async () => {
    const bankId = await aBank(author, [aStatement(true), aStatement(false)]);
    const wish = { title: { es: 'Q' }, bankId, passingScore: 0.5, attemptsAllowed: 2 };
    const quiz = (await author.post('/api/assessment/quizzes', wish).expect<QuizView>(201)).body;
    await enrolledFor(school, quiz.id); // which puts it into a published course
    return { wish, path: `/api/assessment/quizzes/${quiz.id}` };
  };
  it('keeps what is asked, and lets its name and the release of results change', async () => {
    const { wish, path } = await used();
    await author.put(path, { ...wish, passingScore: 0.6 }).expectProblem(409, 'quiz.in-use');
    await author.put(path, { ...wish, pick: 1 }).expectProblem(409, 'quiz.in-use');
    const changed = (await author.put(path, { ...wish, title: { es: 'R' }, release: 'answers' }).expect<QuizView>(200)).body;
    expect(changed).toMatchObject({ used: true, title: { es: 'R' }, release: 'answers', attemptsAllowed: 2 });
  });
  it('is copied to be changed', async () => {
    const { wish, path } = await used();
    const copy = (await author.post(`${path}/copies`).expect<QuizView>(201)).body;
    expect(copy).toMatchObject({ used: false, attemptsAllowed: 2 });
    await author.put(`/api/assessment/quizzes/${copy.id}`, { ...wish, passingScore: 0.9 }).expect(200);
    await school.as(anInstructor()).put(path, wish).expectProblem(404, 'not-found');
  });
});
