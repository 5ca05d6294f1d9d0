import { afterAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../../scripts/browser/chromium.ts';

export { freePort } from '../../../scripts/cohort/free-port.ts';

/** A real Chromium for the tests of a file, closed by itself. */
export const aBrowser = async (): Promise<Browser> => {
  const browser = await openBrowser();
  afterAll(() => browser.close());
  return browser;
};
