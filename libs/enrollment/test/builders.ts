import { randomUUID } from 'node:crypto';
import type {
  EditionCreate,
  EditionId,
  EnrollRequest,
  EnrollmentBatchView,
  EnrollmentId,
  EnrollmentView,
  Grant,
  Item,
  Page,
  UnitKind,
} from '@aula/contracts';
import { verifyAudit, type AuditReport } from '@aula/platform';
import { anActor, type Client, type School } from '@aula/testing';

/** The neighbours' views that enrollment reads, empty at first. */
export const neighbours = async (school: School): Promise<void> => {
  await school.publishes('identity.pub_institution', []);
  await school.publishes('identity.pub_person', []);
  await school.publishes('identity.pub_grant', []);
  await school.publishes('catalog.pub_course_version', []);
  await school.publishes('catalog.pub_unit', []);
};

/** An institution with its ancestors, root first. */
export const anInstitution = async (school: School, above: readonly string[] = [], name = 'Academia'): Promise<string> => {
  const id = randomUUID();
  await school.publishes('identity.pub_institution', [
    { id, code: id.slice(0, 8), name, country: 'CL', parent_id: above.at(-1) ?? null, path: [...above, id] },
  ]);
  return id;
};

export interface PersonWish {
  institution?: string[];
  active?: boolean;
  given?: string;
  family?: string;
  language?: 'es' | 'pt' | 'en' | 'fr';
  country?: string;
  rank?: string;
  externalId?: string;
}
/** As identity folds a name for sorting. */
const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** A person whom identity has published; `institution` is the path of the institution, root first. */
export const aPerson = async (school: School, wish: PersonWish = {}): Promise<string> => {
  const id = randomUUID();
  const {
    institution = [],
    active = true,
    given = 'Ana',
    family = 'Pérez',
    language = 'es',
    country = 'CL',
    rank,
    externalId = null,
  } = wish;
  const name = { given_name: given, family_name: family, email: `${id}@aula.example`, sort_name: folded(`${family} ${given}`) };
  await school.publishes('identity.pub_person', [
    {
      ...{ id, ...name, language, country, rank: rank ?? null, active },
      ...{ institution_id: institution.at(-1) ?? null, institution_path: institution },
      ...{ external_id: externalId, id_key: externalId && externalId.toLowerCase().replace(/[^a-z0-9]/g, '') },
    },
  ]);
  return id;
};

/** Somebody whose account and roles identity has published, signed in. */
export const anAuthor = async (school: School, grant: Grant, wish: PersonWish = {}): Promise<{ person: string; client: Client }> => {
  const person = await aPerson(school, wish);
  const { role, scope } = grant;
  await school.publishes('identity.pub_grant', [{ person_id: person, role, scope_kind: scope.kind, scope_id: scope.id }]);
  return { person, client: school.as(anActor({ personId: person, grants: [grant] })) };
};

/** `count` active people at once, in order of their ids. */
export const aCohort = async (school: School, count: number, institution: string[] = []): Promise<void> => {
  await school.sql(
    `insert into testing.identity_pub_person (id, email, given_name, family_name, sort_name, language, institution_id, institution_path, active)
     select gen_random_uuid(), 'p' || n || '@aula.example', 'Nombre' || n, 'Apellido' || n, 'apellido' || n || ' nombre' || n, 'es', $2::uuid, $3::uuid[], true
     from generate_series(1, $1::int) n`,
    [count, institution.at(-1) ?? null, institution],
  );
};

