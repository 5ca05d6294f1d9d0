import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Look, Visitor } from '../browser.js';
import { accounts, password, type Account } from './accounts.js';
import { inOrder, sees, stage } from './stage.js';

const theatre = stage();

/** Somebody who has never seen the academy; every click is counted, and everything else they do is typing. */
class FirstVisitor {
  clicks = 0;
  constructor(private readonly visitor: Visitor) {}

  get page(): Page {
    return this.visitor.page;
  }
  async click(target: Locator): Promise<void> {
    await target.first().click();
    this.clicks++;
  }
  /** Asks one of the questions of the first page and follows its answer. */
  async ask(question: RegExp, action: string): Promise<void> {
    await this.click(this.page.locator('summary').filter({ hasText: question }));
    await this.click(this.page.getByRole('link', { name: action }));
  }
  /** The sign-in stands in the way: address, password, Enter. */
  async signIn(account: Account): Promise<void> {
    await this.page.getByLabel('E-mail').fill(accounts[account]);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await this.page.keyboard.press('Enter');
    await this.page
      .getByRole('button', { name: /^(Cerrar sesión|Sair|Sign out|Se déconnecter)$/ })
      .first()
      .waitFor({ state: 'attached' });
    await this.page.locator('header select').selectOption('en');
  }
}

const asFirst =
  (tell: (visitor: FirstVisitor) => Promise<unknown>, look: Look = {}) =>
  async (): Promise<void> => {
    const visitor = await theatre.stranger(look);
    await visitor.go('/');
    const first = new FirstVisitor(visitor);
    await tell(first);
    expect(first.clicks).toBeLessThan(5);
    await inOrder(visitor);
    await visitor.leave();
  };

describe('a first visitor finds in less than five clicks', () => {
  it(
    'how to enroll 1,000 officers from a spreadsheet',
    asFirst(async (visitor) => {
      await visitor.ask(/1,000 officers from a spreadsheet/, 'Go to Import people');
      await visitor.signIn('training');
      await visitor.page.getByRole('heading', { level: 1, name: 'Import people' }).waitFor();
      await visitor.page.locator('input[type=file]').waitFor({ state: 'attached' });
      await visitor.click(visitor.page.locator('main summary'));
      await sees(visitor.page, /external_id, email/);
    }),
    60_000,
  );

  it(
    'where to see how far a given officer has come',
    asFirst(async (visitor) => {
      await visitor.ask(/Which units does an officer still miss/, 'Go to the editions');
      await visitor.signIn('training');
      await visitor.click(visitor.page.getByRole('link', { name: 'Cohorte de noviembre' }));
      await visitor.page.getByRole('searchbox').last().fill('Torres Peña');
      await visitor.page.getByRole('listitem').filter({ hasText: 'Daniela' }).locator('progress, [role=progressbar]').first().waitFor();
    }),
    60_000,
  );

  it(
    'why a package was refused',
    asFirst(async (visitor) => {
      await visitor.ask(/Why was my SCORM package refused/, 'Go to SCORM packages');
      await visitor.signIn('instructor');
      await visitor.click(visitor.page.getByRole('link', { name: /apuntes/ }));
      await sees(visitor.page, /not a zip|no ZIP|is no zip|ZIP/i);
    }),
    60_000,
  );

  it(
    'whether a certificate is genuine, on a phone too',
    asFirst(
      async (visitor) => {
        await visitor.click(visitor.page.getByRole('main').getByRole('link', { name: 'Check a certificate' }));
        await visitor.page.getByRole('textbox', { name: /Number or link/ }).fill(theatre.made.revoked);
        await visitor.page.keyboard.press('Enter');
        await sees(visitor.page, 'No: it was revoked.');
        await sees(visitor.page, /The signature fits/);
      },
      { width: 360 },
    ),
    60_000,
  );
});
