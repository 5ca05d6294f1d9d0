import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { Work, digestSql, auditLeaf, merkleRoot, rows, verifyAudit } from '@aula/platform';
import { house } from '@aula/testing';
import pg from 'pg';
import { NoteModule } from './a-house.js';

const school = await house(NoteModule);
const work = school.app.get(Work);
const owner = () => new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
const tamper = async (change: string): Promise<Awaited<ReturnType<typeof verifyAudit>>> => {
  const pool = owner();
  await pool.query('begin');
  try {
    await pool.query('alter table platform.audit_entry disable trigger all');
    await pool.query(change);
    return await verifyAudit(pool);
  } finally {
    await pool.query('rollback');
    await pool.end();
  }
};
const audited = async (ids: string[]): Promise<void> => {
  await work.run(async (em, record) => {
    await rows(
      em,
      `insert into enrollment.completion (id, enrollment_id, person_id, course_version_id, completed_at) select id, id, id, id, now() from unnest($1::uuid[]) id`,
      [ids],
    );
    record.audit('completion', 'recorded', ids);
  });
};
it('keeps one entry per transaction in a chain that notices every change', async () => {
  const ids = Array.from({ length: 300 }, () => randomUUID());
  await audited(ids);
  await audited([randomUUID()]);
  const pool = owner();
  expect(await verifyAudit(pool)).toEqual({ entries: 2, items: 301 });
  await pool.end();
  expect((await tamper(`update enrollment.completion set person_id = gen_random_uuid() where id = '${ids[7]}'`)).broken).toMatchObject({
    reason: 'row',
    kind: 'completion',
    id: ids[7],
  });
  expect((await tamper(`delete from enrollment.completion where id = '${ids[9]}'`)).broken).toMatchObject({ reason: 'row', id: ids[9] });
  expect(
    (
      await tamper(
        `insert into enrollment.completion (id, enrollment_id, person_id, course_version_id, completed_at) select i, i, i, i, now() from gen_random_uuid() i`,
      )
    ).broken,
  ).toMatchObject({
    reason: 'row',
  });
  expect((await tamper(`update platform.audit_entry set digests[3] = '\\x00' where cardinality(ids) = 300`)).broken).toMatchObject({
    reason: 'items',
  });
  expect((await tamper(`update platform.audit_entry set actor = gen_random_uuid() where cardinality(ids) = 1`)).broken).toMatchObject({
    reason: 'chain',
  });
  expect((await tamper(`delete from platform.audit_entry where cardinality(ids) = 1`)).broken).toMatchObject({ reason: 'missing' });
});
it('lets no house change or delete an entry', async () => {
  await expect(work.run((em) => rows(em, `update platform.audit_entry set actor = null`))).rejects.toThrow(/permission denied/);
  await expect(work.run((em) => rows(em, `delete from platform.audit_head`))).rejects.toThrow(/permission denied/);
  await expect(school.sql(`delete from platform.audit_entry`)).rejects.toThrow(/never changed/);
});

/** An enrollment that an entry covers: one of today's, or one that an earlier release wrote, whose digests left the deadline out. */
const anEnrollment = async (release: 'earlier' | 'present'): Promise<string> => {
  const [id, edition] = [randomUUID(), randomUUID()];
  await school.sql(
    `insert into enrollment.edition (id, course_version_id, title, mode, opens_at, closes_at, time_zone, created_by)
     values ($1, $1, 'Edition', 'virtual', now(), now() + interval '30 days', 'UTC', $1)`,
    [edition],
  );
  await school.sql(`insert into enrollment.enrollment (id, edition_id, person_id, state) values ($1, $2, $1, 'active')`, [id, edition]);
  await work.run(async (em, record) => {
    if (release === 'present') return record.audit('enrollment', 'enrolled', [id]);
    const [found] = await rows<{ digest: Buffer }>(
      em,
      `select ${digestSql('enrollment', 'e', 1)} as digest from enrollment.enrollment e where id = $1`,
      [id],
    );
    const root = merkleRoot([auditLeaf('enrollment', 'enrolled', id, found!.digest)]);
    const groups = JSON.stringify([{ kind: 'enrollment', action: 'enrolled', count: 1 }]);
    await rows(em, `select platform.audit_append(null, null, $1, $2, $3, $4)`, [groups, [id], [found!.digest], root]);
  });
  return id;
};
it('notices a deadline that was moved in the database, and still holds to what an earlier release wrote without it', async () => {
  const [earlier, present] = [await anEnrollment('earlier'), await anEnrollment('present')];
  const pool = owner();
  expect((await verifyAudit(pool)).broken).toBeUndefined();
  await pool.end();
  const move = (id: string) => tamper(`update enrollment.enrollment set extended_to = now() + interval '1 year' where id = '${id}'`);
  expect((await move(present)).broken).toMatchObject({ reason: 'row', kind: 'enrollment', id: present });
  expect((await move(earlier)).broken).toBeUndefined();
  expect((await tamper(`update enrollment.enrollment set state = 'completed' where id = '${earlier}'`)).broken).toMatchObject({
    id: earlier,
  });
  const lower = `update platform.audit_entry set groups = jsonb_set(groups, '{0,version}', '1') where '${present}' = any(ids)`;
  expect((await tamper(lower)).broken).toMatchObject({ reason: 'chain' });
  await school.sql(`update enrollment.enrollment set extended_to = now() + interval '60 days' where id = $1`, [earlier]);
  await work.run((_, record) => Promise.resolve(record.audit('enrollment', 'extended', [earlier]))); // from now on under today's digests
  expect((await move(earlier)).broken).toMatchObject({ reason: 'row', id: earlier });
});
