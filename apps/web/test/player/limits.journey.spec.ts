import { describe, expect, it } from '@jest/globals';
import { aBrowser } from '../browser.js';
import { Window, aSchool, aStudent, addressOf } from './a-course.js';

const browser = await aBrowser(); // first, so that it closes before the house does
const school = await aSchool();

const limits12 = (action: string): string =>
  `<adlcp:maxtimeallowed>00:00:04</adlcp:maxtimeallowed><adlcp:timelimitaction>${action}</adlcp:timelimitaction>`;
const limits2004 = (action: string): string =>
  `<adlcp:timeLimitAction>${action}</adlcp:timeLimitAction><imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit="PT4S"/></imsss:sequencing>`;
const flowing = (more = ''): string => `<imsss:sequencing><imsss:controlMode choice="true" flow="true"/>${more}</imsss:sequencing>`;

const recorded = (unitId: string) =>
  school.sql<{ element: string; value: string }>(
    `select element, value from content.record r join content.attempt a on a.id = r.attempt_id where unit_id = $1 and kind = 'nav' order by r.epoch, seq`,
    [unitId],
  );

describe('a part with a time limit', () => {
  it('warns, takes the only part away when the time is up, and keeps what was done', async () => {
    const student = await aStudent(school, { sequencing: { organization: '', sco: limits12('exit,message') } });
    const window = await Window.open(browser, await addressOf(student));
    const content = await window.content('one.html');
    await content.click('#next');
    await window.page.waitForSelector('.notice:has-text("Tiempo que queda para esta parte: 1 min")');
    await window.page.waitForSelector('dialog:has-text("Se acabó el tiempo de esta parte")');
    expect(window.page.frames().some((frame) => frame.url().includes('/c/one.html'))).toBe(false);
    await window.choose('ok');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
    expect((await recorded(student.unitId)).at(-1)).toEqual({ element: 'leave', value: 'time-up' });
    const [kept] = await school.sql(
      `select location from content.sco join content.attempt on id = attempt_id where unit_id = $1 and location = '1'`,
      [student.unitId],
    );
    expect(kept).toBeDefined();
    await window.page.goto(await addressOf(student));
    await window.page.waitForSelector('.panel:has-text("Se acabó el tiempo de esta parte")');
  });

  it('goes on counting at the next visit, also where the content never says how long it took', async () => {
    const half = limits12('exit,message').replace('00:00:04', '00:30:00');
    const student = await aStudent(school, { sequencing: { organization: '', sco: half } });
    const window = await Window.open(browser, await addressOf(student));
    await window.content('one.html');
    await window.says('saved');
    await window.press('suspendAll');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
    const longAgo = async (seconds: number): Promise<void> => {
      const of = `attempt_id = (select id from content.attempt where unit_id = $1)`;
      await school.sql(`update content.lease set at = at - make_interval(secs => $2) where ${of}`, [student.unitId, seconds]);
      await school.sql(`update content.record set client_ms = client_ms - $2 * 1000 where ${of} and kind = 'nav' and element = 'open'`, [student.unitId, seconds]); // prettier-ignore
    };
    await longAgo(27 * 60 - 30);
    await window.page.goto(await addressOf(student));
    await window.page.waitForSelector('.notice:has-text("Tiempo que queda para esta parte: 4 min")');
    await window.press('suspendAll');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
    await longAgo(27 * 60);
    await window.page.goto(await addressOf(student));
    await window.page.waitForSelector('.panel:has-text("Se acabó el tiempo de esta parte")');
  });

  it('without a message leaves the learner before the contents of a sequenced course', async () => {
    const sequencing = { organization: flowing(), sco: limits2004('exit,no message') };
    const student = await aStudent(school, { version: '2004', scos: ['one', 'two'], sequencing });
    const window = await Window.open(browser, await addressOf(student));
    await window.content('one.html');
    await window.page.waitForSelector('.panel:has-text("Elija una parte en el contenido.")');
    expect(await window.page.locator('dialog').count()).toBe(0);
    await window.page.click('[data-activity="two"][aria-disabled="false"]');
    await window.content('two.html');
  });

  it('may only tell, and the learner goes on', async () => {
    const student = await aStudent(school, { sequencing: { organization: '', sco: limits12('continue,message') } });
    const window = await Window.open(browser, await addressOf(student));
    const content = await window.content('one.html');
    await window.page.waitForSelector('.notice:has-text("Se acabó el tiempo de esta parte")');
    await content.click('#next');
    expect(await content.textContent('#place')).toBe('1');
  });
});

describe('parts in random order', () => {
  it('stand in the contents in the order in which they come', async () => {
    const random = '<imsss:randomizationControls randomizationTiming="once" reorderChildren="true"/>';
    const scos = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const student = await aStudent(school, { version: '2004', scos, sequencing: { organization: flowing(random), sco: '' } });
    const window = await Window.open(browser, await addressOf(student));
    const entries = window.page.locator('[data-activity]');
    const idAt = (at: number) => entries.nth(at).getAttribute('data-activity');
    const listed = await Promise.all(['o', ...scos].map((_, at) => idAt(at)));
    for (const id of listed.slice(1)) {
      await window.page.waitForSelector(`[data-activity="${id}"][aria-current]`);
      await window.content(`${id}.html`);
      if (id !== listed.at(-1)) await window.press('continue');
    }
    expect([listed[0], ...listed.slice(1).toSorted()]).toEqual(['o', ...scos]);
    expect(listed.slice(1)).not.toEqual(scos); // one in 40,320 is in the manifest's order
  });
});
