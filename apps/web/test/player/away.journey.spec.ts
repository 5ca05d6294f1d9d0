import { expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { aBrowser } from '../browser.js';
import { Window, aSchool, aStudent, addressOf } from './a-course.js';

const browser = await aBrowser(); // first, so that it closes before the house does
const school = await aSchool();
const silent = { 'one.html': { body: '<!doctype html><title>one</title><h1>one</h1>', type: 'text/html' } };

it.each<[why: string, answer: (route: Route) => Promise<void>, completed: boolean]>([
  ['was there to be seen', (route) => route.continue(), true],
  ['did not come, because the line was gone', (route) => route.abort('connectionreset'), false],
  ['did not come, because the academy was away', (route) => route.fulfill({ status: 502, body: '<h1>Bad Gateway</h1>' }), false],
])('content that says nothing and %s: leaving it', async (_why, answer, completed) => {
  const student = await aStudent(school, { files: silent });
  const context = await browser.newContext({ locale: 'es-UY' });
  await context.route('**/c/one.html', answer);
  const window = await Window.open(browser, await addressOf(student), { context });
  await window.says('saved');
  await window.page.waitForTimeout(300); // an error page is loaded like any other
  await window.press('exit');
  await window.page.waitForURL(`**/learning/${student.enrollmentId}`);
  const [attempt] = await school.sql<{ completion: string }>(`select completion from content.attempt where unit_id = $1`, [student.unitId]);
  expect(attempt?.completion === 'completed').toBe(completed);
});
