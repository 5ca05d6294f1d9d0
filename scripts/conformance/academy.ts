import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Stage, administrator } from '../cohort/stage.ts';
import { openEdition } from '../cohort/steps.ts';
import { AcademyClient } from '../demo/academy-client.ts';
import { adlPackage, predecessor } from './adl-cases.ts';

interface Made {
  id: string;
}

/** An academy of its own, with every package uploaded as a unit of one course, and a fresh learner for each case or series of cases. */
export class ConformanceAcademy {
  private readonly units = new Map<string, string>();
  private readonly learners = new Map<string, { client: AcademyClient; enrollmentId: string }>();

  private readonly stage: Stage;

  private constructor(stage: Stage) {
    this.stage = stage;
  }

  static async open(cases: readonly string[]): Promise<ConformanceAcademy> {
    const academy = new ConformanceAcademy(
      await Stage.open({ AULA_CONTENT_DOMAIN: 'content.localhost', AULA_PLAYER_DIST: resolve('apps/web/dist/player') }),
    );
    try {
      await academy.prepare(cases);
      return academy;
    } catch (error) {
      await academy.close();
      throw error;
    }
  }

  /** The address that opens the case's package for its learner. */
  async launch(name: string): Promise<string> {
    const learner = this.learners.get(firstOf(name));
    const unitId = this.units.get(name);
    if (!learner || !unitId) throw new Error(`${name} was not prepared`);
    const launch = await learner.client.post<{ url: string }>('/api/content/launches', { enrollmentId: learner.enrollmentId, unitId });
    return launch.url;
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  private async prepare(cases: readonly string[]): Promise<void> {
    const { stage } = this;
    const stopWorker = await stage.worker(['identity', 'catalog', 'enrollment', 'content']);
    const admin = await AcademyClient.signIn(stage.url, administrator.email, administrator.password);
    const course = await admin.post<Made>('/api/catalog/courses', { code: 'ADL', title: { en: 'ADL' }, hours: 1, languages: ['en'] });
    for (const name of cases) this.units.set(name, await unitOf(admin, course.id, name));
    // a course rests on something that is graded or attended
    await admin.post(`/api/catalog/courses/${course.id}/units`, { kind: 'session', title: { en: 'Session' }, required: true });
    await admin.put(`/api/catalog/courses/${course.id}/completion`, { rule: { units: 'required' } });
    const version = await admin.post<{ versionId: string }>(`/api/catalog/courses/${course.id}/publications`);
    const edition = await openEdition(admin, version.versionId, 'ADL');
    await this.enroll(admin, edition.id, [...new Set(cases.map(firstOf))]);
    await stopWorker();
  }

  private async enroll(admin: AcademyClient, editionId: string, names: readonly string[]): Promise<void> {
    const institution = await admin.post<Made>('/api/identity/institutions', { code: 'ADL', name: 'Advanced Learning', country: 'PE' });
    const { id } = await admin.upload<Made>('/api/identity/imports', 'people.csv', spreadsheet(names), { mode: 'apply' });
    await admin.settled(`/api/identity/imports/${id}`, ['applied'], ['failed']);
    const { batchId } = await admin.post<{ batchId: string }>(`/api/enrollment/editions/${editionId}/enrollments`, {
      institutionId: institution.id,
    });
    await admin.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
    await this.signIn(names);
  }

  /** Opens a session for each learner; what a sign-in costs is not the matter here. */
  private async signIn(names: readonly string[]): Promise<void> {
    const { rows } = await this.stage.database.query<{ id: string; person_id: string }>(
      `select id, person_id from enrollment.enrollment order by id`,
    );
    if (rows.length !== names.length) throw new Error(`${rows.length} learners are enrolled, not ${names.length}`);
    const tokens = rows.map(() => randomBytes(32).toString('base64url'));
    await this.stage.database.query(
      `insert into identity.session (token_hash, person_id, expires_at)
       select h, p, clock_timestamp() + interval '3 hours' from unnest($1::bytea[], $2::uuid[]) as s(h, p)`,
      [tokens.map((token) => createHash('sha256').update(token).digest()), rows.map((row) => row.person_id)],
    );
    names.forEach((name, at) => {
      const client = AcademyClient.bearing(this.stage.url, tokens[at]!);
      this.learners.set(name, { client, enrollmentId: rows[at]!.id });
    });
  }
}

/** The first case of the series that one learner goes through. */
const firstOf = (name: string): string => {
  const before = predecessor(name);
  return before === null ? name : firstOf(before);
};

const spreadsheet = (names: readonly string[]): string =>
  [
    'external_id,email,given_name,family_name,sex,country,institution,rank,language',
    ...names.map((name, at) => `A-${at},learner.${at}@conformance.example,${name},Learner,F,PE,ADL,Agente,en`),
  ].join('\n');

const unitOf = async (admin: AcademyClient, courseId: string, name: string): Promise<string> => {
  const { id } = await admin.upload<Made>('/api/content/packages', `${name}.zip`, readFileSync(adlPackage(name)));
  await admin.settled(`/api/content/packages/${id}`, ['ready'], ['refused']);
  const unit = { kind: 'scorm', title: { en: name }, packageId: id, required: false };
  return (await admin.post<Made>(`/api/catalog/courses/${courseId}/units`, unit)).id;
};
