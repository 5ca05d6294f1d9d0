import {
  SecondFactorChallenge,
  type GrantView,
  type ImportStarted,
  type ImportView,
  type InstitutionView,
  type MailView,
  type Me,
  type Page,
  type PersonView,
  type RecoveryCodeList,
  type RejectionView,
  type Role,
  type Scope,
  type TotpEnrolment,
} from '@aula/contracts';
import { IdentityModule } from '@aula/identity';
import { house, type Client, type School } from '@aula/testing';
import type { z } from 'zod';
import { appCode } from './app-code.js';

type SchoolOptions = NonNullable<Parameters<typeof house>[1]>;

export const password = 'a long enough password';
export const administrator = { email: 'first@aula.example', password };
let counted = 0;
/** A number that no other builder of this file's run has had. */
export const next = (): number => ++counted;

/** The house with its first administrator, who is signed in. */
export const anAcademy = async ({ settings = {}, drivers = {} }: SchoolOptions = {}) => {
  const school = await house(IdentityModule, { settings: { firstAdministrator: administrator, trustProxy: 1, ...settings }, drivers });
  return { school, admin: await signIn(school, administrator.email) };
};

/** The session's cookie out of an answer: its value and its flags. */
export const cookieOf = (headers: Record<string, unknown>): { name: string; value: string; flags: string[] } => {
  const [pair, ...flags] = String(headers['set-cookie']).split('; ');
  const [name = '', value = ''] = (pair ?? '').split('=');
  return { name, value, flags };
};

/** Signs in through the door; requests carry the cookie from then on. `headers`: of the browser. */
export const signIn = async (school: School, email: string, secret = password, headers: Record<string, string> = {}): Promise<Client> => {
  const answer = await school.visitor(headers).post('/api/identity/sessions', { email, password: secret }).expect<Me>(201);
  const { name, value } = cookieOf(answer.headers);
  return school.visitor({ cookie: `${name}=${value}` });
};

export const anInstitution = async (admin: Client, wish: Record<string, unknown> = {}): Promise<InstitutionView> => {
  const n = next();
  const body = { code: `INST-${n}`, name: `Academia ${n}`, country: 'CO', ...wish };
  return (await admin.post('/api/identity/institutions', body).expect<InstitutionView>(201)).body;
};

export const aPerson = async (admin: Client, wish: Record<string, unknown> = {}): Promise<PersonView> => {
  const body = { email: `officer${next()}@force.example`, givenName: 'Ana', familyName: 'Núñez', ...wish };
  return (await admin.post('/api/identity/people', body).expect<PersonView>(201)).body;
};

export const everything: Scope = { kind: 'everything', id: null };
export const over = (institution: InstitutionView): Scope => ({ kind: 'institution', id: institution.id });

/** A person with these roles who is signed in. */
export const aSignedIn = async (
  school: School,
  admin: Client,
  { grants = [], ...wish }: { grants?: { role: Role; scope: Scope }[]; [name: string]: unknown } = {},
) => {
  const person = await aPerson(admin, wish);
  await admin.put(`/api/identity/people/${person.id}/password`, { password }).expect(204);
  const given: GrantView[] = [];
  for (const grant of grants)
    given.push((await admin.post('/api/identity/grants', { personId: person.id, ...grant }).expect<GrantView>(201)).body);
  return { person, grants: given, client: await signIn(school, person.email) };
};

/** Letters in the outbox to an address, newest first. */
export const lettersTo = async (admin: Client, email: string): Promise<MailView[]> =>
  (await admin.get('/api/identity/mails?limit=200').expect<Page<MailView>>(200)).body.items.filter((each) => each.to === email);
/** The one-time code in a letter's link. */
export const codeIn = (letter: MailView | undefined): string => /[?]code=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';

/** Uploads a file of people; the work is done when `settle` has run. */
export const startImport = async (client: Client, content: string | Buffer, mode: 'rehearse' | 'apply' = 'apply'): Promise<string> =>
  (
    await client
      .upload('/api/identity/imports', { file: { name: 'people.csv', content }, fields: { mode } })
      .expect<z.infer<typeof ImportStarted>>(202)
  ).body.id;
export const readImport = async (client: Client, id: string): Promise<ImportView> =>
  (await client.get(`/api/identity/imports/${id}`).expect<ImportView>(200)).body;
/** Uploads, works, and gives what came of it. */
export const imported = async (
  school: School,
  client: Client,
  content: string | Buffer,
  mode: 'rehearse' | 'apply' = 'apply',
): Promise<ImportView> => {
  const id = await startImport(client, content, mode);
  await school.settle();
  return readImport(client, id);
};
export const rejectionsOf = async (client: Client, id: string): Promise<RejectionView[]> =>
  (await client.get(`/api/identity/imports/${id}/rejections?limit=200`).expect<Page<RejectionView>>(200)).body.items;
export const personBy = async (client: Client, email: string): Promise<PersonView | undefined> =>
  (await client.get(`/api/identity/people?email=${encodeURIComponent(email)}`).expect<Page<PersonView>>(200)).body.items[0];

/** Moves on by one time step of authenticator apps: the next code is a new one. */
export const nextStep = ({ clock }: School): void => clock.set(new Date(clock.now().getTime() + 30_000));

/** Somebody signed in who has set an authenticator app up; `code`: what it shows so many seconds from when this was done. */
export const aSecured = async (school: School, admin: Client, wish: Parameters<typeof aSignedIn>[2] = {}) => {
  const { client: weak, ...rest } = await aSignedIn(school, admin, wish);
  const enrolment = (await weak.post('/api/identity/me/second-factor/totp', { password }).expect<TotpEnrolment>(201)).body;
  const confirmed = await weak
    .post('/api/identity/me/second-factor/totp/confirmation', { code: appCode(enrolment.secret, school.clock.now()) })
    .expect<RecoveryCodeList>(201);
  const { name, value } = cookieOf(confirmed.headers);
  nextStep(school);
  const at = school.clock.now().getTime();
  const code = (seconds = 0): string => appCode(enrolment.secret, new Date(at + seconds * 1_000));
  return { ...rest, weak, client: school.visitor({ cookie: `${name}=${value}` }), enrolment, code, ...confirmed.body };
};

/** The right password of somebody with a second factor: the challenge that comes of it. */
export const challenged = async (school: School, email: string, secret = password): Promise<SecondFactorChallenge> => {
  const problem = await school
    .visitor()
    .post('/api/identity/sessions', { email, password: secret })
    .expectProblem(401, 'identity.second-factor-needed');
  return SecondFactorChallenge.parse(problem);
};

/** Somebody at `address` (RFC 5737) tries a wrong password. */
export const wrongPassword = (school: School, email: string, address = '198.51.100.7') =>
  school.visitor({ 'x-forwarded-for': address }).post('/api/identity/sessions', { email, password: 'not the password' });
/** Lets every running delay end. */
export const endDelays = (school: School) =>
  school.sql(`update identity.sign_in_throttle set blocked_until = clock_timestamp() - interval '1 hour'`);
