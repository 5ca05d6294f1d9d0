import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RuntimeFiles } from '@aula/contracts';
import { house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, initialized, opened, records, set, terminated } from './a-launch.js';
import { attemptsIn } from './an-attempt.js';

const playerDist = mkdtempSync(path.join(tmpdir(), 'aula-player-'));
mkdirSync(path.join(playerDist, 'assets'));
writeFileSync(path.join(playerDist, 'player.html'), '<title>player</title>');
writeFileSync(path.join(playerDist, 'assets', 'player-1.js'), 'run()');
writeFileSync(path.join(playerDist, 'sw.js'), 'keep()');
const school = await house(ContentModule, { settings: { playerDist } });
const files = { 'a b/ñandú.html': { body: 'ñ', type: 'text/html' }, 'video.mp4': { body: Buffer.alloc(700_000, 'v'), type: 'video/mp4' } };
const player = await APlayer.open(school, await aLearner(school, { files }));

const { live, recorded, quarantined } = attemptsIn(school);

describe('the worker of a kept course', () => {
  const script = { 'service-worker': 'script' };

  it('is the one script that may become one, over its own host alone', async () => {
    const answer = await player.get('/sw.js', script);
    expect([answer.status, answer.text, answer.headers['cache-control']]).toEqual([200, 'keep()', 'no-cache']);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['service-worker-allowed']).toBeUndefined();
    expect((await player.get('/sw.js', { ...script, 'if-none-match': String(answer.headers['etag']) })).status).toBe(304);
    for (const other of ['/sw.js?x', '/sw.js/', '//sw.js', '/%73w.js', '/_p/sw.js', '/_p/assets/player-1.js', '/no-such-route'])
      expect([other, (await player.get(other, script)).status]).toEqual([other, 403]);
  });

  it('is not there on the academy', async () => {
    await school.visitor().get('/sw.js').expectProblem(404, 'not-found');
  });
});

describe('what a device keeps', () => {
  const asked = (who: APlayer, token = who.token) => who.get('/_rt/files', { authorization: `Bearer ${token}` });
  const codeOf = (answer: { text: string }): unknown => (JSON.parse(answer.text) as { code: string }).code;

  it('is listed with its sizes, the player too, and kept by nobody on the way', async () => {
    const answer = await asked(player);
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const { files: listed, player: names } = JSON.parse(answer.text) as RuntimeFiles;
    expect(Object.fromEntries(listed.map(({ path: name, size }) => [name, size]))).toEqual({
      ...Object.fromEntries(Object.entries(files).map(([name, { body }]) => [name, Buffer.byteLength(body)])),
      'one.html': 10,
    });
    expect(names.toSorted()).toEqual(['', 'assets/player-1.js']);
  });

  it('is told to the player of an attempt that counts, while its token is fresh, on its own host', async () => {
    expect((await player.get('/_rt/files')).status).toBe(401);
    expect(codeOf(await asked(player, 'guessed'))).toBe('content.token-refused');
    const other = await APlayer.open(school, await aLearner(school));
    expect(codeOf(await asked(other.as({ host: player.host })))).toBe('content.token-refused');
    for (const what of [`mode = 'review'`, `expires_at = clock_timestamp()`]) {
      const learner = await APlayer.open(school, await aLearner(school));
      await school.sql(`update content.launch set ${what} where attempt_id = $1`, [learner.launched['attemptId']]);
      expect([what, codeOf(await asked(learner))]).toEqual([what, 'content.token-refused']);
    }
  });
});

describe('a device that keeps the course', () => {
  const device = 'phone';
  const begun = async () => {
    const learner = await aLearner(school);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease({ device });
    await player.commit(epoch, records(1, opened, initialized, set('cmi.core.lesson_location', '3')));
    return { learner, player, epoch };
  };

  it('goes on in its own lease, so that a lost answer parts it from nothing', async () => {
    const { player, epoch } = await begun();
    const goesOn = { epoch, seq: 3 };
    const lost = await player.lease({ device, goesOn });
    const again = await player.lease({ device, goesOn });
    expect([lost, again].map((leased) => [leased.epoch, leased.seq])).toEqual([
      [epoch, 3],
      [epoch, 3],
    ]);
    expect(again.scos).toMatchObject({ one: { elements: { 'cmi.core.lesson_location': '3' } } });
    expect(await player.commit(epoch, records(4, opened, initialized, set('cmi.core.lesson_location', '4')))).toBe(6);
    expect(await quarantined(player.launched['attemptId'])).toEqual([]);
  });

  it('takes the next lease where it does not know all of this one, where another device had the course, and where it takes over', async () => {
    const { learner, player, epoch } = await begun();
    expect(await player.lease({ device, goesOn: { epoch, seq: 2 } })).toMatchObject({ epoch: epoch + 1, seq: 0 });
    expect(await player.lease({ device, goesOn: { epoch, seq: 3 } })).toMatchObject({ epoch: epoch + 2, seq: 0 });
    const other = await APlayer.open(school, learner);
    await other.lease({ device: 'desk', takeOver: true });
    const back = { device, takeOver: true, goesOn: { epoch: epoch + 3, seq: 0 } };
    expect(await player.lease(back)).toMatchObject({ epoch: epoch + 4, seq: 0 });
    expect(await player.lease({ ...back, goesOn: { epoch: epoch + 4, seq: 0 } })).toMatchObject({ epoch: epoch + 5 });
  });

  it('hands in what it recorded without a line as the continuation; after a take-over it is set aside', async () => {
    const { learner, player, epoch } = await begun();
    await player.commit(epoch, records(4, opened, initialized, set('cmi.core.lesson_status', 'passed'), terminated));
    expect(await live(player.launched['attemptId'])).toMatchObject([{ epoch, last_seq: 7, completion: 'completed' }]);
    const other = await APlayer.open(school, learner);
    await other.lease({ device: 'desk', takeOver: true });
    await player.send(epoch, records(8, opened)).expectProblem(409, 'content.stale-epoch');
    expect(await quarantined(player.launched['attemptId'])).toEqual([{ epoch, seq: 8 }]);
  });

  it('that lost its last records and gave their numbers out again loses nothing of either', async () => {
    const { player, epoch } = await begun();
    const [third, fourth] = records(3, set('cmi.core.lesson_location', '8'), set('cmi.core.lesson_location', '9'));
    const late = [third!, fourth!].map((record) => ({ ...record, t: record.t + 60_000 }));
    for (let again = 0; again < 2; again++) {
      const problem = await player.send(epoch, late, 'nonce-parted').expectProblem(409, 'content.stale-epoch');
      expect(problem).toMatchObject({ current: epoch, quarantinedThrough: 4, nonce: 'nonce-parted' });
    }
    expect(await quarantined(player.launched['attemptId'])).toEqual([
      { epoch, seq: 3 },
      { epoch, seq: 4 },
    ]);
    expect((await recorded(player.launched['attemptId'])).map(({ value }) => value)).toEqual(['sco', null, '3']);
    expect(await live(player.launched['attemptId'])).toMatchObject([{ epoch, last_seq: 3 }]);
  });
});