export interface UnitWish {
  kind?: UnitKind;
  required?: boolean;
  counts?: boolean;
  contents?: Record<string, unknown>;
}
export interface Version {
  id: string;
  course: string;
  /** The units' ids, in order. */
  units: string[];
}
/** A published version with these units; a unit counts when it is required, unless the wish says otherwise. */
export const aVersion = async (
  school: School,
  units: readonly UnitWish[] = [{ kind: 'quiz' }],
  rule: { minimumScore?: number } = {},
): Promise<Version> => {
  const version = { id: randomUUID(), course: randomUUID(), units: units.map(() => randomUUID()) };
  await school.publishes('catalog.pub_course_version', [
    {
      ...{ id: version.id, course_id: version.course, number: 1, code: 'VIC-1', title: { es: 'Atención a víctimas' }, summary: null },
      ...{
        languages: ['es', 'en'],
        hours: 20,
        completion: { units: 'required', ...rule },
        institution_id: null,
        published_at: '2026-01-01T00:00:00Z',
      },
    },
  ]);
  await school.publishes(
    'catalog.pub_unit',
    units.map(({ kind = 'page', required = true, counts = required, contents = {} }, index) => ({
      ...{ course_version_id: version.id, id: version.units[index]!, position: index + 1, kind, title: { es: `Unidad ${index + 1}` } },
      ...{ required, counts, contents },
    })),
  );
  return version;
};

/** An edition as its administrator sends it: open now, in the time zone of Santiago. */
export const anEdition = (courseVersionId: string, wish: Partial<Record<keyof EditionCreate, unknown>> = {}): Record<string, unknown> => ({
  courseVersionId,
  title: 'Primera edición',
  mode: 'virtual',
  opensAt: '2020-01-01T00:00:00-03:00',
  closesAt: '2090-01-01T00:00:00-03:00',
  timeZone: 'America/Santiago',
  ...wish,
});

export const opened = async (
  administrator: Client,
  courseVersionId: string,
  wish: Partial<Record<keyof EditionCreate, unknown>> = {},
): Promise<EditionId> =>
  (await administrator.post('/api/enrollment/editions', anEdition(courseVersionId, wish)).expect<{ id: EditionId }>(201)).body.id;

/** Orders an enrollment and works it off. Returns the batch as it ended. */
export const enrolled = async (
  school: School,
  administrator: Client,
  edition: EditionId,
  wish: EnrollRequest | object,
): Promise<EnrollmentBatchView> => {
  const started = await administrator
    .post(`/api/enrollment/editions/${edition}/enrollments`, wish as never)
    .expect<{ batchId: string }>(202);
  await school.settle();
  return (await administrator.get(`/api/enrollment/enrollment-batches/${started.body.batchId}`).expect<EnrollmentBatchView>(200)).body;
};

export interface Learner {
  person: string;
  client: Client;
  enrollment: EnrollmentId;
  read: () => Promise<EnrollmentView>;
}
/** A person who is enrolled in an edition of the version, signed in. */
export const aLearner = async (school: School, administrator: Client, edition: EditionId, wish: PersonWish = {}): Promise<Learner> => {
  const person = await aPerson(school, wish);
  await enrolled(school, administrator, edition, { personIds: [person] });
  const client = school.as(anActor({ personId: person }));
  const mine = await client.get('/api/enrollment/enrollments?mine=true').expect<Page<EnrollmentView>>(200);
  const enrollment = mine.body.items[0]!.id;
  const read = async () => (await client.get(`/api/enrollment/enrollments/${enrollment}`).expect<EnrollmentView>(200)).body;
  return { person, client, enrollment, read };
};

/** A quiz attempt that was graded; `score` out of 10, passed from 6. */
export const graded = (enrollmentId: string, unitId: string, score: number): Item<'attempt.graded'> => ({
  ...{ attemptId: randomUUID(), quizId: randomUUID(), enrollmentId, unitId },
  ...{ score, maxScore: 10, passed: score >= 6 },
});

/** What a package reported. */
export const progressed = (
  enrollmentId: string,
  unitId: string,
  said: Partial<Pick<Item<'unit.progressed'>, 'completion' | 'success' | 'score' | 'progress'>> = {},
): Item<'unit.progressed'> => ({ enrollmentId, unitId, completion: 'completed', success: 'unknown', score: null, progress: 1, ...said });

/** Checks the audit chain against the rows as they stand. */
export const audited = (school: School): Promise<AuditReport> =>
  verifyAudit({ query: async (text: string, parameters: unknown[]) => ({ rows: await school.sql(text, parameters) }) } as never);
