import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { ContentAttemptView, Page, QuestionReport, RuntimeRecord } from '@aula/contracts';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { hintsOn, type Compared } from '../src/plausibility/plausibility.entity.js';
import { APlayer, aLearner, aPackage, initialized, left, opened, records, set, terminated } from './a-launch.js';
import { aCourseOf } from './a-course.js';

const school = await house(ContentModule);
const instructor = school.as(anActor({ roles: ['instructor'] }));

interface Person {
  /** Milliseconds between two records. */
  pace: number;
  answers?: boolean;
  completes?: boolean;
}
const steps = ({ answers = true, completes = true }: Person): Partial<RuntimeRecord>[] => [
  opened,
  initialized,
  ...['1', '2', '3', '4'].map((place) => set('cmi.location', place)),
  ...(answers ? [set('cmi.interactions.0.id', 'q'), set('cmi.interactions.0.result', 'correct')] : []),
  set('cmi.completion_status', completes ? 'completed' : 'incomplete'),
  set('cmi.exit', 'suspend'),
  terminated,
  left('exit'),
];

it('shows what gives reason to ask, with its numbers, and changes nothing', async () => {
  const packageId = await aPackage(school, { version: '2004' });
  const editionId = randomUUID();
  const studies = async (person: Person): Promise<string> => {
    const learner = await aLearner(school, { packageId, enrollment: { edition_id: editionId } });
    await aCourseOf(school, learner, { editionId });
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    const t = 1_700_000_000_000 + Math.round(Math.random() * 1e9);
    await player.commit(
      epoch,
      records(1, ...steps(person)).map((record, at) => ({ ...record, t: t + at * person.pace })),
    );
    return String(player.launched['attemptId']);
  };
  for (let each = 0; each < 12; each++) await studies({ pace: 20_000 + each * 1_100 });
  const [twin, other] = [await studies({ pace: 21_500 }), await studies({ pace: 21_500 })];
  const fast = await studies({ pace: 300 });
  const silent = await studies({ pace: 22_700, answers: false });
  const running = await studies({ pace: 100, completes: false });
  const before = await school.sql(`select id, completion, success, scaled, progress, seconds from content.attempt order by id`);
  await school.sql(`insert into platform.job (id, kind) values ($1, 'content.summarize-attempts')`, [randomUUID()]);
  await school.settle();

  const { body } = await instructor.get(`/api/content/attempts?editionId=${editionId}`).expect<Page<ContentAttemptView>>(200);
  const hints = new Map(body.items.map((each) => [String(each.id), each.hints]));
  expect(hints.get(twin)).toEqual([{ code: 'identical', seconds: null, median: null, others: 1 }]);
  expect(hints.get(other)).toMatchObject([{ code: 'identical' }]);
  expect(hints.get(fast)).toMatchObject([{ code: 'too-fast', seconds: 3.3 }]);
  expect(hints.get(fast)![0]!.median).toBeGreaterThan(200);
  expect(hints.get(silent)).toMatchObject([{ code: 'no-answers' }]);
  expect(hints.get(running)).toEqual([]);
  expect([...hints.values()].filter((each) => each.length > 0)).toHaveLength(4);
  const alone = await instructor.get(`/api/content/attempts/${fast}`).expect<ContentAttemptView>(200);
  expect(alone.body.hints).toEqual(hints.get(fast));

  const report = await instructor.get(`/api/content/editions/${editionId}/question-reports/${packageId}`).expect<QuestionReport>(200);
  expect(report.body.plausibility).toEqual({ completed: 16, tooFast: 1, noAnswers: 1, identical: 2 });
  expect(report.body.questions[0]).toMatchObject({ learners: 16 });
  expect(await school.sql(`select id, completion, success, scaled, progress, seconds from content.attempt order by id`)).toEqual(before);
});

it('says nothing where there is too little to compare with', () => {
  const odd: Compared = { seconds: 1, answers: 0, records: 9, cohort: 9, median: 600, answered: 1, twins: 3 };
  expect(hintsOn(odd)).toEqual([]);
  expect(hintsOn({ ...odd, cohort: 10 }).map(({ code }) => code)).toEqual(['too-fast', 'no-answers']);
  expect(hintsOn({ ...odd, cohort: 10, median: 59, answered: 0.7 })).toEqual([]);
  expect(hintsOn({ ...odd, records: 10 }).map(({ code }) => code)).toEqual(['identical']);
});
