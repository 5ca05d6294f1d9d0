import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { choose } from '../journey-steps.js';
import { inOrder, search, sees, stage } from './stage.js';

const theatre = stage();
const { story } = theatre;

describe('who reads the numbers', () => {
  /** The number of a title or a link, whatever stands around it. */
  const numberIn = (text: string): number => Number(/\d[\d,]*/.exec(text)![0].replaceAll(',', ''));
  const figure = (page: Page, title: string): Locator => page.getByRole('figure', { name: title, exact: true });

  it(
    'opens the list behind a number, a country, a month and a filter, and takes the chart as PNG and CSV',
    story('training', async ({ page, go }) => {
      await go('/insight');
      await choose(page, 'Bars show', 'Pass rate of examinations');
      await figure(page, 'Sex')
        .getByRole('link', { name: /^[1-9]\d* of \d/ })
        .first()
        .click();
      await page.waitForURL(({ search }) => /sex=.*state=passed|state=passed.*sex=/.test(search));
      await page.locator('main li').first().waitFor();
      await page.goBack();
      await sees(page, /^\d+ of \d+$/); // the choice of the bars stands in the address
      await figure(page, 'What happened each month')
        .getByRole('button', { name: /^Table/ })
        .click();
      const cell = figure(page, 'What happened each month').locator('tbody tr', { hasText: /[1-9]/ }).last().locator('td').nth(1);
      const completed = numberIn(await cell.innerText());
      await cell.getByRole('link').click();
      await sees(page, /^Completed: \w+ \d{4}$/);
      expect(await page.getByLabel('Completed in').inputValue()).toMatch(/^\d{4}-\d\d$/);
      const listed = page.getByRole('list', { name: 'Completed' }).getByRole('listitem');
      await listed.first().waitFor();
      expect(await listed.count()).toBe(Math.min(completed, 50));
      await go('/insight');
      const certificates = figure(page, 'Month by month').locator('.recharts-bar').nth(2); // the third colour
      await certificates.locator('path').first().click();
      await page.waitForURL(({ search }) => /from=\d{4}-\d\d/.test(search) && search.includes('state=certified'));
      await go('/insight');
      await figure(page, 'Enrolled by country').locator('path[data-press]', { hasText: 'Colombia' }).click();
      await page.waitForURL(({ search }) => search.includes('country='));
      await go('/insight');
      await page.locator('main summary', { hasText: 'Filter' }).click();
      await choose(page, 'Sex', 'Women');
      await page.waitForURL(({ search }) => search.includes('sex=F'));
      for (const kind of ['PNG', 'CSV']) {
        const arrives = page.waitForEvent('download');
        await figure(page, 'Country')
          .getByRole('button', { name: new RegExp(`^${kind}`) })
          .click();
        expect((await arrives).suggestedFilename()).toBe(`insight-country.${kind.toLowerCase()}`);
      }
    }),
    60_000,
  );
});

describe('the day of', () => {
  const waiting = (page: Page, name: string): Locator => page.getByRole('main').getByRole('listitem').filter({ hasText: name });

  it(
    'a training administrator begins with what waits for them; a number opens its list, nothing is said calmly',
    story('training', async (visitor) => {
      const { page, go } = visitor;
      await go('/');
      await page.waitForURL(/\/today$/);
      await waiting(page, 'Accounts that may be the same person')
        .getByText(/^[1-9]/)
        .waitFor();
      await waiting(page, 'Imports waiting for a decision')
        .getByText(/^[1-9]/)
        .waitFor();
      await waiting(page, 'Editions opening within 14 days').getByText('Nothing waits here.').waitFor();
      await visitor.picture('today-training');
      await page.getByRole('link', { name: 'Editions opening within 14 days' }).click();
      await sees(page, 'No edition');
      expect(await page.getByLabel('Within 14 days').inputValue()).toBe('opening');
    }),
    60_000,
  );

  it(
    'an administrator sees on a phone which orders, deliveries and letters failed',
    story(
      'administrator',
      async ({ page, go }) => {
        await go('/');
        await page.waitForURL(/\/today$/);
        await waiting(page, 'Jobs that gave up').getByText('1', { exact: true }).waitFor();
        await waiting(page, 'Failed deliveries').getByText('1', { exact: true }).waitFor();
        await waiting(page, 'Reviews waiting for you')
          .getByText(/^[1-9]/)
          .waitFor();
        await page.getByRole('link', { name: 'Letters that could not be sent' }).click();
        await page.waitForURL(/mails\?state=dead$/);
        expect(await page.getByLabel('State').inputValue()).toBe('dead');
        await page.goBack();
        await page.getByRole('link', { name: 'Packages refused in the last 14 days' }).click();
        await page.waitForURL(/packages\?state=refused$/);
        expect(await page.getByLabel('State').inputValue()).toBe('refused');
      },
      { width: 360 },
    ),
    60_000,
  );
});

describe('people who follow the work of others', () => {
  it.each([
    ['registrar', '/today'],
    ['auditor', '/audit'],
    ['coordinator', '/insight'],
    ['programme-manager', '/insight'],
    ['reviewer', '/today'],
  ] as const)(
    'a person who is %s begins at %s and reads their role in their account',
    async (role, home) => {
      const visitor = await theatre.newcomer(role);
      await visitor.page.waitForURL(({ pathname }) => pathname === home);
      await visitor.go('/account');
      await sees(visitor.page, /Auditor|Coordinator|Programme manager|Registrar|Reviewer/);
      await inOrder(visitor);
      await visitor.leave();
    },
    60_000,
  );

  it(
    'an auditor reads who is in an edition and what somebody misses, and is offered nothing that changes it',
    story('auditor', async ({ page, go }) => {
      await go('/insight/editions');
      await search(page, 'Search editions', 'DH-101');
      await page.getByRole('link', { name: /^DH-101 · 2026/ }).click();
      await search(page, /Search by name/, 'Solano Vega');
      await sees(page, /^1 person$/);
      const main = page.getByRole('main');
      expect(await main.getByRole('link', { name: /^(Reminders|Enroll people|Change|Attendance)$/ }).count()).toBe(0);
      await page.getByRole('link', { name: 'Mauricio Solano Vega' }).click();
      await page.waitForURL(/\/insight\/editions\/[^/]+\/learners\/[^/]+$/);
      await sees(page, 'What is missing');
      expect(await main.getByText(/^(About the person|Withdraw|Work)$/).count()).toBe(0);
    }),
    60_000,
  );
});
