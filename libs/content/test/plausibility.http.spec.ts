import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ContentAttemptView, Page, QuestionReport, RuntimeRecord, TimelineEntry } from '@aula/contracts';
import { inOrder } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { hintsOn, type Compared } from '../src/plausibility/plausibility.entity.js';
import { APlayer, aLearner, aPackage, claiming, initialized, left, opened, records, set, terminated } from './a-launch.js';
import { aCourseOf } from './a-course.js';

const school = await house(ContentModule);
const instructor = school.as(anActor({ roles: ['instructor'] }));

/** An edition in which people study one package, each in a way of their own. */
const aGroup = async () => {
  const [packageId, editionId] = [await aPackage(school, { version: '2004' }), randomUUID()];
  return {
    packageId,
    editionId,
    /** Somebody does all this, `pace` milliseconds from one record to the next. Returns the attempt. */
    does: async (pace: number, ...drafts: Partial<RuntimeRecord>[]): Promise<string> => {
      const forged = drafts.includes(forgedClock);
      const learner = await aLearner(school, { packageId, enrollment: { edition_id: editionId } });
      await aCourseOf(school, learner, { editionId });
      const player = await APlayer.open(school, learner);
      const { epoch } = await player.lease();
      // who studies without a line has the lease for as long as that
      if (!forged)
        await school.sql(`update content.lease set at = at - interval '1 day' where attempt_id = $1`, [player.launched['attemptId']]);
      const t = 1_700_000_000_000 + Math.round(Math.random() * 1e9);
      await player.commit(
        epoch,
        records(1, opened, initialized, ...drafts).map((record, at) => ({ ...record, t: drafts[at - 2]?.t ?? t + at * pace })),
      );
      return String(player.launched['attemptId']);
    },
    /** The hints on every attempt, when all has been summarized. */
    hints: async () => {
      await school.sql(`insert into platform.job (id, kind) values ($1, 'content.summarize-attempts')`, [randomUUID()]);
      await school.settle();
      const { body } = await instructor.get(`/api/content/attempts?editionId=${editionId}`).expect<Page<ContentAttemptView>>(200);
      return new Map(body.items.map((each) => [String(each.id), each.hints]));
    },
  };
};
/** What follows was made up at once, whatever its instants say. */
const forgedClock: Partial<RuntimeRecord> = set('cmi.location', 'forged');
const results = () => school.sql(`select id, completion, success, scaled, progress, seconds from content.attempt order by id`);

const answers = [set('cmi.interactions.0.id', 'q'), set('cmi.interactions.0.result', 'correct')];
interface Study {
  answered?: boolean;
  completion?: 'completed' | 'incomplete';
}
const studies = ({ answered = true, completion = 'completed' }: Study = {}): Partial<RuntimeRecord>[] => [
  ...['1', '2', '3', '4'].map((place) => set('cmi.location', place)),
  ...(answered ? answers : []),
  set('cmi.completion_status', completion),
  set('cmi.exit', 'suspend'),
  claiming({ completion }),
  left('exit'),
];
const passed = [set('cmi.score.scaled', '1'), set('cmi.success_status', 'passed'), set('cmi.completion_status', 'completed')];

it('shows what gives reason to ask, with its numbers, and changes nothing', async () => {
  const { packageId, editionId, does, hints: hintsOf } = await aGroup();
  await inOrder([...Array(12).keys()], (each) => does(20_000 + each * 1_100, ...studies()));
  const [twin, other] = [await does(21_500, ...studies()), await does(21_500, ...studies())];
  const fast = await does(300, ...studies());
  const silent = await does(22_700, ...studies({ answered: false }));
  const running = await does(100, ...studies({ completion: 'incomplete' }));
  const before = await results();
  const hints = await hintsOf();
  expect(hints.get(twin)).toMatchObject([{ code: 'identical', seconds: null, median: null, others: 1 }]);
  expect(hints.get(other)).toMatchObject([{ code: 'identical' }]);
  expect(hints.get(fast)).toMatchObject([{ code: 'too-fast', seconds: 3.3 }]);
  expect(hints.get(fast)![0]!.median).toBeGreaterThan(200);
  const seen = await instructor.get(`/api/content/attempts/${fast}`).expect<ContentAttemptView>(200);
  expect(seen.body.observedSeconds).toBeCloseTo(3.3);
  expect(hints.get(silent)).toMatchObject([{ code: 'no-answers' }]);
  expect(hints.get(running)).toEqual([]);
  expect([...hints.values()].filter((each) => each.length > 0)).toHaveLength(4);
  const alone = await instructor.get(`/api/content/attempts/${fast}`).expect<ContentAttemptView>(200);
  expect(alone.body.hints).toEqual(hints.get(fast));

  const report = await instructor.get(`/api/content/editions/${editionId}/question-reports/${packageId}`).expect<QuestionReport>(200);
  expect(report.body.plausibility).toEqual({ completed: 16, tooFast: 1, noAnswers: 1, identical: 2 });
  expect(report.body.questions[0]).toMatchObject({ learners: 16 });
  expect(await results()).toEqual(before);
});

