import { expect, it } from '@jest/globals';
import type { AccessTokenView, Me, RecoveryCodeList, SecondFactorView } from '@aula/contracts';
import { IdentityModule } from '@aula/identity';
import { house } from '@aula/testing';
import { appCode } from './app-code.js';
import {
  aPerson,
  aSecured,
  aSignedIn,
  administrator,
  anAcademy,
  challenged,
  codeIn,
  cookieOf,
  everything,
  lettersTo,
  nextStep,
  password,
  signIn,
} from './builders.js';

const { school, admin } = await anAcademy();
const strict = await house(IdentityModule, { settings: { firstAdministrator: administrator, secondFactor: 'required' } });
const sessions = '/api/identity/sessions';
const finish = `${sessions}/second-factor`;
const mine = '/api/identity/me/second-factor';
const held = async (client: { get: typeof admin.get }): Promise<SecondFactorView> =>
  (await client.get(mine).expect<SecondFactorView>(200)).body;

it('sets an authenticator app up: password, key, first code; then every sign-in asks for it', async () => {
  const { person, client, code, recoveryCodes } = await aSecured(school, admin, { language: 'fr' });
  expect(recoveryCodes).toHaveLength(10);
  expect(await held(client)).toMatchObject({ recoveryCodes: 10, totpSince: expect.any(String) as unknown });
  expect((await client.get('/api/identity/me').expect<Me>(200)).body.secondFactor).toBe('set');
  expect((await lettersTo(admin, person.email))[0]!.subject).toBe('Aula : votre compte a un second facteur');
  const challenge = await challenged(school, person.email);
  expect(challenge.factors).toEqual(['totp', 'recovery-code']);
  const answer = await school.visitor().post(finish, { challengeId: challenge.challengeId, code: code() }).expect<Me>(201);
  expect(answer.body.person.id).toBe(person.id);
  const { name, value } = cookieOf(answer.headers);
  await school
    .visitor({ cookie: `${name}=${value}` })
    .get('/api/identity/me')
    .expect(200);
});

it('puts out whoever came in by the password alone, scripts included, when the first factor comes', async () => {
  const { client: weak, person } = await aSignedIn(school, admin);
  const elsewhere = await signIn(school, person.email);
  const { body: token } = await weak.post('/api/identity/access-tokens', { name: 'script' }).expect<AccessTokenView>(201);
  const { body } = await weak.post(`${mine}/totp`, { password }).expect<{ secret: string }>(201);
  await weak.post(`${mine}/totp/confirmation`, { code: '000 000' }).expectProblem(400, 'second-factor.code-wrong');
  await elsewhere.get('/api/identity/me').expect(200);
  await weak.post(`${mine}/totp/confirmation`, { code: appCode(body.secret, school.clock.now()) }).expect(201);
  for (const client of [weak, elsewhere, school.bearing(token.token!)])
    await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
});

it('adds no factor without the password, and no second app', async () => {
  const { client } = await aSignedIn(school, admin);
  await client.post(`${mine}/totp`, { password: 'a stolen session' }).expectProblem(400, 'password.current-wrong');
  const secured = await aSecured(school, admin);
  await secured.client.post(`${mine}/totp`, { password }).expectProblem(409, 'second-factor.totp-exists');
  await secured.client.post(`${mine}/totp/confirmation`, { code: secured.code() }).expectProblem(409, 'second-factor.totp-exists');
});

it('keeps the key sealed and of the codes no more than keyed hashes', async () => {
  const { person, enrolment, recoveryCodes } = await aSecured(school, admin);
  const [kept] = await school.sql<{ text: string }>(
    `select (select encode(sealed_key, 'escape') || encode(sealed_key, 'hex') from identity.totp where person_id = $1)
       || (select string_agg(encode(code_hash, 'escape'), ' ') from identity.recovery_code where person_id = $1) as text`,
    [person.id],
  );
  for (const secret of [enrolment.secret, recoveryCodes[0]!, recoveryCodes[0]!.replaceAll('-', '')])
    expect(kept!.text).not.toContain(secret);
});

