import { describe, expect, it } from '@jest/globals';
import type { RuntimeLeased, RuntimeRecord } from '@aula/contracts';
import { house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, initialized, left, opened, paused, records, set, terminated } from './a-launch.js';

const school = await house(ContentModule);

describe('a lease', () => {
  it('counts up, and gives the items and the data as they stand', async () => {
    const player = await APlayer.open(school, await aLearner(school, { scos: ['one', 'two'] }));
    const first = await player.lease();
    expect(first).toMatchObject({
      epoch: 1,
      standard: 'scorm-1.2',
      bothApis: false,
      mode: 'normal',
      learner: { name: 'Pérez, Ana', language: 'es' },
      scos: {},
      current: 'one',
      course: { completion: 'not attempted' },
    });
    expect((first.items as { identifier: string }[]).map((item) => item.identifier)).toEqual(['one', 'two']);
    expect((await player.lease()).epoch).toBe(2);
  });

  it('is refused while another device is at work, until it is taken over or the other has left', async () => {
    const learner = await aLearner(school);
    const [here, there] = [await APlayer.open(school, learner), await APlayer.open(school, learner)];
    const { epoch } = await here.lease({ device: 'here' });
    await there.askLease({ device: 'there' }).expectProblem(409, 'content.attempt-held');
    expect((await here.lease({ device: 'here' })).epoch).toBe(epoch + 1);
    expect((await there.lease({ device: 'there', takeOver: true })).epoch).toBe(epoch + 2);
    await there.commit(epoch + 2, records(1, opened, paused));
    expect((await here.lease({ device: 'here' })).epoch).toBe(epoch + 3);
  });

  it('is held by whoever is still there, however long they watch without a record', async () => {
    const learner = await aLearner(school);
    const [here, there] = [await APlayer.open(school, learner), await APlayer.open(school, learner)];
    const { epoch } = await here.lease({ device: 'here' });
    const minutesPass = () =>
      school.sql(
        `update content.attempt set busy_until = clock_timestamp() - interval '1 second' where id = $1 and busy_until is not null`,
        [here.launched['attemptId']],
      );
    await minutesPass();
    await here.present(epoch).expect(204);
    await there.askLease({ device: 'there' }).expectProblem(409, 'content.attempt-held');
    await here.present(epoch + 1).expectProblem(400, 'content.epoch-unknown');
    await minutesPass();
    const second = await there.lease({ device: 'there' });
    const stale = await here.present(epoch, 'nonce-late').expectProblem(409, 'content.stale-epoch');
    expect(stale).toMatchObject({ current: second.epoch, quarantinedThrough: 0, nonce: 'nonce-late' });
    // whoever said goodbye holds nothing any more, also when the last sign of life comes after it
    await there.commit(second.epoch, records(1, opened, paused));
    await there.present(second.epoch).expect(204);
    expect((await here.lease({ device: 'here' })).epoch).toBe(second.epoch + 1);
  });

  it('that was not closed properly is told to its learner, until the device has the unit open again', async () => {
    const learner = await aLearner(school);
    const player = await APlayer.open(school, learner);
    const first = await player.lease({ device: 'phone' });
    const told = async (client = learner.client) =>
      (await client.get(`/api/content/unclosed-visits?enrollmentId=${learner.enrollmentId}`).expect<{ items: object[] }>(200)).body.items;
    await player.commit(first.epoch, records(1, opened, initialized));
    expect(await told()).toEqual([]);
    await school.sql(`update content.attempt set busy_until = '2026-03-01T10:02:00Z' where id = $1`, [player.launched['attemptId']]);
    expect(await told()).toEqual([{ unitId: learner.unitId, lastHeardAt: '2026-03-01T10:00:00.000Z' }]);
    expect(await told((await aLearner(school)).client)).toEqual([]);
    const second = await player.lease({ device: 'phone' });
    expect(await told()).toEqual([]);
    await player.commit(second.epoch, records(1, opened, left('exit')));
    expect(await told()).toEqual([]);
  });

  it('is told of by the player of an attempt that counts alone', async () => {
    const learner = await aLearner(school);
    const [player, other] = [await APlayer.open(school, learner), await APlayer.open(school, await aLearner(school))];
    const { epoch } = await player.lease();
    await player
      .as({ token: 'x'.repeat(43) })
      .present(epoch)
      .expectProblem(401, 'content.token-refused');
    await other.as({ host: player.host }).present(epoch).expectProblem(401, 'content.token-refused');
    await school.hears('enrollment.withdrawn', [{ enrollmentId: learner.enrollmentId, personId: learner.actor.personId }] as never);
    await player.present(epoch).expectProblem(410, 'content.enrollment-withdrawn');
  });

  it('tells how long items with a time limit have been open, whatever their content reports', async () => {
    const timed = { organization: '', sco: '<adlcp:maxtimeallowed>00:10:00</adlcp:maxtimeallowed>' };
    const player = await APlayer.open(school, await aLearner(school, { scos: ['one', 'two'], sequencing: timed }));
    const attemptId = player.launched['attemptId'];
    const begunAgo = (epoch: number, seconds: number) =>
      school.sql(`update content.lease set at = at - make_interval(secs => $3) where attempt_id = $1 and epoch = $2`, [
        attemptId,
        epoch,
        seconds,
      ]);
    const at = (seconds: number, draft: Partial<RuntimeRecord>) => ({ ...draft, t: 1_700_000_000_000 + seconds * 1_000 });
    const seconds = ({ openSeconds = {} }: RuntimeLeased) =>
      Object.entries(openSeconds).map(([id, spent]) => [id, Math.round(spent / 10) * 10]);
    const first = await player.lease();
    expect(seconds(first)).toEqual([]);
    await begunAgo(first.epoch, 500);
    const two = { scoId: 'two' };
    await player.commit(
      first.epoch,
      records(1, at(0, opened), at(60, left('continue')), at(70, { ...opened, ...two }), at(100, { ...initialized, ...two })),
    );
    const second = await player.lease();
    expect(seconds(second)).toEqual([['one', 60], ['two', 30]]); // prettier-ignore
    await begunAgo(second.epoch, 200);
    await player.commit(second.epoch, records(1, at(0, opened), at(86_400, left('closed')))); // the device's clock was set meanwhile
    const third = await player.lease();
    expect(seconds(third)).toEqual([['one', 260], ['two', 30]]); // prettier-ignore
    await player.commit(third.epoch, records(1, at(0, { ...opened, value: 'anew' })));
    await school.sql(`update content.attempt set busy_until = clock_timestamp() + interval '3 minutes' where id = $1`, [attemptId]);
    await begunAgo(third.epoch, 60);
    expect(seconds(await player.lease())).toEqual([['one', 60], ['two', 30]]); // prettier-ignore
    expect((await (await APlayer.open(school, await aLearner(school))).lease()).openSeconds).toBeUndefined();
  });

  it('tells it of a device, too, whose clock says what no calendar holds', async () => {
    const timed = { organization: '', sco: '<adlcp:maxtimeallowed>00:10:00</adlcp:maxtimeallowed>' };
    const player = await APlayer.open(school, await aLearner(school, { scos: ['one'], sequencing: timed }));
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, { ...opened, t: -1e308 }, { ...left('continue'), t: 1e308 }));
    const open = (await player.lease()).openSeconds!['one']!;
    expect(open).toBeGreaterThanOrEqual(0);
    expect(open).toBeLessThan(60); // the server's clock holds it
  });

  it('needs the sign-in it came from; handing in records does not', async () => {
    const learner = await aLearner(school);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await school.sql(`update testing.identity_pub_session set expires_at = clock_timestamp() where person_id = $1`, [
      learner.actor.personId,
    ]);
    await player.askLease().expectProblem(401, 'content.sign-in-needed');
    expect(await player.commit(epoch, records(1, opened))).toBe(1);
  });

  it('opens where the learner was: at the item left open, after an exit at the first unfinished one', async () => {
    const player = await APlayer.open(school, await aLearner(school, { scos: ['one', 'two', 'three'] }));
    const first = await player.lease();
    const two = { scoId: 'two' };
    await player.commit(first.epoch, records(1, { ...opened, ...two }, { ...paused, ...two }));
    const second = await player.lease();
    expect(second.current).toBe('two');
    const done = [opened, initialized, set('cmi.core.lesson_status', 'completed'), terminated, left('continue')];
    const begun = [opened, initialized, set('cmi.core.lesson_status', 'incomplete'), terminated, left('exit')].map((each) => ({
      ...each,
      ...two,
    }));
    await player.commit(second.epoch, records(1, ...done, ...begun));
    expect((await player.lease()).current).toBe('two');
    const third = await player.lease();
    await player.commit(third.epoch, records(1, ...done.map((each) => ({ ...each, ...two })), { ...left('exit'), ...two }));
    expect((await player.lease()).current).toBe('three');
  });
});
