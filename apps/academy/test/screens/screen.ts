import type { Page } from 'playwright-core';

/** One screen of the application as somebody sees it. */
export interface Screen {
  /** Name of its picture. */
  name: string;
  path: string;
  /** What is opened, folded out or pressed before it is looked at. */
  prepare?: (page: Page) => Promise<unknown>;
  /** What makes the window as it was, where `prepare` changed more than the page. */
  after?: (page: Page) => Promise<unknown>;
  /** There is no such thing on a desk. */
  phoneOnly?: boolean;
  /** What is pressed to come to the player, which speaks the account's language and has no switch of its own. */
  launch?: (page: Page) => Promise<unknown>;
}

/** Presses the first of these. */
export const open = (selector: string) => (page: Page) => page.locator(selector).first().click();
/** The line is lost. */
export const tunnel: Pick<Screen, 'prepare' | 'after'> = {
  prepare: async (page) => {
    await page.context().setOffline(true);
    await page.locator('main > div:first-child > [role=status] > *').waitFor();
  },
  after: (page) => page.context().setOffline(false),
};
/** Types into the search. */
export const look = (words: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
};
/** Opens whatever folds. */
export const foldOut = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })");

/** From a course into the player of its package, which another window may have open. */
export const play = async (page: Page): Promise<void> => {
  const here = page.locator('[data-choice=here]');
  await enterPlayer(page);
  await page.frameLocator('iframe').locator('#next').or(here).first().waitFor();
  if (await here.isVisible()) await here.click();
  await page.frameLocator('iframe').locator('#next').waitFor();
};

export const enterPlayer = async (page: Page): Promise<void> => {
  await page.locator('main ol li').nth(1).getByRole('button').click();
  await page.waitForURL(/content\.localhost/);
};
