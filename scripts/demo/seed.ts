import { readSettings } from '@aula/platform';
import { AcademyClient } from './academy-client.ts';
import { countNumbers } from './count-numbers.ts';
import { courses } from './courses/courses.ts';
import { makeHistory } from './history/history.ts';
import { accounts, followers } from './people/accounts.ts';
import { institutions } from './people/institutions.ts';
import { peopleCount, peopleCsv } from './people/people.ts';
import { seedCourse } from './seed-course.ts';
import { seedEditions } from './seed-editions.ts';
import { seedEveryday } from './seed-everyday.ts';

const administrator = 'admin@aula.example';
const password = 'aula-demo-2026';
interface Made {
  id: string;
}
interface List<T> {
  items: T[];
}

/**
 * Fills an academy with the demonstration: through its HTTP API what can be done today, then the past year. `env`: the environment of
 * its programs. What an interrupted run made is found and used again.
 */
export async function seed(baseUrl: string, env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<void> {
  const admin = await AcademyClient.signIn(baseUrl, administrator, password);
  const houses = await seedInstitutions(admin);
  await seedPeople(admin);
  log(`${institutions.length} institutions and ${peopleCount} people are there`);
  const instructor = await AcademyClient.signIn(baseUrl, 'instructor@aula.example', password);
  const versions = new Map<string, string>();
  for (const course of courses) versions.set(course.code, await seedCourse(instructor, course, houses.get(course.institution)!));
  log(`${courses.length} courses are published`);
  const training = await AcademyClient.signIn(baseUrl, 'training@aula.example', password);
  await seedEditions(training, versions);
  log('their editions have learners');
  for (const follower of followers) await seedFollower(admin, follower);
  const registrar = await AcademyClient.signIn(baseUrl, 'registrar@aula.example', password);
  log(`a year has passed for ${await makeHistory(readSettings(env), registrar, new Date())} learners in their editions`);
  await seedEveryday({ admin, instructor, training });
  log('and some of it is everyday work');
  await countNumbers(admin);
}

/** Ids of the institutions by their codes. */
async function seedInstitutions(admin: AcademyClient): Promise<ReadonlyMap<string, string>> {
  const { items } = await admin.get<List<{ id: string; code: string }>>('/api/identity/institutions?limit=200');
  const ids = new Map(items.map(({ id, code }) => [code, id]));
  for (const { code, name, country, above } of institutions.filter((each) => !ids.has(each.code))) {
    const parentId = above && ids.get(above);
    const made = await admin.post<Made>('/api/identity/institutions', { code, name, country, ...(parentId ? { parentId } : {}) });
    ids.set(code, made.id);
  }
  return ids;
}

async function seedPeople(admin: AcademyClient): Promise<void> {
  const { id } = await admin.upload<Made>('/api/identity/imports', 'personas.csv', peopleCsv(), { mode: 'apply' });
  const done = await admin.settled<{ state: string; rejected: number }>(`/api/identity/imports/${id}`, ['applied'], ['failed']);
  if (done.rejected > 0) throw new Error(`${done.rejected} people of the demonstration were rejected`);
  await Promise.all(accounts.map((account) => seedAccount(admin, account)));
}

async function seedFollower(admin: AcademyClient, { role, ...person }: (typeof followers)[number]): Promise<void> {
  if ((await peopleWith(admin, person.email)).length === 0) await admin.post('/api/identity/people', person);
  await seedAccount(admin, { email: person.email, role });
}

const peopleWith = async (admin: AcademyClient, email: string): Promise<Made[]> =>
  (await admin.get<List<Made>>(`/api/identity/people?email=${encodeURIComponent(email)}`)).items;

async function seedAccount(admin: AcademyClient, { email, role }: { email: string; role: string | undefined }): Promise<void> {
  const personId = (await peopleWith(admin, email))[0]!.id;
  await admin.put(`/api/identity/people/${personId}/password`, { password });
  const { items: grants } = await admin.get<List<{ role: string }>>(`/api/identity/grants?personId=${personId}`);
  if (role && !grants.some((grant) => grant.role === role))
    await admin.post('/api/identity/grants', { personId, role, scope: { kind: 'everything', id: null } });
}
