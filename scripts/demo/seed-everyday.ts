import type { AcademyClient } from './academy-client.ts';
import { courses } from './courses/courses.ts';
import { drafts, type DemoDraft } from './everyday/drafts.ts';
import { rejectedImport, sameOfficer } from './everyday/people.ts';
import { buildPackage } from './package/scorm-package.ts';

interface Made {
  id: string;
}
interface List<T> {
  items: T[];
}
/** Those through whose work there is something on every page. */
export type Staff = Readonly<Record<'admin' | 'instructor' | 'training', AcademyClient>>;

/**
 * What goes on beside the courses: drafts that wait for a reviewer, a package that was refused and one with a later version, an officer
 * who has two accounts, an import with mistakes, reminders, views, a rule. What is there already is left as it is.
 */
export const seedEveryday = async (staff: Staff): Promise<void> => {
  const { instructor, training } = staff;
  await Promise.all([
    seedReviews(staff),
    refusePackage(instructor),
    laterVersion(instructor),
    seedToken(instructor),
    doubleAccount(training),
    rehearseImport(training),
    seedRoster(training),
    seedRule(training),
  ]);
};

/** Somebody who writes courses asks somebody else to look at one before it is published. */
const seedReviews = async ({ admin, instructor }: Staff): Promise<void> => {
  const [adminId, instructorId] = await Promise.all([admin, instructor].map(idOf));
  await draftFor(instructor, drafts.radio, adminId!);
  await draftFor(admin, drafts.welcome, instructorId!);
};
const idOf = async (client: AcademyClient): Promise<string> => (await client.get<{ person: Made }>('/api/identity/me')).person.id;

const draftFor = async (author: AcademyClient, { note, units, ...course }: DemoDraft, reviewerId: string): Promise<void> => {
  const { items } = await author.get<List<Made & { code: string }>>('/api/catalog/courses?mine=true&limit=200');
  const id = items.find(({ code }) => code === course.code)?.id ?? (await author.post<Made>('/api/catalog/courses', course)).id;
  const path = `/api/catalog/courses/${id}`;
  const draft = await author.get<{ units?: Made[] }>(path);
  for (const unit of units.slice(draft.units?.length ?? 0)) await author.post(`${path}/units`, unit);
  const reviews = await author.get<List<Made>>(`${path}/reviews`);
  if (reviews.items.length === 0) await author.post(`${path}/reviews`, { note, reviewerId });
};

interface Package extends Made {
  fileName: string;
}
const packageCalled = async (instructor: AcademyClient, name: string): Promise<Package | undefined> => {
  const { items } = await instructor.get<List<Package>>('/api/content/packages?limit=200');
  return items.find(({ fileName }) => fileName === name);
};

/** Whoever sends something else than a package reads why it was refused. */
const refusePackage = async (instructor: AcademyClient): Promise<void> => {
  if (await packageCalled(instructor, 'apuntes.zip')) return;
  const { id } = await instructor.upload<Made>(
    '/api/content/packages',
    'apuntes.zip',
    'Apuntes de la clase del martes, en texto y no en un paquete.',
  );
  await instructor.settled(`/api/content/packages/${id}`, ['refused'], ['ready']);
};

/** The lesson of one course has a second version, to which nobody has been moved yet. */
const laterVersion = async (instructor: AcademyClient): Promise<void> => {
  const { code, texts, scorm } = courses.find((course) => course.code === 'CI-202')!;
  const first = (await packageCalled(instructor, `${code}-es.zip`))!;
  const name = `${code}-es-2.zip`;
  const later = { ...texts.es.lesson, title: `${texts.es.lesson.title} (revisada)` };
  const second = (await packageCalled(instructor, name)) ?? (await upload(instructor, name, await buildPackage(later, scorm)));
  const { items } = await instructor.get<List<object>>(`/api/content/packages/${first.id}/versions`);
  if (items.length < 2) await instructor.post(`/api/content/packages/${first.id}/versions`, { packageId: second.id });
};
const upload = async (instructor: AcademyClient, name: string, zip: Buffer): Promise<Made> => {
  const made = await instructor.upload<Made>('/api/content/packages', name, zip);
  await instructor.settled(`/api/content/packages/${made.id}`, ['ready'], ['refused']);
  return made;
};

/** A program of the instructor's reads results; nobody has its secret. */
const seedToken = async (instructor: AcademyClient): Promise<void> => {
  const { items } = await instructor.get<List<Made>>('/api/identity/access-tokens');
  if (items.length === 0) await instructor.post('/api/identity/access-tokens', { name: 'Informe semanal' });
};

/** One officer came by two ways, and has two accounts. */
const doubleAccount = async (training: AcademyClient): Promise<void> => {
  for (const account of sameOfficer) {
    const { items } = await training.get<List<Made>>(`/api/identity/people?email=${account.email}`);
    if (items.length === 0) await training.post('/api/identity/people', account);
  }
};

const rehearseImport = async (training: AcademyClient): Promise<void> => {
  const { name, csv } = rejectedImport;
  const { items } = await training.get<List<{ fileName: string }>>('/api/identity/imports?limit=200');
  if (items.some(({ fileName }) => fileName === name)) return;
  const { id } = await training.upload<Made>('/api/identity/imports', name, csv, { mode: 'rehearse' });
  await training.settled(`/api/identity/imports/${id}`, ['rehearsed'], ['failed']);
};

const editionCalled = async (training: AcademyClient, name: string): Promise<string> => {
  const { items } = await training.get<List<Made & { title: string }>>('/api/enrollment/editions?limit=200');
  return `/api/enrollment/editions/${items.find(({ title }) => title === name)!.id}`;
};

/** A roster has a view that is kept, and a reminder was sent to some of its learners. */
const seedRoster = async (training: AcademyClient): Promise<void> => {
  const views = await training.get<List<Made>>('/api/enrollment/roster-views');
  if (views.items.length === 0)
    await training.post('/api/enrollment/roster-views', {
      name: 'Sin empezar, por institución',
      filter: { state: 'active', progress: 'none' },
      sort: 'name',
      columns: ['name', 'institution', 'country', 'enrolledAt'],
    });
  const path = `${await editionCalled(training, 'DH-101 · 2026–2027')}/reminders`;
  if ((await training.get<List<Made>>(path)).items.length > 0) return;
  await training.post(path, {
    filter: { state: 'active', country: 'JM' },
    note: { en: 'The examination is open until the last day; the lesson takes about an hour.' },
  });
};

/** Whoever joins an institution later is enrolled by a rule that goes on. */
const seedRule = async (training: AcademyClient): Promise<void> => {
  const path = `${await editionCalled(training, 'RA-401 · Brasília, turma presencial')}/standing-rules`;
  if ((await training.get<List<Made>>(path)).items.length > 0) return;
  const { items } = await training.get<List<Made & { code: string }>>('/api/identity/institutions?q=BR-PF');
  await training.post(path, { rule: { institutionIds: [items.find(({ code }) => code === 'BR-PF')!.id] } });
};
