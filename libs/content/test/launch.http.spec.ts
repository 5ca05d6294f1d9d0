import { describe, expect, it } from '@jest/globals';
import { house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, initialized, left, opened, paused, records, set, terminated } from './a-launch.js';

const school = await house(ContentModule);
const live = (attemptId: unknown) =>
  school.sql<Record<string, unknown>>(`select epoch::int, last_seq::int from content.attempt where id = $1`, [attemptId]);

describe('a launch', () => {
  it('gives an address on the host of the attempt, whose code works once, there, and for a minute', async () => {
    const learner = await aLearner(school);
    const wish = { enrollmentId: learner.enrollmentId, unitId: learner.unitId };
    const { body } = await learner.client.post('/api/content/launches', wish).expect<{ url: string }>(201);
    expect(body.url).toMatch(/^http:\/\/[a-z2-7]{26}\.content\.test\/_p\/#[\w-]{43}$/);
    const { hostname, hash } = new URL(body.url);
    const redeem = (host: string) => school.visitor({ host }).post('/_rt/launch', { launchCode: hash.slice(1) });
    await redeem(`${'a'.repeat(26)}.content.test`).expectProblem(410, 'content.launch-code-spent');
    const first = await redeem(hostname).expect<Record<string, string>>(201);
    expect(first.body).toMatchObject({
      title: 'Unidad',
      language: 'es',
      mode: 'normal',
      academyUrl: `http://academy.test/learning/${learner.enrollmentId}`,
    });
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.headers['set-cookie']).toMatch(/^aula_files=[\w-]{43}; Path=\/c\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
    await redeem(hostname).expectProblem(410, 'content.launch-code-spent');

    const late = (await learner.client.post('/api/content/launches', wish).expect<{ url: string }>(201)).body.url;
    await school.sql(`update content.launch set code_expires_at = clock_timestamp() where token_hash is null`);
    await school
      .visitor({ host: hostname })
      .post('/_rt/launch', { launchCode: new URL(late).hash.slice(1) })
      .expectProblem(410, 'content.launch-code-spent');
  });

  it('leaves its code nowhere but in its answer', async () => {
    const learner = await aLearner(school);
    const wish = { enrollmentId: learner.enrollmentId, unitId: learner.unitId };
    const keyed = learner.client.with({ 'idempotency-key': 'launch-once' });
    await keyed.post('/api/content/launches', wish).expect(201);
    await keyed.post('/api/content/launches', wish).expectProblem(409, 'answer-not-kept');
    expect(await school.sql(`select status, body from platform.idempotency where key = 'launch-once'`)).toEqual([
      { status: 201, body: null },
    ]);
  });

  it('keeps one attempt, one host and one package for the unit, also when two tabs ask at once', async () => {
    const learner = await aLearner(school);
    const players = await Promise.all([APlayer.open(school, learner), APlayer.open(school, learner), APlayer.open(school, learner)]);
    expect(new Set(players.map((player) => player.launched['attemptId'])).size).toBe(1);
    expect(new Set(players.map((player) => player.host)).size).toBe(1);
    expect(new Set(players.map((player) => player.token)).size).toBe(3);
  });

  it('is for the learner alone, for a package, and while the enrollment is open', async () => {
    const [learner, other] = [await aLearner(school), await aLearner(school)];
    const { enrollmentId, unitId } = learner;
    await other.client.post('/api/content/launches', { enrollmentId, unitId }).expectProblem(404, 'not-found');
    await learner.client.post('/api/content/launches', { enrollmentId, unitId: other.unitId }).expectProblem(404, 'not-found');
    await school.visitor().post('/api/content/launches', { enrollmentId, unitId }).expectProblem(401, 'not-signed-in');
    for (const enrollment of [{ state: 'withdrawn' }, { state: 'pending' }, { opens_at: '2098-01-01T00:00:00Z' }]) {
      const closed = await aLearner(school, { enrollment });
      const wish = { enrollmentId: closed.enrollmentId, unitId: closed.unitId };
      await closed.client.post('/api/content/launches', wish).expectProblem(409, 'content.enrollment-not-open');
    }
    const unready = await aLearner(school);
    await school.sql(`update content.package set state = 'queued' where id = $1`, [unready.packageId]);
    await unready.client
      .post('/api/content/launches', { enrollmentId: unready.enrollmentId, unitId: unready.unitId })
      .expectProblem(409, 'content.package-not-ready');
  });

  it('opens what is over for review: the data are there, no lease is taken, what a device kept is still taken in', async () => {
    const learner = await aLearner(school);
    const before = await APlayer.open(school, learner);
    const { epoch } = await before.lease();
    await before.commit(epoch, records(1, opened, initialized, set('cmi.core.lesson_status', 'completed')));
    await school.sql(`update testing.enrollment_pub_enrollment set closes_at = '2021-01-01' where id = $1`, [learner.enrollmentId]);
    const player = await APlayer.open(school, learner);
    expect(player.launched).toMatchObject({ mode: 'review' });
    const leased = await player.lease();
    expect(leased).toMatchObject({ epoch, mode: 'review', course: { completion: 'completed' } });
    expect(await live(player.launched['attemptId'])).toMatchObject([{ epoch, last_seq: 3 }]);
    expect(await player.commit(epoch, records(4, left('closed')))).toBe(4);
  });
});

describe('another attempt at a unit', () => {
  const again = (learner: Awaited<ReturnType<typeof aLearner>>) =>
    learner.client.post('/api/content/launches', { enrollmentId: learner.enrollmentId, unitId: learner.unitId, attempt: 'new' });
  const finished = async (...status: string[]) => {
    const learner = await aLearner(school);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, opened, initialized, ...status.map((each) => set('cmi.core.lesson_status', each))));
    return { learner, player, epoch };
  };

  it.each(['completed', 'failed'])('begins from nothing when the one before is %s, and leaves that as it stands', async (status) => {
    const { learner, player: before, epoch } = await finished(status);
    const player = await APlayer.at(school, (await again(learner).expect<{ url: string }>(201)).body.url);
    expect(player.host).not.toBe(before.host);
    expect(await player.lease()).toMatchObject({ epoch: 1, mode: 'normal', scos: {}, course: { completion: 'not attempted' } });
    expect(await before.commit(epoch, records(4, left('closed')))).toBe(4);
    const all = await school.sql(`select number, completion, success from content.attempt where enrollment_id = $1 order by number`, [
      learner.enrollmentId,
    ]);
    expect(all).toMatchObject([{ number: 1 }, { number: 2, completion: 'not attempted', success: 'unknown' }]);
    const later = await APlayer.open(school, learner);
    expect(later.host).toBe(player.host);
  });

  it('is one, however often it is asked for', async () => {
    const { learner } = await finished('completed');
    const urls = await Promise.all(Array.from({ length: 5 }, () => again(learner).expect<{ url: string }>(201)));
    expect(new Set(urls.map(({ body }) => new URL(body.url).hostname)).size).toBe(1);
  });

  it('waits until the one before is finished, and does not begin after the end', async () => {
    const { learner } = await finished('incomplete');
    await again(learner).expectProblem(409, 'content.attempt-unfinished');
    const { learner: late } = await finished('passed');
    await school.sql(`update testing.enrollment_pub_enrollment set closes_at = '2021-01-01' where id = $1`, [late.enrollmentId]);
    await again(late).expectProblem(409, 'content.enrollment-not-open');
  });

  it('is begun again after a completed course, where the finished one would open for review', async () => {
    const { learner } = await finished('completed');
    await school.sql(`update testing.enrollment_pub_enrollment set state = 'completed' where id = $1`, [learner.enrollmentId]);
    expect((await APlayer.open(school, learner)).launched).toMatchObject({ mode: 'review' });
    const player = await APlayer.at(school, (await again(learner).expect<{ url: string }>(201)).body.url);
    expect(player.launched).toMatchObject({ mode: 'normal' });
  });
});

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

