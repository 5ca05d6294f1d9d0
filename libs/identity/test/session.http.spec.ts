import { performance } from 'node:perf_hooks';
import { expect, it } from '@jest/globals';
import type { AccessTokenView, Me, OwnSessionView, Page } from '@aula/contracts';
import { IdentityModule } from '@aula/identity';
import { house } from '@aula/testing';
import {
  aPerson,
  aSignedIn,
  administrator,
  anAcademy,
  cookieOf,
  endDelays,
  everything,
  lettersTo,
  next,
  password,
  signIn,
  wrongPassword,
} from './builders.js';

const { school, admin } = await anAcademy();
const secure = await house(IdentityModule, { settings: { firstAdministrator: administrator, publicUrl: 'https://academy.test' } });
const sessions = '/api/identity/sessions';
const wrong = (email: string) => wrongPassword(school, email);

it('signs in, whatever the capitals of the address, and says who that is', async () => {
  const answer = await school.visitor().post(sessions, { email: ' FIRST@Aula.Example ', password }).expect<Me>(201);
  expect(answer.body.person.email).toBe(administrator.email);
  expect(answer.body.roles).toEqual(['administrator']);
  expect(answer.body.grants).toEqual([{ role: 'administrator', scope: everything }]);
  const { name, value, flags } = cookieOf(answer.headers);
  expect(name).toBe('aula_sid');
  expect(Buffer.from(value, 'base64url')).toHaveLength(32);
  expect(flags).toEqual(['Path=/', 'Max-Age=43200', 'HttpOnly', 'SameSite=Lax']);
  expect(answer.headers['cache-control']).toBe('no-store');
  const me = await school
    .visitor({ cookie: `aula_sid=${value}` })
    .get('/api/identity/me')
    .expect<Me>(200);
  expect(me.body).toEqual(answer.body);
});

it('keeps only the hash of a session', async () => {
  const answer = await school.visitor().post(sessions, administrator).expect(201);
  const { value } = cookieOf(answer.headers);
  const [kept] = await school.sql<{ n: number; text: string }>(
    `select count(*)::int as n, string_agg(encode(token_hash, 'escape'), ' ') as text from identity.session where token_hash = sha256($1::bytea)`,
    [Buffer.from(value)],
  );
  expect(kept!.n).toBe(1);
  const stored = await school.sql(`select 1 from identity.session s where encode(s.token_hash, 'base64') like '%' || $1 || '%'`, [value]);
  expect(stored).toEqual([]);
});

it('lets learners stay a month and staff half a day, also those who become staff meanwhile', async () => {
  const { person } = await aSignedIn(school, admin);
  const seconds = async (): Promise<number> =>
    (
      await school.sql<{ s: number }>(
        `select round(extract(epoch from expires_at - clock_timestamp()))::int as s from identity.session where person_id = $1`,
        [person.id],
      )
    )[0]!.s;
  expect(await seconds()).toBeGreaterThan(29 * 86_400);
  await admin.post('/api/identity/grants', { personId: person.id, role: 'instructor', scope: everything }).expect(201);
  expect(await seconds()).toBeLessThanOrEqual(12 * 3_600);
});

it('ends a session on signing out, and takes the cookie back', async () => {
  const { client } = await aSignedIn(school, admin);
  const answer = await client.delete('/api/identity/sessions/current').expect(204);
  expect(cookieOf(answer.headers)).toMatchObject({ name: 'aula_sid', value: '', flags: expect.arrayContaining(['Max-Age=0']) as unknown });
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await school.visitor().delete('/api/identity/sessions/current').expect(204);
});

it('replaces the session of a browser that signs in again', async () => {
  const { client, person } = await aSignedIn(school, admin);
  await client.post(sessions, { email: person.email, password }).expect(201);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
});

it('shows people where they are signed in, and lets them sign out there', async () => {
  const { client, person } = await aSignedIn(school, admin);
  const phone = 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
  const there = await signIn(school, person.email, password, { 'user-agent': phone });
  const { body } = await client.get(sessions).expect<Page<OwnSessionView>>(200);
  expect(body.items).toMatchObject([
    { browser: '', system: '', current: true },
    { browser: 'Chrome', system: 'Android', current: false },
  ]);
  const stranger = (await aSignedIn(school, admin)).client;
  await stranger.delete(`${sessions}/${body.items[1]!.id}`).expectProblem(404, 'not-found');
  await there.get('/api/identity/me').expect(200);
  await client.delete(`${sessions}/${body.items[1]!.id}`).expect(204);
  await there.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await client.get('/api/identity/me').expect(200);
});

