import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { ContentAttemptView, EnrollmentView } from '@aula/contracts';
import { inOrder } from '@aula/platform';
import { onContent } from '../../../scripts/bench/content-client.ts';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { harm, hostilePackage, plainPackage } from './attacks/packages.js';
import { aStranger } from './attacks/stranger.js';
import { openWholeBrowser, Visitor } from './browser.js';
import { administrator, RunningAcademy, until } from './running-academy.js';
import { giveRole, password } from './screens/accounts.js';
import { player, set, visited } from './screens/studied.js';
import { examinedCohort, type Enrolled, type Officer } from './small-cohort.js';

/** What hostile content and hostile learners try against a whole academy, in a real browser and beside it. */
let academy: RunningAcademy;
let browser: Browser;
let cohort: Enrolled;
let stranger: Awaited<ReturnType<typeof aStranger>>;
/** An attempt that no player made, full of what might do harm. */
let forged: string;
const closings: (() => unknown)[] = [];
beforeAll(async () => {
  academy = await RunningAcademy.start();
  closings.push(() => academy.close());
  browser = await openWholeBrowser('--use-fake-device-for-media-stream');
  closings.push(() => browser.close());
  stranger = await aStranger();
  closings.push(() => stranger.close());
  cohort = await examinedCohort(academy, 3, await plainPackage(), await hostilePackage());
}, 120_000);
afterAll(() => inOrder(closings.reverse(), (close) => Promise.resolve(close())), 60_000);

/** The address at which an officer opens the unit in this place. */
const launch = async ({ enrollmentId, token }: Officer, place: number): Promise<string> =>
  (
    await AcademyClient.bearing(academy.url, token).post<{ url: string }>('/api/content/launches', {
      enrollmentId,
      unitId: cohort.unitIds[place],
    })
  ).url;

/** The content of the player in a page, once it runs. */
const contentOf = async (page: Page): Promise<Frame> => {
  const handle = await page.waitForSelector('iframe');
  const frame = (await handle.contentFrame())!;
  await frame.waitForSelector('button');
  await frame.waitForLoadState(); // its script stands below the button
  return frame;
};

