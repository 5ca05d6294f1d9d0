import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { Learner, LearnerWish } from '@aula/content/test/a-launch';
import { aBrowser } from '../browser.js';
import { Window, aSchool, aStudent, addressOf } from './a-course.js';
import { Line } from './line.js';

const browser = await aBrowser(); // first, so that it closes before the house does
const line = await Line.open();
const school = await aSchool(line);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const attempt = async ({ unitId }: Learner) =>
  (
    await school.sql<{ id: string; epoch: number; last_seq: number; completion: string; success: string }>(
      `select id, epoch::int, last_seq::int, completion, success from content.attempt where unit_id = $1`,
      [unitId],
    )
  )[0]!;
const numbers = async (table: 'record' | 'quarantine', student: Learner, epoch: number): Promise<number[]> =>
  (
    await school.sql<{ seq: number }>(`select seq::int from content.${table} where attempt_id = $1 and epoch = $2 order by seq`, [
      (await attempt(student)).id,
      epoch,
    ])
  ).map(({ seq }) => seq);
const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

const menu = async ({ page }: Window): Promise<void> => {
  await page.click('.more summary');
  await page.click('[data-nav="keep"]');
};
const told = (page: Page, words: string) => page.waitForSelector(`dialog:has-text("${words}")`, { timeout: 20_000 });
const shown = (page: Page, words: string) => page.waitForSelector(`.panel:has-text("${words}")`, { timeout: 20_000 });

/** Keeps the course by the menu; returns the address that the learner is told. */
const keep = async (window: Window): Promise<string> => {
  await menu(window);
  await window.choose('keep');
  await told(window.page, 'El curso está en este dispositivo');
  const address = (await window.page.textContent('dialog code')) ?? '';
  await window.choose('close');
  return address;
};

/** A learner who has kept the course and has gone. */
const gone = async (wish: LearnerWish = {}): Promise<{ student: Learner; context: BrowserContext; address: string }> => {
  const student = await aStudent(school, wish);
  const window = await Window.open(browser, await addressOf(student), { width: 360 });
  const content = await window.content('one.html');
  if (wish.version !== '2004') await content.click('#next');
  const address = await keep(window);
  expect(address).toBe(new URL('/_p/', window.page.url()).href);
  await window.press('suspendAll');
  await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
  await window.page.close();
  return { student, context: window.context, address };
};

const violations = async (page: Page): Promise<string[]> => {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string }[] }> } };
    return (await axe.run({ iframes: false })).violations.map((violation) => violation.id);
  });
};

