import { expect, it } from '@jest/globals';
import type { Me } from '@aula/contracts';
import {
  aPerson,
  aSignedIn,
  anAcademy,
  anInstitution,
  codeIn,
  cookieOf,
  endDelays,
  lettersTo,
  over,
  password,
  signIn,
  wrongPassword,
} from './builders.js';

const { school, admin } = await anAcademy();
const other = 'another long password';
const resets = '/api/identity/password-resets';

it('changes one’s own password: all sessions end, the one that asked gets a fresh one', async () => {
  const { client, person } = await aSignedIn(school, admin);
  const elsewhere = await signIn(school, person.email);
  const answer = await client.put('/api/identity/me/password', { current: password, password: other }).expect(204);
  const { name, value } = cookieOf(answer.headers);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await elsewhere.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await school
    .visitor({ cookie: `${name}=${value}` })
    .get('/api/identity/me')
    .expect(200);
  await signIn(school, person.email, other);
  const [notice] = await lettersTo(admin, person.email);
  expect(notice!.subject).toBe('Aula: su contraseña cambió');
});

it('asks for the current password, and delays who guesses at it', async () => {
  const { client } = await aSignedIn(school, admin);
  for (let i = 0; i < 5; i++)
    await client.put('/api/identity/me/password', { current: 'a guess', password: other }).expectProblem(400, 'password.current-wrong');
  await client.put('/api/identity/me/password', { current: password, password: other }).expectProblem(429, 'too-many-requests');
});

it('wants twelve characters and nothing else', async () => {
  const { client } = await aSignedIn(school, admin);
  const short = await client
    .put('/api/identity/me/password', { current: password, password: 'short' })
    .expectProblem(400, 'invalid-request');
  expect(short.errors![0]!.path).toBe('password');
  await client.put('/api/identity/me/password', { current: password, password: 'doce letras  ' }).expect(204);
});

it('resets a password by a letter in the person’s language, once', async () => {
  const { client, person } = await aSignedIn(school, admin, { language: 'fr', givenName: 'Éloïse' });
  await school.visitor().post(resets, { email: person.email.toUpperCase() }).expect(202);
  await school.settle();
  const [letter] = await lettersTo(admin, person.email);
  expect(letter).toMatchObject({ subject: 'Aula : nouveau mot de passe', state: 'kept' });
  expect(letter!.text).toContain('Bonjour Éloïse');
  const code = codeIn(letter);
  expect(letter!.text).toContain(`http://academy.test/password?code=${code}`);
  expect(Buffer.from(code, 'base64url')).toHaveLength(32);
  await school.visitor().post(`${resets}/redemption`, { code, password: other }).expect(204);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  await signIn(school, person.email, other);
  await school.visitor().post(`${resets}/redemption`, { code, password }).expectProblem(400, 'password.code-invalid');
});