it('takes no code twice, and none that is more than a step off', async () => {
  const { person, code } = await aSecured(school, admin);
  const answer = async (text: string) => {
    const { challengeId } = await challenged(school, person.email);
    return school.visitor().post(finish, { challengeId, code: text });
  };
  await (await answer(code(-90))).expectProblem(401, 'second-factor.refused');
  await (await answer(code(30))).expect(201);
  await (await answer(code(30))).expectProblem(401, 'second-factor.refused');
  await (await answer(code())).expectProblem(401, 'second-factor.refused'); // an older one than the last
});

it('takes one of two codes that come at once', async () => {
  const { person, code } = await aSecured(school, admin);
  const challenges = await Promise.all([challenged(school, person.email), challenged(school, person.email)]);
  const answers = await Promise.all(
    challenges.map(({ challengeId }) => school.visitor().post(finish, { challengeId, code: code() }).whatever()),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
});

it('lets guesses of six digits become rare, for the account, whatever its challenges', async () => {
  const { person, code } = await aSecured(school, admin);
  for (let i = 0; i < 5; i++) {
    const { challengeId } = await challenged(school, person.email);
    await school.visitor().post(finish, { challengeId, code: '123456' }).expectProblem(401, 'second-factor.refused');
  }
  const { challengeId } = await challenged(school, person.email);
  await school.visitor().post(finish, { challengeId, code: code() }).expectProblem(429, 'too-many-requests');
  await school.sql(`update identity.sign_in_throttle set blocked_until = clock_timestamp() - interval '1 hour'`);
});

it('ends a challenge after five tries, five minutes, its success, or a new password', async () => {
  const { person, code, client } = await aSecured(school, admin);
  const over = (challengeId: string, text = code()) =>
    school.visitor().post(finish, { challengeId, code: text }).expectProblem(401, 'second-factor.challenge-over');
  await over('a challenge that nobody made');
  const late = await challenged(school, person.email);
  await school.sql(`update identity.sign_in_challenge set expires_at = clock_timestamp() where person_id = $1`, [person.id]);
  await over(late.challengeId);
  const tried = await challenged(school, person.email);
  await school.sql(`update identity.sign_in_challenge set tries = 5 where person_id = $1`, [person.id]);
  await over(tried.challengeId);
  const used = await challenged(school, person.email);
  await school.visitor().post(finish, { challengeId: used.challengeId, code: code() }).expect(201);
  await over(used.challengeId, code(30));
  const before = await challenged(school, person.email);
  await client.put('/api/identity/me/password', { current: password, password: 'quite another password' }).expect(204);
  await over(before.challengeId, code(30));
});

it('lets nobody in by the letter of a new password alone', async () => {
  const { person } = await aSecured(school, admin);
  await school.visitor().post('/api/identity/password-resets', { email: person.email }).expect(202);
  const code = codeIn((await lettersTo(admin, person.email))[0]);
  await school.visitor().post('/api/identity/password-resets/redemption', { code, password: 'from the mailbox alone' }).expect(204);
  await challenged(school, person.email, 'from the mailbox alone');
});

it('takes each recovery code once, however it is typed, and gives fresh ones', async () => {
  const { person, client, code, recoveryCodes } = await aSecured(school, admin);
  const by = async (recoveryCode: string) => {
    const { challengeId } = await challenged(school, person.email);
    return school.visitor().post(finish, { challengeId, recoveryCode });
  };
  await (await by(recoveryCodes[0]!.toUpperCase().replaceAll('-', ' '))).expect(201);
  await (await by(recoveryCodes[0]!)).expectProblem(401, 'second-factor.refused');
  expect(await held(client)).toMatchObject({ recoveryCodes: 9 });
  const { body } = await client.post(`${mine}/recovery-codes`, { password, code: code() }).expect<RecoveryCodeList>(201);
  expect(body.recoveryCodes).toHaveLength(10);
  await (await by(recoveryCodes[1]!)).expectProblem(401, 'second-factor.refused');
  await (await by(body.recoveryCodes[1]!)).expect(201);
});

it('removes the app for password and code together, and tells the person', async () => {
  const { person, client, code, recoveryCodes } = await aSecured(school, admin, { language: 'en' });
  const removal = `${mine}/totp/removal`;
  await client.post(removal, { code: code() }).expectProblem(400, 'invalid-request');
  await client.post(removal, { password, code: '123456' }).expectProblem(400, 'second-factor.code-wrong');
  await client.post(removal, { password: 'guessed', code: code() }).expectProblem(400, 'password.current-wrong');
  await client.post(removal, { password, recoveryCode: recoveryCodes[3]! }).expect(204);
  expect(await held(client)).toEqual({ totpSince: null, passkeys: [], recoveryCodes: 0 });
  expect((await lettersTo(admin, person.email))[0]!.subject).toBe('Aula: a second factor was removed');
  await signIn(school, person.email);
});

it('lets administrators reset what somebody has lost: out at once, told by letter, and kept in the audit chain', async () => {
  const { person, client } = await aSecured(school, admin, { language: 'pt' });
  const path = `/api/identity/people/${person.id}/second-factor`;
  await client.delete(path).expectProblem(403, 'forbidden');
  const open = await challenged(school, person.email);
  await admin.delete(path).expect(204);
  await client.get('/api/identity/me').expectProblem(401, 'not-signed-in');
  const late = { challengeId: open.challengeId, recoveryCode: '0000-0000-0000-0000' };
  await school.visitor().post(finish, late).expectProblem(401, 'second-factor.challenge-over');
  await signIn(school, person.email);
  expect((await lettersTo(admin, person.email))[0]!.subject).toBe('Aula: o seu segundo fator foi redefinido');
  const me = (await admin.get('/api/identity/me').expect<Me>(200)).body.person.id;
  const resets = await school.sql<{ reset_by: string }>(`select reset_by from identity.second_factor_reset where person_id = $1`, [
    person.id,
  ]);
  expect(resets).toEqual([{ reset_by: me }]);
  await admin.delete(`/api/identity/people/${me}/second-factor`).expectProblem(409, 'second-factor.not-oneself');
  await admin.delete(`/api/identity/people/${(await aPerson(admin)).id}/second-factor`).expect(204);
});

it('where staff must have a factor, shows them nothing but the way to one', async () => {
  const half = await signIn(strict, administrator.email);
  expect((await half.get('/api/identity/me').expect<Me>(200)).body.secondFactor).toBe('missing');
  await half.get('/api/identity/people').expectProblem(403, 'identity.second-factor-required');
  await half.post('/api/identity/access-tokens', { name: 'script' }).expectProblem(403, 'identity.second-factor-required');
  await half
    .put('/api/identity/me/password', { current: password, password: 'another password' })
    .expectProblem(403, 'identity.second-factor-required');
  await half.get('/api/identity/member-states').expect(200); // as any visitor
  await half.patch('/api/identity/me', { language: 'en' }).expect(200);
  const { body } = await half.post(`${mine}/totp`, { password }).expect<{ secret: string }>(201);
  const code = (): string => appCode(body.secret, strict.clock.now());
  const confirmed = await half.post(`${mine}/totp/confirmation`, { code: code() }).expect(201);
  const { name, value } = cookieOf(confirmed.headers);
  const whole = strict.visitor({ cookie: `${name}=${value}` });
  await whole.get('/api/identity/people').expect(200);
  const officer = await aSignedIn(strict, whole);
  expect((await officer.client.get('/api/identity/me').expect<Me>(200)).body.secondFactor).toBe('none');
  await officer.client.get('/api/identity/institutions').expect(200);
  await whole.post('/api/identity/grants', { personId: officer.person.id, role: 'instructor', scope: everything }).expect(201);
  await officer.client.get('/api/identity/institutions').expectProblem(403, 'identity.second-factor-required'); // at once
  nextStep(strict);
  await whole.post(`${mine}/totp/removal`, { password, code: code() }).expect(204);
  await whole.get('/api/identity/people').expectProblem(403, 'identity.second-factor-required');
});
