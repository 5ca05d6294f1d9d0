import { AcademyClient } from './academy-client.ts';
import { courses } from './courses/courses.ts';
import { accounts, institutions, peopleCsv } from './people.ts';
import { seedCourse } from './seed-course.ts';

const administrator = 'admin@aula.example';
const password = 'aula-demo-2026';
interface Made {
  id: string;
}
interface List<T> {
  items: T[];
}

/** Fills an academy through its HTTP API with the demonstration. What an interrupted run made is found and used again. */
export async function seed(baseUrl: string, log: (line: string) => void): Promise<void> {
  const admin = await AcademyClient.signIn(baseUrl, administrator, password);
  await seedInstitutions(admin);
  await seedPeople(admin);
  log('six institutions and fifty people are there');
  const instructor = await AcademyClient.signIn(baseUrl, 'instructor@aula.example', password);
  const training = await AcademyClient.signIn(baseUrl, 'training@aula.example', password);
  for (const course of courses) {
    const versionId = await seedCourse(instructor, course);
    await seedEdition(training, course.code, versionId);
    log(`the course ${course.code} is published and has learners`);
  }
}

async function seedInstitutions(admin: AcademyClient): Promise<void> {
  const { items } = await admin.get<List<{ id: string; code: string }>>('/api/identity/institutions?limit=200');
  const ids = new Map(items.map(({ id, code }) => [code, id]));
  for (const institution of institutions.filter(({ code }) => !ids.has(code))) {
    const { code, name, country } = institution;
    const parentId = 'above' in institution ? ids.get(institution.above) : undefined;
    const made = await admin.post<Made>('/api/identity/institutions', { code, name, country, ...(parentId ? { parentId } : {}) });
    ids.set(code, made.id);
  }
}

async function seedPeople(admin: AcademyClient): Promise<void> {
  const { id } = await admin.upload<Made>('/api/identity/imports', 'personas.csv', peopleCsv(), { mode: 'apply' });
  const done = await admin.settled<{ state: string; rejected: number }>(`/api/identity/imports/${id}`, ['applied'], ['failed']);
  if (done.rejected > 0) throw new Error(`${done.rejected} people of the demonstration were rejected`);
  for (const { email, role } of accounts) {
    const { items } = await admin.get<List<Made>>(`/api/identity/people?email=${encodeURIComponent(email)}`);
    const personId = items[0]!.id;
    await admin.put(`/api/identity/people/${personId}/password`, { password });
    const { items: grants } = await admin.get<List<{ role: string }>>(`/api/identity/grants?personId=${personId}`);
    if (role && !grants.some((grant) => grant.role === role))
      await admin.post('/api/identity/grants', { personId, role, scope: { kind: 'everything', id: null } });
  }
}

async function seedEdition(training: AcademyClient, code: string, courseVersionId: string): Promise<void> {
  const title = `${code} · 2026–2027`;
  const { items } = await training.get<List<{ id: string; title: string }>>('/api/enrollment/editions?limit=200');
  const there = items.find((edition) => edition.title === title);
  const now = Date.now();
  const edition =
    there ??
    (await training.post<Made>('/api/enrollment/editions', {
      courseVersionId,
      title,
      mode: 'virtual',
      opensAt: new Date(now - 86_400_000).toISOString(),
      closesAt: new Date(now + 300 * 86_400_000).toISOString(),
      timeZone: 'America/Bogota',
    }));
  const { batchId } = await training.post<{ batchId: string }>(`/api/enrollment/editions/${edition.id}/enrollments`, { everyone: true });
  await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
}
