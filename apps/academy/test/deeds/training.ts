import type { Deed } from './actor.js';
import { file } from '../journey-steps.js';
import type { Own } from './cast.js';

const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language';

export const training: Record<string, Deed<Own>> = {
  'finds a person among many': async ({ hand, page, menu, link, list, search, reads, sees }) => {
    await menu('People');
    await hand.press(page.locator('main summary').filter({ hasText: /Filters|filters? in use/ }));
    await hand.choose(list('Country'), 'Costa Rica');
    await sees(/^1 filter in use/);
    await hand.type(search(/Search by name/), 'Solano');
    await sees(/^1 person$/);
    await hand.press(link(/Solano Vega, Mauricio/));
    await reads(/Mauricio Solano Vega/);
  },

  'imports people from a spreadsheet': async ({ hand, page, menu, link, button, search, row, sees }, { word }) => {
    const lines = [1, 2].map((n) => `D-${word}-${String(n)},d${String(n)}.${word}@deeds.example,Rosa,Ibarra ${word},F,CR,CR-ANP,Agente,es`);
    await menu('Import people');
    await hand.give(page.locator('input[type=file]'), file(`${word}.csv`, [header, ...lines].join('\n')));
    await sees(/Rehearsal finished/);
    await hand.press(button('Apply the import'));
    await sees('The import has been applied');
    await hand.press(link('See the people'));
    await hand.type(search(/Search by name/), `Ibarra ${word}`);
    await sees(/^2 people/);
    await row(`Ibarra ${word}, Rosa`).first().waitFor();
  },

  'opens an edition of a course': async ({ hand, menu, link, button, field, list, reads }, { word }) => {
    await menu('Editions');
    await hand.press(link('Open an edition'));
    await reads('Open an edition');
    await hand.choose(list('Published course'), 'ESC-101');
    await hand.type(field('Title of the edition'), `Opened by ${word}`);
    await hand.press(button('Open the edition'));
    await reads(`Opened by ${word}`);
  },

  'enrolls somebody': async ({ hand, menu, link, button, search, reads, sees }, { edition }) => {
    await menu('Editions');
    await hand.type(search('Search editions'), edition);
    await hand.press(link(edition));
    await reads(edition);
    await hand.press(link('Enroll people'));
    await reads('Enroll people');
    await hand.type(search(/Search by name/), 'Daniela Torres');
    await hand.press(button('Add Daniela Torres Peña'));
    await hand.press(button('Enroll 1 person'));
    await sees('1 person enrolled');
    await hand.press(link('See who is enrolled'));
    await sees(/Torres Peña/);
  },

  'reminds those who have yet to finish': async ({ hand, menu, link, button, list, search, reads, sees }, { edition }) => {
    await menu('Editions');
    await hand.type(search('Search editions'), edition);
    await hand.press(link(edition));
    await reads(edition);
    await hand.press(link('Reminders'));
    await reads('Reminders');
    await hand.choose(list('No activity'), 'All');
    await hand.type(search('Search by name or e-mail'), '@deeds'); // and looks at once
    await hand.press(button('Look before sending'));
    await sees(/(person|people) will get it/);
    await hand.press(button(/^Send to/));
    await sees('The reminders are on their way.');
  },
};
