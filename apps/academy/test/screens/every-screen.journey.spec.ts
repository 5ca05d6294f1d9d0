import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.js';
import { RunningAcademy } from '../running-academy.js';
import { liveIn, sessionOf, type Account, type LivedIn } from './lived-in.js';
import { Onlooker } from './onlooker.js';
import { tour } from './tour.js';

/** Every screen of every role, in four languages, on a phone and on a desk: readable by all, nothing cut, nothing untranslated. */
describe('every screen', () => {
  let academy: RunningAcademy;
  let browser: Browser;
  let made: LivedIn;
  beforeAll(async () => {
    academy = await RunningAcademy.start();
    browser = await openBrowser();
    made = await liveIn(academy);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await academy.close();
  });

  const roles: (Account | 'visitor')[] = ['visitor', 'officer', 'instructor', 'training', 'registrar', 'administrator', 'auditor'];
  it.each(roles)(
    'of the %s',
    async (role) => {
      const cookie = role === 'visitor' ? undefined : await sessionOf(academy, role);
      const screens = tour(made)[role];
      // two windows at once: one draws while the other waits
      const walk = async (start: number): Promise<string[]> => {
        const onlooker = await Onlooker.arrive(browser, academy.url, role, cookie);
        for (const screen of screens.filter((_, at) => at % 2 === start)) await onlooker.look(screen);
        await onlooker.leave();
        return onlooker.faults;
      };
      expect((await Promise.all([walk(0), walk(1)])).flat()).toEqual([]);
    },
    120_000,
  );
});
