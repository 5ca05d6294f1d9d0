import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Page, RestorePreview, RuntimeRecord, TimelineEntry } from '@aula/contracts';
import { anActor, house } from '@aula/testing';
import { beginLease, emptyState, foldRecords } from '@aula/scorm';
import { aCourseOf } from './a-course.js';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, initialized, left, opened, records, set, terminated, type Learner } from './a-launch.js';

const school = await house(ContentModule);
const instructor = school.as(anActor({ roles: ['administrator'] }));
const seed = Number(process.env['SEED'] ?? fc.sample(fc.nat(), 1)[0]);

/** What one of two devices does next: takes the lease, appends records, sends some of what it has (also twice, also out of order). */
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lease' as const), device: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      device: fc.nat(1),
      what: fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('send' as const), device: fc.nat(1), from: fc.nat(12), count: fc.integer({ min: 1, max: 12 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const drafts = (value: number): Partial<RuntimeRecord>[] => [
  opened,
  initialized,
  set('cmi.core.lesson_location', String(value)),
  set('cmi.core.lesson_status', value % 3 === 0 ? 'completed' : 'incomplete'),
  set('cmi.suspend_data', 'x'.repeat(value)),
  set('cmi.interactions.0.id', `q${value}`, { scoId: 'two' }),
  set('cmi.core.score.raw', String(value % 101), { scoId: 'two' }),
  value % 2 === 0 ? terminated : left('continue'),
];

/** A device with its journal: a lease, what it wrote, and what the server said it holds. */
interface Device {
  player: APlayer;
  epoch: number;
  journal: RuntimeRecord[];
  acknowledged: { epoch: number; record: RuntimeRecord }[];
}

const perform = async (devices: Device[], action: Step, value: number): Promise<void> => {
  const device = devices[action.device]!;
  if (action.do === 'lease') {
    Object.assign(device, { epoch: (await device.player.lease({ takeOver: true })).epoch, journal: [] });
  } else if (device.epoch > 0 && action.do === 'append') {
    const more = action.what.map((at) => drafts(value)[at]!);
    device.journal.push(...records(device.journal.length + 1, ...more));
  } else if (device.epoch > 0 && action.do === 'send') {
    const part = device.journal.slice(action.from, action.from + action.count);
    if (part.length > 0) await send(device, part);
  }
};

const send = async (device: Device, part: RuntimeRecord[]): Promise<void> => {
  const { epoch } = device;
  const answer = await device.player.send(epoch, part).whatever<{ ack?: number; quarantinedThrough?: number }>();
  const through = answer.body.ack ?? answer.body.quarantinedThrough ?? 0;
  device.acknowledged.push(...part.filter((record) => record.seq <= through).map((record) => ({ epoch, record })));
};

const stored = async (attemptId: string): Promise<{ epoch: number; record: RuntimeRecord }[]> => {
  const rows = await school.sql<{ epoch: number } & RuntimeRecord>(
    `select epoch::int, seq::int, kind, sco_id as "scoId", element, value, result, error_code as "errorCode"
     from content.record where attempt_id = $1 order by epoch, seq`,
    [attemptId],
  );
  return rows.map(({ epoch, ...record }) => ({ epoch, record }));
};

/** The runtime data by the standard's own functions, from nothing but the records in order. */
const folded = (all: { epoch: number; record: RuntimeRecord }[]) =>
  [...new Set(all.map(({ epoch }) => epoch))].reduce(
    (state, epoch) =>
      foldRecords(
        beginLease(state),
        all.filter((each) => each.epoch === epoch).map(({ record }) => record),
      ),
    emptyState(),
  ).scos;

const demandInvariants = async (devices: Device[], attemptId: string): Promise<void> => {
  const kept = await stored(attemptId);
  const aside = await school.sql<{ epoch: number; seq: number }>(
    `select epoch::int, seq::int from content.quarantine where attempt_id = $1`,
    [attemptId],
  );
  const keys = [...kept.map(({ epoch, record }) => `${epoch}:${record.seq}`), ...aside.map(({ epoch, seq }) => `${epoch}:${seq}`)];
  expect(new Set(keys).size).toBe(keys.length);
  for (const { acknowledged } of devices) for (const { epoch, record } of acknowledged) expect(keys).toContain(`${epoch}:${record.seq}`);
  for (const epoch of new Set(kept.map((each) => each.epoch)))
    expect(kept.filter((each) => each.epoch === epoch).map(({ record }) => record.seq)).toEqual(
      kept.filter((each) => each.epoch === epoch).map((_, at) => at + 1),
    );
  const { scos } = await devices[0]!.player.lease({ takeOver: true });
  expect(scos).toEqual(folded(kept));
};

describe(`two devices at one attempt (seed ${seed})`, () => {
  it('lose nothing, apply nothing twice, and the live state is the fold of the records', async () => {
    const plan = fc.array(fc.tuple(step, fc.boolean()), { minLength: 10, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(plan, async (steps) => {
        const learner: Learner = await aLearner(school, { scos: ['one', 'two'] });
        const players = await Promise.all([APlayer.open(school, learner), APlayer.open(school, learner)]);
        const devices = players.map((player): Device => ({ player, epoch: 0, journal: [], acknowledged: [] }));
        let running: Promise<void>[] = [];
        for (const [at, [action, together]] of steps.entries()) {
          if (!together) running = (await Promise.all(running), []);
          running.push(perform(devices, action, at));
        }
        await Promise.all(running);
        await demandInvariants(devices, String(players[0].launched['attemptId']));
      }),
      { seed, numRuns: 25 },
    );
  });
});

/** Any UTF-16 units, and often those that neither Unicode nor PostgreSQL takes for text. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0, 0x5c, 0x22, 0x75, 0x30, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfdd0, 0xfffd, 0xffff),
);
const said = fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe(`whatever content writes (seed ${seed})`, () => {
  it('comes back unit by unit, whole and in pieces, in every place that values have', async () => {
    await fc.assert(
      fc.asyncProperty(said, said, fc.nat(60), fc.nat(60), async (first, piece, head, foot) => {
        const learner = await aLearner(school, { version: '2004' });
        await aCourseOf(school, learner);
        const player = await APlayer.open(school, learner);
        const { epoch } = await player.lease();
        const elements = ['cmi.location', 'cmi.interactions.0.learner_response', 'cmi.comments_from_learner.0.comment'];
        const plain = elements.map((element) => set(element, first));
        await player.commit(epoch, records(1, opened, initialized, ...plain, set('cmi.suspend_data', first)));
        await player.commit(epoch, records(7, set('cmi.suspend_data', piece, { cut: [head, foot] })));
        const { scos } = await player.lease();
        const whole = first.slice(0, head) + piece + first.slice(Math.max(0, first.length - foot));
        const expected = { 'cmi.suspend_data': whole, ...Object.fromEntries(elements.map((element) => [element, first])) };
        expect(scos).toMatchObject({ one: { elements: expected } });
        const id = String(player.launched['attemptId']);
        const { items } = (await instructor.get(`/api/content/attempts/${id}/timeline?topic=answers`).expect<Page<TimelineEntry>>(200))
          .body;
        expect(items.map(({ value }) => value)).toEqual([first]);
        await player.send(epoch, records(8, set('cmi.suspend_data', first))).expectProblem(409, 'content.stale-epoch');
        const aside = (await instructor.get(`/api/content/attempts/${id}/restore-points/set-aside-${epoch}`).expect<RestorePreview>(200))
          .body;
        const given = whole === first ? [] : [{ item: 'one', element: 'cmi.suspend_data', before: whole, after: first }];
        expect(aside.changes).toEqual(given);
      }),
      { seed, numRuns: 40 },
    );
  });
});

describe('records that are set aside', () => {
  it('are kept with others of the same numbers; the first ones can be given back, the others are in the timeline', async () => {
    const learner = await aLearner(school);
    await aCourseOf(school, learner);
    const [old, fresh] = [await APlayer.open(school, learner), await APlayer.open(school, learner)];
    const first = await old.lease();
    await old.commit(first.epoch, records(1, opened, initialized));
    await fresh.lease({ takeOver: true });
    const places = (...all: string[]) => records(3, ...all.map((place) => set('cmi.core.lesson_location', place)));
    const lost = places('other 1', 'other 2', 'other 3').map((record) => ({ ...record, t: record.t + 60_000 }));
    for (const sent of [places('one', 'two'), places('one', 'two'), lost])
      await old.send(first.epoch, sent).expectProblem(409, 'content.stale-epoch');
    const id = String(old.launched['attemptId']);
    const { items } = (await instructor.get(`/api/content/attempts/${id}/timeline?topic=trouble`).expect<Page<TimelineEntry>>(200)).body;
    expect(items.map(({ value }) => value)).toEqual(['one', 'two', 'other 1', 'other 2', 'other 3']);
    const point = await instructor.get(`/api/content/attempts/${id}/restore-points/set-aside-${first.epoch}`).expect<RestorePreview>(200);
    expect(point.body.changes).toMatchObject([{ element: 'cmi.core.lesson_location', after: 'two' }]);
  });
});
