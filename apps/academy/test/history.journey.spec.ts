import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings, verifyAudit } from '@aula/platform';
import type { Verification } from '@aula/contracts';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { makeHistory } from '../../../scripts/demo/history/history.ts';
import { seedEveryday } from '../../../scripts/demo/seed-everyday.ts';
import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser.js';
import type { RunningAcademy } from './running-academy.js';
import { accounts, password, type Account } from './screens/accounts.js';
import { withDemonstration } from './screens/past.js';

/** The demonstration's year, as the academy itself sees it: what was written as its past must be what it would have written. */
let academy: RunningAcademy;
let registrar: AcademyClient;

beforeAll(async () => {
  academy = await withDemonstration();
  registrar = await AcademyClient.signIn(academy.url, 'registrar@aula.example', 'aula-demo-2026');
}, 180_000);
afterAll(() => academy.close());

const one = async <T extends object>(text: string): Promise<T> => (await academy.database.query<T>(text)).rows[0]!;

describe('the year of the demonstration', () => {
  it('stands in the numbers as soon as it is there', async () => {
    const answer = await fetch(`${academy.url}/api/insights/numbers`);
    const { totals, months } = (await answer.json()) as { totals: { enrolled: number | null }; months: unknown[] };
    expect(totals.enrolled).toBeGreaterThan(1_000);
    expect(months.length).toBeGreaterThanOrEqual(12);
  });

  it('stands whole in the audit chain', async () => {
    expect(await verifyAudit(academy.database)).not.toHaveProperty('broken');
  });

  it('fills every month, and every kind of learner is among those who finished', async () => {
    const spread = await one<Record<string, number>>(
      `select count(distinct date_trunc('month', c.completed_at))::int as months, count(*)::int as completions,
         count(distinct p.country)::int as countries, count(distinct p.sex)::int as sexes, count(distinct p.language)::int as languages,
         count(distinct p.birth_year / 10)::int as decades
       from enrollment.completion c join identity.pub_person p on p.id = c.person_id`,
    );
    expect(spread).toMatchObject({ sexes: 2, languages: 4 });
    expect(spread['months']).toBeGreaterThanOrEqual(12);
    expect(spread['completions']).toBeGreaterThan(500);
    expect(spread['countries']).toBeGreaterThanOrEqual(30);
    expect(spread['decades']).toBeGreaterThanOrEqual(4);
  });

  it('knows all ways to end, in editions of all modes and states', async () => {
    const { rows } = await academy.database.query<{ state: string; n: number }>(
      `select state, count(*)::int as n from enrollment.enrollment group by state order by state`,
    );
    expect(rows.map(({ state }) => state)).toEqual(['active', 'completed', 'withdrawn']);
    const kinds = await one<{ modes: number; closed: number; open: number; planned: number }>(
      `select count(distinct mode)::int as modes, count(*) filter (where closes_at < now())::int as closed,
         count(*) filter (where opens_at > now())::int as planned, count(*) filter (where now() between opens_at and closes_at)::int as open
       from enrollment.edition`,
    );
    expect(kinds).toMatchObject({ modes: 3, planned: 2 });
    expect(kinds.closed).toBeGreaterThanOrEqual(13);
  });

  it('counts in its editions what their rolls hold', async () => {
    const { rows } = await academy.database.query(
      `select d.title from enrollment.edition d left join enrollment.enrollment e on e.edition_id = d.id
       group by d.id having d.completed <> count(*) filter (where e.state = 'completed')
         or d.enrolled <> count(*) filter (where e.state in ('active', 'completed'))`,
    );
    expect(rows).toEqual([]);
  });

  it('says when each learner last did something, over the whole year, and what they did in the lesson', async () => {
    const active = await one<Record<string, number>>(
      `select count(*) filter (where e.active_at is distinct from (
           select max(p.changed_at) from enrollment.unit_progress p where p.enrollment_id = e.id))::int as wrong,
         count(*) filter (where e.state = 'completed' and cardinality(e.done_units) < 3)::int as unfinished,
         count(distinct date_trunc('month', e.active_at))::int as months, count(e.active_at)::int as learners
       from enrollment.enrollment e`,
    );
    expect(active).toMatchObject({ wrong: 0, unfinished: 0 });
    expect(active['months']).toBeGreaterThanOrEqual(12);
    expect(active['learners']).toBeGreaterThan(1_000);
    const studied = await one<Record<string, number>>(
      `select count(*)::int as lessons, count(a.id)::int as attempts, count(*) filter (where p.completed <> (a.completion = 'completed'))::int as wrong,
         count(*) filter (where a.seconds not between 30 and 7200)::int as untimely, count(distinct a.package_id)::int as packages,
         count(*) filter (where a.last_seq <> (select count(*) from content.record r where r.attempt_id = a.id))::int as torn
       from enrollment.unit_progress p join enrollment.enrollment e on e.id = p.enrollment_id join enrollment.edition d on d.id = e.edition_id
       join catalog.pub_unit u on u.course_version_id = d.course_version_id and u.id = p.unit_id and u.kind = 'scorm'
       left join content.attempt a on a.enrollment_id = e.id and a.unit_id = u.id`,
    );
    expect(studied).toMatchObject({ wrong: 0, untimely: 0, torn: 0, attempts: studied['lessons'] });
    expect(studied['packages']).toBeGreaterThanOrEqual(20);
  });

  it('opens what was done in lessons, whatever their standard, as the academy’s own work', async () => {
    const instructor = await AcademyClient.signIn(academy.url, 'instructor@aula.example', 'aula-demo-2026');
    const { rows } = await academy.database.query<{ id: string }>(
      `select distinct on (k.standard, s.attempt_id is null) a.id from content.attempt a join content.package k on k.id = a.package_id
       left join content.sequencing s on s.attempt_id = a.id`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    const timelines = await Promise.all(
      rows.map(({ id }) => instructor.get<{ items: { kind: string }[] }>(`/api/content/attempts/${id}/timeline?limit=50`)),
    );
    for (const { items } of timelines) expect(items.length).toBeGreaterThan(5);
  });

  it('has reports in every language that wait for the instructor', async () => {
    const instructor = await AcademyClient.signIn(academy.url, 'instructor@aula.example', 'aula-demo-2026');
    const { items } = await instructor.get<{ items: { waiting: number }[] }>('/api/assessment/marking-groups');
    expect(items.map(({ waiting }) => waiting).toSorted((a, b) => b - a)).toEqual([3, 2, 2, 1]);
  });

  it('leaves no fact and no order behind', async () => {
    const left = await one(
      `select (select count(*)::int from platform.delivery where state = 'dead') as facts,
         (select count(*)::int from platform.job where state = 'dead') as orders`,
    );
    expect(left).toEqual({ facts: 0, orders: 0 });
  });

  it('holds grades that its own rule gives to the answers', async () => {
    const wrong = await one<{ n: number }>(
      `select count(*)::int as n from assessment.grade g join assessment.attempt a on a.id = g.attempt_id join assessment.quiz q on q.id = a.quiz_id
       where g.passed <> (round(g.score / g.max_score, 6) >= q.passing_score) or g.score > g.max_score
         or not exists (select from assessment.answer t where t.attempt_id = a.id)`,
    );
    expect(wrong.n).toBe(0);
  });

  it('has certificates of every month that verify, and revoked ones that say so', async () => {
    const oldest = await one<{ id: string }>(`select id from accreditation.credential where state = 'issued' order by issued_at limit 1`);
    const revoked = await one<{ id: string; months: number }>(
      `select (array_agg(id) filter (where state = 'revoked'))[1] as id, count(distinct date_trunc('month', issued_at))::int as months
       from accreditation.credential`,
    );
    expect(revoked.months).toBeGreaterThanOrEqual(12);
    const answers = (id: string) => registrar.get<Verification>(`/api/accreditation/verifications/${id}`);
    expect(await answers(oldest.id)).toMatchObject({
      integrity: { answer: 'intact' },
      issuer: { answer: 'trusted' },
      status: { answer: 'in-force' },
    });
    expect(await answers(revoked.id)).toMatchObject({ integrity: { answer: 'intact' }, status: { answer: 'revoked' } });
  });

  it('is made once, however often the seeding is gone through', async () => {
    const counted = () =>
      one(`select (select count(*) from assessment.attempt) as attempts, (select count(*) from platform.audit_entry) as entries`);
    const before = await counted();
    await makeHistory(readSettings(academy.env), registrar, new Date());
    expect(await counted()).toEqual(before);
  });
});

describe('what goes on beside the courses', () => {
  interface List<T> {
    items: T[];
  }
  type Named = Record<'id' | 'fileName' | 'title' | 'state', string>;
  const as = (account: Account): Promise<AcademyClient> => AcademyClient.signIn(academy.url, accounts[account], password);
  const found = async (client: AcademyClient, path: string, condition: (each: Named) => boolean): Promise<string> =>
    (await client.get<List<Named>>(path)).items.find(condition)!.id;

  it('waits for reviewers, and says why a package was refused and what its later version changes', async () => {
    const [admin, instructor] = await Promise.all([as('administrator'), as('instructor')]);
    const waiting = async (client: AcademyClient) => (await client.get<List<{ named: boolean }>>('/api/catalog/reviews')).items;
    expect([await waiting(admin), await waiting(instructor)]).toMatchObject([[{ named: true }], [{ named: true }]]);
    const packages = '/api/content/packages';
    const refused = await found(instructor, `${packages}?state=refused`, ({ fileName }) => fileName === 'apuntes.zip');
    expect((await instructor.get<{ findings: object[] }>(`${packages}/${refused}`)).findings).not.toEqual([]);
    const first = await found(instructor, `${packages}?limit=200`, ({ fileName }) => fileName === 'CI-202-es.zip');
    expect((await instructor.get<List<object>>(`${packages}/${first}/versions`)).items).toHaveLength(2);
  });

  it('has an officer with two accounts, an import with mistakes, a view, a rule and reminders that were sent', async () => {
    const training = await as('training');
    expect((await training.get<List<object>>('/api/identity/duplicates')).items).toHaveLength(1);
    const rehearsed = await found(training, '/api/identity/imports?limit=200', ({ state }) => state === 'rehearsed');
    expect(await training.get(`/api/identity/imports/${rehearsed}`)).toMatchObject({ accepted: 2, rejected: 2 });
    expect((await training.get<List<object>>('/api/enrollment/roster-views')).items).toHaveLength(1);
    const editions = '/api/enrollment/editions';
    const of = (title: string) => found(training, `${editions}?limit=200`, (edition) => edition.title === title);
    const rules = await training.get<List<object>>(`${editions}/${await of('RA-401 · Brasília, turma presencial')}/standing-rules`);
    expect(rules.items).toMatchObject([{ pausedAt: null, stoppedAt: null }]);
    const reminders = `${editions}/${await of('DH-101 · 2026–2027')}/reminders`;
    const { items } = await training.get<List<{ id: string; sent: number; expected: number }>>(reminders);
    expect(items).toHaveLength(1);
    expect(items[0]!.expected).toBeGreaterThan(0);
  });

  it('is made once, however often the seeding is gone through', async () => {
    const [admin, instructor, training] = await Promise.all([as('administrator'), as('instructor'), as('training')]);
    const entries = () => one(`select count(*) from platform.audit_entry`);
    const before = await entries();
    await seedEveryday({ admin, instructor, training });
    expect(await entries()).toEqual(before);
  });
});

describe('every page of the menu', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** Where it is right that nothing is there: those who work here have finished no course, and nothing has gone wrong. */
  const rightlyEmpty: Partial<Record<Account, readonly string[]>> = {
    instructor: ['/learning/certificates'],
    training: ['/learning/certificates'],
    registrar: ['/learning/certificates'],
    administrator: ['/learning/certificates', '/administration/jobs', '/administration/deliveries'],
  };

  it.each(['officer', 'instructor', 'training', 'registrar', 'administrator'] as const)(
    'has something to show to the %s',
    async (account) => {
      const visitor = await Visitor.arrive(browser, academy.url);
      const { page } = visitor;
      await visitor.signIn(accounts[account], password);
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('nav a[href^="/"]')].map((link) => link.getAttribute('href'))`,
      );
      expect(links.length).toBeGreaterThanOrEqual(4);
      const empty: string[] = [];
      for (const link of new Set(links)) {
        await visitor.go(link);
        await page.locator('main h1').waitFor();
        await page.locator('main [class*="_waiting_"]').first().waitFor({ state: 'detached' });
        if ((await page.locator('main [class*="_empty_"]').count()) > 0) empty.push(link);
      }
      expect(empty).toEqual(rightlyEmpty[account] ?? []);
      await visitor.leave();
    },
    60_000,
  );
});
