import { describe, expect, it } from '@jest/globals';
import { house, type Answer } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, initialized, opened, records, set } from './a-launch.js';

const school = await house(ContentModule);

describe('the direct way of a commit', () => {
  const json = { 'content-type': 'application/json' };
  /** The same to every reader, and not to the short way. */
  const long = { 'content-type': 'application/json; charset=utf-8' };
  const fastify = school.app.getHttpAdapter().getInstance();
  let routed = 0;
  const routing = fastify.routing.bind(fastify);
  fastify.routing = (request, response) => {
    routed++;
    routing(request, response);
  };
  /** What was answered but for what differs from request to request, and whether a route did it. */
  const said = async (player: APlayer, body: object | string, headers: Record<string, string>) => {
    const before = routed;
    const { status, headers: all, text } = await player.post(body, headers);
    const told = Object.entries(all).filter(([name]) => !['x-request-id', 'date'].includes(name));
    expect(all['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const words = text.replaceAll(String(all['x-request-id']), '');
    return { answer: { status, headers: Object.fromEntries(told), words }, byRoute: routed > before };
  };

  it('answers as its route does, refusals too, in every language', async () => {
    const learner = await aLearner(school);
    const [old, player] = [await APlayer.open(school, learner), await APlayer.open(school, learner)];
    const stale = (await old.lease()).epoch;
    const { epoch } = await player.lease({ takeOver: true });
    const withdrawn = await APlayer.open(school, await aLearner(school));
    await school.sql(`update content.launch set revoked_at = clock_timestamp() where attempt_id = $1`, [withdrawn.launched['attemptId']]);
    const elsewhere = await APlayer.open(school, await aLearner(school));
    const body = (from: number, of = epoch) => ({ epoch: of, nonce: 'nonce-123', records: records(from, opened, initialized) });
    const origin = { origin: `http://${player.host}` };
    const wishes: [number, APlayer, object, Record<string, string>?][] = [
      [200, player, body(1)],
      [200, player, body(1), origin],
      [200, player, { ...body(1), token: player.token }, { authorization: '' }],
      [401, player.as({ token: 'none' }), body(1)],
      [401, player, body(1), { authorization: '' }],
      [401, player.as({ host: elsewhere.host }), body(1), { 'accept-language': 'fr' }],
      [410, withdrawn, body(1), { 'accept-language': 'pt-BR' }],
      [409, old, body(1, stale), { 'accept-language': 'en' }],
      [412, player, body(9)],
      [400, player, body(1, epoch + 1)],
    ];
    for (const [status, who, what, headers = {}] of wishes) {
      const [short, whole] = [await said(who, what, { ...json, ...headers }), await said(who, what, { ...long, ...headers })];
      expect(short).toMatchObject({ answer: { status }, byRoute: false });
      expect(whole).toEqual({ answer: short.answer, byRoute: true });
    }
  });

  it('is left by what is unusual or wrong, unharmed', async () => {
    const player = await APlayer.open(school, await aLearner(school));
    const { epoch } = await player.lease();
    const body = { epoch, nonce: 'nonce-123', records: records(1, opened, set('cmi.comments', '__proto__')) };
    const wrong: [number, object | string, Record<string, string>?][] = [
      [200, body],
      [400, { ...body, records: [] }],
      [400, { ...body, epoch: 'x' }],
      [400, '{"epoch":1,'],
      [400, JSON.stringify(body).replace('"nonce"', '"__proto__":{},"nonce"')],
      [400, JSON.stringify(body).replace('"nonce"', '"\\u005f_proto__":{},"nonce"')],
      [413, { ...body, nonce: 'x'.repeat(1_100_000) }],
      [403, body, { origin: 'http://evil.test' }],
      [403, body, { 'sec-fetch-site': 'cross-site' }],
      [403, body, { 'service-worker': 'script' }],
    ];
    for (const [status, what, headers = {}] of wrong) {
      const before = routed;
      const short = await player.post(what, { ...json, ...headers });
      expect(routed).toBe(before + 1);
      const whole = await player.post(what, { ...long, ...headers });
      expect([short.status, whole.status]).toEqual([status, status]);
      const words = ({ headers: { 'x-request-id': id }, text }: Answer): string => text.replaceAll(String(id ?? '-'), '');
      expect(words(short)).toBe(words(whole));
    }
  });
});
