import { afterAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { AccreditationModule } from '@aula/accreditation';
import { AssessmentModule } from '@aula/assessment';
import { CatalogModule } from '@aula/catalog';
import { ContentModule } from '@aula/content';
import { EnrollmentModule } from '@aula/enrollment';
import { IdentityModule } from '@aula/identity';
import { openDoor, openRuntime, policiesOf } from '@aula/platform';
import type { Role } from '@aula/contracts';
import { anActor, cloneDatabase, declaredRoutes, testSettings } from '@aula/testing';
import { matrix } from './rights.matrix.js';

/** The route × principal matrix: generated from the routes, held against the table that people wrote and read. */
const modules = [IdentityModule, CatalogModule, EnrollmentModule, ContentModule, AssessmentModule, AccreditationModule];
const principals: readonly (Role | 'nobody')[] = [
  'nobody',
  'officer',
  'instructor',
  'training-administrator',
  'registrar',
  'administrator',
  'auditor',
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
  const expected = matrix[name] ?? '';
  expect(allowed.join(' ')).toBe(
    expected === 'everyone' ? principals.join(' ') : expected === 'signed-in' ? principals.slice(1).join(' ') : expected,
  );
});

const closings: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closings.map((close) => close())));
describe('at the door', () => {
  it('asks a visitor to sign in on every route that is not everyone’s', async () => {
    const database = await cloneDatabase();
    const runtime = openRuntime('rights', { settings: testSettings(database.url) });
    const door = await openDoor(modules, runtime);
    closings.push(async () => {
      await door.close();
      await database.drop();
    });
    const guarded = routes.filter((route) => matrix[route.name] !== 'everyone' && route.origin === 'academy');
    const origin = `http://127.0.0.1:${(door.server.address() as { port: number }).port}`;
    const answers = await Promise.all(
      guarded.map(async (route) => {
        const answer = await fetch(`${origin}${route.path.replace(/:\w+/g, '0190a5f0-0000-7000-8000-000000000000')}`, {
          method: route.method,
        });
        return `${route.name} ${answer.status}`;
      }),
    );
    expect(answers).toEqual(guarded.map((route) => `${route.name} 401`));
  }, 60_000);
});
