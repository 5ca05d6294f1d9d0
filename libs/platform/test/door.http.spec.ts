import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { doorLimits, openHouse, openLog } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import pg from 'pg';
import { problemAnswer } from '../src/http/problem.filter.js';
import { BareModule, HandlerlessModule, NoteModule, TwiceModule, scratchTable } from './a-house.js';

const school = await house(NoteModule, { drivers: { limits: { ...doorLimits, lock: 200 } } });
await school.sql(scratchTable);
const wake = { ordered: () => undefined, recorded: () => undefined };
const officer = school.as(anActor());
const notes = async (text: string): Promise<number> =>
  (await school.sql<{ n: number }>(`select count(*)::int as n from enrollment.scratch where kind = 'note' and body = $1`, [text]))[0]!.n;

it('lets visitors use a route of everyone, with security headers and a request number', async () => {
  const answer = await school.visitor().get('/api/enrollment/notes').expect(200);
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});
it('answers 304 to a reader who has the present state', async () => {
  const first = await school.visitor().get('/api/enrollment/notes').expect(200);
  await school
    .visitor({ 'if-none-match': String(first.headers['etag']) })
    .get('/api/enrollment/notes')
    .expect(304);
  await school.visitor({ 'if-none-match': 'W/"other"' }).get('/api/enrollment/notes').expect(200);
  const known = [`"some", ${String(first.headers['etag'])}, W/"other"`, String(first.headers['etag']).replace('W/', ''), '*'];
  for (const tags of known) await school.visitor({ 'if-none-match': tags }).get('/api/enrollment/notes').expect(304);
});
it('sends what is worth it compressed as the reader takes it, under one tag', async () => {
  const taking = (coding: string, headers = {}) =>
    school.visitor({ 'accept-encoding': coding, ...headers }).get('/api/enrollment/notes/long');
  const plain = await taking('identity').expect(200);
  expect(plain.headers).not.toHaveProperty('content-encoding');
  for (const [taken, coding] of Object.entries({ 'gzip, br': 'br', 'br;q=0, gzip': 'gzip' })) {
    const sent = await taking(taken).expect(200);
    expect(sent.headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding', etag: plain.headers['etag'] });
    expect(sent.text).toBe(plain.text);
    expect(sent.bytes.length).toBeLessThan(plain.bytes.length / 10);
  }
  const unchanged = await taking('br', { 'if-none-match': String(plain.headers['etag']) }).expect(304);
  expect(unchanged.headers).toMatchObject({ vary: 'accept-encoding' });
  expect((await school.visitor({ 'accept-encoding': 'br' }).get('/api/enrollment/notes').expect(200)).headers).not.toHaveProperty(
    'content-encoding',
  );
});
it('asks who is there before anything else', async () => {
  await school.visitor().post('/api/enrollment/notes', { text: 'unsigned' }).expectProblem(401, 'not-signed-in');
  await school.bearing('no-such-token').post('/api/enrollment/notes', { text: 'unsigned' }).expectProblem(401, 'not-signed-in');
  expect(await notes('unsigned')).toBe(0);
});
it('names each wrong member of a body, in the language asked for', async () => {
  const problem = await officer
    .with({ 'accept-language': 'fr-CA,fr;q=0.9' })
    .post('/api/enrollment/notes', { text: 'x', extra: 1 })
    .expectProblem(400, 'invalid-request');
  expect(problem.errors).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'text' })]));
  expect(problem.detail).toContain('corriger');
});
it('refuses pages of other origins, and lets the own page and scripts in', async () => {
  const body = { text: 'origin' };
  await officer.with({ origin: 'http://evil.test' }).post('/api/enrollment/notes', body).expectProblem(403, 'origin-refused');
  await officer.with({ 'sec-fetch-site': 'cross-site' }).post('/api/enrollment/notes', body).expectProblem(403, 'origin-refused');
  await officer.with({ origin: 'http://academy.test' }).post('/api/enrollment/notes', body).expect(201);
  expect(await notes('origin')).toBe(1);
});
it('keeps the academy’s routes off the content origin', async () => {
  await school.visitor({ host: 'abc.content.test' }).get('/api/enrollment/notes').expectProblem(404, 'not-found');
});
it('does a repeated request once and gives the first answer again', async () => {
  const keyed = officer.with({ 'idempotency-key': 'note-1' });
  const first = await keyed.post('/api/enrollment/notes', { text: 'once' }).expect<{ id: string }>(201);
  const again = await keyed.post('/api/enrollment/notes', { text: 'once' }).expect<{ id: string }>(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(await notes('once')).toBe(1);
  await keyed.post('/api/enrollment/notes', { text: 'other' }).expectProblem(409, 'idempotency-key-reused');
});
it('lets twenty parallel repeats do one thing', async () => {
  const keyed = officer.with({ 'idempotency-key': 'note-race' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => keyed.post('/api/enrollment/notes', { text: 'race' }).expect<{ id: string }>(201)),
  );
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(await notes('race')).toBe(1);
});
it('keeps nothing of a secret answer, and says so to who repeats the request', async () => {
  const keyed = officer.with({ 'idempotency-key': 'note-key', 'accept-language': 'en' });
  const first = await keyed.post('/api/enrollment/notes/keys', { text: 'opens' }).expect<{ token: string }>(201);
  expect(first.body.token).toBe('secret of opens');
  const again = await keyed.post('/api/enrollment/notes/keys', { text: 'opens' }).expectProblem(409, 'answer-not-kept');
  expect(again.detail).toContain('shown once');
  expect(await notes('opens')).toBe(1);
  const [kept] = await school.sql<{ status: number; row: string; hash: string }>(
    `select status, to_jsonb(i)::text as row, encode(request_hash, 'hex') as hash from platform.idempotency i where key = 'note-key'`,
  );
  expect(kept).toMatchObject({ status: 201, row: expect.not.stringContaining('secret') });
  const guess = createHash('sha256').update('POST /api/enrollment/notes/keys {"text":"opens"}').digest('hex');
  expect(kept!.hash).not.toBe(guess);
  await keyed.post('/api/enrollment/notes/keys', { text: 'other' }).expectProblem(409, 'idempotency-key-reused');
});
it('keeps neither change nor key of a request that failed', async () => {
  const keyed = officer.with({ 'idempotency-key': 'note-refused' });
  await keyed.post('/api/enrollment/notes', { text: 'refuse' }).expectProblem(409, 'precondition-failed');
  expect(await notes('refuse')).toBe(0);
  await keyed.post('/api/enrollment/notes', { text: 'mended' }).expect(201);
});
it('receives a file with fields before or behind it, and says when it is too large or missing', async () => {
  const answer = await officer
    .upload('/api/enrollment/notes/files', { file: { name: 'a/b\\report.csv', content: 'x'.repeat(1_500) }, fields: { mode: 'apply' } })
    .expect(202);
  expect(answer.body).toEqual({ size: 1_500, name: 'report.csv', mode: 'apply' });
  await officer
    .upload('/api/enrollment/notes/files', { file: { name: 'big', content: 'x'.repeat(5_000) } })
    .expectProblem(413, 'body-too-large');
  await officer.upload('/api/enrollment/notes/files', { fields: { mode: 'apply' } }).expectProblem(400, 'file-missing');
  await officer.post('/api/enrollment/notes/files', { text: 'json' }).expectProblem(415, 'unsupported-media-type');
});
it('answers in problems also where an address cannot be read', async () => {
  await officer.get('/api/enrollment/notes/%ff').expectProblem(400, 'invalid-request');
  await officer.get('/api/enrollment/nowhere').expectProblem(404, 'not-found');
});
describe('an upload', () => {
  const part = (name: string, content = 'x', field = 'file'): string =>
    `--cut\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n${content}\r\n`;
  const raw = (body: string, type = 'multipart/form-data; boundary=cut') =>
    officer.with({ 'content-type': type }).post('/api/enrollment/notes/files', body as never);

  it.each([
    ['in the midst of a small file', part('a.csv')],
    ['in the midst of a large one', part('a.csv', 'x'.repeat(1_900))],
    ['in the midst of its head', part('a.csv').slice(0, 40)],
  ])('that breaks off %s is refused, and nobody waits for the rest', async (_, body) => {
    await raw(body).expectProblem(400, 'upload-broken');
  });

  it('without a boundary, with forbidden field names or with more than one file is refused', async () => {
    await raw(`${part('a.csv')}--cut--`, 'multipart/form-data').expectProblem(400, 'upload-broken');
    await raw(`${part('a.csv', 'x', '__proto__')}--cut--`).expectProblem(400, 'upload-broken');
    await raw(`${part('a.csv')}${part('b.csv')}--cut--`).expectProblem(400, 'upload-crowded');
    const fields = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, 'x']));
    await officer.upload('/api/enrollment/notes/files', { file: { name: 'a', content: 'x' }, fields }).expectProblem(400, 'upload-crowded');
  });

  it('loses control characters of its name, which nothing could store', async () => {
    const { body } = await raw(`${part('a\u0000b\u0007.csv')}--cut--`).expect<{ name: string }>(202);
    expect(body.name).toBe('a\ufffdb\ufffd.csv');
  });
});
it('refuses a body that is no JSON or too large', async () => {
  await officer
    .with({ 'content-type': 'application/json' })
    .post('/api/enrollment/notes', { text: 'x'.repeat(1_100_000) })
    .expectProblem(413, 'body-too-large');
});
it.each([
  ['a route without a right', BareModule, /BareController.read has no @May/],
  ['an order without a handler', HandlerlessModule, /no handler for the order enrollment.enroll-cohort/],
  ['an order with two handlers', TwiceModule, /Two handlers for/],
])('does not boot with %s', async (_, module, message) => {
  await expect(openHouse(module, school.runtime, wake)).rejects.toThrow(message);
});
it('believes nobody about an address unless a proxy of ours says it', async () => {
  const forged = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
  const { body } = await school.visitor(forged).get('/api/enrollment/notes/address').expect<{ address: string }>(200);
  expect(body.address).toBe('127.0.0.1');
  for (const trustProxy of [1, ['127.0.0.1']]) {
    const { app } = await openHouse(NoteModule, { ...school.runtime, settings: { ...school.runtime.settings, trustProxy } }, wake);
    const answer = await app.inject({ url: '/api/enrollment/notes/address', headers: forged });
    expect(answer.json()).toEqual({ address: '198.51.100.7' }); // what the client wrote itself stands before it
    await app.close();
  }
});
it('asks for another try soon where the database took too long', async () => {
  const owner = new pg.Client({ connectionString: school.runtime.settings.databaseUrl });
  await owner.connect();
  await owner.query('begin; lock table enrollment.scratch');
  const refused = await officer.post('/api/enrollment/notes', { text: 'held up' }).expect(503);
  expect(refused.body).toMatchObject({ code: 'unavailable' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await owner.end();
  await officer.post('/api/enrollment/notes', { text: 'held up' }).expect(201);
  const cut = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
  const answer = problemAnswer(cut, { requestId: 'one', language: 'es' }, openLog('silent', 'test'));
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
});
