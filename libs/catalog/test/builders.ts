import { randomUUID } from 'node:crypto';
import type { Actor, CourseCreate, CourseId, PublicationView, UnitCreate, UnitId, ViewRow } from '@aula/contracts';
import { anActor, type Client, type School } from '@aula/testing';

type Wish<T> = Partial<Record<keyof T, unknown>>;
let counted = 0;

/** A course as an author sends it; every call has a code of its own. */
export const aCourse = (wish: Wish<CourseCreate> = {}): Record<string, unknown> => ({
  code: `C-${process.pid}-${++counted}`,
  title: { es: 'Atención a víctimas', en: 'Attention to victims' },
  summary: { es: 'Primera acogida y derivación' },
  hours: 12.5,
  languages: ['es', 'en'],
  ...wish,
});

/** A unit as an author sends it: a page, unless the wish says otherwise. */
export const aUnit = (wish: Wish<UnitCreate> = {}): Record<string, unknown> => ({
  kind: 'page',
  title: { es: 'Lectura' },
  ...(wish.kind === undefined && wish.contents === undefined ? { body: '# Bienvenida' } : {}),
  ...wish,
});

/** The neighbours' views that catalog reads, empty at first. */
export const neighbours = async (school: School): Promise<void> => {
  await school.publishes('identity.pub_institution', []);
  await school.publishes('content.pub_package', []);
  await school.publishes('assessment.pub_quiz', []);
  await school.publishes('enrollment.pub_enrollment', []);
};

/** A quiz that assessment has published. */
export const aQuiz = async (school: School): Promise<string> => {
  const id = randomUUID();
  await school.publishes('assessment.pub_quiz', [{ id, title: { es: 'Prueba' }, passing_score: 0.6, owner_id: randomUUID() }]);
  return id;
};

/** A package that content has published, in `state`. */
export const aPackage = async (school: School, state = 'ready'): Promise<string> => {
  const id = randomUUID();
  await school.publishes('content.pub_package', [{ id, title: 'paquete', standard: 'scorm-1.2', state, owner_id: randomUUID() }]);
  return id;
};

/** An institution with its ancestors, root first. */
export const anInstitution = async (school: School, above: readonly string[] = []): Promise<string> => {
  const id = randomUUID();
  await school.publishes('identity.pub_institution', [
    { id, code: id.slice(0, 8), name: 'Academia', country: 'CL', parent_id: above.at(-1) ?? null, path: [...above, id] },
  ]);
  return id;
};

/** A person whom identity has published, with their grants. */
export const aPerson = async (school: School, actor: Actor, wish: Partial<ViewRow<'identity.pub_person'>> = {}): Promise<void> => {
  const sorted = `${wish.family_name ?? 'Mora'} ${wish.given_name ?? 'Ana'}`
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
  await school.publishes('identity.pub_person', [
    {
      ...{ id: actor.personId, email: `${actor.personId}@aula.example`, given_name: 'Ana', family_name: 'Mora', sex: null, country: 'CR' },
      ...{ language: 'es', rank: null, institution_id: null, institution_path: [], active: true, birth_year: null, time_zone: null },
      ...{ sort_name: sorted, merged_into: null },
      ...wish,
    },
  ]);
  await school.publishes(
    'identity.pub_grant',
    actor.grants.map(({ role, scope }) => ({ person_id: actor.personId, role, scope_kind: scope.kind, scope_id: scope.id })),
  );
};

export const made = async (author: Client, wish: Wish<CourseCreate> = {}): Promise<CourseId> =>
  (await author.post('/api/catalog/courses', aCourse(wish)).expect<{ id: CourseId }>(201)).body.id;

export const added = async (author: Client, course: CourseId, wish: Wish<UnitCreate> = {}): Promise<UnitId> =>
  (await author.post(`/api/catalog/courses/${course}/units`, aUnit(wish)).expect<{ id: UnitId }>(201)).body.id;

export const published = async (author: Client, course: CourseId): Promise<PublicationView> =>
  (await author.post(`/api/catalog/courses/${course}/publications`).expect<PublicationView>(201)).body;

/** Somebody who is enrolled in a version. */
export const studying = async (school: School, versionId: string): Promise<Client> => {
  const learner = anActor();
  const times = { opens_at: '2026-01-01', closes_at: '2027-01-01' };
  const ids = { id: randomUUID(), person_id: learner.personId, edition_id: randomUUID(), course_version_id: versionId };
  await school.publishes('enrollment.pub_enrollment', [{ ...ids, ...times, state: 'active' }]);
  return school.as(learner);
};

/** A published course of one page and one quiz. */
export const aPublishedCourse = async (
  school: School,
  author: Client,
  wish: Wish<CourseCreate> = {},
): Promise<{ course: CourseId; page: UnitId; quiz: UnitId; publication: PublicationView }> => {
  const course = await made(author, wish);
  const page = await added(author, course);
  const quiz = await added(author, course, { kind: 'quiz', title: { es: 'Prueba' }, quizId: await aQuiz(school) });
  return { course, page, quiz, publication: await published(author, course) };
};
