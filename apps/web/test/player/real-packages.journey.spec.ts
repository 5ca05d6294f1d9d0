import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { anActor, fixture, fixtures } from '@aula/testing';
import { aLearner } from '@aula/content/test/a-launch';
import { aBrowser } from '../browser.js';
import { Window, aSchool, addressOf } from './a-course.js';

const browser = await aBrowser(); // first, so that it closes before the house does
const school = await aSchool();
const author = school.as(anActor({ roles: ['instructor'] }));

/** A learner with a package that was uploaded and unpacked like any other. */
const aStudentWith = async (name: string) => {
  const file = { name: 'paquete.zip', content: readFileSync(fixture(`scorm/${name}`)), contentType: 'application/zip' };
  const { body } = await author.upload('/api/content/packages', { file }).expect<{ id: string }>(202);
  await school.settle();
  const it = await author.get(`/api/content/packages/${body.id}`).expect<{ state: string }>(200);
  expect(it.body.state).toBe('ready');
  return aLearner(school, { packageId: body.id });
};
const attempt = async (unitId: string) =>
  (
    await school.sql<Record<string, unknown>>(`select completion, success, scaled, progress from content.attempt where unit_id = $1`, [
      unitId,
    ])
  )[0];

fixtures('a real package', () => {
  it.each([
    ['other/escola_RuntimeBasicCalls_SCORM12.zip', '360'],
    ['golf/RuntimeBasicCalls_SCORM20043rdEdition.zip', '1280'],
  ])('bookmarks, scores and completes: %s', async (name, width) => {
    const student = await aStudentWith(name);
    const window = await Window.open(browser, await addressOf(student), { width: Number(width) });
    const content = await window.content('shared/launchpage.html');
    await content.waitForSelector('#butNext');
    for (let page = 0; page < 5; page++) await content.click('#butNext');
    await window.press('suspendAll');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
    expect(await attempt(student.unitId)).toMatchObject({ completion: 'incomplete' });

    await window.page.goto(await addressOf(student));
    const again = await window.content('shared/launchpage.html');
    await again.waitForFunction(() => (globalThis as unknown as { currentPage: number }).currentPage === 5);
    for (let page = 5; page < 14; page++) await again.click('#butNext');
    await again.evaluate(() => (globalThis as unknown as { RecordTest(score: number): void }).RecordTest(85));
    await window.press('exit');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
    expect(await attempt(student.unitId)).toEqual({ completion: 'completed', success: 'passed', scaled: 0.85, progress: 1 });
  });

  it('that never calls its API is completed by being read and left', async () => {
    const student = await aStudentWith('moodle/singlesco_scorm12.zip');
    const window = await Window.open(browser, await addressOf(student));
    await (await window.content('shared/launchpage.html')).waitForLoadState();
    await window.press('exit');
    await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
    expect(await attempt(student.unitId)).toMatchObject({ completion: 'completed' });
  });

  it('of one file per part is walked to its end', async () => {
    const student = await aStudentWith('golf/ContentPackagingOneFilePerSCO_SCORM20043rdEdition.zip');
    const window = await Window.open(browser, await addressOf(student));
    const { page } = window;
    const stops = await page
      .waitForSelector('[data-activity][aria-disabled="false"]')
      .then(() => page.$$('[data-activity][aria-disabled="false"]'));
    expect(stops).toHaveLength(18);
    for (let stop = 1; stop < stops.length; stop++) {
      await page.frames().at(-1)!.waitForLoadState();
      await window.press('continue');
      await page.waitForFunction(
        `document.querySelectorAll('[data-activity][aria-disabled="false"]')[${stop}].hasAttribute('aria-current')`,
      );
    }
    await window.press('exit');
    await page.waitForURL(`**/learning/${student.enrollmentId}`);
    expect(await attempt(student.unitId)).toMatchObject({ completion: 'completed', progress: 1 });
  });
});
