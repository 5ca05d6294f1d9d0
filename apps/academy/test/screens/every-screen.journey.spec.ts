import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.js';
import type { RunningAcademy } from '../running-academy.js';
import { sessionOf, type Account } from './accounts.js';
import type { LivedIn } from './lived-in.js';
import { Onlooker } from './onlooker.js';
import { withPast } from './past.js';
import { tour } from './tour.js';

/** Every screen of every role, in four languages, on a phone and on a desk, by day and by night: readable by all, nothing cut, nothing untranslated. */
describe('every screen', () => {
  let academy: RunningAcademy;
  let browser: Browser;
  let made: LivedIn;
  beforeAll(async () => {
    ({ academy, made } = await withPast());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await academy.close();
  });

  /** A pattern in AULA_SCREENS looks at the screens of these names alone, for who works on them. */
  const named = new RegExp(process.env['AULA_SCREENS'] ?? '');
  const roles: (Account | 'visitor')[] = [
    'visitor',
    'officer',
    'instructor',
    'training',
    'registrar',
    'administrator',
    'auditor',
    'reviewer',
    'coordinator',
    'programmes',
  ];
  it.each(roles)(
    'of the %s',
    async (role) => {
      const cookie = role === 'visitor' ? undefined : await sessionOf(academy, role);
      const left = tour(made)[role].filter(({ name }) => named.test(name));
      const walk = async (): Promise<string[]> => {
        const onlooker = await Onlooker.arrive(browser, academy.url, role, cookie);
        for (let screen = left.shift(); screen; screen = left.shift()) {
          await onlooker.look(screen);
          if (!screen.prepare && !screen.launch) await onlooker.stretch(screen);
        }
        await onlooker.leave();
        return onlooker.faults;
      };
      // three windows at once: one draws while another waits for the server
      expect((await Promise.all([walk(), walk(), walk()])).flat()).toEqual([]);
    },
    900_000, // a busy machine is no failure
  );
});
