import { describe, it } from '@jest/globals';
import { press, write } from '../journey-steps.js';
import { until } from '../running-academy.js';
import { inOrder, sees, stage } from './stage.js';

const theatre = stage();

describe('an essay', () => {
  const unit = (): string => `/learning/${theatre.made.marking.unsat}/units/${theatre.made.marking.unitId}`;
  let attempt = '';

  it('is written on a phone, saved as it is written, and handed in to be marked', async () => {
    const learner = await theatre.person('training', { width: 360 });
    const { page, go } = learner;
    await go(unit());
    await press(page, 'Start');
    await page.getByRole('radio', { name: 'True' }).check();
    await press(page, 'Next');
    await sees(page, 'Your report');
    await sees(page, 'It is marked by:');
    await write(page, /Describe what you did on arrival/, 'I kept everyone out.\n\nThen I called for help.');
    await sees(page, '9 of 200 words');
    await page.getByText('Saved', { exact: true }).waitFor();
    await inOrder(learner);
    await press(page, 'Finish');
    await press(page, 'Hand in');
    await sees(page, 'A person reads your written answers');
    await inOrder(learner);
    attempt = new URL(page.url()).pathname;
    await learner.leave();
  });

  it('is marked by keyboard, one after the other and without a name, until nothing waits', async () => {
    const marker = await theatre.person('instructor');
    const { page, go } = marker;
    await go('/teach/marking');
    const group = page.getByRole('listitem').filter({ hasText: 'Informes, primera cohorte' });
    await group.getByText('3 waiting').first().waitFor();
    await inOrder(marker);
    await group.getByRole('button', { name: 'Mark' }).first().click();
    for (const round of [1, 2, 3]) {
      await page.getByRole('heading', { name: 'Your mark' }).waitFor();
      if (round === 2) await sees(page, 'Mark saved');
      await page.keyboard.press('Alt+3');
      await page.keyboard.press('Alt+1');
      await sees(page, /^4 /);
      await write(page, 'Comment', `Round ${String(round)}: clear and in order.`);
      if (round === 1) await inOrder(marker);
      const here = page.url();
      await page.keyboard.press('Control+Enter');
      await page.waitForURL((url) => url.href !== here);
    }
    await sees(page, 'Nothing more waits for you here.');
    await marker.leave();
  });

  it('comes back with its points and the marker’s words', async () => {
    const learner = await theatre.person('training', { width: 360 });
    const { page, go } = learner;
    await until('the mark has become a grade', 90_000, async () => {
      await go(attempt);
      await page
        .getByRole('heading', { name: /Result|Being marked/ })
        .first()
        .waitFor();
      return (await page.getByText('A person reads your written answers').count()) === 0;
    });
    await sees(page, 'Comment of the marker');
    await sees(page, /clear and in order/);
    await sees(page, /Hechos · 3 of 3 points/);
    await inOrder(learner);
    await learner.leave();
  }, 120_000);
});