it('of one attempt that cannot be summarized holds up nobody else', async () => {
  const { does, hints: hintsOf } = await aGroup();
  await inOrder([...Array(10).keys()], (each) => does(20_000 + each * 1_100, ...studies()));
  const poisoned = await does(20_000, ...studies());
  await school.sql(`alter table content.attempt_trait add constraint poison check (attempt_id <> '${poisoned}')`);
  const fast = await does(300, ...studies());
  const hints = await hintsOf();
  expect(hints.get(fast)).toMatchObject([{ code: 'too-fast' }]);
  expect(hints.get(poisoned)).toEqual([]);
  const left = await school.sql<{ attempt_id: string }>(`select distinct attempt_id from content.interaction_due`);
  expect(left).toEqual([{ attempt_id: poisoned }]);
  await school.sql(`alter table content.attempt_trait drop constraint poison`);
});

it('hears a device whose clock says what no calendar holds', async () => {
  const { does, hints: hintsOf } = await aGroup();
  const attempt = await does(20_000, set('cmi.location', '0', { t: -1e308 }), set('cmi.location', '1', { t: 1e308 }), ...studies());
  expect((await hintsOf()).get(attempt)).toEqual([]);
  const seen = await instructor.get(`/api/content/attempts/${attempt}`).expect<ContentAttemptView>(200);
  expect(seen.body.observedSeconds).toBeGreaterThan(80_000);
});

describe('A9: a pass that nobody has studied for', () => {
  it('is flagged, by console or beside the player, and stays evidence', async () => {
    const { does, hints: hintsOf } = await aGroup();
    await inOrder([...Array(10).keys()], (each) => does(20_000 + each * 1_100, ...studies()));
    const byConsole = await does(50, ...passed, claiming({ success: 'passed', scaled: 1 }));
    const byCurl = await does(50, ...passed, terminated);
    const byClock = await does(20_000, forgedClock, ...studies());
    const hints = await hintsOf();
    expect(hints.get(byConsole)!.map(({ code }) => code)).toEqual(['too-fast', 'no-answers']);
    expect(hints.get(byCurl)!.map(({ code }) => code)).toEqual(['too-fast', 'no-answers', 'differs']);
    expect(hints.get(byClock)!.map(({ code }) => code)).toEqual(['too-fast']);
    expect([...hints.values()].filter((each) => each.length > 0)).toHaveLength(3);
  });
});

describe('the word of a player', () => {
  const found = { completion: 'completed', success: 'passed', scaled: 1 };

  it.each<[string, Partial<RuntimeRecord>, object | null]>([
    ['another success', claiming({ success: 'failed', scaled: 1 }), { ...found, success: 'failed' }],
    ['another score', claiming({ success: 'passed', scaled: 0.9 }), { ...found, scaled: 0.9 }],
    ['another completion', claiming({ completion: 'incomplete', success: 'passed', scaled: 1 }), { ...found, completion: 'incomplete' }],
    ['nothing', terminated, null],
    ['nonsense', { ...terminated, value: '{"completion":{"toString":1}}' }, null],
  ])('that says %s than the records is shown beside what the server came to, which counts', async (_, end, claimed) => {
    const { does, hints } = await aGroup();
    const attempt = await does(1_000, ...passed, end, left('exit'));
    expect((await hints()).get(attempt)).toEqual([{ code: 'differs', seconds: null, median: null, others: null, claimed, found }]);
    expect(await school.sql(`select completion, success, scaled from content.attempt where id = $1`, [attempt])).toEqual([found]);
    const timeline = await instructor.get(`/api/content/attempts/${attempt}/timeline?topic=trouble`).expect<Page<TimelineEntry>>(200);
    expect(timeline.body.items).toMatchObject([{ call: 'term', how: 'differs' }]);
  });

  it('that agrees says nothing, nor does an end that the API refused or a player of an earlier release', async () => {
    const { does, hints } = await aGroup();
    const refused = { ...terminated, result: 'false', errorCode: 391 };
    const again = [opened, initialized, set('cmi.score.scaled', '0.5'), claiming({ success: 'passed', scaled: 0.5 })];
    await does(1_000, ...passed, refused, claiming({ success: 'passed', scaled: 1 }), ...again);
    await school.sql(`alter table content.lease alter column claims set default false`);
    await does(1_000, ...passed, terminated);
    await school.sql(`alter table content.lease alter column claims set default true`);
    expect([...(await hints()).values()]).toEqual([[], []]);
  });
});

it('says nothing where there is too little to compare with', () => {
  const odd: Compared = { seconds: 1, answers: 0, records: 9, cohort: 9, median: 600, answered: 1, twins: 3 };
  expect(hintsOn(odd)).toEqual([]);
  expect(hintsOn({ ...odd, cohort: 10 }).map(({ code }) => code)).toEqual(['too-fast', 'no-answers']);
  expect(hintsOn({ ...odd, cohort: 10, median: 59, answered: 0.7 })).toEqual([]);
  expect(hintsOn({ ...odd, records: 10 }).map(({ code }) => code)).toEqual(['identical']);
});
