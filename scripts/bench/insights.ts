import { createHash, randomBytes } from 'node:crypto';
import { inOrder } from '@aula/platform';
import { AcademyClient } from '../demo/academy-client.ts';
import { signIn } from '../cohort/steps.ts';
import { Stage } from '../cohort/stage.ts';
import type { Report } from './report.ts';
import { populate } from './insights-population.ts';

/** What a page may wait for. */
const goal = '<=200';
/** Requests of one figure; the first ones warm up. */
const [warmUp, requests] = [3, 15];

/** Measures the numbers over enrollments: what counting an enrollment costs, and how long pages wait for numbers and lists. */
export const insights = async (report: Report, { sizes }: { sizes: readonly number[] }): Promise<void> => {
  await inOrder(sizes, (size) => run(report, size));
};

const run = async (report: Report, size: number): Promise<void> => {
  const stage = await Stage.open();
  try {
    const admin = await signIn(stage);
    const made = await populate(stage, admin, size);
    report.value('insights.rebuild.enrollment', size, 'us/enrollment', [(await worked(stage, rebuild)) / size]);
    report.line({ name: 'insights.cells', size, value: await stage.number('select count(*) from insights.cell') });
    report.value('insights.facts.enrollment', size, 'us/enrollment', [(await worked(stage, sayAll)) / size]);
    const found = await admin.get<{ totals: { enrolled: number } }>('/api/insights/dashboard');
    const there = await stage.number('select count(*) from enrollment.enrollment');
    if (found.totals.enrolled !== there) throw new Error(`${there} are enrolled, ${found.totals.enrolled} are counted`);
    const branch = AcademyClient.bearing(stage.url, await sessionOf(stage, made.rootId));
    const second = await admin.get<{ next: string }>('/api/insights/learners?state=completed');
    const pages: [string, AcademyClient, string][] = [
      ['dashboard', admin, 'dashboard'],
      ['dashboard.country', admin, 'dashboard?country=PE'],
      ['dashboard.institution', admin, `dashboard?institution=${made.rootId}`],
      ['dashboard.course', admin, `dashboard?course=${made.courseId}&sex=F&from=2026-03&to=2026-08`],
      ['dashboard.branch', branch, 'dashboard'],
      ['learners', admin, 'learners'],
      ['learners.page', admin, `learners?state=completed&cursor=${second.next}`],
      ['learners.filtered', admin, `learners?institution=${made.rootId}&state=completed&age=25-34`],
      ['learners.branch', branch, 'learners?state=failed'],
      ['learners.completed-in', admin, 'learners?state=completed&during=2026-04'],
      ['outcomes', admin, 'outcomes'],
      ['outcomes.branch', branch, 'outcomes'],
      ['outcomes.filtered', admin, `outcomes?course=${made.courseId}&sex=F&from=2026-03&to=2026-08`],
      ['numbers', admin, 'numbers'],
    ];
    await inOrder(pages, async ([name, client, path]) => {
      report.value(`insights.${name}`, size, 'ms', await waits(client, path), goal);
    });
  } finally {
    await stage.close();
  }
};

const waits = async (client: AcademyClient, path: string): Promise<number[]> =>
  (
    await inOrder(Array.from({ length: warmUp + requests }), async () => {
      const from = performance.now();
      await client.get(`/api/insights/${path}`);
      return performance.now() - from;
    })
  ).slice(warmUp);

/** Microseconds that a worker needs for what `order` leaves. */
const worked = async (stage: Stage, order: (stage: Stage) => Promise<unknown>): Promise<number> => {
  const stopWorker = await stage.worker(['insights']);
  await stage.settled(['insights.rebuild', 'insights.refresh'], ['insights']);
  const from = performance.now();
  await order(stage);
  const seconds = await stage.settled(['insights.rebuild', 'insights.refresh'], ['insights'], from);
  await stopWorker();
  return seconds * 1_000_000;
};

const rebuild = (stage: Stage) => stage.database.query(`insert into platform.job (id, kind) values (uuidv7(), 'insights.rebuild')`);

/** Says of everybody anew that they are enrolled, a thousand at a time, and has it counted. */
const sayAll = (stage: Stage) =>
  stage.database.query(
    `with said as (
       insert into platform.event (id, house, name, items)
       select uuidv7(), 'enrollment', 'enrollment.activated',
         jsonb_agg(jsonb_build_object('enrollmentId', id, 'personId', person_id, 'editionId', edition_id))
       from (select *, (row_number() over (order by id) - 1) / 1000 as n from enrollment.enrollment) e group by n returning id),
     delivered as (insert into platform.delivery (event_id, consumer) select id, 'insights' from said)
     insert into platform.job (id, kind, run_after) values (uuidv7(), 'insights.refresh', clock_timestamp() + interval '3 seconds')`,
  );

/** A session of somebody who administers the training of a branch. */
const sessionOf = async (stage: Stage, institutionId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await stage.database.query(
    `with chief as (select id from identity.person where institution_id is not null order by id limit 1),
     granted as (insert into identity.role_grant (id, person_id, role, scope_kind, scope_id)
       select uuidv7(), id, 'training-administrator', 'institution', $2 from chief)
     insert into identity.session (token_hash, person_id, expires_at) select $1, id, clock_timestamp() + interval '1 hour' from chief`,
    [createHash('sha256').update(token).digest(), institutionId],
  );
  return token;
};
