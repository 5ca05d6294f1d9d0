import { expect, it } from '@jest/globals';
import type { Me, PasskeyOffer, PasskeySignInOffer, RecoveryCodeList, SecondFactorView } from '@aula/contracts';
import type { Client } from '@aula/testing';
import { aSecured, aSignedIn, anAcademy, challenged, cookieOf, lettersTo, password } from './builders.js';
import { SoftAuthenticator, type Wish } from './soft-authenticator.js';

const { school, admin } = await anAcademy();
const mine = '/api/identity/me/second-factor';
const signIns = '/api/identity/sessions/passkey';
const anAuthenticator = (): SoftAuthenticator => new SoftAuthenticator('http://academy.test', 'academy.test');
const offered = async (client: Client): Promise<PasskeyOffer> =>
  (await client.post(`${mine}/passkey-challenges`, { password }).expect<PasskeyOffer>(201)).body;
const add = async (client: Client, authenticator: SoftAuthenticator, name = 'Teléfono', wish: Wish = {}) => {
  const { challengeId, options } = await offered(client);
  return client.post(`${mine}/passkeys`, { challengeId, name, passkey: authenticator.make(options, wish) });
};
/** Somebody with a passkey, in the session that added it. */
const aHolder = async (wish: Parameters<typeof aSignedIn>[2] = {}) => {
  const { client: weak, person } = await aSignedIn(school, admin, wish);
  const authenticator = anAuthenticator();
  const added = await (await add(weak, authenticator)).expect<RecoveryCodeList>(201);
  const { name, value } = cookieOf(added.headers);
  return { person, weak, authenticator, client: school.visitor({ cookie: `${name}=${value}` }), ...added.body };
};
const signIn = async (authenticator: SoftAuthenticator, wish: Wish = {}) => {
  const { challengeId, options } = (await school.visitor().post(`${signIns}-challenges`).expect<PasskeySignInOffer>(201)).body;
  return { challengeId, asked: school.visitor().post(signIns, { challengeId, passkey: authenticator.use(options, wish) }) };
};

it('adds passkeys with names; the first puts out whoever came in by the password alone', async () => {
  const { person, weak, client, recoveryCodes } = await aHolder({ language: 'en' });
  expect(recoveryCodes).toHaveLength(10);
  await weak.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  const second = await (await add(client, anAuthenticator(), 'Llave')).expect<RecoveryCodeList>(201);
  expect(second.body.recoveryCodes).toEqual([]);
  const { name, value } = cookieOf(second.headers);
  const held = (
    await school
      .visitor({ cookie: `${name}=${value}` })
      .get(mine)
      .expect<SecondFactorView>(200)
  ).body;
  expect(held).toMatchObject({ totpSince: null, recoveryCodes: 10, passkeys: [{ name: 'Teléfono' }, { name: 'Llave' }] });
  expect((await lettersTo(admin, person.email)).map((each) => each.subject)).toEqual(
    Array(2).fill('Aula: your account has a second factor'),
  );
});

it('signs in by a passkey alone, without any password', async () => {
  const { person, authenticator } = await aHolder();
  const answer = await (await signIn(authenticator)).asked.expect<Me>(201);
  expect(answer.body).toMatchObject({ person: { id: person.id }, secondFactor: 'set' });
  const { name, value } = cookieOf(answer.headers);
  await school
    .visitor({ cookie: `${name}=${value}` })
    .get('/api/identity/me')
    .expect(200);
});

it('asks for the passkey after the password, and takes that of the same person only', async () => {
  const { person, authenticator } = await aHolder();
  const other = await aHolder();
  const challenge = await challenged(school, person.email);
  expect(challenge.factors).toEqual(['passkey', 'recovery-code']);
  const finish = (by: SoftAuthenticator) =>
    school
      .visitor()
      .post('/api/identity/sessions/second-factor', { challengeId: challenge.challengeId, passkey: by.use(challenge.passkey!) });
  await finish(other.authenticator).expectProblem(401, 'second-factor.refused');
  expect((await finish(authenticator).expect<Me>(201)).body.person.id).toBe(person.id);
});

