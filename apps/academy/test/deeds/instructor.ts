import { aZip } from '@aula/content/test/a-package';
import { file } from '../journey-steps.js';
import type { Deed } from './actor.js';
import type { Own } from './cast.js';

export const instructor: Record<string, Deed<Own>> = {
  'uploads a package and reads what is wrong with it': async ({ hand, page, menu, sees }, { word }) => {
    await menu('SCORM packages');
    const zip = await aZip({ 'index.html': `<p>${word}</p>` });
    await hand.give(page.locator('input[type=file]'), file(`${word}.zip`, zip));
    await sees('The package could not be accepted');
    await page.getByRole('region', { name: 'Findings' }).getByText('imsmanifest.xml').first().waitFor();
  },

  'adds a page to a course': async ({ hand, page, menu, link, button, reads, row, shut }, { course }) => {
    await menu('Courses');
    await hand.press(link(course));
    await reads(course);
    await hand.press(button('Add a unit'));
    const dialog = page.getByRole('dialog');
    await hand.choose(dialog.getByRole('combobox', { name: 'Kind of unit' }), 'Page to read');
    await hand.type(dialog.getByRole('textbox', { name: /^Title/ }), 'The handset');
    await hand.type(dialog.getByRole('textbox', { name: /^Text/ }), 'Hold it upright.');
    await hand.press(dialog.getByRole('button', { name: 'Add the unit' }));
    await shut();
    await row('The handset').first().waitFor();
  },

  'writes a question': async ({ hand, page, menu, link, button, field, sees, reads, row }, { word }) => {
    await menu('Question banks');
    await hand.press(link('Bank of deeds'));
    await reads('Bank of deeds');
    await hand.press(button('Add a question'));
    await hand.type(field(/^Question/), `Who is ${word}?`);
    await hand.type(field('Choice 1'), 'An officer');
    await hand.type(field('Choice 2'), 'A month');
    await hand.mark(page.getByRole('radio', { name: 'Choice 1 is right' }));
    await hand.press(button('Save the question'));
    await sees('The question is in the bank.');
    await row(`Who is ${word}?`).first().waitFor();
  },

  'marks a written answer': async ({ hand, page, menu, button, field, sees, reads }, { word }) => {
    await menu('To be marked');
    await hand.press(button(/^Mark$/));
    await reads('Mark an answer');
    await hand.type(field('Hechos'), '3');
    await hand.type(field('Redacción'), '1');
    await hand.type(field('Comment'), `Clear and in order. ${word}`);
    await sees('4 of 4 points');
    const here = page.url();
    await hand.press(button('Save and next'));
    await page.waitForURL((url) => url.href !== here);
    await sees(/Mark saved|Nothing more waits for you here/);
  },

  'reads the results of an edition': async ({ hand, page, menu, link, button, reads }) => {
    await menu('Results');
    await hand.press(link('Scene, January'));
    await reads('Scene, January');
    await hand.press(link(/^Test$/));
    await reads(/^Test$/);
    await hand.press(button(/^Table/));
    await page.getByRole('table').getByRole('columnheader', { name: 'Score' }).waitFor();
  },
};
