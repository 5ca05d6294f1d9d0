import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { verifyAudit } from '@aula/platform';
import { house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, aPackage, initialized, left, opened, records, set, terminated } from './a-launch.js';
import { attemptsIn } from './an-attempt.js';

const school = await house(ContentModule);
const { live, recorded, quarantined } = attemptsIn(school);

describe('a commit', () => {
  it('is acknowledged with its nonce once it is durable, and again when it is repeated', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    const sent = records(1, opened, initialized, set('cmi.core.lesson_location', '3'));
    const answer = await player.send(epoch, sent, 'my-own-nonce').expect<object>(200);
    expect(answer.body).toEqual({ ack: 3, nonce: 'my-own-nonce' });
    expect(await player.commit(epoch, sent)).toBe(3);
    expect(await player.commit(epoch, [...sent.slice(1), ...records(4, set('cmi.core.lesson_location', '4'))])).toBe(4);
    expect(await recorded(player.launched['attemptId'])).toEqual([
      { epoch, seq: 1, value: 'sco' },
      { epoch, seq: 2, value: null },
      { epoch, seq: 3, value: '3' },
      { epoch, seq: 4, value: '4' },
    ]);
  });

  it('with a gap before it is refused whole; with a gap inside, the run before the gap is taken', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    const problem = await player.send(epoch, records(3, opened), 'nonce-gap').expectProblem(412, 'content.sequence-gap');
    expect(problem).toMatchObject({ expect: 1, nonce: 'nonce-gap' });
    const [first, second, , fourth] = records(1, opened, initialized, opened, opened);
    expect(await player.commit(epoch, [first!, second!, fourth!])).toBe(2);
    expect(await recorded(player.launched['attemptId'])).toHaveLength(2);
    expect(await live(player.launched['attemptId'])).toMatchObject([{ last_seq: 2 }]);
  });

  it('of an epoch that was never issued is refused', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    await player.send(1, records(1, opened)).expectProblem(400, 'content.epoch-unknown');
    const { epoch } = await player.lease();
    await player.send(epoch + 1, records(1, opened)).expectProblem(400, 'content.epoch-unknown');
  });

  it('by racing writers of one lease leaves a gapless run, none twice', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    const all = records(1, ...Array.from({ length: 60 }, (_, at) => set('cmi.core.lesson_location', String(at))));
    const writer = async (from: number): Promise<void> => {
      for (let at = from; at < all.length; at += 3) await player.send(epoch, all.slice(Math.max(0, at - 4), at + 3)).whatever();
    };
    await Promise.all([0, 1, 2, 0, 1, 2].map(writer));
    const there = await recorded(player.launched['attemptId']);
    expect(there.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
    expect(await live(player.launched['attemptId'])).toMatchObject([{ last_seq: 60 }]);
  });
});

describe('A10: a commit for the attempt of somebody else', () => {
  it('is refused, whatever of it is borrowed, and leaves no trace there', async () => {
    const [learner, victim] = [await aLearner(school), await aLearner(school)];
    const [mine, other] = [await APlayer.open(school, learner), await APlayer.open(school, victim)];
    await mine.lease();
    const { epoch } = await other.lease();
    const forged = records(1, opened, initialized, set('cmi.core.lesson_status', 'passed'));
    await mine.as({ host: other.host }).send(epoch, forged).expectProblem(401, 'content.token-refused');
    await other.as({ host: mine.host }).send(epoch, forged).expectProblem(401, 'content.token-refused');
    await mine
      .as({ token: 'x'.repeat(43), host: other.host })
      .send(epoch, forged)
      .expectProblem(401, 'content.token-refused');
    const body = { epoch, nonce: 'nonce-123', records: forged, attemptId: other.launched['attemptId'] };
    const bearer = { authorization: `Bearer ${mine.token}`, host: mine.host };
    await school.visitor(bearer).post('/_rt/commit', body).expectProblem(400, 'invalid-request');
    const { enrollmentId, unitId } = victim;
    await learner.client.post('/api/content/launches', { enrollmentId, unitId }).expectProblem(404, 'not-found');
    await learner.client.get(`/api/content/attempts/${String(other.launched['attemptId'])}`).expectProblem(403, 'forbidden');
    await learner.client.get(`/api/content/attempts/${String(other.launched['attemptId'])}/timeline`).expectProblem(403, 'forbidden');
    expect(await recorded(other.launched['attemptId'])).toEqual([]);
    expect(await quarantined(other.launched['attemptId'])).toEqual([]);
    expect(await live(other.launched['attemptId'])).toMatchObject([{ epoch, last_seq: 0, completion: 'not attempted' }]);
  });
});

