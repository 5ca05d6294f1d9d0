import type { Deed } from './actor.js';
import type { Own } from './cast.js';
import { password } from './world.js';

export const visitor: Record<string, Deed<Own>> = {
  'finds a course among those of the network': async ({ hand, go, link, list, reads, sees }) => {
    await go('/');
    await hand.press(link('See the course catalogue'));
    await reads('Catalogue');
    await hand.choose(list('When'), 'Running now');
    await hand.choose(list('Length'), 'Under 6 hours');
    await sees('Clear the filters');
    await hand.press(link('Preserving the scene'));
    await reads('Preserving the scene');
    await sees('How to take part');
  },

  'checks whether a certificate is genuine': async ({ hand, page, go, link, button, field, reads, sees }, { revoked }) => {
    await go('/');
    await hand.press(link('Check a certificate').and(page.locator('[href="/v"]')));
    await reads('Check a certificate');
    await hand.type(field(/Number or link/), revoked);
    await hand.press(button(/^Check$/));
    await sees('No: it was revoked.');
    await sees(/^The signature fits/);
  },

  'reads the numbers of the network': async ({ hand, page, go, link, button, reads }) => {
    await go('/');
    await hand.press(link('The network in numbers'));
    await reads('The network in numbers');
    await hand.press(button(/^Table.*Month by month/));
    await page.getByRole('table').getByRole('columnheader', { name: 'Month' }).waitFor();
  },

  'signs in': async ({ hand, page, go, button, field, reads }, { email }) => {
    await go('/');
    await hand.type(field('E-mail'), email);
    await hand.type(field('Password'), password);
    await hand.press(button(/^Sign in$/));
    await reads('Hello, Ana');
    await page.context().clearCookies();
  },

  'asks for a new password, in Portuguese': async ({ hand, page, go, link, button, field, reads, sees }, { email }) => {
    await go('/');
    await hand.choose(page.getByRole('banner').getByRole('combobox'), 'Português');
    await hand.press(link('Esqueci minha senha'));
    await reads('Recuperar o acesso');
    await hand.type(field('E-mail'), email);
    await hand.press(button('Enviar o link'));
    await sees(new RegExp(`Se ${email} tiver uma conta`));
  },
};