const plainOf = async (page: Page): Promise<void> => {
  const frame = await contentOf(page);
  await frame.click('#finish');
  await page.click('[data-nav="exit"]');
  await page.waitForURL(/\/learning\//);
};

describe('A7: a hostile package in the browser of a learner who is signed in', () => {
  let context: BrowserContext;
  let page: Page;
  let content: Frame;
  let neighbour: URL;
  let token = '';
  /** Answers that came from anywhere but the attempt's own host. */
  const reached: string[] = [];

  beforeAll(async () => {
    const officer = cohort.officers[0]!;
    context = await browser.newContext({ locale: 'es-UY' });
    context.setDefaultTimeout(20_000);
    await context.addCookies([{ name: 'aula_sid', value: officer.token, url: academy.url, httpOnly: true, sameSite: 'Lax' }]);
    await context.grantPermissions(['geolocation', 'camera', 'microphone']);
    page = await context.newPage();
    await page.goto(`${academy.url}/learning`);
    neighbour = new URL(await launch(officer, 0));
    await page.goto(neighbour.href);
    await contentOf(page);
    await page.goto(await launch(officer, 1));
    content = await contentOf(page);
    const own = new URL(page.url()).origin;
    context.on('response', (response) => {
      if (/^http/.test(response.url()) && new URL(response.url()).origin !== own) reached.push(response.url());
    });
    token = await content.evaluate<string>(`JSON.parse(sessionStorage.getItem('aula-launched')).token`);
  }, 60_000);
  afterAll(() => context.close());

  it('finds no cookie, no other window, no other storage, no service worker and no device', async () => {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await content.evaluate(`attacks(${JSON.stringify({ token })})`)).toEqual({
      cookie: '',
      cookieStore: 0,
      cookieOfTheAcademy: '',
      cookieOfAllContent: 'aula_files=planted',
      opener: 'null',
      top: 'the player',
      referrer: '',
      documentDomain: 'own',
      storage: 'null',
      databases: 0,
      caches: 0,
      workerOfItsOwn: 'TypeError',
      workerOfKeptCourses: 'registered', // the academy's own, which plays what the learner keeps
      workerOfThePlayer: 'TypeError',
      workerFromMemory: 'TypeError',
      overwrite: 404,
      cached: false,
      academyHere: 404,
      academyWithToken: 404,
      camera: 'NotAllowedError',
      microphone: 'NotAllowedError',
      place: 1,
      usb: 'SecurityError',
    });
  }, 60_000);

  it('reaches neither the academy nor its neighbour nor anybody else, by any way that a page has', async () => {
    const blocked = await content.evaluate<Record<string, string>>(`senders(${JSON.stringify(`${stranger.url}/stolen`)})`);
    for (const [way, outcome] of Object.entries(blocked))
      expect([way, outcome]).toEqual([way, expect.stringMatching(/^(blocked|.*Error)$/)]);
    expect(Object.keys(blocked)).toHaveLength(15);
    for (const address of [`${academy.url}/api/identity/me`, `${academy.url}/learning`, `${neighbour.origin}/c/index.html`])
      expect(await content.evaluate(`senders(${JSON.stringify(address)})`)).toEqual(blocked);
    expect(stranger.heard).toEqual([]);
    expect(reached).toEqual([]);
  }, 60_000);

  it('opens the academy in a window, and has no hold on it', async () => {
    for (const address of [`${academy.url}/learning`, `${neighbour.origin}/c/index.html`]) {
      await content.evaluate(`window.address = ${JSON.stringify(address)}`);
      const [opened] = await Promise.all([context.waitForEvent('page'), content.click('#open')]);
      await opened.waitForLoadState();
      const held = await content.evaluate<Record<string, unknown>>('scripting()');
      for (const [way, outcome] of Object.entries(held).filter(([name]) => name !== 'closed'))
        expect([address, way, outcome]).toEqual([address, way, held['closed'] === true ? true : 'SecurityError']);
      if (address.startsWith(academy.url)) expect([held['closed'], await opened.evaluate('window.opener')]).toEqual([true, null]);
      await opened.close();
    }
  }, 60_000);

  it('reads the token of its own attempt, which opens nothing else', async () => {
    const as = (path: string, init: RequestInit = {}) =>
      fetch(`${academy.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
    expect((await as('/api/identity/me')).status).toBe(401);
    expect((await as('/api/content/attempts')).status).toBe(401);
    expect((await as('/_rt/lease', { method: 'POST', body: '{}' })).status).toBe(404);
    const beside = onContent(Number(neighbour.port), neighbour.host, '/_rt/lease', {}, token);
    await expect(beside).rejects.toThrow(/: 401 .*content\.token-refused/);
  }, 60_000);

  it('leaves the learner signed in, and the player as it was', async () => {
    await page.reload();
    await contentOf(page);
    expect(await page.title()).toContain('Unidad');
    await page.goto(`${academy.url}/learning`);
    await page.getByRole('heading', { level: 1, name: /Hola|Hello/ }).waitFor();
    await page.goto(await launch(cohort.officers[0]!, 0));
    await contentOf(page);
  }, 60_000);
});

describe('A9: a learner who writes what the player would', () => {
  const officer = (): Officer => cohort.officers[1]!;
  const client = (): AcademyClient => AcademyClient.bearing(academy.url, officer().token);

  beforeAll(async () => {
    const { attemptId, lease, commit } = await player(client(), { enrollmentId: officer().enrollmentId, unitId: cohort.unitIds[1]! });
    const leased = await lease('curl');
    const question = [
      set('cmi.interactions.0.id', harm),
      set('cmi.interactions.0.type', harm),
      set('cmi.interactions.0.description', harm),
      set('cmi.interactions.0.student_response', harm),
      set('cmi.interactions.0.result', 'correct'),
    ];
    const odd = [set(`cmi.${harm}`, harm), set('cmi.core.lesson_location', harm), set('cmi.comments', harm), set('cmi.suspend_data', harm)];
    const strange = [
      set('cmi.objectives.0.id', '__proto__'),
      set('cmi.objectives.__proto__.harmed', '1'),
      set('constructor.prototype.harmed', '1'),
      set('cmi.core.lesson_status', harm, { result: harm.slice(0, 20), errorCode: 405 }),
      { kind: 'nav' as const, element: harm, value: harm, scoId: harm },
    ];
    const marks = [set('cmi.core.score.raw', '100'), set('cmi.core.lesson_status', 'passed')];
    await commit(leased, 1, visited(...question, ...odd, ...strange, ...marks));
    forged = attemptId;
  }, 60_000);

  it('passes content with full marks, is flagged, and gets no certificate where a server-graded examination is asked for', async () => {
    const { rows } = await academy.database.query(`select completion, success, scaled from content.attempt where id = $1`, [forged]);
    const found = { completion: 'completed', success: 'passed', scaled: 1 };
    expect(rows).toEqual([found]);
    const admin = await AcademyClient.signIn(academy.url, administrator.email, administrator.password);
    const { hints } = await admin.get<ContentAttemptView>(`/api/content/attempts/${forged}`);
    expect(hints).toMatchObject([{ code: 'differs', claimed: null, found }]);
    await until('the progress of the unit has arrived', 20_000, async () => {
      const { units } = await client().get<EnrollmentView>(`/api/enrollment/enrollments/${officer().enrollmentId}`);
      return units.some(({ unitId, state }) => unitId === cohort.unitIds[1] && state !== 'not-started');
    });
    const { state } = await client().get<EnrollmentView>(`/api/enrollment/enrollments/${officer().enrollmentId}`);
    expect(state).toBe('active');
    const { items } = await client().get<{ items: unknown[] }>(`/api/accreditation/credentials?enrollmentId=${officer().enrollmentId}`);
    expect(items).toEqual([]);
  }, 60_000);
});

describe('A12: what content writes to do harm', () => {
  it('is the text that it is, in values, names and titles, on every page of those who look', async () => {
    await giveRole(academy, 'maestra@small.example', 'instructor');
    const instructor = await Visitor.arrive(browser, academy.url);
    const { page, go } = instructor;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await instructor.signIn('maestra@small.example', password);
    const pages = [
      [`/teach/attempts?edition=${cohort.editionId}`, 'Ana 1'],
      [`/teach/attempts/${forged}`, '<img data-harm'],
      [`/teach/editions/${cohort.editionId}/questions`, '<img data-harm'],
      ['/teach/packages', '<img data-harm'],
    ] as const;
    await academy.database.query(`insert into platform.job (id, kind) values (gen_random_uuid(), 'content.summarize-attempts')`);
    const summarized = `select 1 from content.interaction where attempt_id = $1`;
    await until('the answers are summarized', 40_000, async () => (await academy.database.query(summarized, [forged])).rowCount === 1);
    for (const [address, text] of pages) {
      await go(address);
      const shown = page.getByText(text).filter({ visible: true }).first();
      const came = await shown.waitFor().then(
        () => 'shown',
        () => 'missing',
      );
      const harmed = [await page.locator('[data-harm]').count(), await page.evaluate('window.harmed')];
      expect([address, came, ...harmed]).toEqual([address, 'shown', 0, undefined]);
    }
    expect([dialogs, instructor.errors]).toEqual([[], []]);
    await instructor.leave();
  }, 120_000);
});

describe('a learner whose browser blocks cookies of third parties', () => {
  it('signs in, studies and completes', async () => {
    const { personId } = cohort.officers[2]!;
    const admin = await AcademyClient.signIn(academy.url, administrator.email, administrator.password);
    const { email } = await admin.get<{ email: string }>(`/api/identity/people/${personId}`);
    await admin.put(`/api/identity/people/${personId}/password`, { password });
    const strict = await openWholeBrowser('--test-third-party-cookie-phaseout');
    closings.push(() => strict.close());
    const learner = await Visitor.arrive(strict, academy.url);
    await learner.page.goto(`${stranger.url}/outer`);
    await learner.page.waitForFunction(`document.title.startsWith('kept')`);
    expect(await learner.page.evaluate('document.title')).toBe('kept:');
    await learner.page.goto(`${stranger.url.replace('127.0.0.1', 'other-site.localhost')}/inner`);
    expect(await learner.page.evaluate('document.cookie')).toBe('third=party'); // there it is nobody's third party
    await learner.signIn(email, password);
    await learner.go(`/learning/${cohort.officers[2]!.enrollmentId}`);
    await learner.page.locator('main ol li').first().getByRole('button').click();
    await learner.page.waitForURL(/content\.localhost/);
    await plainOf(learner.page);
    const [{ completion } = { completion: '' }] = (
      await academy.database.query<{ completion: string }>(`select completion from content.attempt where person_id = $1`, [personId])
    ).rows;
    expect(completion).toBe('completed');
    expect(learner.errors).toEqual([]);
    await learner.leave();
  }, 120_000);
});