it.each<[string, Wish]>([
  ['of another site', { origin: 'https://academy.test.evil.example' }],
  ['for another domain', { rpId: 'evil.example' }],
  ['without finger, face or PIN', { verified: false }],
  ['for another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
])('takes no passkey %s', async (_, wish) => {
  const { authenticator } = await aHolder();
  await (await signIn(authenticator, wish)).asked.expectProblem(401, 'passkey.unknown');
  const { client } = await aSignedIn(school, admin);
  await (await add(client, anAuthenticator(), 'x', wish)).expectProblem(400, 'passkey.refused');
});

it('takes no forged signature, no passkey that nobody added, and no signature twice', async () => {
  const { authenticator } = await aHolder();
  const stranger = anAuthenticator();
  await (await signIn(stranger)).asked.expectProblem(401, 'passkey.unknown');
  const forger = Object.assign(anAuthenticator(), { id: authenticator.id });
  await (await signIn(forger)).asked.expectProblem(401, 'passkey.unknown');
  const { challengeId, options } = (await school.visitor().post(`${signIns}-challenges`).expect<PasskeySignInOffer>(201)).body;
  const body = { challengeId, passkey: authenticator.use(options) };
  await school.visitor().post(signIns, body).expect(201);
  await school.visitor().post(signIns, body).expectProblem(401, 'second-factor.challenge-over');
});

it('refuses a copy: a counter that has not grown', async () => {
  const { authenticator } = await aHolder();
  await (await signIn(authenticator, { counter: 7 })).asked.expect(201);
  await (await signIn(authenticator, { counter: 7 })).asked.expectProblem(401, 'passkey.unknown');
  await (await signIn(authenticator, { counter: 0 })).asked.expectProblem(401, 'passkey.unknown');
  await (await signIn(authenticator, { counter: 8 })).asked.expect(201);
});

it('keeps challenges to their purpose and their person', async () => {
  const { person, authenticator, client } = await aHolder();
  const half = await challenged(school, person.email);
  const passkey = authenticator.use(half.passkey!);
  await school.visitor().post(signIns, { challengeId: half.challengeId, passkey }).expectProblem(401, 'second-factor.challenge-over');
  const { challengeId, options } = await offered(client);
  const other = (await aSignedIn(school, admin)).client;
  const made = anAuthenticator().make(options);
  await other.post(`${mine}/passkeys`, { challengeId, name: 'x', passkey: made }).expectProblem(400, 'passkey.refused');
});

it('takes a passkey of nobody who is out, and none twice into accounts', async () => {
  const { person, authenticator, client } = await aHolder();
  await (await add(client, authenticator)).expectProblem(400, 'passkey.refused');
  await admin.patch(`/api/identity/people/${person.id}`, { active: false }).expect(200);
  await (await signIn(authenticator)).asked.expectProblem(401, 'passkey.unknown');
});

it('adds none without the password, and removes one for password and factor', async () => {
  const { person, authenticator, client, recoveryCodes } = await aHolder();
  await client.post(`${mine}/passkey-challenges`, { password: 'a stolen session' }).expectProblem(400, 'password.current-wrong');
  const [held] = (await client.get(mine).expect<SecondFactorView>(200)).body.passkeys;
  const removal = `${mine}/passkeys/${held!.id}/removal`;
  await client.post(removal, { password, code: '123456' }).expectProblem(400, 'second-factor.code-wrong');
  const other = await aSecured(school, admin);
  await other.client.post(removal, { password, code: other.code() }).expectProblem(404, 'not-found');
  await client.post(removal, { password, recoveryCode: recoveryCodes[0]! }).expect(204);
  await (await signIn(authenticator)).asked.expectProblem(401, 'passkey.unknown');
  await school.visitor().post('/api/identity/sessions', { email: person.email, password }).expect(201);
});
