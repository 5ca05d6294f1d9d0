import { describe, expect, it } from '@jest/globals';
import type { RuntimeLeased } from '@aula/contracts';
import { activityTree, SequencingView, type ActivitySettings, type SequencingState } from '@aula/scorm';
import { house } from '@aula/testing';
import { ContentModule } from '../src/index.js';
import { APlayer, aLearner, aPackage, initialized, records, set, terminated, type Learner } from './a-launch.js';

const school = await house(ContentModule);

/** Three SCOs to go through by Continue; each one's result is shared with other courses under `passed-one`. */
const sequencing = {
  organization: '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>',
  sco: `<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="own">
    <imsss:mapInfo targetObjectiveID="passed-one" readSatisfiedStatus="true" writeSatisfiedStatus="true"/>
  </imsss:primaryObjective></imsss:objectives></imsss:sequencing>`,
};
const wish = { version: '2004' as const, scos: ['one', 'two', 'three'], sequencing };

const begin = { kind: 'nav' as const, scoId: '', element: 'begin', value: '' };
const asks = (value: string) => ({ kind: 'nav' as const, scoId: '', element: 'request', value });
const opens = (scoId: string, value: string) => ({ kind: 'nav' as const, scoId, element: 'open', value });
const visit = (scoId: string, ...values: [string, string][]) =>
  [initialized, ...values.map(([element, value]) => set(element, value)), terminated].map((draft) => ({ ...draft, scoId }));

/** What the server holds of the course, read as the player reads it. */
const seen = ({ sequencing: given }: RuntimeLeased) => {
  if (!given) throw new Error('not sequenced');
  const view = new SequencingView(activityTree(given.tree as ActivitySettings, given), given.state as SequencingState);
  return { current: view.current?.id ?? null, suspended: (given.state as SequencingState).suspended, root: view.root() };
};
const attempt = async ({ unitId }: Learner) =>
  (await school.sql(`select completion, success, progress from content.attempt where unit_id = $1`, [unitId]))[0];

