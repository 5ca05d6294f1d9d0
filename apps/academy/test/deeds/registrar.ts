import type { Deed } from './actor.js';
import type { Own } from './cast.js';

export const registrar: Record<string, Deed<Own>> = {
  'finds a certificate and reads whether it holds': async ({ hand, menu, link, search, row, sees }, { word, toShow }) => {
    await menu('Issued certificates');
    await hand.type(search('Search certificates'), toShow);
    await row(toShow)
      .filter({ hasText: `${word} Quispe` })
      .waitFor();
    await hand.press(link('Preserving the scene'));
    await sees('Yes, it is in force.');
  },

  'reads who completed a course, with marks': async ({ hand, menu, list, row, sees }, { word }) => {
    await menu('Completions');
    await hand.choose(list('Course'), 'ESC-101');
    await hand.choose(list('Country'), 'Costa Rica');
    await sees(/^\d+ completions?$/);
    await row(`${word} Quispe`)
      .filter({ hasText: /Mark: \d+/ })
      .first()
      .waitFor();
  },

  'takes the completions along as a file': async ({ hand, menu, link, download }) => {
    await menu('Completions');
    if ((await download(() => hand.press(link('Download CSV')))) !== 'completions.csv') throw new Error('no file came');
  },

  'checks many certificates at once': async ({ hand, menu, button, field, row }, { toShow, revoked }) => {
    await menu('Check many certificates');
    await hand.type(field('Numbers or links'), `${toShow}\n${revoked}`);
    await hand.press(button(/^Check$/));
    await row(toShow).filter({ hasText: 'Nothing against them' }).waitFor();
    await row(revoked).filter({ hasText: 'Not to be relied on' }).waitFor();
  },

  'revokes a certificate for a reason': async ({ hand, page, menu, button, search, row, shut }, { toRevoke, word }) => {
    await menu('Issued certificates');
    await hand.type(search('Search certificates'), toRevoke);
    await hand.press(button(`Revoke certificate ${toRevoke}`));
    const dialog = page.getByRole('dialog');
    await hand.type(dialog.getByLabel('Reason (public)'), `Issued twice to ${word}`);
    await hand.press(dialog.getByRole('button', { name: 'Revoke' }));
    await shut();
    await row(toRevoke)
      .filter({ hasText: `reason: Issued twice to ${word}` })
      .getByText('Revoked', { exact: true })
      .waitFor();
  },
};
