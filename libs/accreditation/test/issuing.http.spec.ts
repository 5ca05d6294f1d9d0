import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AccreditationModule } from '@aula/accreditation';
import { verifyAudit } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import {
  aCompletion,
  aCourseVersion,
  aPerson,
  anIssuedCredential,
  hearsTogether,
  issuer,
  publicUrl,
  publishCourse,
  publishNothing,
  settings,
  timesSaid,
  withoutKey,
} from './builders.js';

const school = await house(AccreditationModule, { settings });
await publishNothing(school);

interface Stored {
  id: string;
  state: string;
  document: string | null;
  hash: string | null;
}
const storedOf = (enrollmentId: string): Promise<Stored[]> =>
  school.sql(
    `select c.id, c.state, d.document, encode(c.document_hash, 'hex') as hash from accreditation.credential c
     left join accreditation.credential_document d on d.credential_id = c.id where c.enrollment_id = $1`,
    [enrollmentId],
  );
/** Does a transaction of this database wait for another? */
const somebodyWaits = async (): Promise<boolean> =>
  (await school.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0;

describe('a completed course', () => {
  it('earns one credential, which says what was achieved and nothing of who achieved it', async () => {
    const { id, person, version, completion } = await anIssuedCredential(school);
    const { body, headers } = await school.visitor().get(`/api/accreditation/credentials/${id}`).expect<Record<string, unknown>>(200);
    expect(headers['content-type']).toContain('json');
    expect(body).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      id: `${publicUrl}/v/${id}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: issuer, name: 'Red Interamericana de Desarrollo y Profesionalización Policial' },
      name: 'Primer respondiente',
      awardedDate: '2026-03-12T15:30:00Z',
      credentialSubject: {
        id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
        achievement: {
          id: `urn:uuid:${version.id}`,
          name: 'Primer respondiente',
          description: '40 horas. Escena, evidencia y comunicación.',
          criteria: { narrative: expect.stringContaining('«Prueba final»') },
          achievementType: 'Certificate',
        },
      },
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      proof: { cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod' },
    });
    const { narrative } = (body['credentialSubject'] as { achievement: { criteria: { narrative: string } } }).achievement.criteria;
    expect(narrative).toContain('70');
    const text = JSON.stringify(body);
    for (const personal of [person.id, person.email, person.given_name, person.family_name, completion.enrollmentId]) {
      expect(text).not.toContain(personal);
    }
  });

  it('gives the document byte for byte as it was signed and hashed', async () => {
    const { id, completion } = await anIssuedCredential(school);
    const [stored] = await storedOf(completion.enrollmentId);
    const answer = await school.visitor().get(`/api/accreditation/credentials/${id}`).expect(200);
    expect(answer.text).toBe(stored!.document);
    expect(await hashOf(answer.bytes)).toBe(stored!.hash);
  });

  it('is issued once, however often and however many at a time say so', async () => {
    const { completion } = await anIssuedCredential(school);
    const [before] = await storedOf(completion.enrollmentId);
    await hearsTogether(
      school,
      Array.from({ length: 50 }, () => [completion]),
    );
    expect(await storedOf(completion.enrollmentId)).toEqual([before]);
    expect(await timesSaid(school, 'credential.issued', completion.enrollmentId)).toBe(1);
  });

  it('is issued once out of 50 facts that arrive together, in batches that repeat it', async () => {
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    const completions = Array.from({ length: 20 }, () => aCompletion(person, version));
    await hearsTogether(
      school,
      Array.from({ length: 50 }, (_, turn) => {
        const shifted = [...completions.slice(turn % 20), ...completions.slice(0, turn % 20)];
        return [...shifted, shifted[0]!];
      }),
    );
    const all = await Promise.all(completions.map(({ enrollmentId }) => storedOf(enrollmentId)));
    expect(all.map((rows) => rows.map(({ state }) => state))).toEqual(completions.map(() => ['issued']));
  });

  it('keeps its document when the order to issue it is given again, 50 at a time', async () => {
    const { id, completion } = await anIssuedCredential(school);
    const [before] = await storedOf(completion.enrollmentId);
    await Promise.all(
      Array.from({ length: 50 }, () =>
        school.sql(`insert into platform.job (id, kind, subject) values ($1, 'accreditation.issue-credentials', $2)`, [
          school.runtime.ids.next(),
          id,
        ]),
      ),
    );
    await Promise.all(Array.from({ length: 8 }, () => school.runner.drain('accreditation.issue-credentials')));
    expect(await storedOf(completion.enrollmentId)).toEqual([before]);
    expect(await timesSaid(school, 'credential.issued', completion.enrollmentId)).toBe(1);
  });

  it('gets a number and a place in the status list that nobody else has, and that follow from nothing', async () => {
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    const completions = Array.from({ length: 300 }, () => aCompletion(person, version));
    await school.hears('completion.recorded', completions);
    const made = await school.sql<{ id: string; status_index: number }>(
      `select id, status_index from accreditation.credential where enrollment_id = any($1::uuid[]) order by enrollment_id`,
      [completions.map(({ enrollmentId }) => enrollmentId)],
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(300);
    expect(new Set(made.map((each) => each.status_index)).size).toBe(300);
    const neighbours = made.filter((each, place) => Math.abs(each.status_index - (made[place - 1]?.status_index ?? -9)) === 1);
    expect(neighbours.length).toBeLessThan(10);
    await school.settle();
  });

  it('does not wait for another that is still being written', async () => {
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    const { completion: example } = await anIssuedCredential(school, { person, version });
    const [slow, quick] = [aCompletion(person, version), aCompletion(person, version)];
    // Somebody else writes a credential of the slow one's enrollment, and has not decided yet: the slow award has to wait for them.
    const other = new pg.Client({ connectionString: school.runtime.settings.databaseUrl });
    await other.connect();
    await other.query('begin');
    await other.query(
      `insert into accreditation.credential (id, enrollment_id, completion_id, person_id, course_version_id, completed_at, subject,
         status_list_id, status_index)
       select 'undecided', $1, $2, person_id, course_version_id, completed_at, subject, status_list_id, -1
       from accreditation.credential where enrollment_id = $3`,
      [slow.enrollmentId, slow.completionId, example.enrollmentId],
    );
    const waiting = school.hears('completion.recorded', [slow]);
    while (!(await somebodyWaits())) await sleep(10);
    await school.hears('completion.recorded', [quick]);
    expect(await storedOf(quick.enrollmentId)).toHaveLength(1);
    await other.query('rollback');
    await other.end();
    await waiting;
    expect(await storedOf(slow.enrollmentId)).toHaveLength(1);
  });

  it('opens a further list when one is full', async () => {
    await anIssuedCredential(school);
    await school.sql(`update accreditation.status_list set taken = entries - 1 where open`);
    const { id } = await anIssuedCredential(school);
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    await school.hears('completion.recorded', [aCompletion(person, version), aCompletion(person, version)]);
    await school.settle();
    const lists = await school.sql<{ open: boolean }>(`select open from accreditation.status_list order by id`);
    expect(lists.map(({ open }) => open)).toEqual([false, true]);
    await school.visitor().get(`/api/accreditation/credentials/${id}`).expect(200);
  });
});

describe('who may hold a credential', () => {
  it('nobody who is suspended, until they are active again', async () => {
    const [person, version] = [aPerson({ active: false }), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    const completion = aCompletion(person, version);
    await school.hears('completion.recorded', [completion]);
    expect(await storedOf(completion.enrollmentId)).toEqual([]);
    await school.publishes('enrollment.pub_completion', [
      {
        id: completion.completionId,
        enrollment_id: completion.enrollmentId,
        person_id: person.id,
        course_version_id: version.id,
        completed_at: completion.completedAt,
      },
    ]);
    await school.sql(`insert into platform.job (id, kind) values ($1, 'accreditation.award-missed')`, [school.runtime.ids.next()]);
    await school.settle();
    expect(await storedOf(completion.enrollmentId)).toEqual([]);
    await school.sql(`update testing.identity_pub_person set active = true where id = $1`, [person.id]);
    await school.sql(`insert into platform.job (id, kind) values ($1, 'accreditation.award-missed')`, [school.runtime.ids.next()]);
    await school.settle();
    expect((await storedOf(completion.enrollmentId)).map(({ state }) => state)).toEqual(['issued']);
  });

  it('nobody who was suspended between completion and signature', async () => {
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    const completion = aCompletion(person, version);
    await withoutKey(school, () => school.hears('completion.recorded', [completion]));
    await school.sql(`update testing.identity_pub_person set active = false where id = $1`, [person.id]);
    await school.settle(2);
    expect((await storedOf(completion.enrollmentId)).map(({ state }) => state)).toEqual(['pending']);
    await school.sql(`update testing.identity_pub_person set active = true where id = $1`, [person.id]);
    await school.settle();
    expect((await storedOf(completion.enrollmentId)).map(({ state }) => state)).toEqual(['issued']);
  });
});

describe('without its signing key', () => {
  it('a credential stays pending, and is issued once when the key is back', async () => {
    const [person, version] = [aPerson(), aCourseVersion()];
    await school.publishes('identity.pub_person', [person]);
    await publishCourse(school, version);
    const completion = aCompletion(person, version);
    await withoutKey(school, async () => {
      await school.hears('completion.recorded', [completion]);
      await school.settle(3);
      const [waiting] = await storedOf(completion.enrollmentId);
      expect(waiting).toMatchObject({ state: 'pending', document: null });
      await school.visitor().get(`/api/accreditation/credentials/${waiting!.id}`).expectProblem(409, 'credential.pending');
      await school.visitor().get(`/api/accreditation/verifications/${waiting!.id}`).expectProblem(404, 'credential.unknown');
      const holder = school.as(anActor({ personId: person.id }));
      const own = await holder
        .get(`/api/accreditation/credentials?enrollmentId=${completion.enrollmentId}`)
        .expect<{ items: object[] }>(200);
      expect(own.body.items).toMatchObject([{ state: 'pending', issuedAt: null, verifyUrl: `${publicUrl}/v/${waiting!.id}` }]);
      await holder.get(`/api/accreditation/credentials/${waiting!.id}/certificate.pdf`).expectProblem(409, 'credential.pending');
    });
    await school.settle();
    expect((await storedOf(completion.enrollmentId)).map(({ state }) => state)).toEqual(['issued']);
    expect(await timesSaid(school, 'credential.issued', completion.enrollmentId)).toBe(1);
    const dead = await school.sql(`select from platform.job where state = 'dead'`);
    expect(dead).toEqual([]);
  });
});

it('puts every change of a credential into the audit chain', async () => {
  const { id } = await anIssuedCredential(school);
  const entries = await school.sql<{ groups: { kind: string; action: string }[] }>(
    `select groups from platform.audit_entry where $1 = any(ids) order by at`,
    [id],
  );
  expect(entries.flatMap(({ groups }) => groups)).toMatchObject([{ kind: 'credential', action: 'issued' }]);
  const pool = new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
  const report = await verifyAudit(pool);
  await pool.end();
  expect(report.broken).toBeUndefined();
  expect(report.items).toBeGreaterThan(300);
});

const hashOf = async (bytes: Buffer): Promise<string> => Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