describe('A11: a commit after the attempt went on elsewhere', () => {
  it('changes nothing and is kept aside, once, unless it is on record already', async () => {
    const learner = await aLearner(school);
    const [old, fresh] = [await APlayer.open(school, learner), await APlayer.open(school, learner)];
    const first = await old.lease();
    await old.commit(first.epoch, records(1, opened, set('cmi.core.lesson_location', 'old')));
    const second = await fresh.lease({ takeOver: true });
    await fresh.commit(second.epoch, records(1, opened, set('cmi.core.lesson_location', 'new')));
    const before = await live(old.launched['attemptId']);
    const late = records(1, opened, set('cmi.core.lesson_location', 'old'), set('cmi.core.lesson_location', 'late'));
    for (let again = 0; again < 2; again++) {
      const problem = await old.send(first.epoch, late, 'nonce-stale').expectProblem(409, 'content.stale-epoch');
      expect(problem).toMatchObject({ current: second.epoch, quarantinedThrough: 3, nonce: 'nonce-stale' });
    }
    expect(await live(old.launched['attemptId'])).toEqual(before);
    expect(await quarantined(old.launched['attemptId'])).toEqual([{ epoch: first.epoch, seq: 3 }]);
    const { scos } = await fresh.lease();
    expect(scos).toMatchObject({ one: { elements: { 'cmi.core.lesson_location': 'new' } } });
  });

  it('or after its end takes back nothing of what was achieved', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    const done = [opened, initialized, set('cmi.core.score.raw', '90'), set('cmi.core.lesson_status', 'passed'), terminated, left('exit')];
    await player.commit(epoch, records(1, ...done));
    const late = [set('cmi.core.lesson_status', 'failed'), set('cmi.core.score.raw', '1'), terminated];
    expect(await player.commit(epoch, records(7, ...late))).toBe(9);
    expect(await live(player.launched['attemptId'])).toMatchObject([{ completion: 'completed', success: 'passed', scaled: 0.9 }]);
    expect(await recorded(player.launched['attemptId'])).toHaveLength(9);
  });
});

