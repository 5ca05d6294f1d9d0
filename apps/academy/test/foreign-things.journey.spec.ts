import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@aula/contracts';
import { tokenHash } from '@aula/platform';
import { matrix } from './rights.matrix.js';
import type { RunningAcademy } from './running-academy.js';
import { withPast } from './screens/past.js';
import { thingsOf } from './things.js';

/**
 * Every route that names a thing, for people whose role is real but over something else: nobody reads or changes what is not theirs.
 * A body that says nothing may be refused as such; it is never done.
 */
const strangers: Readonly<Record<string, { role: Role; kind: string } | undefined>> = {
  officer: undefined,
  instructor: { role: 'instructor', kind: 'course' },
  'training-administrator': { role: 'training-administrator', kind: 'institution' },
  registrar: { role: 'registrar', kind: 'university' },
};
const names = Object.keys(strangers);

/** What is open to more than those whose it is, and for whom; each was read and meant so. It tells nothing of the officer whose thing it is. */
const roster = { instructor: 200, 'training-administrator': 200 };
const trainers = { 'training-administrator': 200 };
const everyRole = { instructor: 200, 'training-administrator': 200, registrar: 200 };
const open: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // whoever has a role in the network reads what its courses say
  'GET /api/catalog/course-versions/:id/units/:unitId': everyRole,
  'GET /api/catalog/courses/:id/video-captions': { officer: 200, ...everyRole },
  'GET /api/catalog/files/:id': everyRole,
  'GET /api/catalog/files/:id/captions': everyRole,
  // an edition of the whole network is everybody's; of its learners each sees their own
  'GET /api/enrollment/editions/:id': roster,
  'GET /api/enrollment/editions/:id/enrollment-batches': trainers,
  'GET /api/enrollment/editions/:id/reminder-defaults': trainers,
  'GET /api/enrollment/editions/:id/reminders': trainers,
  'GET /api/enrollment/editions/:id/roster': roster,
  'GET /api/enrollment/editions/:id/roster-funnel': roster,
  'GET /api/enrollment/editions/:id/roster-summary': roster,
  'GET /api/enrollment/editions/:id/roster-units': roster,
  'GET /api/enrollment/editions/:id/roster.csv': roster,
  'GET /api/enrollment/editions/:id/roster.xlsx': roster,
  'GET /api/enrollment/editions/:id/standing-rules': trainers,
  'POST /api/enrollment/standing-rules/:id/takeover': { 'training-administrator': 409 }, // one that rests goes on among those whom they reach
  'GET /api/identity/institutions/:id': { officer: 200, ...everyRole },
};
/** What a route wants besides the thing, to come so far as to ask whose it is. */
const asked: Readonly<Record<string, string>> = {
  'DELETE /api/catalog/courses/:id/video-captions/:language': '?address=https://videos.example/a.mp4',
  'GET /api/catalog/courses/:id/video-captions': '?address=https://videos.example/a.mp4',
  'GET /api/content/packages/:id/differences': '?from=:packageId',
  'GET /api/content/packages/:id/move-people': '?rule=all',
  'GET /api/content/packages/:id/move-preview': '?rule=all',
};

let academy: RunningAcademy;
let things: Readonly<Record<string, string>>;
let enrollmentId: string;
beforeAll(async () => {
  const past = await withPast();
  academy = past.academy;
  things = await thingsOf(academy, past.made);
  enrollmentId = past.made.enrolled.running;
  for (const [name, grant] of Object.entries(strangers)) await arrive(name, grant);
});
afterAll(() => academy?.close());

/** Somebody new with a session, and a role over a place in which there is nothing. */
const arrive = async (name: string, grant: { role: Role; kind: string } | undefined): Promise<void> => {
  const id = randomUUID();
  const write = (text: string, ...parameters: unknown[]): Promise<unknown> => academy.database.query(text, parameters);
  await write(
    `insert into identity.person (id, email, given_name, family_name) values ($1, $2, 'No', 'One')`,
    id,
    `${name}@strange.example`,
  );
  await write(
    `insert into identity.session (token_hash, person_id, expires_at) values ($1, $2, clock_timestamp() + interval '1 hour')`,
    ...[tokenHash(name), id],
  );
  if (grant)
    await write(
      `insert into identity.role_grant (id, person_id, role, scope_kind, scope_id) values (gen_random_uuid(), $1, $2, $3, gen_random_uuid())`,
      ...[id, grant.role, grant.kind],
    );
};

/** The address of the thing, whatever it is; undefined where no address names one. */
const addressOf = (route: string): string | undefined => {
  const [, method, path] = /^(\w+) (\/api\/.*:.*)$/.exec(route) ?? [];
  if (!method || !path) return undefined;
  const parts = path.split('/');
  const named = parts.map((part, at) =>
    part.startsWith(':') ? part.replace(/:\w+/, things[`${parts[2]!}/${parts[at - 1]!}`] ?? `nothing:${part}`) : part,
  );
  return named.join('/') + (asked[route] ?? '').replace(':packageId', things['content/question-reports']!);
};

const routes = Object.entries(matrix)
  .filter(([route, who]) => / \/api\/.*:/.test(route) && who !== 'everyone')
  .map(([route]) => route);

it.each(routes)('%s', async (route) => {
  const [method] = route.split(' ') as [string];
  const address = addressOf(route)!;
  expect(address).not.toContain('nothing:');
  const reads = method === 'GET' || method === 'HEAD';
  const answers = await Promise.all(
    names.map(async (name) => {
      const body = reads || method === 'DELETE' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
      const headers = { ...('headers' in body ? body.headers : {}), authorization: `Bearer ${name}`, 'tus-resumable': '1.0.0' };
      const answer = await fetch(`${academy.url}${address}`, { method, ...body, headers });
      expect(await answer.text()).not.toContain(enrollmentId);
      return { name, status: answer.status };
    }),
  );
  const refusals = reads || method === 'DELETE' ? [403, 404] : [403, 404, 400, 415];
  const through = answers.filter(({ status }) => !refusals.includes(status));
  expect(Object.fromEntries(through.map(({ name, status }) => [name, status]))).toEqual(open[route] ?? {});
});
