import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '@aula/contracts';
import { openBrowser, Visitor, type Look } from '../browser.js';
import type { RunningAcademy } from '../running-academy.js';
import { accounts, giveRole, password, type Account } from './accounts.js';
import type { LivedIn } from './lived-in.js';
import { withPast } from './past.js';

/** One academy with a past and one browser for the stories of a file; both are closed by themselves. */
export const stage = () => {
  let browser: Browser;
  let academy: RunningAcademy;
  let made: LivedIn;
  beforeAll(async () => {
    ({ academy, made } = await withPast());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await academy?.close();
  });

  /** Somebody comes without signing in. */
  const stranger = (look: Look = {}): Promise<Visitor> => Visitor.arrive(browser, academy.url, look);

  /** Somebody signs in with an account of the demonstration. */
  const person = async (account: Account, look: Look = {}): Promise<Visitor> => {
    const visitor = await stranger(look);
    await visitor.signIn(accounts[account], password);
    return visitor;
  };

  /** A story of one person: at its end the screen is in order; a story that breaks off leaves a picture. */
  const story =
    (account: Account, tell: (visitor: Visitor) => Promise<unknown>, look: Look = {}) =>
    async (): Promise<void> => {
      const visitor = await person(account, look);
      await tell(visitor).catch(async (error: unknown) => {
        await visitor.picture(failedPicture());
        throw error;
      });
      await inOrder(visitor);
      await visitor.leave();
    };

  /** Somebody new with this role over everything signs in. */
  const newcomer = async (role: Role): Promise<Visitor> => {
    const email = `a.${role}@aula.example`;
    await giveRole(academy, email, role);
    const visitor = await stranger();
    await visitor.go('/');
    await visitor.page.getByLabel('E-mail').fill(email);
    await visitor.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await visitor.page.getByRole('button', { name: 'Sign in' }).click();
    await visitor.page.getByRole('button', { name: 'Sign out' }).first().waitFor({ state: 'attached' });
    return visitor;
  };

  return {
    stranger,
    person,
    story,
    newcomer,
    get academy() {
      return academy;
    },
    get made() {
      return made;
    },
  };
};

export type Theatre = ReturnType<typeof stage>;

/** Waits until the text is there to be read. */
export const sees = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 });

/** Types into a search field; the list follows by itself. */
export const search = (page: Page, field: string | RegExp, text: string): Promise<void> =>
  page.getByRole('searchbox', { name: field }).first().fill(text);

/** The name of the picture that the present test leaves when it breaks off. */
export const failedPicture = (): string => `failed-${expect.getState().currentTestName!.replaceAll(/[^a-z0-9]+/gi, '-')}`;

/** No script failed, axe-core finds nothing, and nothing has to be scrolled sideways. */
export const inOrder = async (visitor: Visitor): Promise<void> => {
  expect(await visitor.violations()).toEqual([]);
  expect(await visitor.overflow()).toBe(0);
  expect(visitor.errors).toEqual([]);
};
