import { describe, expect, it } from '@jest/globals';
import { press } from '../journey-steps.js';
import { inOrder, sees, stage } from './stage.js';

const theatre = stage();
const { story, person } = theatre;
const reason = 'The phone lost the course on the train';

describe('an instructor', () => {
  it(
    'reads on a phone what happened to an attempt, and gives back what was set aside; the learner is told',
    story(
      'instructor',
      async (visitor) => {
        const { page, go } = visitor;
        await go('/teach/editions');
        await page.getByRole('link', { name: /^DH-101 · 2026/ }).click();
        await page.getByRole('link', { name: 'Learners’ work' }).click();
        await page.locator('a[href*="/teach/attempts/"]').first().waitFor(); // a year of others stands before this one
        await go(`/teach/attempts/${theatre.made.studied.attemptId}`);
        await sees(page, 'Another device or tab took the attempt over while it was open.');
        await sees(page, 'Set aside: the attempt went on elsewhere');
        await sees(page, 'The value does not have the form that SCORM asks of it. (SCORM error 405)');
        await visitor.picture('support-timeline');
        await page.getByLabel('Show').selectOption('answers');
        await sees(page, 'Question 1, answer: b');
        await page.evaluate('window.print = () => { window.printed = true }');
        await press(page, 'Print');
        await page.waitForFunction('window.printed');
        await page.emulateMedia({ media: 'print' });
        expect(await page.getByLabel('Show').isVisible()).toBe(false);
        await visitor.picture('support-paper');
        await page.emulateMedia({ media: null });

        await page
          .getByRole('link', { name: /^See what would change/ })
          .first()
          .click();
        await sees(page, 'What was completed or passed, the best score and the time are never taken away.');
        await sees(page, 'Question 2, answer');
        await page.getByLabel('Reason').fill(reason);
        await visitor.picture('support-give-back');
        await inOrder(visitor);
        await press(page, 'Give this state back');
        await sees(page, 'An earlier state was given back.');
        await sees(page, `Reason: ${reason}`);
        await sees(page, 'Done by: Elena Márquez Ruiz');
        await sees(page, 'Before a state was given back');

        const learner = await person('training', { width: 360 });
        await learner.go(`/learning/${theatre.made.studied.enrollmentId}`);
        await learner.page.locator('main ol li').nth(1).getByRole('button').click();
        await learner.page.waitForURL(/content\.localhost/);
        await learner.page.getByRole('dialog').getByText(reason).waitFor();
        await learner.picture('support-told');
        await learner.page.locator('[data-choice=on]').click();
        await learner.page.frameLocator('iframe').locator('#next').waitFor();
        await learner.leave();
      },
      { width: 360 },
    ),
    60_000,
  );
});