describe('A12: what content writes to do harm', () => {
  it('is kept as it is: NUL, half characters, names of JavaScript’s own, scripts', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    const odd = [
      set('cmi.suspend_data', 'a\0b\ud800c'),
      set('__proto__.polluted', 'x'),
      set('constructor.prototype.polluted', 'x'),
      set('cmi.__proto__.polluted', 'x'),
      set('cmi.objectives.0.id', '__proto__'),
      set('cmi.interactions.0.id', 'constructor'),
      set('cmi.comments', '<script>1</script>'),
      { scoId: '__proto__', ...opened },
    ];
    expect(await player.commit(epoch, records(1, opened, ...odd))).toBe(9);
    const { scos } = await player.lease();
    expect(scos).toMatchObject({
      one: {
        elements: {
          'cmi.suspend_data': 'a\0b\ud800c',
          'cmi.objectives.0.id': '__proto__',
          'cmi.interactions.0.id': 'constructor',
          'cmi.comments': '<script>1</script>',
        },
      },
    });
    expect(Object.keys((scos['one'] as { elements: object }).elements).filter((name) => name.includes('polluted'))).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is the name of an objective that courses share, as any other', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const map = (id: string) => `<imsss:mapInfo targetObjectiveID="${id}" readSatisfiedStatus="true" writeSatisfiedStatus="true"/>`;
    const objective = (id: string, kind: string) => `<imsss:${kind} objectiveID="${id}">${map(id)}</imsss:${kind}>`;
    const [first, ...others] = names.map((id, at) => objective(id, at === 0 ? 'primaryObjective' : 'objective'));
    const sco = `<imsss:sequencing><imsss:objectives>${first}${others.join('')}</imsss:objectives></imsss:sequencing>`;
    const organization = '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>';
    const learner = await aLearner(school, { version: '2004', scos: ['one', 'two'], sequencing: { organization, sco } });
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    const begin = { kind: 'nav' as const, scoId: '', element: 'begin', value: '' };
    const said = names.flatMap((id, at) => [set(`cmi.objectives.${at}.id`, id), set(`cmi.objectives.${at}.success_status`, 'passed')]);
    const ask = { kind: 'nav' as const, scoId: '', element: 'request', value: 'continue' };
    await player.commit(epoch, records(1, begin, { ...opened, value: 'anew' }, initialized, ...said, terminated, ask));
    const shared = await school.sql<{ objective_id: string }>(`select objective_id from content.shared_objective where person_id = $1`, [
      learner.actor.personId,
    ]);
    expect(shared.map((each) => each.objective_id).toSorted()).toEqual(names.toSorted());
    const state = (await player.lease()).sequencing!.state as { objectives: Record<string, { satisfied?: boolean }> };
    expect(names.map((id) => Object.hasOwn(state.objectives, id))).toEqual([true, true, true]);
  });

  it('is bounded in size and shape', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    await player.send(epoch, []).expectProblem(400, 'invalid-request');
    await player.send(epoch, records(1, { kind: 'nonsense' as never })).expectProblem(400, 'invalid-request');
    await player.send(epoch, records(1, ...Array.from({ length: 501 }, () => opened))).expectProblem(400, 'invalid-request');
    await player.send(epoch, records(1, set('cmi.suspend_data', 'x'.repeat(400_001)))).expectProblem(400, 'invalid-request');
    await player.send(epoch, records(1, set('x'.repeat(4_001), 'x'))).expectProblem(400, 'invalid-request');
    await player.send(epoch, records(1, opened, set('cmi.suspend_data', 'x'.repeat(262_144)))).expectProblem(413, 'body-too-large');
    for (const size of [1_200_000, 10_000_000])
      await player.send(epoch, records(1, set('cmi.suspend_data', 'x'.repeat(size)))).expectProblem(413, 'body-too-large');
    expect(await recorded(player.launched['attemptId'])).toEqual([]);
  });
});

describe('a commit that cannot be written', () => {
  it('fails alone: whoever came with it is served', async () => {
    const name = 'x'.repeat(10) + [...Array(3_000).keys()].map((at) => String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000))).join('');
    const packageId = await aPackage(school);
    // imported before such names were refused
    await school.sql(
      `update content.package set manifest = replace(manifest::text, '"one"', to_json($2::text)::text)::jsonb where id = $1`,
      [packageId, name],
    );
    const bad = await aLearner(school, { packageId });
    const good = await Promise.all(Array.from({ length: 50 }, () => aLearner(school)));
    const players = await Promise.all([bad, ...good].map((learner) => APlayer.open(school, learner)));
    const epochs = await Promise.all(players.map(async (player) => (await player.lease()).epoch));
    const answers = await Promise.all(
      players.map((player, at) =>
        player
          .send(epochs[at]!, records(1, ...[opened, initialized].map((each) => ({ ...each, ...(at === 0 && { scoId: name }) }))))
          .whatever(),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([500, ...good.map(() => 200)]);
  });
});

