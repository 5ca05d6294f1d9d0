import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { QuestionReport, QuestionReportList, RuntimeRecord } from '@aula/contracts';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, aPackage, initialized, left, opened, records, set, terminated } from './a-launch.js';
import { aCourseOf } from './a-course.js';

const school = await house(ContentModule);
const instructor = school.as(anActor({ roles: ['instructor'], language: 'en' })).with({ 'accept-language': 'en' });

/** One entry of cmi.interactions, as content writes it. */
const answer = (at: number, id: string, response: string, result: string, latency = 'PT10S'): Partial<RuntimeRecord>[] => [
  set(`cmi.interactions.${at}.id`, id),
  set(`cmi.interactions.${at}.type`, 'choice'),
  set(`cmi.interactions.${at}.description`, `¿${id}?`),
  set(`cmi.interactions.${at}.learner_response`, response),
  set(`cmi.interactions.${at}.result`, result),
  set(`cmi.interactions.${at}.latency`, latency),
];

/** People of one edition who answer questions of one package, each as its list of entries says. */
const aCohort = async (people: readonly Partial<RuntimeRecord>[][]) => {
  const packageId = await aPackage(school, { version: '2004' });
  const editionId = randomUUID();
  let course: Awaited<ReturnType<typeof aCourseOf>> | undefined;
  for (const entries of people) {
    const learner = await aLearner(school, { packageId, enrollment: { edition_id: editionId } });
    const made = await aCourseOf(school, learner, { editionId });
    course ??= made;
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, opened, initialized, ...entries, terminated, left('exit')));
  }
  await school.sql(`insert into platform.job (id, kind) values ($1, 'content.summarize-attempts')`, [randomUUID()]);
  await school.settle();
  return { packageId, editionId, course: course! };
};
const path = (editionId: string, rest = ''): string => `/api/content/editions/${editionId}/question-reports${rest}`;
const reportOf = async ({ editionId, packageId }: { editionId: string; packageId: string }): Promise<QuestionReport> =>
  (await instructor.get(path(editionId, `/${packageId}`)).expect<QuestionReport>(200)).body;

describe('the report on questions', () => {
  it('counts the last answer of each person, all tries, and the answers that were given', async () => {
    const cohort = await aCohort([
      [...answer(0, 'q1', 'a', 'incorrect'), ...answer(1, 'q1', 'b', 'correct', 'PT1M'), ...answer(2, 'q2', 'x', 'neutral')],
      [...answer(0, 'q1', 'b', 'correct'), ...answer(1, 'q2', 'y', '0.5')],
      [...answer(0, 'q1', 'b', 'correct', 'nonsense'), set('cmi.interactions.1.id', 'seen-only'), set('cmi.interactions.1.type', 'choice')],
      [...answer(0, 'q1', 'c', 'unanticipated')],
    ]);
    const { behind, questions } = await reportOf(cohort);
    expect(behind).toBe(false);
    expect(questions).toMatchObject([
      {
        id: 'q1',
        item: 'one',
        type: 'choice',
        description: '¿q1?',
        learners: 4,
        tries: 5,
        right: 3,
        wrong: 1,
        neutral: 0,
        difficulty: null,
        discrimination: null,
        responses: [{ text: 'b', learners: 3, correct: true }],
        others: 1,
      },
      { id: 'q2', learners: 2, right: 0, wrong: 0, neutral: 2, responses: [], others: 2 },
    ]);
    expect(questions[0]!.meanSeconds).toBeCloseTo((60 + 10 + 10) / 3);
    const { body } = await instructor.get(path(cohort.editionId)).expect<QuestionReportList>(200);
    expect(body.items).toEqual([{ packageId: cohort.packageId, title: 'Curso', questions: 2 }]);
  });

  it('tells easy from hard, and what sets the strong apart', async () => {
    const person = (at: number) => {
      const strong = at % 2 === 0;
      return [
        ...answer(0, 'easy', 'a', at === 1 ? 'incorrect' : 'correct'),
        ...answer(1, 'sharp', strong ? 'a' : 'b', strong ? 'correct' : 'incorrect'),
        ...answer(2, 'other', strong ? 'a' : 'b', strong ? 'correct' : 'incorrect'),
      ];
    };
    const { questions } = await reportOf(await aCohort(Array.from({ length: 24 }, (_, at) => person(at))));
    const [easy, sharp] = questions;
    expect(easy!.difficulty).toBeCloseTo(23 / 24);
    expect(sharp!.difficulty).toBe(0.5);
    expect(sharp!.discrimination).toBeGreaterThan(0.9);
    expect(easy!.discrimination).toBeLessThan(sharp!.discrimination!);
  });

  it('follows what people answer later, and knows until then that it is behind', async () => {
    const packageId = await aPackage(school, { version: '2004' });
    const learner = await aLearner(school, { packageId });
    const { editionId } = await aCourseOf(school, learner);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, opened, initialized, ...answer(0, 'q', 'a', 'incorrect')));
    expect(await reportOf({ editionId, packageId })).toMatchObject({ behind: true, questions: [] });
    const summarize = async (): Promise<void> => {
      await school.sql(`insert into platform.job (id, kind) values ($1, 'content.summarize-attempts')`, [randomUUID()]);
      await school.settle();
    };
    await summarize();
    expect(await reportOf({ editionId, packageId })).toMatchObject({ behind: false, questions: [{ right: 0, wrong: 1, tries: 1 }] });
    await player.commit(epoch, records(9, ...answer(1, 'q', 'b', 'correct')));
    await summarize();
    expect(await reportOf({ editionId, packageId })).toMatchObject({ questions: [{ right: 1, wrong: 0, tries: 2 }] });
  });

  it('is exported as CSV that no spreadsheet takes for formulas', async () => {
    const cohort = await aCohort(
      ['=HYPERLINK("http://x")', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'].map((text) => answer(0, '+q', text, 'correct')),
    );
    const answerCsv = await instructor.get(path(cohort.editionId, `/${cohort.packageId}/questions.csv`)).expect(200);
    expect(answerCsv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answerCsv.text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFPart,Question,Kind,Text,People,Answers,Right,Wrong,Not judged,Seconds (mean),Difficulty (share right),Discrimination,Most frequent answers,Other answers',
      `one,"'+q",choice,¿+q?,3,3,3,0,0,10,,,"'=HYPERLINK(""http://x"") (3)",0`,
    ]);
  });

  it('is for the instructors of the course or edition and the administrators of its institution', async () => {
    const { editionId, packageId, course } = await aCohort([answer(0, 'q', 'a', 'correct')]);
    const scoped = (kind: 'course' | 'edition' | 'institution', id: string, role: 'instructor' | 'administrator' = 'instructor') =>
      school.as(anActor({ grants: [{ role, scope: { kind, id } }] }));
    for (const client of [
      scoped('course', course.courseId),
      scoped('edition', editionId),
      school.as(anActor({ roles: ['administrator'] })),
    ])
      await client.get(path(editionId, `/${packageId}`)).expect(200);
    for (const client of [
      scoped('course', randomUUID()),
      scoped('edition', randomUUID()),
      scoped('institution', randomUUID(), 'administrator'),
    ])
      for (const rest of ['', `/${packageId}`, `/${packageId}/questions.csv`])
        await client.get(path(editionId, rest)).expectProblem(403, 'forbidden');
    await instructor.get(path(randomUUID())).expectProblem(404, 'not-found');
    await instructor.get(path(editionId, `/${randomUUID()}`)).expectProblem(404, 'not-found');
  });
});
