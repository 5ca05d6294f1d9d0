import { describe, expect, it } from '@jest/globals';
import type { ContentAttemptView, RuntimeRecord } from '@aula/contracts';
import { inOrder } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import { aCourseOf } from './a-course.js';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, initialized, opened, records, set } from './a-launch.js';
import { attemptsIn } from './an-attempt.js';

const school = await house(ContentModule);
const instructor = school.as(anActor({ roles: ['administrator'] }));
const { recorded } = attemptsIn(school);

const begun = async (version: '1.2' | '2004' = '2004') => {
  const learner = await aLearner(school, { version });
  await aCourseOf(school, learner);
  const player = await APlayer.open(school, learner);
  const { epoch } = await player.lease();
  let seq = 0;
  /** Commits in parts that a player would send. */
  const write = async (drafts: readonly Partial<RuntimeRecord>[], most = 400): Promise<void> => {
    const parts = Array.from({ length: Math.ceil(drafts.length / most) }, (_, at) => drafts.slice(at * most, (at + 1) * most));
    await inOrder(parts, async (part) => {
      await player.commit(epoch, records(seq + 1, ...part));
      seq += part.length;
    });
  };
  const elements = async () => ((await player.lease()).scos['one'] as { elements: Record<string, string> }).elements;
  const hints = async () =>
    (await instructor.get(`/api/content/attempts/${String(player.launched['attemptId'])}`).expect<ContentAttemptView>(200)).body.hints;
  return { player, epoch, write, elements, hints };
};

describe('what an attempt has room for', () => {
  it('are the names that a data model has: others stay in the records', async () => {
    const { player, write, elements } = await begun('1.2');
    const invented = Array.from({ length: 50 }, (_, at) => set(`cmi.x${at}`, 'x'));
    const odd = ['adl.x', 'cmi.core.x', 'cmi.interactions.0.x', 'cmi.interactions.x.id', 'cmi.interactions.00.id', 'cmi.core.student_name'];
    await write([opened, initialized, set('cmi.comments', 'a'), ...invented, ...odd.map((name) => set(name, 'x'))]);
    expect(await elements()).toEqual({ 'cmi.comments': 'a' });
    expect(await recorded(player.launched['attemptId'])).toHaveLength(59);
  });

  it('are 5,000 entries of a list', async () => {
    const { write, elements } = await begun();
    await write([opened, initialized, ...[0, 4_999, 5_000, 70_000].map((at) => set(`cmi.interactions.${at}.id`, `q${at}`))]);
    expect(await elements()).toEqual({ 'cmi.interactions.0.id': 'q0', 'cmi.interactions.4999.id': 'q4999' });
  });

  it('are so many units of answers; what is more stays in the records, and gives reason to ask', async () => {
    const { player, write, elements, hints } = await begun();
    const long = 'x'.repeat(100_000);
    await write([opened, initialized, set('cmi.interactions.0.id', 'q')]);
    // the same place again and again takes no more room than once
    await write(
      Array.from({ length: 45 }, () => set('cmi.interactions.0.learner_response', long)),
      2,
    );
    expect((await elements())['cmi.interactions.0.learner_response']).toBe(long);
    expect(await hints()).toEqual([]);
    const { epoch } = await player.lease();
    await inOrder([...Array(45).keys()], (at) => player.commit(epoch, records(at + 1, set(`cmi.interactions.${at}.description`, long))));
    await player.commit(epoch, records(46, set('cmi.location', '9')));
    const kept = await elements();
    expect(kept['cmi.location']).toBe('9');
    expect(Object.keys(kept).filter((name) => name.endsWith('.description')).length).toBe(38);
    expect(await hints()).toMatchObject([{ code: 'too-much' }]);
    expect(await recorded(player.launched['attemptId'])).toHaveLength(3 + 45 + 46);
  });

  it('are so many units of suspend data, also where they grow by pieces', async () => {
    const { player, write, elements, hints } = await begun();
    const piece = 'x'.repeat(200_000);
    const grown = Array.from({ length: 12 }, (_, at) => set('cmi.suspend_data', piece, { cut: [at * piece.length, 0] }));
    await write([opened, initialized, ...grown], 1);
    expect((await elements())['cmi.suspend_data']?.length).toBe(2_000_000);
    expect(await hints()).toMatchObject([{ code: 'too-much' }]);
    expect(await recorded(player.launched['attemptId'])).toHaveLength(14);
  });
});

it('hands in 20,000 records a minute, and is told when to go on', async () => {
  const { player, epoch } = await begun();
  school.clock.set('2030-01-01T00:00:15Z');
  const many = (from: number) => records(from, ...Array.from({ length: 500 }, () => initialized));
  await inOrder([...Array(40).keys()], (at) => player.commit(epoch, many(at * 500 + 1)));
  const refused = await player.send(epoch, many(20_001)).whatever<{ code: string }>();
  expect([refused.status, refused.headers['retry-after'], refused.body.code]).toEqual([429, '45', 'too-many-requests']);
  school.clock.set('2030-01-01T00:01:00Z');
  expect(await player.commit(epoch, many(20_001))).toBe(20_500);
});