describe('the runtime data', () => {
  it('come back as the content left them: long data in pieces, lists, both versions', async () => {
    const player = await APlayer.open(school, await aLearner(school, { version: '2004' }));
    const { epoch } = await player.lease();
    const long = 'áé😀'.repeat(3_000);
    await player.commit(epoch, records(1, opened, initialized, set('cmi.suspend_data', long)));
    await player.commit(
      epoch,
      records(4, set('cmi.suspend_data', 'X', { cut: [10, long.length - 20] }), set('cmi.interactions.0.id', 'q1')),
    );
    await player.commit(epoch, records(6, set('cmi.suspend_data', 'Y', { cut: [0, 4] }), set('cmi.suspend_data', 'Z', { cut: [1, 4] })));
    await player.commit(epoch, records(8, set('cmi.interactions.1.id', 'q2'), set('cmi.interactions.0.id', 'q0'), set('cmi.location', '')));
    await player.commit(
      epoch,
      records(11, set('cmi.location', 'refused', { result: 'false', errorCode: 406 }), set('cmi.exit', 'suspend'), terminated),
    );
    const { scos } = await player.lease();
    const expected = `YZ${(long.slice(0, 10) + 'X' + long.slice(20)).slice(-4)}`;
    expect(scos).toMatchObject({
      one: {
        visit: 'terminated',
        visits: 1,
        elements: {
          'cmi.suspend_data': expected,
          'cmi.interactions.0.id': 'q0',
          'cmi.interactions.1.id': 'q2',
          'cmi.location': '',
          'cmi.exit': 'suspend',
        },
      },
    });
  });

  it('say once what progressed, and completed and passed never go back', async () => {
    const learner = await aLearner(school, { masteryScore: 80 });
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    const mine = async () => (await school.said('unit.progressed')).filter((item) => item.unitId === learner.unitId);
    await player.commit(epoch, records(1, opened, initialized, set('cmi.core.lesson_status', 'incomplete')));
    await player.commit(epoch, records(4, set('cmi.core.lesson_location', '1'), set('cmi.core.session_time', '00:10:00')));
    expect(await mine()).toMatchObject([{ completion: 'incomplete', success: 'unknown', progress: 0, score: null }]);
    await player.commit(epoch, records(6, set('cmi.core.score.raw', '90'), set('cmi.core.lesson_status', 'completed'), terminated));
    const passed = {
      enrollmentId: learner.enrollmentId,
      unitId: learner.unitId,
      completion: 'completed',
      success: 'passed',
      progress: 1,
      score: 0.9,
    };
    expect((await mine()).slice(1)).toEqual([passed]);
    const next = await player.lease();
    await player.commit(
      next.epoch,
      records(1, opened, initialized, set('cmi.core.score.raw', '10'), set('cmi.core.lesson_status', 'incomplete'), terminated),
    );
    expect(await live(player.launched['attemptId'])).toMatchObject([
      { completion: 'completed', success: 'passed', scaled: 0.9, progress: 1 },
    ]);
    expect(await mine()).toHaveLength(2);
    const results = await school.sql(`select completion, success, score, progress from content.pub_unit_result where unit_id = $1`, [
      learner.unitId,
    ]);
    expect(results).toEqual([{ completion: 'completed', success: 'passed', score: 0.9, progress: 1 }]);
  });

  it('of several items roll up to the worst, and many learners share a transaction', async () => {
    const learners = await Promise.all([1, 2, 3, 4, 5].map(() => aLearner(school, { scos: ['one', 'two'] })));
    const players = await Promise.all(learners.map((learner) => APlayer.open(school, learner)));
    const epochs = await Promise.all(players.map(async (player) => (await player.lease()).epoch));
    const finish = (scoId: string) =>
      [opened, initialized, set('cmi.core.lesson_status', 'completed'), terminated].map((each) => ({ ...each, scoId }));
    await Promise.all(players.map((player, at) => player.commit(epochs[at]!, records(1, ...finish('one')))));
    for (const player of players)
      expect(await live(player.launched['attemptId'])).toMatchObject([{ completion: 'incomplete', progress: 0.5 }]);
    await Promise.all(players.map((player, at) => player.commit(epochs[at]!, records(5, ...finish('two')))));
    for (const player of players)
      expect(await live(player.launched['attemptId'])).toMatchObject([{ completion: 'completed', progress: 1 }]);
  });

  it('leave an audit chain that fits the attempts', async () => {
    const owner = new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
    const report = await verifyAudit(owner).finally(() => owner.end());
    expect(report.broken).toBeUndefined();
    expect(report.items).toBeGreaterThan(10);
  });
});
