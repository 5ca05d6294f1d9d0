import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { aBrowser } from '../browser.js';
import { Window, aSchool, aStudent, addressOf } from './a-course.js';

const browser = await aBrowser(); // first, so that it closes before the house does
const school = await aSchool();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const attempt = async (unitId: string) =>
  (
    await school.sql<{ id: string; epoch: number; completion: string; success: string; scaled: number | null; progress: number }>(
      `select id, epoch::int, completion, success, scaled, progress from content.attempt where unit_id = $1`,
      [unitId],
    )
  )[0]!;
const place = async (unitId: string): Promise<string | null> =>
  (
    await school.sql<{ location: string | null }>(
      `select location from content.sco join content.attempt on id = attempt_id where unit_id = $1`,
      [unitId],
    )
  )[0]!.location;

describe('a learner with a package', () => {
  it('works, sees it saved, leaves for the academy, and goes on where they were', async () => {
    const student = await aStudent(school);
    const window = await Window.open(browser, await addressOf(student), { width: 360 });
    const content = await window.content('one.html');
    expect(new URL(window.page.url()).hash).toBe('');
    expect(await content.textContent('#entry')).toBe('ab-initio');
    for (let step = 0; step < 3; step++) await content.click('#next');
    await window.says('saved');
    expect(await window.page.textContent('.save')).toMatch(/^Guardado a las \d\d:\d\d$/);
    expect(await place(student.unitId)).toBe('3');
    await window.press('suspendAll');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);

    await window.page.goto(await addressOf(student));
    const again = await window.content('one.html');
    expect([await again.textContent('#entry'), await again.textContent('#place')]).toEqual(['resume', '3']);
    await again.click('#finish');
    await window.press('exit');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
    expect(await attempt(student.unitId)).toMatchObject({ completion: 'completed', success: 'passed', scaled: 0.9 });
    const said = (await school.said('unit.progressed')).filter((item) => item.unitId === student.unitId);
    expect(said.at(-1)).toMatchObject({ completion: 'completed', success: 'passed', score: 0.9, progress: 1 });
  });

  it('loses nothing when the tab closes in the middle of a burst', async () => {
    const student = await aStudent(school);
    const window = await Window.open(browser, await addressOf(student));
    const content = await window.content('one.html');
    await content.evaluate(`for (let step = 0; step < 40; step++) document.querySelector('#next').click()`);
    await window.page.close({ runBeforeUnload: false });
    const again = await Window.open(browser, await addressOf(student), { context: window.context });
    expect(await (await again.content('one.html')).textContent('#place')).toBe('40');
  });

  it('keeps working without a line or behind a captive portal, and is told the truth about it', async () => {
    const student = await aStudent(school);
    const window = await Window.open(browser, await addressOf(student));
    const content = await window.content('one.html');
    await window.says('saved');
    await window.page.route('**/_rt/commit', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Sign in to the hotel</h1>' }),
    );
    await content.click('#next');
    await window.says('offline');
    expect(await window.page.textContent('.save')).toMatch(/^Sin conexión. Guardado en este dispositivo · \d en espera$/);
    expect(await place(student.unitId)).toBeNull();
    await window.press('exit');
    await window.page.waitForSelector('dialog');
    await window.choose('stay');
    await window.page.unroute('**/_rt/commit');
    expect(await (await window.content('one.html')).textContent('#place')).toBe('1');
    await window.says('saved');
    expect(await place(student.unitId)).toBe('1');
  });

  it('hands in at the next launch what the device kept, before anything else', async () => {
    const student = await aStudent(school);
    const window = await Window.open(browser, await addressOf(student));
    const content = await window.content('one.html');
    await window.says('saved');
    await window.page.route('**/_rt/commit', (route) => route.abort());
    for (let step = 0; step < 5; step++) await content.click('#next');
    await window.says('offline');
    const crash = window.page.goto('chrome://crash').catch(() => undefined);
    await Promise.race([crash, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    await window.page.close();
    expect(await place(student.unitId)).toBeNull();
    const again = await Window.open(browser, await addressOf(student), { context: window.context });
    const resumed = await again.content('one.html');
    expect([await resumed.textContent('#entry'), await resumed.textContent('#place')]).toEqual(['resume', '5']);
    expect(await school.sql(`select 1 from content.quarantine where attempt_id = $1`, [(await attempt(student.unitId)).id])).toEqual([]);
  });

  it('is asked when another tab or device has the course; the one that loses stops and may take it back', async () => {
    const student = await aStudent(school);
    const first = await Window.open(browser, await addressOf(student));
    await (await first.content('one.html')).click('#next');
    await first.says('saved');
    const tab = await Window.open(browser, await addressOf(student), { context: first.context });
    await tab.page.waitForSelector('dialog');
    expect(await tab.page.textContent('dialog h2')).toBe('El curso está abierto en otro lugar');
    await tab.choose('here');
    await (await tab.content('one.html')).click('#next');
    await first.says('frozen');
    await tab.says('saved');

    const device = await Window.open(browser, await addressOf(student));
    await device.choose('here');
    const there = await device.content('one.html');
    expect(await there.textContent('#place')).toBe('2');
    await (await tab.content('one.html')).click('#next');
    await tab.says('frozen');
    await there.click('#next');
    await device.says('saved');
    expect(await place(student.unitId)).toBe('3');
    const aside = await school.sql<{ epoch: number }>(`select epoch::int from content.quarantine where attempt_id = $1`, [
      (await attempt(student.unitId)).id,
    ]);
    expect(aside.length).toBeGreaterThan(0);
    await tab.choose('here');
    expect(await (await tab.content('one.html')).textContent('#place')).toBe('3');
  });
});

describe('a learner who watches and has nothing to record', () => {
  it('keeps the course: another device asks first, and the one that loses stops at once', async () => {
    const student = await aStudent(school);
    const window = await Window.open(browser, await addressOf(student));
    await window.content('one.html');
    await window.says('saved');
    const { id } = await attempt(student.unitId);
    const isBusy = async () =>
      (await school.sql(`select 1 from content.attempt where id = $1 and busy_until > clock_timestamp()`, [id])).length;
    await school.sql(`update content.attempt set busy_until = clock_timestamp() where id = $1`, [id]);
    const shownAgain = () => window.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    const said = window.page.waitForResponse('**/_rt/presence');
    await shownAgain();
    expect([(await said).status(), await isBusy()]).toEqual([204, 1]);

    const device = await Window.open(browser, await addressOf(student));
    await device.choose('here');
    await device.content('one.html');
    await shownAgain();
    await window.says('frozen');
    expect(window.page.frames().some((frame) => frame.url().includes('/c/one.html'))).toBe(false);
  });
});

it('speaks of times in the zone of the learner: until when the course is open, when work was saved, when a state was given back', async () => {
  const timeZone = 'America/Lima';
  const student = await aStudent(school, { timeZone, enrollment: { closes_at: '2098-07-01T02:30:00Z' } });
  const url = await addressOf(student);
  const { id } = await attempt(student.unitId);
  await school.sql(
    `insert into content.restoration (id, attempt_id, epoch, point, given_by, reason, before, given, at)
     values (gen_random_uuid(), $1, 1, 'session-1', gen_random_uuid(), 'Se cortó la luz.', '{}', '{}', '2098-06-01T04:59:00Z')`,
    [id],
  );
  const window = await Window.open(browser, url);
  await window.page.waitForSelector('dialog:has-text("le devolvió el 31 may 2098, 23:59 GMT-5 (Lima) el estado")');
  await window.choose('on');
  expect(await window.page.textContent('.until')).toBe('Abierto hasta el 30 jun 2098, 21:30 GMT-5 (Lima)');
  const clock = () => new Intl.DateTimeFormat('es', { hour: '2-digit', minute: '2-digit', timeZone }).format();
  const before = clock();
  await (await window.content('one.html')).click('#finish');
  await window.says('saved');
  expect([before, clock()].map((time) => `Guardado a las ${time}`)).toContain(await window.page.textContent('.save'));
});

describe('the programming interface', () => {
  it.each<[what: string, wish: Parameters<typeof aStudent>[1], apis: string[]]>([
    ['of SCORM 1.2 alone', { version: '1.2' }, ['API']],
    ['of SCORM 2004 alone', { version: '2004' }, ['API_1484_11']],
    ['of both, where the manifest says one and is written as the other', { version: '2004', schemaVersion: '1.2' }, ['API', 'API_1484_11']],
  ])('is that %s', async (_, wish, apis) => {
    const window = await Window.open(browser, await addressOf(await aStudent(school, wish)));
    await window.content('one.html');
    await window.says('saved');
    expect(await window.page.evaluate(`['API', 'API_1484_11'].filter((name) => typeof window[name] === 'object')`)).toEqual(apis);
  });
});

describe('a package of several parts', () => {
  it.each(['1.2', '2004'] as const)('is walked by contents and steps: SCORM %s', async (version) => {
    const student = await aStudent(school, { version, scos: ['one', 'two', 'three'] });
    const window = await Window.open(browser, await addressOf(student));
    const { page } = window;
    await (await window.content('one.html')).click('#finish');
    if (version === '1.2') await window.press('continue');
    const two = await window.content('two.html');
    expect(await two.textContent('h1')).toBe('two');
    const entries = (): Promise<unknown> =>
      page.evaluate(`[...document.querySelectorAll('[data-activity]')].map((each) =>
        [each.dataset.activity, each.getAttribute('aria-disabled'), each.getAttribute('aria-current'), each.textContent])`);
    expect(await entries()).toEqual([
      ['one', 'false', null, 'oneaprobado'],
      ['two', 'false', 'page', version === '1.2' ? 'twoempezado' : 'two'],
      ['three', 'false', null, 'three'],
    ]);
    await page.click('[data-activity="three"]');
    await window.content('three.html');
    expect(await page.getAttribute('[data-nav="continue"]', 'aria-disabled')).toBe('true');
    await window.press('previous');
    await window.content('two.html');
    await window.press('suspendAll');
    await page.waitForURL(`**/learning/${student.enrollmentId}`);
    await page.goto(await addressOf(student));
    await (await window.content('two.html')).click('#finish');
    await page.click('[data-activity="three"]');
    await (await window.content('three.html')).click('#finish');
    await window.press('exit');
    await page.waitForURL(`**/learning/${student.enrollmentId}`);
    expect(await attempt(student.unitId)).toMatchObject({ completion: 'completed', success: 'passed', progress: 1 });
  });
});

it('says at each end of an item what the server comes to as well', async () => {
  const ends = await school.sql<{ value: string }>(`select value from content.record where kind = 'term' and result = 'true'`);
  expect(ends.map(({ value }) => Object.keys(JSON.parse(value) as object))).toContainEqual(['completion', 'success', 'scaled']);
  expect(await school.sql(`select * from content.difference`)).toEqual([]);
});

describe('the page', () => {
  it.each([360, 1280])('is accessible and fits %i pixels', async (width) => {
    const student = await aStudent(school, { scos: ['one', 'two'] });
    const window = await Window.open(browser, await addressOf(student), { width });
    await window.content('one.html');
    await window.says('saved');
    if (width === 360) await window.page.click('.toggle');
    await window.page.addScriptTag({ path: axe });
    const found = await window.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run({ iframes: false })).violations.map((violation) => violation.id);
    });
    expect(found).toEqual([]);
    expect(await window.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
