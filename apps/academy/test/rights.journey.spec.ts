import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { AccreditationModule } from '@aula/accreditation';
import { AssessmentModule } from '@aula/assessment';
import { CatalogModule } from '@aula/catalog';
import { ContentModule } from '@aula/content';
import { EnrollmentModule } from '@aula/enrollment';
import { IdentityModule } from '@aula/identity';
import { InsightsModule } from '@aula/insights';
import { Passes, openDoor, openRuntime, policiesOf, tokenHash, type Policies, type Settings } from '@aula/platform';
import { attemptTokenHeader, rights, roles, scopeKinds, type RightDeclaration, type Role } from '@aula/contracts';
import pg from 'pg';
import { anActor, cloneDatabase, declaredRoutes, testSettings } from '@aula/testing';
import { matrix } from './rights.matrix.js';

/** The route × principal matrix: generated from the routes, held against the table that people wrote and read. */
const modules = [IdentityModule, CatalogModule, EnrollmentModule, ContentModule, AssessmentModule, AccreditationModule, InsightsModule];
const principals: readonly (Role | 'nobody')[] = [
  'nobody',
  'officer',
  'instructor',
  'training-administrator',
  'registrar',
  'administrator',
  'auditor',
  'reviewer',
  'coordinator',
  'programme-manager',
];
const routes = modules.flatMap((module) => {
  const controllers = (Reflect.getMetadata('controllers', module) as Type[] | undefined) ?? [];
  const policies = policiesOf(module);
  return declaredRoutes(controllers).map((route) => ({ ...route, name: `${route.method} ${route.path}`, policy: policies[route.right]! }));
});
const actorOf = (principal: Role | 'nobody') =>
  principal === 'nobody' ? undefined : anActor({ roles: principal === 'officer' ? [] : [principal] });

it('knows every route, and no route that is gone', () => {
  expect(Object.keys(matrix).sort()).toEqual(routes.map((route) => route.name).sort());
});
it.each(routes.map((route) => [route.name, route] as const))('%s', (name, route) => {
  const allowed = principals.filter((principal) => route.policy(actorOf(principal)));
  const expected = (matrix[name] ?? '').replace('everyone', principals.join(' ')).replace('signed-in', principals.slice(1).join(' '));
  expect([...allowed, ...(route.pass ? [route.pass] : [])].join(' ')).toBe(expected);
});

describe('what contracts tell of rights', () => {
  const policies: Policies = Object.fromEntries(modules.flatMap((module) => Object.entries(policiesOf(module))));
  const place = '0190a5f0-0000-7000-8000-0000000000aa';
  /** Asked only of one certain person: of one who serves at the place. */
  const subjects: Readonly<Record<string, unknown>> = { 'person.change-access': { path: [place], holdsRoles: false } };
  const may = (right: string, role?: Role, kind: (typeof scopeKinds)[number] = 'everything'): boolean => {
    const scope = { kind, id: kind === 'everything' ? null : place };
    const policy = policies[right] as (actor: unknown, subject?: unknown) => boolean;
    return policy(anActor({ grants: role ? [{ role, scope }] : [] }), subjects[right]);
  };

  it('names the rights of every policy, and no other', () => {
    expect(Object.keys(rights)).toEqual(Object.keys(policies).sort());
  });
  it.each(Object.entries<RightDeclaration>(rights))('%s is for whom they say', (right, told) => {
    expect(policies[right]!(undefined)).toBe(told.for === 'anyone');
    expect(may(right)).toBe(told.for !== 'roles');
    if (told.for === 'roles')
      expect(roles.filter((role) => may(right, role))).toEqual(roles.filter((role) => told.roles[role]?.includes('everything')));
    const lacking = roles.flatMap((role) =>
      (told.roles[role] ?? []).filter((kind) => !may(right, role, kind)).map((kind) => `${role} ${kind}`),
    );
    expect(lacking).toEqual([]);
  });
});

const closings: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closings.map((close) => close())));
const id = '0190a5f0-0000-7000-8000-000000000000';
describe('at the door', () => {
  /** An answer to HEAD has no body that could say why. */
  const guarded = routes.filter((route) => matrix[route.name] !== 'everyone' && route.origin === 'academy' && route.method !== 'HEAD');
  let origin: string;
  let settings: Settings;
  let owner: pg.Pool;
  beforeAll(async () => {
    const database = await cloneDatabase();
    settings = testSettings(database.url, { secondFactor: 'required' });
    owner = new pg.Pool({ connectionString: database.url, max: 1 });
    const door = await openDoor(modules, openRuntime('rights', { settings }));
    closings.push(async () => {
      await door.close();
      await owner.end();
      await database.drop();
    });
    origin = `http://127.0.0.1:${(door.server.address() as { port: number }).port}`;
  });
  /** The status and problem of each guarded route for whoever comes with these headers; HEAD names no problem. */
  const answers = (headers: Record<string, string> = {}): Promise<string[]> =>
    Promise.all(
      guarded.map(async ({ name, method, path }) => {
        const answer = await fetch(`${origin}${path.replace(/:\w+/g, id)}`, { method, headers });
        const { code = 'not-signed-in' } = JSON.parse((await answer.text()) || '{}') as { code?: string };
        return `${name} ${answer.status} ${code}`;
      }),
    );

  it('asks a visitor to sign in on every route that is not everyone’s', async () => {
    expect(await answers()).toEqual(guarded.map((route) => `${route.name} 401 not-signed-in`));
  });
  it('shows staff who must set a second factor up the way to it, and nothing else', async () => {
    await owner.query(`insert into identity.person (id, email, given_name, family_name) values ($1, 'half@aula.example', 'Half', 'Way')`, [
      id,
    ]);
    await owner.query(`insert into identity.role_grant (id, person_id, role, scope_kind) values ($1, $1, 'administrator', 'everything')`, [
      id,
    ]);
    await owner.query(
      `insert into identity.session (token_hash, person_id, expires_at) values ($1, $2, clock_timestamp() + interval '1 hour')`,
      [tokenHash('half'), id],
    );
    const opened = (await answers({ authorization: 'Bearer half' })).filter(
      (answer) => !answer.endsWith(' 403 identity.second-factor-required'),
    );
    expect(opened.map((answer) => answer.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'GET /api/identity/me',
      'GET /api/identity/me/second-factor',
      'PATCH /api/identity/me',
      'POST /api/identity/me/second-factor/passkey-challenges',
      'POST /api/identity/me/second-factor/passkeys',
      'POST /api/identity/me/second-factor/totp',
      'POST /api/identity/me/second-factor/totp/confirmation',
    ]);
  });
  it('lets the token of an attempt through to saving and submitting it, and nowhere else', async () => {
    const token = new Passes(settings.secret).tokenFor(attemptTokenHeader, id, { personId: id, until: 4_000_000_000 });
    const opened = (await answers({ [attemptTokenHeader]: token })).filter((answer) => !answer.endsWith(' 401 not-signed-in'));
    expect(opened.sort()).toEqual([
      'POST /api/assessment/attempts/:id/submission 401 attempt.token-over',
      'PUT /api/assessment/attempts/:id/answers/:questionId 400 invalid-request',
    ]);
    const wrong = (await answers({ [attemptTokenHeader]: 'wrong' })).filter((answer) => !answer.endsWith(' 401 not-signed-in'));
    expect(wrong.sort()).toEqual([
      'POST /api/assessment/attempts/:id/submission 401 token-refused',
      'PUT /api/assessment/attempts/:id/answers/:questionId 401 token-refused',
    ]);
  });
});
