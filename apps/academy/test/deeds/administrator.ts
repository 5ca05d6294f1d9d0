import type { Deed } from './actor.js';
import type { Own } from './cast.js';

export const administrator: Record<string, Deed<Own>> = {
  'gives somebody a role': async ({ hand, menu, link, list, button, search, row, reads, sees }, { word }) => {
    await menu('Roles');
    await hand.type(search('Search a person'), `novice.${word}`);
    await row(/^Novice/)
      .nth(1)
      .waitFor({ state: 'detached' }); // until the list stands still
    await hand.press(link(`Novice ${word} Quispe`));
    await reads(`Novice ${word} Quispe`);
    await hand.choose(list('Role'), 'Auditor');
    await hand.press(button('Give the role'));
    await sees('The role is given and holds from now on.');
    await row('Auditor').getByRole('button', { name: 'Remove: Auditor' }).waitFor();
  },

  'has work that gave up tried again': async ({ hand, menu, row }, { job }) => {
    await menu('Jobs');
    const order = row(job);
    await hand.press(order.getByRole('button', { name: /^Retry/ }));
    await order.waitFor({ state: 'detached' });
  },

  'looks up in the audit who changed something': async ({ hand, menu, list, search, row }) => {
    await menu('Audit');
    await hand.choose(list('Kind'), 'Certificate');
    await row(/Certificate · revoked/)
      .filter({ hasText: 'Beatriz Nogueira' })
      .first()
      .waitFor();
    await hand.type(search('Id of the subject'), 'nobody');
    await row(/Certificate · revoked/)
      .first()
      .waitFor({ state: 'detached' });
  },

  'makes a token for a program, and ends it': async ({ hand, page, menu, button, field, row, sees, shut }, { word }) => {
    await menu(/My account$/);
    await hand.type(field('Name of the token'), `Script ${word}`);
    await hand.press(button('Create the token'));
    await sees('Copy the token now: it is not shown again');
    await hand.press(button(`Remove Script ${word}`));
    await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Remove' }));
    await shut();
    await row(`Script ${word}`).waitFor({ state: 'detached' });
  },

  'sets where people ask for help': async ({ hand, page, menu, button, field, sees }, { word }) => {
    const email = `help.${word.toLowerCase()}@aula.example`;
    await menu('Settings');
    await hand.type(field('E-mail'), email);
    await hand.press(button('Save: Contact for help'));
    await sees('Saved. It holds in the whole academy.');
    await page.getByRole('contentinfo').getByRole('link', { name: email }).waitFor();
  },
};
