import { randomUUID } from 'node:crypto';
import type { DashboardView, InsightQuery, Measure, UnitKind } from '@aula/contracts';
import type { Client, School } from '@aula/testing';

/** The neighbours' views that insights reads, empty at first. */
export const neighbours = async (school: School): Promise<void> => {
  await school.publishes('identity.pub_institution', []);
  await school.publishes('identity.pub_person', []);
  await school.publishes('catalog.pub_course_version', []);
  await school.publishes('catalog.pub_unit', []);
  await school.publishes('enrollment.pub_edition', []);
  await school.publishes('enrollment.pub_standing', []);
  await school.publishes('enrollment.pub_unit_mark', []);
  await school.publishes('enrollment.pub_completion', []);
  await school.publishes('accreditation.pub_credential', []);
};

/** An institution below those of `above`, root first; returns its path. */
export const anInstitution = async (school: School, name: string, country: string, above: readonly string[] = []): Promise<string[]> => {
  const id = randomUUID();
  const path = [...above, id];
  await school.publishes('identity.pub_institution', [{ id, code: id.slice(0, 8), name, country, parent_id: above.at(-1) ?? null, path }]);
  return path;
};

export interface EditionWish {
  course?: string;
  title?: string;
  institutionId?: string | null;
}
/** An edition of a course, with the version that it gives. */
export const anEdition = async (school: School, { course = randomUUID(), title = 'Edición', institutionId = null }: EditionWish = {}) => {
  const [id, version] = [randomUUID(), randomUUID()];
  await school.publishes('catalog.pub_course_version', [
    {
      id: version,
      course_id: course,
      number: 1,
      code: 'C',
      title: { es: `Curso ${title}` },
      languages: ['es'],
      hours: 10,
      institution_id: institutionId,
    },
  ]);
  await school.publishes('enrollment.pub_edition', [
    {
      id,
      course_version_id: version,
      title,
      mode: 'virtual',
      opens_at: '2026-01-01T00:00:00Z',
      closes_at: '2027-01-01T00:00:00Z',
      time_zone: 'UTC',
    },
  ]);
  return { id, course, version };
};
export type Edition = Awaited<ReturnType<typeof anEdition>>;

/** The course of an edition has a unit of this kind; returns its id. */
export const aUnit = async (school: School, { version }: Edition, kind: UnitKind): Promise<string> => {
  const id = randomUUID();
  await school.publishes('catalog.pub_unit', [
    { course_version_id: version, id, position: 1, kind, title: { es: kind }, required: true, counts: true, contents: {} },
  ]);
  return id;
};

export interface LearnerWish {
  path?: readonly string[];
  country?: string | null;
  sex?: string | null;
  birthYear?: number | null;
  language?: 'es' | 'pt' | 'en' | 'fr';
  given?: string;
  state?: string;
  progress?: number;
  enrolledAt?: string;
}
/** Somebody who is enrolled, as the houses say it; nothing is counted before the fact. */
export const aLearner = async (school: School, edition: Edition, wish: LearnerWish = {}) => {
  const [id, personId] = [randomUUID(), randomUUID()];
  const { path = [], country = 'CL', sex = 'F', birthYear = 1990, language = 'es', given = 'Ana', state = 'active', progress = 0 } = wish;
  await school.publishes('identity.pub_person', [
    {
      ...{
        id: personId,
        email: `${personId}@aula.example`,
        given_name: given,
        family_name: 'Pérez',
        sex,
        country,
        language,
        birth_year: birthYear,
      },
      ...{ institution_id: path.at(-1) ?? null, institution_path: [...path], active: true, sort_name: 'perez' },
    },
  ]);
  await school.publishes('enrollment.pub_standing', [
    {
      ...{ id, person_id: personId, edition_id: edition.id, course_version_id: edition.version, state, progress },
      enrolled_at: wish.enrolledAt ?? '2026-03-10T12:00:00Z',
    },
  ]);
  return { id, personId, edition };
};
export type Learner = Awaited<ReturnType<typeof aLearner>>;

/** The facts about a learner, as their houses say them. */
export const facts = (school: School, { id: enrollmentId, personId, edition }: Learner) => ({
  activated: () => school.hears('enrollment.activated', [{ enrollmentId, personId, editionId: edition.id }] as never),
  withdrawn: () => school.hears('enrollment.withdrawn', [{ enrollmentId, personId, editionId: edition.id }] as never),
  changed: () => school.hears('person.changed', [{ personId }] as never),
  completed: () =>
    school.hears('completion.recorded', [
      { completionId: randomUUID(), enrollmentId, personId, courseVersionId: edition.version, completedAt: '2026-05-01T00:00:00Z' },
    ] as never),
  moved: () => school.hears('enrollment.moved', [{ enrollmentId }] as never),
  regraded: (unitId: string, passed: boolean) =>
    school.hears('grade.changed', [
      { attemptId: randomUUID(), enrollmentId, quizId: randomUUID(), unitId, score: passed ? 9 : 3, maxScore: 10, passed },
    ] as never),
  issued: () => school.hears('credential.issued', [{ credentialId: '0'.repeat(26), enrollmentId, personId }] as never),
});

/** Completes a learner and gives the certificate, in the neighbours' views. */
export const finish = async (school: School, { id, personId, edition }: Learner): Promise<void> => {
  await school.sql(`update testing.enrollment_pub_standing set state = 'completed', progress = 1 where id = $1`, [id]);
  await school.publishes('enrollment.pub_completion', [
    { id: randomUUID(), enrollment_id: id, person_id: personId, course_version_id: edition.version, completed_at: '2026-05-01T00:00:00Z' },
  ]);
  await school.publishes('accreditation.pub_credential', [
    { id, enrollment_id: id, person_id: personId, course_version_id: edition.version, state: 'issued', issued_at: '2026-05-02T00:00:00Z' },
  ]);
};

/** Does the scheduled order at once, and whatever follows from it. */
export const order = async (school: School, kind: 'refresh' | 'follow-progress' | 'rebuild'): Promise<void> => {
  await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), $1)`, [`insights.${kind}`]);
  await school.settle();
};

/** What is counted, in one order; a cell that has emptied says nothing. */
export const cellsOf = (school: School): Promise<object[]> =>
  school.sql(`select * from insights.cell c where enrolled <> 0 order by c::text`);

export const dashboardOf = async (client: Client, query: InsightQuery = {}): Promise<DashboardView> =>
  (
    await client
      .get(`/api/insights/dashboard?${new URLSearchParams(query as Record<string, string>).toString()}`)
      .expect<DashboardView>(200)
  ).body;

/** The totals that are not nought. */
export const totalsOf = async (client: Client, query: InsightQuery = {}): Promise<Partial<Record<Measure, number>>> =>
  Object.fromEntries(Object.entries((await dashboardOf(client, query)).totals).filter(([, value]) => value > 0));