describe('a learner who keeps a course', () => {
  it('studies without a line, closes, goes on, and everything arrives once when the line is back', async () => {
    const { student, context, address } = await gone();
    const { epoch } = await attempt(student);
    await line.cut();
    await context.setOffline(true);
    const away = await Window.open(browser, address, { context });
    const content = await away.content('one.html');
    expect([await content.textContent('#entry'), await content.textContent('#place')]).toEqual(['resume', '1']);
    await content.click('#next');
    await away.says('offline');
    await away.page.close();

    const again = await Window.open(browser, address, { context });
    const resumed = await again.content('one.html');
    expect([await resumed.textContent('#entry'), await resumed.textContent('#place')]).toEqual(['resume', '2']);
    await resumed.click('#finish');
    await again.says('offline');
    await again.press('exit');
    await shown(again.page, 'Todo está guardado en este dispositivo');
    expect(await violations(again.page)).toEqual([]);
    expect(await attempt(student)).toMatchObject({ epoch, completion: 'incomplete' });

    await line.restore();
    await context.setOffline(false);
    await shown(again.page, 'Todo llegó a la academia.');
    const after = await attempt(student);
    expect(after).toMatchObject({ epoch, completion: 'completed', success: 'passed' });
    expect(await numbers('record', student, epoch)).toEqual(upTo(after.last_seq));
    expect(await numbers('quarantine', student, epoch)).toEqual([]);
  });

  it.each(['1.2', '2004'] as const)('goes through a course of several parts while the academy is away: SCORM %s', async (version) => {
    const flowing = '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>';
    const sequencing = version === '2004' ? { sequencing: { organization: flowing, sco: '' } } : {};
    const { student, context, address } = await gone({ version, scos: ['one', 'two'], ...sequencing });
    await line.cut();
    const away = await Window.open(browser, address, { context });
    await (await away.content('one.html')).click('#finish');
    if (version === '1.2') await away.press('continue');
    await away.content('two.html');
    await away.says('offline');
    await away.page.close();
    const again = await Window.open(browser, address, { context });
    await (await again.content('two.html')).click('#finish');
    if (version === '1.2') await again.press('exit');
    await shown(again.page, 'Todo está guardado en este dispositivo');
    await again.page.close();

    await line.restore();
    const back = await Window.open(browser, address, { context });
    await back.says('saved');
    const after = await attempt(student);
    expect(after).toMatchObject({ epoch: 1, completion: 'completed', success: 'passed' });
    expect(await numbers('record', student, 1)).toEqual(upTo(after.last_seq));
    expect(await numbers('quarantine', student, 1)).toEqual([]);
  });

  it('hears that the course went on elsewhere, where what they did meanwhile is set aside', async () => {
    const { student, context, address } = await gone();
    const { epoch, last_seq: taken } = await attempt(student);
    await line.cut();
    const away = await Window.open(browser, address, { context });
    await (await away.content('one.html')).click('#finish');
    await away.says('offline');
    await away.page.goto('about:blank'); // what leaves with the page has failed before the line is back
    await line.restore();
    const device = await Window.open(browser, await addressOf(student));
    const there = await device.content('one.html');
    expect(await there.textContent('#place')).toBe('1');
    for (let step = 0; step < 3; step++) await there.click('#next');
    await device.says('saved');
    expect(await numbers('record', student, epoch)).toEqual(upTo(taken));

    const back = await Window.open(browser, address, { context });
    await told(back.page, 'quedó apartado y quien acompaña el curso puede devolvérselo');
    expect(await violations(back.page)).toEqual([]);
    await back.choose('on');
    await back.choose('here');
    expect(await (await back.content('one.html')).textContent('#place')).toBe('4');
    expect(await attempt(student)).toMatchObject({ epoch: epoch + 2, completion: 'incomplete' });
    const aside = await numbers('quarantine', student, epoch);
    expect(aside).toEqual(upTo(taken + aside.length).slice(taken));
    expect(aside.length).toBeGreaterThan(0);
  });
});

describe('keeping', () => {
  it('says what it means, can be stopped and gone on with, and is undone once nothing waits any more', async () => {
    const student = await aStudent(school, { files: { 'Media/B ñ.txt': { body: 'b'.repeat(2_000), type: 'text/plain' } } });
    const window = await Window.open(browser, await addressOf(student), { width: 360 });
    const { page } = window;
    await window.content('one.html');
    await page.route('**/c/Media/**', () => undefined);
    await menu(window);
    await told(page, 'El curso ocupa 1 MB.');
    expect(await violations(page)).toEqual([]);
    await window.choose('keep');
    await told(page, 'Guardando el curso en este dispositivo');
    expect(await violations(page)).toEqual([]);
    await window.choose('stop');
    await told(page, 'todavía no está completo');
    await page.unroute('**/c/Media/**');
    await window.choose('keep');
    await told(page, 'El curso está en este dispositivo');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    const manifest = await (await window.context.newCDPSession(page)).send('Page.getAppManifest');
    expect(JSON.parse(manifest.data ?? '')).toMatchObject({
      name: 'Unidad',
      display: 'standalone',
      start_url: new URL('/_p/', page.url()).href,
    });
    await window.choose('close');

    await line.cut();
    await (await window.content('one.html')).click('#next');
    await window.says('offline');
    expect(
      await page.evaluate(`fetch('/c/media/b%20%C3%B1.txt', { headers: { range: 'bytes=0-1' } }).then((answer) => answer.status)`),
    ).toBe(206);
    await menu(window);
    await window.choose('remove');
    await told(page, 'Todavía no se puede quitar');
    await window.choose('close');
    await line.restore();
    await window.says('saved');
    await menu(window);
    await window.choose('remove');
    await told(page, 'El curso ya no está guardado en este dispositivo.');
    expect(await page.evaluate(`caches.keys()`)).toEqual([]);
    expect(await page.evaluate(`navigator.serviceWorker.getRegistrations().then((all) => all.length)`)).toBe(0);
    expect(await page.textContent('[data-nav="keep"]')).toBe('Guardar en este dispositivo');
  });

  it('is not offered where nothing is recorded', async () => {
    const student = await aStudent(school, { enrollment: { closes_at: '2020-02-01T00:00:00Z' } });
    const window = await Window.open(browser, await addressOf(student));
    await window.page.waitForSelector('[data-save-state="unrecorded"]');
    expect(await window.page.locator('[data-nav="keep"]').isVisible()).toBe(false);
  });
});