it('ends every session but the one that asks', async () => {
  const { client, person } = await aSignedIn(school, admin);
  const others = await Promise.all([signIn(school, person.email), signIn(school, person.email)]);
  await client.delete(`${sessions}/others`).expect(204);
  for (const other of others) await other.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  expect((await client.get(sessions).expect<Page<OwnSessionView>>(200)).body.items).toMatchObject([{ current: true }]);
});

it('knows when a session was last used, to within five minutes', async () => {
  const { client, person } = await aSignedIn(school, admin);
  const age = (minutes: number) =>
    school.sql(`update identity.session set seen_at = clock_timestamp() - make_interval(mins => $2) where person_id = $1`, [
      person.id,
      minutes,
    ]);
  const seen = async (): Promise<number> => {
    const [session] = (await client.get(sessions).expect<Page<OwnSessionView>>(200)).body.items;
    return (Date.now() - Date.parse(session!.seenAt)) / 60_000;
  };
  await age(4);
  await client.get('/api/identity/me').expect(200);
  expect(await seen()).toBeGreaterThan(3.9);
  await age(50);
  await client.get('/api/identity/me').expect(200);
  expect(await seen()).toBeLessThan(30);
});

it('writes to people who sign in from a device that is new to them, in their language, once', async () => {
  const { person } = await aSignedIn(school, admin, { language: 'pt', givenName: 'Inês' });
  await signIn(school, person.email);
  expect(await lettersTo(admin, person.email)).toEqual([]);
  const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
  await signIn(school, person.email, password, { 'user-agent': desk });
  await signIn(school, person.email, password, { 'user-agent': desk.replaceAll('140', '141') });
  const letters = await lettersTo(admin, person.email);
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ subject: 'Aula: entrada a partir de um dispositivo novo' });
  expect(letters[0]!.text).toMatch(/^Olá, Inês:[^]*Firefox, Windows[^]*http:\/\/academy\.test\/account/);
});

it('ends a session that has expired', async () => {
  const { client, person } = await aSignedIn(school, admin);
  await school.sql(`update identity.session set expires_at = clock_timestamp() - interval '1 second' where person_id = $1`, [person.id]);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
});

it('ends sessions and tokens at once when a person is deactivated, and for good', async () => {
  const { client, person } = await aSignedIn(school, admin);
  const { body } = await client.post('/api/identity/access-tokens', { name: 'script' }).expect<AccessTokenView>(201);
  const script = school.bearing(body.token!);
  await script.get('/api/identity/me').expect(200);
  await admin.patch(`/api/identity/people/${person.id}`, { active: false }).expect(200);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await script.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await school.visitor().post(sessions, { email: person.email, password }).expectProblem(401, 'sign-in.refused');
  await admin.patch(`/api/identity/people/${person.id}`, { active: true }).expect(200);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await signIn(school, person.email);
});

it('says the same of a wrong password, an unknown address and a person without password', async () => {
  const { email } = await aPerson(admin);
  const answers = await Promise.all(
    [administrator.email, 'nobody@force.example', email].map((each) => wrong(each).expectProblem(401, 'sign-in.refused')),
  );
  const plain = answers.map(({ requestId: _, ...rest }) => rest);
  expect(plain[1]).toEqual(plain[0]);
  expect(plain[2]).toEqual(plain[0]);
  await endDelays(school);
});

