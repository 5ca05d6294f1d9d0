import { expect, it } from '@jest/globals';
import type { Me } from '@aula/contracts';
import { aPerson, aSignedIn, anAcademy, anInstitution, codeIn, cookieOf, lettersTo, over, password, signIn } from './builders.js';

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