describe('A8: access to one attempt', () => {
  it('opens nothing of another, nor on another host', async () => {
    const [mine, other] = [await APlayer.open(school, await aLearner(school)), await APlayer.open(school, await aLearner(school))];
    await mine.as({ host: other.host }).askLease().expectProblem(401, 'content.token-refused');
    await mine.as({ token: other.token }).askLease().expectProblem(401, 'content.token-refused');
    await mine
      .as({ token: 'x'.repeat(43) })
      .send(1, records(1, opened))
      .expectProblem(401, 'content.token-refused');
    expect((await mine.file('one.html', { cookie: other.cookie })).status).toBe(401);
    expect((await mine.file('one.html', { cookie: '' })).status).toBe(401);
    expect((await mine.file('one.html', { host: other.host })).status).toBe(401);
    expect((await mine.file('one.html')).status).toBe(200);
    expect((await mine.file('one.html', { host: other.host })).status).toBe(401); // also of what is in memory by now
  });

  it('is not taken from a learner by a cookie that other content planted for all hosts', async () => {
    const [mine, other] = [await APlayer.open(school, await aLearner(school)), await APlayer.open(school, await aLearner(school))];
    for (const cookie of [`${other.cookie}; ${mine.cookie}`, `aula_files=; aula_files=x y; ${mine.cookie}; ${other.cookie}`])
      for (const time of ['by its route', 'from memory'])
        expect([time, (await mine.file('one.html', { cookie })).status]).toEqual([time, 200]);
  });
});

