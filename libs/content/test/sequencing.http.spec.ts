import { describe, expect, it } from '@jest/globals';
import type { ContentAttemptView, RestorePreview, RuntimeLeased } from '@aula/contracts';
import { activityTree, SequencingView, type ActivitySettings, type SequencingState } from '@aula/scorm';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/index.js';
import { aCourseOf } from './a-course.js';
import { APlayer, aLearner, aPackage, initialized, left, records, set, terminated, type Learner } from './a-launch.js';

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

const instructor = school.as(anActor({ roles: ['instructor'] }));

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

  it('keeps the best score, and tells who supports the learner what its own rules come to', async () => {
    const learner = await aLearner(school, { ...wish, scos: ['one'], sequencing: { ...sequencing, sco: '' } });
    await aCourseOf(school, learner);
    const player = await APlayer.open(school, learner);
    const view = async () => {
      const { result, packageScore } = (
        await instructor.get(`/api/content/attempts/${String(player.launched['attemptId'])}`).expect<ContentAttemptView>(200)
      ).body;
      return [result.scaled, packageScore];
    };
    const sits = async (score: string): Promise<void> => {
      const { epoch } = await player.lease();
      await player.commit(epoch, records(1, begin, opens('one', 'anew'), ...visit('one', ['cmi.score.scaled', score]), asks('exitAll')));
    };
    await sits('0.6');
    expect(await view()).toEqual([0.6, null]);
    await sits('0.4');
    expect(await view()).toEqual([0.6, 0.4]);
    await sits('0.8');
    expect(await view()).toEqual([0.8, null]);
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

/** Each part's result is shared by its own name, and a part that was passed in any course is left out. */
const shortcuts = {
  organization: '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>',
  sco: `<imsss:sequencing>
    <imsss:sequencingRules><imsss:preConditionRule>
      <imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/></imsss:ruleConditions><imsss:ruleAction action="skip"/>
    </imsss:preConditionRule></imsss:sequencingRules>
    <imsss:objectives><imsss:primaryObjective objectiveID="own">
      <imsss:mapInfo targetObjectiveID="passed-$id" readSatisfiedStatus="true" writeSatisfiedStatus="true"/>
    </imsss:primaryObjective></imsss:objectives></imsss:sequencing>`,
};

describe('an earlier state of a course that reads what was learnt in others', () => {
  /** The same learner passes a part in another unit. */
  const passesElsewhere = async ({ actor, client, packageId }: Learner, scoId: string): Promise<void> => {
    const elsewhere = await aLearner(school, { packageId, enrollment: { person_id: actor.personId } });
    const player = await APlayer.open(school, { ...elsewhere, actor, client });
    const { epoch } = await player.lease();
    const passes = [asks(`{target=${scoId}}choice`), opens(scoId, 'anew'), ...visit(scoId, ['cmi.success_status', 'passed'])];
    await player.commit(epoch, records(1, begin, ...passes, left('exit')));
  };
  const give = async (id: string, point: string): Promise<void> => {
    const at = `/api/content/attempts/${id}`;
    const { version } = (await instructor.get(`${at}/restore-points/${point}`).expect<RestorePreview>(200)).body;
    await instructor.post(`${at}/restorations`, { point, version, reason: 'Se perdió el cambio.' }).expect(201);
  };
  const stateOf = async (id: string) =>
    (await school.sql<{ state: SequencingState }>(`select state from content.sequencing where attempt_id = $1`, [id]))[0]!.state;

  it.each([
    ['the next lease', false],
    ['the lease in which a device goes on', true],
  ])('is folded with what %s brought from them: the path is the same', async (_, goesOn) => {
    const learner = await aLearner(school, { ...wish, sequencing: shortcuts });
    await aCourseOf(school, learner);
    const player = await APlayer.open(school, learner);
    const [id, device] = [String(player.launched['attemptId']), 'phone'];
    const first = await player.lease({ device });
    const one = records(1, begin, opens('one', 'anew'), ...visit('one', ['cmi.exit', 'suspend']), left('closed'));
    await player.commit(first.epoch, one);
    await passesElsewhere(learner, 'two');
    const second = await player.lease({ device, ...(goesOn && { goesOn: { epoch: first.epoch, seq: one.length } }) });
    expect(second.epoch - first.epoch).toBe(goesOn ? 0 : 1);
    const onwards = [begin, opens('one', 'resumed'), ...visit('one'), asks('continue'), left('exit')];
    await player.commit(second.epoch, records(second.seq + 1, ...onwards));
    const there = await stateOf(id);
    expect(there).toMatchObject({ current: 'three', objectives: { 'passed-two': { satisfied: true } } });
    const third = await player.lease({ device });
    await player.commit(third.epoch, records(1, begin, asks('exitAll'), left('exit')));
    expect(await stateOf(id)).not.toEqual(there);
    await give(id, `session-${second.epoch}`);
    expect(await stateOf(id)).toEqual(there);
  });

  it('brings nothing that is on record already', async () => {
    const player = await APlayer.open(school, await aLearner(school, { ...wish, sequencing: shortcuts }));
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, begin, opens('one', 'anew'), ...visit('one', ['cmi.success_status', 'passed'])));
    await player.lease();
    expect(await school.sql(`select 1 from content.brought_state where attempt_id = $1`, [player.launched['attemptId']])).toEqual([]);
  });
});
