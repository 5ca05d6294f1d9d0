import type { Page } from 'playwright-core';
import { enterPlayer, type Screen } from './screen.js';

/** Moments at which the server asks for more than a page expects; its answers are told to the window, so that no session really ends. */
const problem = (status: number, code: string, more: object = {}) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: code, status, code, ...more }),
});
const after = (page: Page): Promise<unknown> => page.unrouteAll({ behavior: 'ignoreErrors' });

/** The password was right, and the account has a second factor. */
export const secondStep: Pick<Screen, 'prepare' | 'after'> = {
  prepare: async (page) => {
    const challenge = { challengeId: 'c'.repeat(26), factors: ['totp', 'recovery-code'], expiresAt: '2099-01-01T00:00:00.000Z' };
    await page.route('**/api/identity/sessions', (route) => route.fulfill(problem(401, 'identity.second-factor-needed', challenge)));
    await page.locator('main input').first().fill('someone@aula.example');
    await page.locator('main input[type=password]').fill('a long enough phrase');
    await page.locator('main form button[type=submit]').click();
    await page.locator('main form [role=status]').waitFor();
  },
  after,
};

/** The academy asks staff for a second factor, and this person has none yet. */
export const factorMissing: Pick<Screen, 'prepare' | 'after'> = {
  prepare: async (page) => {
    await page.route('**/api/identity/me', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), secondFactor: 'missing' } });
    });
    await page.reload();
    await page.locator('main h1').waitFor();
  },
  after,
};

/** Another device has the course open. */
export const heldElsewhere: Pick<Screen, 'launch' | 'after'> = {
  launch: async (page) => {
    await page.route('**/lease', (route) => route.fulfill(problem(409, 'content.attempt-held')));
    await enterPlayer(page);
    await page.locator('[data-choice=here]').waitFor();
  },
  after,
};

/** Of two standing rules one goes on, and one rests since its author has another role. */
export const rulesRest: Pick<Screen, 'prepare' | 'after'> = {
  prepare: async (page) => {
    const going = {
      ...{ id: '0193b5a0-0000-7000-8000-000000000001', rule: { countries: ['CR', 'PA'] }, author: 'Inés Fonseca', enrolled: 21 },
      ...{ createdAt: '2026-02-03T14:00:00.000Z', appliedAt: '2026-02-04T14:00:00.000Z', stoppedAt: null, mayStop: true },
      ...{ pausedAt: null, pausedFor: null },
    };
    const resting = { ...going, id: '0193b5a0-0000-7000-8000-000000000002', pausedAt: '2026-03-01T09:00:00.000Z', pausedFor: 'role-ended' };
    await page.route('**/standing-rules', (route) => route.fulfill({ json: { items: [resting, going], next: null } }));
    await page.reload();
    await page.locator('main li button').first().waitFor();
  },
  after,
};

/** The session ended while the page was open. */
export const sessionEnded: Pick<Screen, 'prepare' | 'after'> = {
  prepare: async (page) => {
    await page.route('**/api/**', (route) => route.fulfill(problem(401, 'not-signed-in')));
    await page.locator('a[href="/learning/calendar"]:visible, header button').first().focus();
    await page.evaluate("window.dispatchEvent(new Event('online'))");
    await page.getByRole('dialog').waitFor();
  },
  after,
};