describe('access', () => {
  it('to the runtime is there on content hosts alone, and to the academy on none of them', async () => {
    const learner = await aLearner(school);
    const player = await APlayer.open(school, learner);
    await school
      .visitor()
      .post('/_rt/launch', { launchCode: 'x'.repeat(43) })
      .expectProblem(404, 'not-found');
    await learner.client
      .with({ host: player.host })
      .post('/api/content/launches', { enrollmentId: learner.enrollmentId, unitId: learner.unitId })
      .expectProblem(404, 'not-found');
    const foreign = school.visitor({ host: player.host, origin: 'http://evil.test', authorization: `Bearer ${player.token}` });
    await foreign.post('/_rt/lease', {}).expectProblem(403, 'origin-refused');
  });

  it('ends with a withdrawal, in words; what was acknowledged stays, what comes later is set aside', async () => {
    const learner = await aLearner(school);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, opened));
    const { enrollmentId } = learner;
    await school.hears('enrollment.withdrawn', [{ enrollmentId, personId: learner.actor.personId, editionId: enrollmentId }] as never);
    const late = player.send(epoch, records(1, opened, initialized), 'nonce-410');
    expect(await late.expectProblem(410, 'content.enrollment-withdrawn')).toMatchObject({ quarantinedThrough: 2, nonce: 'nonce-410' });
    expect(await player.send(epoch + 1, records(1, opened)).expectProblem(410, 'content.enrollment-withdrawn')).not.toHaveProperty('nonce');
    const aside = `select seq::int, reason from content.quarantine where attempt_id = $1`;
    expect(await school.sql(aside, [player.launched['attemptId']])).toEqual([{ seq: 2, reason: 'withdrawn' }]);
    await player.askLease().expectProblem(410, 'content.enrollment-withdrawn');
    expect((await player.file('one.html')).status).toBe(410);
    expect(await live(player.launched['attemptId'])).toMatchObject([{ epoch, last_seq: 1 }]);
  });

  it('is renewed by use, lapses after twelve hours to handing in alone, and after thirty days for good', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    const age = (expires: string, commits: string) =>
      school.sql(
        `update content.launch set expires_at = clock_timestamp() + $2::interval, commits_until = clock_timestamp() + $3::interval where attempt_id = $1`,
        [player.launched['attemptId'], expires, commits],
      );
    await age('1 hour', '20 days');
    await player.commit(epoch, records(1, opened));
    const [renewed] = await school.sql<{ hours: number }>(
      `select extract(epoch from expires_at - clock_timestamp())::float8 / 3600 as hours from content.launch where attempt_id = $1`,
      [player.launched['attemptId']],
    );
    expect(renewed!.hours).toBeGreaterThan(11.9);
    await age('-1 second', '20 days');
    await player.askLease().expectProblem(401, 'content.sign-in-needed');
    expect((await player.file('one.html')).status).toBe(401);
    expect(await player.commit(epoch, records(2, initialized))).toBe(2);
    await age('-1 day', '-1 second');
    await player.send(epoch, records(3, terminated)).expectProblem(401, 'content.token-refused');
  });

  it('that has lapsed is removed, a day later; attempts and records stay', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, opened));
    const launches = () => school.sql(`select 1 from content.launch where attempt_id = $1`, [player.launched['attemptId']]);
    const age = (interval: string) =>
      school.sql(
        `update content.launch set code_expires_at = clock_timestamp() - $2::interval, commits_until = clock_timestamp() - $2::interval where attempt_id = $1`,
        [player.launched['attemptId'], interval],
      );
    const clean = async () => {
      await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'content.remove-launches')`);
      await school.settle();
    };
    await age('23 hours');
    await clean();
    expect(await launches()).toHaveLength(1);
    await age('25 hours');
    await clean();
    expect(await launches()).toEqual([]);
    expect(await live(player.launched['attemptId'])).toMatchObject([{ epoch, last_seq: 1 }]);
  });
});
