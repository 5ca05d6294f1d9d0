import { createHash, randomBytes } from 'node:crypto';
import { inOrder } from '@aula/platform';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { administrator, type RunningAcademy } from './running-academy.ts';

export interface Officer {
  personId: string;
  enrollmentId: string;
  /** A session's token, put into the database: argon2 is not what is tested here. */
  token: string;
}
/** People who are enrolled in a course; `unitId` is its first unit. */
export interface Enrolled {
  unitId: string;
  unitIds: string[];
  editionId: string;
  officers: Officer[];
}
export interface Cohort extends Enrolled {
  quizId: string;
}
interface Made {
  id: string;
}

const gift = Array.from({ length: 5 }, (_, n) => `::Q${n}:: Pregunta ${n} {=right ${n} ~wrong a${n} ~wrong b${n}}`).join('\n\n');
const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language';

/** Officers with an examination of five questions, made through the API as everything here. */
export const smallCohort = async (academy: RunningAcademy, size: number): Promise<Cohort> => {
  const admin = await AcademyClient.signIn(academy.url, administrator.email, administrator.password);
  const quizId = await quizOf(admin);
  return { quizId, ...(await enrolled(academy, admin, size, [{ kind: 'quiz', quizId }])) };
};

const quizOf = async (admin: AcademyClient): Promise<string> => {
  const bank = await admin.post<Made>('/api/assessment/banks', { title: 'Small' });
  const started = await admin.upload<Made>(`/api/assessment/banks/${bank.id}/imports`, 'small.gift', gift);
  await admin.settled(`/api/assessment/banks/${bank.id}/imports/${started.id}`, ['done'], ['failed']);
  return (await admin.post<Made>('/api/assessment/quizzes', { title: 'Small', bankId: bank.id, passingScore: 0.5 })).id;
};

/** Officers with a unit for each package, and a session to attend. */
export const packageCohort = async (academy: RunningAcademy, size: number, ...zips: Buffer[]): Promise<Enrolled> => {
  const admin = await AcademyClient.signIn(academy.url, administrator.email, administrator.password);
  return enrolled(academy, admin, size, [...(await packagesOf(admin, zips)), { kind: 'session' }]); // content alone proves nothing
};

/** Officers with a unit for each package, and an examination. */
export const examinedCohort = async (academy: RunningAcademy, size: number, ...zips: Buffer[]): Promise<Enrolled> => {
  const admin = await AcademyClient.signIn(academy.url, administrator.email, administrator.password);
  return enrolled(academy, admin, size, [...(await packagesOf(admin, zips)), { kind: 'quiz', quizId: await quizOf(admin) }]);
};

const packagesOf = (admin: AcademyClient, zips: readonly Buffer[]): Promise<object[]> =>
  inOrder(zips, async (zip) => {
    const { id } = await admin.upload<Made>('/api/content/packages', 'small.zip', zip);
    await admin.settled(`/api/content/packages/${id}`, ['ready'], ['refused']);
    return { kind: 'scorm', packageId: id };
  });

const enrolled = async (academy: RunningAcademy, admin: AcademyClient, size: number, units: object[]): Promise<Enrolled> => {
  const institution = await admin.post<Made>('/api/identity/institutions', { code: 'SMALL', name: 'Escuela', country: 'UY' });
  const lines = Array.from({ length: size }, (_, n) => `S-${n},s${n}@small.example,Ana ${n},Núñez,F,UY,SMALL,Agente,es`);
  const file = await admin.upload<Made>('/api/identity/imports', 'small.csv', [header, ...lines].join('\n'), { mode: 'apply' });
  await admin.settled(`/api/identity/imports/${file.id}`, ['applied'], ['failed']);
  const { unitIds, versionId } = await courseOf(admin, units);
  const edition = await admin.post<Made>('/api/enrollment/editions', {
    courseVersionId: versionId,
    title: 'Small',
    mode: 'virtual',
    opensAt: new Date(Date.now() - 3_600_000).toISOString(),
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: 'America/Montevideo',
  });
  const { batchId } = await admin.post<{ batchId: string }>(`/api/enrollment/editions/${edition.id}/enrollments`, {
    institutionId: institution.id,
  });
  await admin.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
  return { unitId: unitIds[0]!, unitIds, editionId: edition.id, officers: await officersOf(academy, edition.id) };
};

const courseOf = async (admin: AcademyClient, units: object[]): Promise<{ unitIds: string[]; versionId: string }> => {
  const course = await admin.post<Made>('/api/catalog/courses', {
    code: 'SMALL',
    title: { es: 'Curso pequeño' },
    hours: 2,
    languages: ['es'],
  });
  const made = await inOrder(units, (unit) =>
    admin.post<Made>(`/api/catalog/courses/${course.id}/units`, { ...unit, title: { es: 'Unidad' }, required: true }),
  );
  await admin.put(`/api/catalog/courses/${course.id}/completion`, { rule: { units: 'required' } });
  const { versionId } = await admin.post<{ versionId: string }>(`/api/catalog/courses/${course.id}/publications`);
  return { unitIds: made.map(({ id }) => id), versionId };
};

const officersOf = async (academy: RunningAcademy, editionId: string): Promise<Officer[]> => {
  const { rows } = await academy.database.query<{ id: string; person_id: string }>(
    `select e.id, person_id from enrollment.enrollment e join identity.person p on p.id = person_id where edition_id = $1 order by p.email`,
    [editionId],
  );
  const officers = rows.map((each) => ({ personId: each.person_id, enrollmentId: each.id, token: randomBytes(32).toString('base64url') }));
  await academy.database.query(
    `insert into identity.session (token_hash, person_id, expires_at) select h, p, clock_timestamp() + interval '1 hour' from unnest($1::bytea[], $2::uuid[]) as s(h, p)`,
    [officers.map(({ token }) => createHash('sha256').update(token).digest()), officers.map(({ personId }) => personId)],
  );
  return officers;
};