describe('a sequenced package', () => {
  it('is replayed by the server: place, statuses and result are its own word', async () => {
    const learner = await aLearner(school, wish);
    const player = await APlayer.open(school, learner);
    const lease = await player.lease();
    expect([lease.current, seen(lease).current]).toEqual([null, null]);
    const sent = records(
      1,
      begin,
      opens('one', 'anew'),
      ...visit('one', ['cmi.success_status', 'passed'], ['cmi.completion_status', 'completed']),
      asks('continue'),
    );
    expect(await player.commit(lease.epoch, sent)).toBe(sent.length);
    expect(seen(await player.lease())).toMatchObject({ current: 'two', root: { completed: undefined } });
    expect(await attempt(learner)).toMatchObject({ completion: 'incomplete', progress: 1 / 3 });
  });

  it('comes to the same however its records are cut into commits, and when they are sent twice', async () => {
    const sent = records(
      1,
      begin,
      opens('one', 'anew'),
      ...visit('one', ['cmi.success_status', 'passed'], ['cmi.exit', 'suspend']),
      asks('continue'),
      opens('two', 'anew'),
      ...visit('two', ['cmi.success_status', 'failed'], ['cmi.score.scaled', '0.25']),
      asks('suspendAll'),
    );
    const states = await Promise.all(
      [sent.length, 3, 1].map(async (size) => {
        const player = await APlayer.open(school, await aLearner(school, wish));
        const { epoch } = await player.lease();
        for (let from = 0; from < sent.length; from += size) {
          await player.commit(epoch, sent.slice(Math.max(0, from - 1), from + size));
        }
        return seen(await player.lease());
      }),
    );
    expect(states[0]).toMatchObject({ current: null, suspended: 'two' });
    expect(states.slice(1)).toEqual([states[0], states[0]]);
  });

  it('is done when its root is, which is latched over a new attempt', async () => {
    const learner = await aLearner(school, wish);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    const done = ['one', 'two', 'three'].flatMap((id) => [
      opens(id, 'anew'),
      ...visit(id, ['cmi.completion_status', 'completed'], ['cmi.success_status', 'passed']),
      asks('continue'),
    ]);
    await player.commit(epoch, records(1, begin, ...done));
    expect(await attempt(learner)).toEqual({ completion: 'completed', success: 'passed', progress: 1 });
    const again = await player.lease();
    await player.commit(again.epoch, records(1, begin, opens('one', 'anew'), ...visit('one', ['cmi.success_status', 'failed'])));
    expect(await attempt(learner)).toEqual({ completion: 'completed', success: 'passed', progress: 1 });
  });

  it('begins a new attempt on an item with fresh data, and goes on with a suspended one', async () => {
    const player = await APlayer.open(school, await aLearner(school, wish));
    const first = await player.lease();
    const kept: [string, string][] = [
      ['cmi.suspend_data', 'page 7'],
      ['cmi.interactions.0.id', 'q1'],
      ['cmi.session_time', 'PT1M'],
    ];
    await player.commit(
      first.epoch,
      records(1, begin, opens('one', 'anew'), ...visit('one', ...kept, ['cmi.exit', 'suspend']), asks('suspendAll')),
    );
    const second = await player.lease();
    expect(second.scos).toMatchObject({ one: { elements: { 'cmi.suspend_data': 'page 7', 'cmi.interactions.0.id': 'q1' } } });
    await player.commit(second.epoch, records(1, begin, opens('one', 'resumed'), ...visit('one', ['cmi.exit', '']), asks('exitAll')));
    const third = await player.lease();
    await player.commit(third.epoch, records(1, begin, opens('one', 'anew')));
    const { elements, attemptFrom, earlierSeconds } = (
      (await player.lease()).scos as Record<string, { elements: object; attemptFrom: number; earlierSeconds: number }>
    )['one']!;
    expect([Object.keys(elements).filter((name) => name !== 'cmi.suspend_data'), attemptFrom, earlierSeconds]).toEqual([[], 60, 60]);
    expect((elements as Record<string, string>)['cmi.suspend_data'] ?? '').toBe('');
  });

  it('shares global objectives with the learner’s other courses, and with nobody else', async () => {
    const learner = await aLearner(school, wish);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, begin, opens('one', 'anew'), ...visit('one', ['cmi.success_status', 'passed'])));
    const packageId = await aPackage(school, wish);
    const [other] = await school.sql<{ n: number }>(
      `select count(*)::int as n from content.shared_objective where objective_id = 'passed-one' and person_id = $1`,
      [learner.actor.personId],
    );
    expect(other?.n).toBe(1);
    const stranger = await APlayer.open(school, await aLearner(school, { packageId, ...wish }));
    expect(((await stranger.lease()).sequencing?.state as SequencingState).objectives).toEqual({});
  });

  it('takes what was studied to the account that stays when two are merged, and returns exactly that', async () => {
    const learner = await aLearner(school, wish);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, begin, opens('one', 'anew'), ...visit('one', ['cmi.success_status', 'passed'])));
    const kept = (await aLearner(school, wish)).actor.personId;
    await school.sql(`insert into content.shared_objective (person_id, objective_id, state) values ($1, 'own', '{}')`, [kept]);
    const objectivesOf = (person: string) =>
      school.sql(`select objective_id from content.shared_objective where person_id = $1 order by 1`, [person]);
    const merge = { mergeId: school.runtime.ids.next(), keptId: kept, mergedId: learner.actor.personId };
    await school.hears('person.merged', [merge]);
    expect(await objectivesOf(kept)).toEqual([{ objective_id: 'own' }, { objective_id: 'passed-one' }]);
    await school.sql('update testing.enrollment_pub_enrollment set person_id = $1 where person_id = $2', [kept, learner.actor.personId]);
    await school.hears('enrollment.moved', [{ enrollmentId: learner.enrollmentId }]);
    const holder = await school.sql<{ person_id: string }>('select person_id from content.attempt where unit_id = $1', [learner.unitId]);
    expect(holder).toEqual([{ person_id: kept }]);
    await school.hears('person.unmerged', [merge]);
    expect(await objectivesOf(kept)).toEqual([{ objective_id: 'own' }]);
    expect(await objectivesOf(learner.actor.personId)).toEqual([{ objective_id: 'passed-one' }]);
  });
});
