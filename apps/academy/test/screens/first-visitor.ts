import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Look, Visitor } from '../browser.js';
import { accounts, password, type Account } from './accounts.js';
import { failedPicture, inOrder, type Theatre } from './stage.js';

/**
 * Somebody who has never seen the academy: every click is counted, and everything else they do is typing. They read Spanish, as their
 * account does, so that nobody has to choose a language.
 */
export class FirstVisitor {
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
    await this.page.getByLabel('Correo electrónico').fill(accounts[account]);
    await this.page.getByRole('textbox', { name: 'Contraseña' }).fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL(({ pathname }) => pathname !== '/');
  }
  /** Looks for somebody in the list of this page. */
  async search(words: string): Promise<void> {
    await this.page.getByRole('main').getByRole('searchbox', { name: 'Buscar por nombre o correo' }).fill(words);
  }
}

/** What is told starts at the first page and needs less than five clicks. */
export const inFewClicks =
  (theatre: Theatre, tell: (visitor: FirstVisitor) => Promise<unknown>, look: Look = {}) =>
  async (): Promise<void> => {
    const visitor = await theatre.stranger({ locale: 'es-CR', ...look });
    await visitor.go('/');
    const first = new FirstVisitor(visitor);
    try {
      await tell(first);
      expect(first.clicks).toBeLessThan(5);
      await inOrder(visitor);
    } catch (error) {
      await visitor.picture(failedPicture());
      throw error;
    }
    await visitor.leave();
  };