it('keeps a letter for thirty days, and its code no longer than that opens anything', async () => {
  const people = [await aSignedIn(school, admin), await aSignedIn(school, admin), await aSignedIn(school, admin)];
  const [used, expired, open] = people.map(({ person }) => person.email) as [string, string, string];
  for (const email of [used, expired, open]) await school.visitor().post(resets, { email }).expect(202);
  await school.settle();
  const codeOf = async (email: string): Promise<string> => codeIn((await lettersTo(admin, email))[0]);
  await school
    .visitor()
    .post(`${resets}/redemption`, { code: await codeOf(used), password: other })
    .expect(204);
  await school.sql(`update identity.password_code set expires_at = clock_timestamp() where email = $1`, [expired]);
  const tidy = async (): Promise<void> => {
    await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'identity.remove-expired')`);
    await school.settle();
  };
  await tidy();
  expect([(await lettersTo(admin, used)).map(codeIn).join(''), await codeOf(expired)]).toEqual(['', '']);
  expect((await lettersTo(admin, expired))[0]!.text).toContain('/password?code=…');
  expect(await codeOf(open)).toHaveLength(43);
  await school.sql(`update platform.mail set created_at = clock_timestamp() - interval '31 days' where address = $1`, [expired]);
  await tidy();
  expect(await lettersTo(admin, expired)).toEqual([]);
  expect(await lettersTo(admin, open)).toHaveLength(1);
});

it('answers the same whether anybody has the address', async () => {
  const { email } = await aPerson(admin);
  const timed = async (address: string): Promise<{ text: string; ms: number }> => {
    const before = performance.now();
    const { text } = await school.visitor().post(resets, { email: address }).expect(202);
    return { text, ms: performance.now() - before };
  };
  const [known, unknown] = [await timed(email), await timed('nobody@force.example')];
  expect(unknown.text).toBe(known.text);
  expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(240);
  expect(await lettersTo(admin, 'nobody@force.example')).toEqual([]);
});

it('sends three letters an hour to a person, and no more', async () => {
  const { email } = await aPerson(admin);
  for (let i = 0; i < 5; i++) await school.visitor().post(resets, { email }).expect(202);
  expect(await lettersTo(admin, email)).toHaveLength(3);
});

it('refuses a code that has expired, was made up, or went to an address the person no longer has', async () => {
  const first = await aPerson(admin);
  await school.visitor().post(resets, { email: first.email }).expect(202);
  await school.sql(`update identity.password_code set expires_at = clock_timestamp() where person_id = $1`, [first.id]);
  const late = codeIn((await lettersTo(admin, first.email))[0]);
  await school.visitor().post(`${resets}/redemption`, { code: late, password }).expectProblem(400, 'password.code-invalid');
  await school
    .visitor()
    .post(`${resets}/redemption`, { code: 'x'.repeat(43), password })
    .expectProblem(400, 'password.code-invalid');
  const second = await aPerson(admin);
  await school.visitor().post(resets, { email: second.email }).expect(202);
  const code = codeIn((await lettersTo(admin, second.email))[0]);
  await admin.patch(`/api/identity/people/${second.id}`, { email: 'moved@force.example' }).expect(200);
  await school.visitor().post(`${resets}/redemption`, { code, password }).expectProblem(400, 'password.code-invalid');
});

it('keeps only the hash of a code', async () => {
  const { email, id } = await aPerson(admin);
  await school.visitor().post(resets, { email }).expect(202);
  const code = codeIn((await lettersTo(admin, email))[0]);
  const [kept] = await school.sql<{ hash: Buffer; right: boolean }>(
    `select code_hash as hash, code_hash = sha256($2::bytea) as right from identity.password_code where person_id = $1`,
    [id, Buffer.from(code)],
  );
  expect(kept!.right).toBe(true);
});

it('limits what one address may ask for', async () => {
  const from = school.visitor({ 'x-forwarded-for': '192.0.2.50' });
  const answers = await Promise.all(Array.from({ length: 32 }, () => from.post(resets, { email: 'nobody@force.example' }).whatever()));
  expect(answers.filter((each) => each.status === 429)).toHaveLength(2);
});

it('invites a person to choose a first password', async () => {
  const institution = await anInstitution(admin);
  const training = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(institution) }] });
  const invited = await aPerson(admin, { institutionId: institution.id, language: 'en' });
  const stranger = await aPerson(admin);
  await training.client.post(`/api/identity/people/${invited.id}/invitation`).expect(202);
  await training.client.post(`/api/identity/people/${stranger.id}/invitation`).expectProblem(404, 'not-found');
  const [letter] = await lettersTo(admin, invited.email);
  expect(letter!.subject).toBe('Aula: your account is ready');
  await school
    .visitor()
    .post(`${resets}/redemption`, { code: codeIn(letter), password })
    .expect(204);
  expect((await (await signIn(school, invited.email)).get('/api/identity/me').expect<Me>(200)).body.person.id).toBe(invited.id);
  await admin.patch(`/api/identity/people/${invited.id}`, { active: false }).expect(200);
  await admin.post(`/api/identity/people/${invited.id}/invitation`).expectProblem(409, 'person.inactive');
});

it('lets administrators alone set somebody’s password', async () => {
  const institution = await anInstitution(admin);
  const training = await aSignedIn(school, admin, { grants: [{ role: 'training-administrator', scope: over(institution) }] });
  const person = await aPerson(admin, { institutionId: institution.id });
  await training.client.put(`/api/identity/people/${person.id}/password`, { password }).expectProblem(403, 'forbidden');
  await admin.put(`/api/identity/people/${person.id}/password`, { password }).expect(204);
  const client = await signIn(school, person.email);
  await admin.put(`/api/identity/people/${person.id}/password`, { password: other }).expect(204);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
});

const wrong = (email: string, address?: string) => wrongPassword(school, email, address);
it('delays an account after five wrong passwords, ever longer, up to a quarter of an hour', async () => {
  const { email } = (await aSignedIn(school, admin)).person;
  for (let i = 0; i < 5; i++) await wrong(email).expectProblem(401, 'sign-in.refused');
  const delays: number[] = [];
  for (let i = 0; i < 9; i++) {
    const refused = await wrong(email, `203.0.113.${i}`).expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-requests' });
    delays.push(Number(refused.headers['retry-after']));
    await endDelays(school);
    await wrong(email, `203.0.113.${i}`).expectProblem(401, 'sign-in.refused');
  }
  expect(delays).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
  await school.visitor().post('/api/identity/sessions', { email, password }).expectProblem(429, 'too-many-requests'); // the right one has to wait as well
  await endDelays(school);
  await signIn(school, email);
  for (let i = 0; i < 4; i++) await wrong(email).expectProblem(401, 'sign-in.refused'); // a success starts afresh
  await signIn(school, email);
});

it('keeps no account or address in the delays, and none of them in the queue', async () => {
  await wrong('canary@force.example', '192.0.2.99').expectProblem(401, 'sign-in.refused');
  const kept = await school.sql<{ key: Buffer }>(`select key from identity.sign_in_throttle`);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.every(({ key }) => key.length === 32 && !key.includes('canary'))).toBe(true);
});

it('counts the wrong passwords of an address over all accounts; an IPv6 network is one address', async () => {
  for (let i = 0; i < 50; i++)
    await wrong(`spray${i}@force.example`, `2001:db8:1:2::${i.toString(16)}`).expectProblem(401, 'sign-in.refused');
  const refused = await wrong('spray50@force.example', '2001:db8:1:2:ffff::1').expect(429);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  await wrong('spray51@force.example', '2001:db8:1:3::1').expectProblem(401, 'sign-in.refused');
});

it('forgives an address one wrong password a minute, so that nobody behind it waits for longer than that', async () => {
  const { email } = (await aSignedIn(school, admin)).person;
  const academy = '2001:db8:1:2::7';
  await later(1);
  await school.visitor({ 'x-forwarded-for': academy }).post('/api/identity/sessions', { email, password }).expect(201);
  await wrong('spray52@force.example', academy).expectProblem(401, 'sign-in.refused');
  await school
    .visitor({ 'x-forwarded-for': academy })
    .post('/api/identity/sessions', { email, password })
    .expectProblem(429, 'too-many-requests');
  await later(5);
  for (let i = 0; i < 5; i++) await wrong(`spray${60 + i}@force.example`, academy).expectProblem(401, 'sign-in.refused');
  await wrong('spray70@force.example', academy).expectProblem(429, 'too-many-requests');
});
/** As if so many minutes had passed. */
const later = (minutes: number) =>
  school.sql(
    `update identity.sign_in_throttle set failed_at = failed_at - make_interval(mins => $1), blocked_until = blocked_until - make_interval(mins => $1)`,
    [minutes],
  );
