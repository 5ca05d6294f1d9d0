import type { Language } from '@aula/contracts';
import { AcademyClient } from './academy-client.ts';
import type { DemoCourse } from './courses/course.ts';
import { firstResponder } from './courses/first-responder/index.ts';
import { useOfForce } from './courses/use-of-force/index.ts';
import { buildPackage } from './package/scorm-package.ts';
import { accounts, institutions, peopleCsv } from './people.ts';

const administrator = 'admin@aula.example';
const password = 'aula-demo-2026';
const languages: readonly Language[] = ['es', 'pt', 'en', 'fr'];
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
  for (const course of [useOfForce, firstResponder]) {
    const versionId = await seedCourse(instructor, course);
    await seedEdition(training, course, versionId);
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

/** Makes and publishes the course; returns its version. */
async function seedCourse(instructor: AcademyClient, course: DemoCourse): Promise<string> {
  const mine = await instructor.get<List<{ id: string; code: string; version: { id: string } | null }>>(
    '/api/catalog/courses?mine=true&limit=200',
  );
  const there = mine.items.find(({ code }) => code === course.code);
  if (there?.version) return there.version.id;
  const { texts } = course;
  const inAll = (pick: (language: Language) => string) => Object.fromEntries(languages.map((language) => [language, pick(language)]));
  const { id } =
    there ??
    (await instructor.post<Made>('/api/catalog/courses', {
      code: course.code,
      title: inAll((language) => texts[language].title),
      summary: inAll((language) => texts[language].summary),
      hours: course.hours,
      languages,
    }));
  const packages = await perLanguage(async (language) => ({ packageId: await seedPackage(instructor, course, language) }));
  const quizzes = await perLanguage(async (language) => ({ quizId: await seedQuiz(instructor, course, language) }));
  const pages = await perLanguage((language) => Promise.resolve({ body: texts[language].welcome }));
  const units = [
    { kind: 'page', title: inAll((language) => texts[language].unitTitles.welcome), contents: pages },
    { kind: 'scorm', title: inAll((language) => texts[language].unitTitles.lesson), contents: packages },
    { kind: 'quiz', title: inAll((language) => texts[language].unitTitles.exam), contents: quizzes },
  ];
  const draft = await instructor.get<{ units?: Made[] }>(`/api/catalog/courses/${id}`);
  for (const unit of units.slice(draft.units?.length ?? 0))
    await instructor.post(`/api/catalog/courses/${id}/units`, { ...unit, required: true });
  await instructor.put(`/api/catalog/courses/${id}/completion`, { rule: { units: 'required', minimumScore: 0.6 } });
  return (await instructor.post<{ versionId: string }>(`/api/catalog/courses/${id}/publications`)).versionId;
}

async function perLanguage<T>(make: (language: Language) => Promise<T>): Promise<Record<string, T>> {
  const made: Record<string, T> = {};
  for (const language of languages) made[language] = await make(language);
  return made;
}

async function seedPackage(instructor: AcademyClient, course: DemoCourse, language: Language): Promise<string> {
  const zip = await buildPackage(course.texts[language].lesson, course.scorm);
  const { id } = await instructor.upload<Made>('/api/content/packages', `${course.code}-${language}.zip`, zip);
  await instructor.settled(`/api/content/packages/${id}`, ['ready'], ['refused']);
  return id;
}

async function seedQuiz(instructor: AcademyClient, course: DemoCourse, language: Language): Promise<string> {
  const { title, unitTitles, gift } = course.texts[language];
  const bank = await instructor.post<Made>('/api/assessment/banks', { title: `${course.code} ${language} · ${title}`.slice(0, 200) });
  const started = await instructor.upload<Made>(`/api/assessment/banks/${bank.id}/imports`, `${course.code}-${language}.gift`, gift);
  await instructor.settled(`/api/assessment/banks/${bank.id}/imports/${started.id}`, ['done'], ['failed']);
  const quiz = await instructor.post<Made>('/api/assessment/quizzes', {
    title: { [language]: `${title}: ${unitTitles.exam}` },
    bankId: bank.id,
    pick: 6,
    timeLimitSeconds: 1_800,
    attemptsAllowed: 3,
    passingScore: 0.6,
  });
  return quiz.id;
}

async function seedEdition(training: AcademyClient, course: DemoCourse, courseVersionId: string): Promise<void> {
  const title = `${course.code} · 2026–2027`;
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
