import path from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fixture } from '@aula/testing';
import { answerTest, golfIn, turnPages } from '../../../scripts/browser/golf-course.ts';
import { addUnit, beginCourse, enrollOfficer, press, publish, sitQuiz, wait, type Screens } from './journey-steps.js';

/** A package of another maker, and how an officer gets to its end. */
interface RealPackage {
  file: string;
  unit: string;
  read: (page: Page) => Promise<void>;
}

/** Pages, then a test with all answers right. */
const readsAndAnswers = async (page: Page): Promise<void> => {
  const golf = await golfIn(page);
  await turnPages(golf);
  expect(await answerTest(golf, 0)).toBe(1);
};

/** Eighteen parts of a page each, by Continue. */
const walks = async (page: Page): Promise<void> => {
  await page.locator('[data-activity][aria-current]').first().waitFor({ state: 'attached' });
  const ids = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[data-activity][aria-disabled="false"]:not([hidden])')].map((each) => each.dataset.activity)`,
  );
  expect(ids).toHaveLength(18);
  for (const id of ids) {
    await page.locator(`[data-activity="${id}"][aria-current]`).waitFor({ state: 'attached' });
    if (id !== ids.at(-1)) await page.locator('[data-nav=continue]').click();
  }
};

const real: readonly RealPackage[] = [
  { file: 'other/escola_RuntimeBasicCalls_SCORM12', unit: 'Golf, SCORM 1.2', read: readsAndAnswers },
  { file: 'golf/RuntimeBasicCalls_SCORM20043rdEdition', unit: 'Golf, SCORM 2004', read: readsAndAnswers },
  {
    file: 'moodle/singlesco_scorm12',
    unit: 'Golf without calls',
    read: (page) => page.frameLocator('iframe').first().locator('body').waitFor(),
  },
  { file: 'golf/ContentPackagingOneFilePerSCO_SCORM20043rdEdition', unit: 'Golf in many parts', read: walks },
];

/** Uploads the packages and makes a course of them, a unit each. */
export const makeRealCourse = async (screens: Screens): Promise<void> => {
  const { page, go } = screens;
  for (const { file } of real) {
    await go('/teach/packages');
    await page.locator('input[type=file]').setInputFiles(fixture(`scorm/${file}.zip`));
    await wait(page, 'The package is ready');
  }
  await beginCourse(screens, 'REAL-1', 'Course of others');
  for (const { file, unit } of real) await addUnit(page, 'Interactive lesson (SCORM)', unit, /Package/, path.basename(file));
  await addUnit(page, 'Quiz', 'The examination', /Quiz \(/, 'Journey examination'); // a certificate rests on something that the server grades
  await publish(page);
};

export const openRealEdition = (screens: Screens): Promise<void> => enrollOfficer(screens, /Course of others/, 'Edition of others');

/** Reads each unit to its end in the player and sits the quiz; the course is done then. */
export const learnFromReal = async ({ page, go }: Screens): Promise<void> => {
  const course = async (): Promise<void> => {
    await go('/learning');
    await page.getByRole('link', { name: 'Course of others' }).first().click();
  };
  for (const { unit, read } of real) {
    await course();
    await press(page, unit);
    await page.waitForURL(/content\.localhost/);
    await read(page);
    await page.locator('[data-nav=exit]').click();
    await page.waitForURL((url) => !url.hostname.includes('content'));
  }
  await course();
  await page.getByRole('link', { name: 'The examination' }).first().click();
  await sitQuiz(page);
  await wait(page, '4 of 4 points');
  await go('/learning/certificates');
  await wait(page, 'Course of others');
};
