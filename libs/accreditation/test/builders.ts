import { randomUUID } from 'node:crypto';
import type { Items, ViewRow } from '@aula/contracts';
import type { School } from '@aula/testing';

/** Where the academy of these tests stands; did:web wants https. */
export const publicUrl = 'https://academy.test';
export const issuer = 'did:web:academy.test';
export const settings = { publicUrl, trustProxy: 1 };

type Person = ViewRow<'identity.pub_person'>;
type CourseVersion = ViewRow<'catalog.pub_course_version'>;
type Completion = Items<'completion.recorded'>[number];

export const aPerson = (wish: Partial<Person> = {}): Person => ({
  id: randomUUID(),
  email: `${randomUUID()}@officers.example`,
  given_name: 'José Luís',
  family_name: 'Gonçalves-Peña',
  sex: null,
  country: 'PY',
  language: 'es',
  rank: null,
  institution_id: null,
  institution_path: [],
  active: true,
  birth_year: null,
  time_zone: null,
  sort_name: 'goncalves-pena jose luis',
  merged_into: null,
  external_id: null,
  id_key: null,
  ...wish,
});

export const aCourseVersion = (wish: Partial<CourseVersion> = {}): CourseVersion => ({
  id: randomUUID(),
  course_id: randomUUID(),
  number: 1,
  code: 'PR-101',
  title: { es: 'Primer respondiente', pt: 'Primeiro interveniente' },
  summary: { es: 'Escena, evidencia y comunicación.' },
  languages: ['es', 'pt'],
  hours: 40,
  completion: { units: 'required', minimumScore: 0.7 },
  institution_id: null,
  published_at: '2026-01-01T00:00:00Z',
  ...wish,
});

export const aUnit = (version: CourseVersion, wish: Partial<ViewRow<'catalog.pub_unit'>> = {}): ViewRow<'catalog.pub_unit'> => ({
  course_version_id: version.id,
  id: randomUUID(),
  position: 1,
  kind: 'quiz',
  title: { es: 'Prueba final' },
  required: true,
  counts: true,
  contents: {},
  ...wish,
});

/** Neighbours' rows of a course with one quiz. */
export const publishCourse = async (school: School, version: CourseVersion): Promise<void> => {
  await school.publishes('catalog.pub_course_version', [version]);
  await school.publishes('catalog.pub_unit', [aUnit(version)]);
};

/** Makes every neighbour's view that the house reads a stand-in. Once per test file, before anything else. */
export const publishNothing = async (school: School): Promise<void> => {
  await school.publishes('identity.pub_person', []);
  await school.publishes('identity.pub_institution', []);
  await school.publishes('catalog.pub_course_version', []);
  await school.publishes('catalog.pub_unit', []);
  await school.publishes('enrollment.pub_enrollment', []);
  await school.publishes('enrollment.pub_edition', []);
  await school.publishes('enrollment.pub_completion', []);
};

export const aCompletion = (person: Person, version: CourseVersion): Completion => ({
  completionId: randomUUID(),
  enrollmentId: randomUUID(),
  personId: person.id,
  courseVersionId: version.id,
  completedAt: '2026-03-12T15:30:00.000Z',
});

/** Somebody completes a course, and what follows is done. */
export const anIssuedCredential = async (
  school: School,
  { person = aPerson(), version = aCourseVersion() }: { person?: Person; version?: CourseVersion } = {},
): Promise<{ id: string; person: Person; version: CourseVersion; completion: Completion }> => {
  await school.publishes('identity.pub_person', [person]);
  await publishCourse(school, version);
  const completion = aCompletion(person, version);
  await school.hears('completion.recorded', [completion]);
  await school.settle();
  const [made] = await school.sql<{ id: string }>('select id from accreditation.credential where enrollment_id = $1', [
    completion.enrollmentId,
  ]);
  return { id: made!.id, person, version, completion };
};

/** Does something while the key that signs credentials cannot be read. */
export const withoutKey = async (school: School, what: () => Promise<unknown>): Promise<void> => {
  const flip = `update accreditation.signing_key set sealed_seed = set_byte(sealed_seed, 20, get_byte(sealed_seed, 20) # 1) where purpose = 'credentials'`;
  await school.sql(flip);
  await what();
  await school.sql(flip);
};

/** Facts that are all there at once, taken by several deliverers at a time. */
export const hearsTogether = async (school: School, facts: readonly (readonly Completion[])[]): Promise<void> => {
  await Promise.all(
    facts.map((items) =>
      school.sql(
        `with fact as (
           insert into platform.event (id, house, name, items) values ($1, 'testing', 'completion.recorded', $2) returning id)
         insert into platform.delivery (event_id, consumer) select id, 'accreditation' from fact`,
        [school.runtime.ids.next(), JSON.stringify(items)],
      ),
    ),
  );
  await Promise.all(Array.from({ length: 6 }, () => school.deliveries.drain()));
  await school.settle();
};

/** How often a fact was said about an enrollment. */
export const timesSaid = async (school: School, event: 'credential.issued' | 'credential.revoked', enrollmentId: string) =>
  (await school.said(event)).filter((item) => item.enrollmentId === enrollmentId).length;

export type { Completion };
