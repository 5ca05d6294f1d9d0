import type { Locator } from 'playwright-core';
import type { Actor, Deed } from './actor.js';
import type { Own } from './cast.js';

export const officer: Record<string, Deed<Own>> = {
  'continues a lesson where it was left': async ({ hand, page, menu, link, button, reads }) => {
    await menu('My courses');
    await hand.press(link(/^(Open|Continue): Human rights/));
    await reads(/^Human rights/);
    await hand.press(button(/^Continue: Lesson/));
    const lesson = page.frameLocator('iframe').first();
    await lesson.getByText(/^Page 2 of/).waitFor();
    await hand.press(lesson.locator('#next'));
    await lesson.getByText(/^Page 3 of/).waitFor();
    await hand.press(page.locator('[data-nav=exit]'));
    await reads(/^Human rights/);
    await button(/^Continue: Lesson/).waitFor();
  },

  'sits a test and reads the result': async (actor) => {
    const { hand, menu, link, button, sees, reads } = actor;
    await menu('My courses');
    await hand.press(link('Open: Preserving the scene'));
    await reads('Preserving the scene');
    await hand.press(link('Open: Test'));
    await hand.press(button(/^Start$/));
    for (const number of [1, 2, 3, 4, 5]) {
      await sees(`Question ${String(number)} of 5`);
      await answer(actor);
      await hand.press(button(number < 5 ? /^Next$/ : /^Finish$/));
    }
    await sees('All 5 questions are answered.');
    await hand.press(button('Hand in'));
    await sees(/^5 of 5 points/);
    await sees('Passed');
  },

  'shows a certificate to somebody': async ({ hand, page, menu, link, button, sees }, { toShow }) => {
    await menu('My certificates');
    await hand.press(button('Copy the link'));
    await sees('Copied');
    if (!(await page.evaluate<string>('navigator.clipboard.readText()')).includes('/v/')) throw new Error('no address was copied');
    const ownPage = link('See the public page').and(page.locator(`[href$="${toShow}"]`));
    await hand.press(ownPage);
    await sees('Yes, it is in force.');
  },

  'looks at what is due, and takes it into a calendar': async ({ hand, menu, button, link, sees, download }) => {
    await menu('Calendar');
    const add = link('To my calendar: Closes: Preserving the scene');
    if ((await download(() => hand.press(add))) !== 'aula.ics') throw new Error('no calendar file came');
    await hand.press(button('Month'));
    const dated = button(/: (one date|\d+ dates)$/);
    await button('Month after').waitFor();
    for (let months = 0; months < 3 && (await dated.count()) === 0; months++) await hand.press(button('Month after'));
    await hand.press(dated);
    await hand.press(button('Show the whole month'));
    await hand.press(button('List'));
    await sees('Closes: Preserving the scene');
  },

  'searches for a course and reads about it': async ({ hand, page, sees, reads }) => {
    const bring = page.getByRole('button', { name: 'Search', exact: true });
    if (await bring.isVisible()) await hand.press(bring);
    await hand.take(page.getByRole('combobox', { name: 'Search' }), 'human ri', page.getByRole('option', { name: /Human rights/ }));
    await reads('Human rights');
    await sees('How to take part');
  },
};

/** Whatever the question is, the right answer: the order of questions is drawn. */
const answer = async ({ hand, page, field, sees }: Actor): Promise<void> => {
  const question = page.locator('section[aria-labelledby^=number-]');
  const choices: Locator[] = [question.getByRole('radio', { name: 'True' }), question.getByRole('radio', { name: 'a written report.' })];
  for (const right of choices) if (await right.isVisible()) return hand.mark(right);
  if ((await question.getByRole('checkbox').count()) > 0) {
    for (const right of ['a cordon', 'a list of who enters']) await hand.mark(question.getByRole('checkbox', { name: right }));
    return;
  }
  const number = field(/minutes/);
  await ((await number.isVisible()) ? hand.type(number, '60') : hand.type(field(/evidence/), 'chain of custody'));
  await sees(/^Saved$/);
};
