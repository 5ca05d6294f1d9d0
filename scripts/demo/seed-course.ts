import type { Language } from '@aula/contracts';
import type { AcademyClient } from './academy-client.ts';
import type { DemoCourse } from './courses/course.ts';
import { drawGuide } from './guide/document.ts';
import { buildPackage } from './package/scorm-package.ts';

const languages: readonly Language[] = ['es', 'pt', 'en', 'fr'];
interface Made {
  id: string;
}

/** Makes and publishes the course as its instructor; returns its version. One that is published already is left as it is. */
export async function seedCourse(instructor: AcademyClient, course: DemoCourse, institutionId: string): Promise<string> {
  const mine = await instructor.get<{ items: { id: string; code: string; version: { id: string } | null }[] }>(
    '/api/catalog/courses?mine=true&limit=200',
  );
  const there = mine.items.find(({ code }) => code === course.code);
  if (there?.version) return there.version.id;
  const { texts } = course;
  const { id } =
    there ??
    (await instructor.post<Made>('/api/catalog/courses', {
      code: course.code,
      title: inAll((language) => texts[language].title),
      summary: inAll((language) => texts[language].summary),
      hours: course.hours,
      languages,
      institutionId,
    }));
  const units = await unitsOf(instructor, course, id);
  const draft = await instructor.get<{ units?: Made[] }>(`/api/catalog/courses/${id}`);
  for (const unit of units.slice(draft.units?.length ?? 0)) await instructor.post(`/api/catalog/courses/${id}/units`, unit);
  await instructor.put(`/api/catalog/courses/${id}/completion`, { rule: { units: 'required', minimumScore: 0.6 } });
  return (await instructor.post<{ versionId: string }>(`/api/catalog/courses/${id}/publications`)).versionId;
}

const inAll = <T>(pick: (language: Language) => T): Record<string, T> =>
  Object.fromEntries(languages.map((language) => [language, pick(language)]));

/** Makes what the units hold. The languages are made side by side: most of the time goes by waiting for the worker. */
async function unitsOf(instructor: AcademyClient, course: DemoCourse, courseId: string): Promise<object[]> {
  const made = await Promise.all(
    languages.map(async (language) => {
      const [packageId, quizId, reportId, fileId] = await Promise.all([
        seedPackage(instructor, course, language),
        seedQuiz(instructor, course, language),
        seedReport(instructor, course, language),
        seedGuide(instructor, course, courseId, language),
      ]);
      return { packageId, quizId, reportId, fileId };
    }),
  );
  const { texts, report, guide } = course;
  const title = (unit: 'welcome' | 'lesson' | 'exam' | 'session') => inAll((language) => texts[language].unitTitles[unit]);
  const contents = <T>(pick: (each: (typeof made)[number]) => T) => inAll((language) => pick(made[languages.indexOf(language)]!));
  return [
    { kind: 'page', title: title('welcome'), contents: inAll((language) => ({ body: texts[language].welcome })), required: true },
    { kind: 'scorm', title: title('lesson'), contents: contents(({ packageId }) => ({ packageId })), required: true },
    ...(texts.es.unitTitles.session ? [{ kind: 'session', title: title('session'), required: false }] : []),
    { kind: 'quiz', title: title('exam'), contents: contents(({ quizId }) => ({ quizId })), required: true },
    ...(report
      ? [
          {
            kind: 'quiz',
            title: inAll((language) => report[language].unitTitle),
            contents: contents(({ reportId: quizId }) => ({ quizId })),
            required: false,
          },
        ]
      : []),
    ...(guide
      ? [
          {
            kind: 'file',
            title: inAll((language) => guide[language].unitTitle),
            contents: contents(({ fileId }) => ({ fileId })),
            required: false,
          },
        ]
      : []),
  ];
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

/** The written report of a course that has one: an essay, marked by people. */
async function seedReport(instructor: AcademyClient, { code, texts, report }: DemoCourse, language: Language): Promise<string | undefined> {
  if (!report) return undefined;
  const { unitTitle, question, criteria } = report[language];
  const title = `${texts[language].title}: ${unitTitle}`;
  const bank = await instructor.post<Made>('/api/assessment/banks', { title: `${code} ${language} · ${unitTitle}` });
  await instructor.post(`/api/assessment/banks/${bank.id}/questions`, {
    kind: 'essay',
    text: question,
    language,
    points: 2 * criteria.length,
    wordLimit: 150,
    rubric: criteria.map(([name, text]) => ({ title: name, text, points: 2 })),
  });
  return (await instructor.post<Made>('/api/assessment/quizzes', { title: { [language]: title }, bankId: bank.id, passingScore: 0.6 })).id;
}

/** The guide of a course that has one, a file of the course's. */
async function seedGuide(
  instructor: AcademyClient,
  { texts, guide }: DemoCourse,
  courseId: string,
  language: Language,
): Promise<string | undefined> {
  if (!guide) return undefined;
  const { fileName } = guide[language];
  const pdf = await drawGuide(texts[language].title, guide[language], language);
  return (await instructor.upload<Made>(`/api/catalog/courses/${courseId}/files`, fileName, pdf)).id;
}