it('does the same work for an unknown address as for a wrong password', async () => {
  const spent = async (email: string): Promise<number> => {
    const before = performance.now();
    await wrong(email).whatever();
    return performance.now() - before;
  };
  await spent('warm.up@force.example');
  const hash = await timeOfOneHash();
  const unknown: number[] = [];
  for (let i = 0; i < 4; i++) unknown.push(await spent(`nobody${next()}@force.example`));
  // The hash is by far the dearest part: whoever left it out would be quicker than one hash alone.
  expect(Math.min(...unknown)).toBeGreaterThan(hash * 0.5);
});
const timeOfOneHash = async (): Promise<number> => {
  const { hash } = await import('@node-rs/argon2');
  const times: number[] = [];
  for (let i = 0; i < 4; i++) {
    const before = performance.now();
    await hash('x'.repeat(20), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    times.push(performance.now() - before);
  }
  return Math.min(...times);
};

it('counts a failure even where the request is rolled back', async () => {
  const { person, client } = await aSignedIn(school, admin);
  for (let i = 0; i < 5; i++)
    await client
      .with({ 'idempotency-key': `k${i}` })
      .post(sessions, { email: person.email, password: 'not the password' })
      .expectProblem(401, 'sign-in.refused');
  await client.post(sessions, { email: person.email, password }).expectProblem(429, 'too-many-requests');
});

it('keeps neither a token nor a sign-in under an idempotency key', async () => {
  const { person, client } = await aSignedIn(school, admin);
  const keyed = client.with({ 'idempotency-key': 'wish' });
  const made = await keyed.post('/api/identity/access-tokens', { name: 'script' }).expect<AccessTokenView>(201);
  await keyed.post('/api/identity/access-tokens', { name: 'script' }).expectProblem(409, 'answer-not-kept');
  expect((await client.get('/api/identity/access-tokens').expect<Page<AccessTokenView>>(200)).body.items).toHaveLength(1);
  const script = school.bearing(made.body.token!).with({ 'idempotency-key': 'again' });
  await script.post(sessions, { email: person.email, password }).expect(201);
  await script.post(sessions, { email: person.email, password }).expectProblem(409, 'answer-not-kept');
  const kept = await school.sql<{ body: unknown }>(`select body from platform.idempotency where key in ('wish', 'again')`);
  expect(kept.map(({ body }) => body)).toEqual([null, null]);
});

it('answers busy with a time to come back when too many sign in at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 130 }, (_, i) =>
      school
        .visitor({ 'x-forwarded-for': `10.0.${i}.1` })
        .post(sessions, { email: `crowd${i}@force.example`, password })
        .whatever(),
    ),
  );
  const busy = answers.filter((answer) => answer.status === 503);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy.every((answer) => Number(answer.headers['retry-after']) > 0)).toBe(true);
  expect(answers.every((answer) => [401, 503].includes(answer.status))).toBe(true);
});

it('makes personal access tokens that are shown once and end when taken back', async () => {
  const { client, person } = await aSignedIn(school, admin);
  const { body } = await client.post('/api/identity/access-tokens', { name: 'roster script' }).expect<AccessTokenView>(201);
  const script = school.bearing(body.token!);
  expect((await script.get('/api/identity/me').expect<Me>(200)).body.person.id).toBe(person.id);
  const { body: list } = await client.get('/api/identity/access-tokens').expect<Page<AccessTokenView>>(200);
  expect(list.items).toEqual([expect.objectContaining({ id: body.id, name: 'roster script' })]);
  expect(list.items[0]).not.toHaveProperty('token');
  await admin.delete(`/api/identity/access-tokens/${body.id}`).expectProblem(404, 'not-found'); // not even an administrator's to end
  await client.delete(`/api/identity/access-tokens/${body.id}`).expect(204);
  await script.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await client
    .post('/api/identity/access-tokens', { name: 'x', expiresAt: '2001-01-01T00:00:00Z' })
    .expectProblem(400, 'access-token.expiry-invalid');
});

it('speaks to a person in the language they choose', async () => {
  const { client } = await aSignedIn(school, admin, { language: 'pt' });
  const { body } = await client.patch('/api/identity/me', { language: 'fr' }).expect<Me>(200);
  expect(body.person.language).toBe('fr');
  const problem = await client.get('/api/identity/people/00000000-0000-7000-8000-000000000000').expectProblem(404, 'not-found');
  expect(problem.detail).toMatch(/n’existe pas/);
});

it('renews a hash that is weaker than today’s when its person signs in', async () => {
  const { person } = await aSignedIn(school, admin);
  const { hash } = await import('@node-rs/argon2');
  const { deriveKey } = await import('@aula/platform');
  const secret = deriveKey(school.runtime.settings.secret, 'password-pepper');
  await school.sql(`update identity.password set hash = $2 where person_id = $1`, [
    person.id,
    await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1, secret }),
  ]);
  await signIn(school, person.email);
  const [kept] = await school.sql<{ hash: string }>(`select hash from identity.password where person_id = $1`, [person.id]);
  expect(kept!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await signIn(school, person.email);
});

it('sets a __Host- cookie with Secure on HTTPS', async () => {
  const answer = await secure.visitor().post(sessions, administrator).expect(201);
  const { name, flags } = cookieOf(answer.headers);
  expect(name).toBe('__Host-aula_sid');
  expect(flags).toEqual(['Path=/', 'Max-Age=43200', 'HttpOnly', 'SameSite=Lax', 'Secure']);
});
