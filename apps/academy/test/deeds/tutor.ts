import { expect } from '@jest/globals';
import type { Deed } from './actor.js';
import type { Own } from './cast.js';

/** An instructor of one course: follows its learners, and administers nobody. */
export const tutor: Record<string, Deed<Own>> = {
  'reads which units an officer still misses': async ({ hand, page, menu, link, search, reads, sees, row }, { word }) => {
    await menu('Editions');
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Scene/ })
        .count(),
    ).toBe(0); // another's course
    await hand.press(link('Human rights, first cohort'));
    await reads('Human rights, first cohort');
    await hand.type(search(/Search by name/), word);
    await sees(/^1 person$/);
    await hand.press(link(`Ana ${word} Quispe`));
    await reads(`Ana ${word} Quispe`);
    await row('2. Practice').filter({ hasText: 'Not attended' }).first().waitFor();
    await link('Work').waitFor();
    expect(
      await page
        .getByRole('main')
        .getByText(/^(About the person|Withdraw)$/)
        .count(),
    ).toBe(0);
  },

  'reminds those behind': async ({ hand, page, menu, link, button, list, search, reads, sees }, { word }) => {
    await menu('Editions');
    await hand.press(link('Human rights, first cohort'));
    await reads('Human rights, first cohort');
    await hand.press(link('Reminders'));
    await reads('Reminders');
    await hand.choose(list('No activity'), 'All');
    await hand.type(search(/Search by name/), word);
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === word);
    await hand.press(button('Look before sending'));
    await sees('1 person will get it');
    await hand.press(button(/^Send to/));
    await sees('The reminders are on their way.');
    await page.waitForURL(({ pathname }) => pathname.startsWith('/teach/editions/'));
  },
};
