import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { Visitor } from '../browser.js';
import { type Hand, seen } from './hand.js';
import { Keyboard } from './keyboard.js';
import { Mouse } from './mouse.js';

/** The four ways in which everything is done; each has people and things of its own, told by the word. */
export const ways = [
  { name: '360 px, mouse', width: 360, hand: Mouse, word: 'Abril' },
  { name: '360 px, keyboard', width: 360, hand: Keyboard, word: 'Bravo' },
  { name: '1280 px, mouse', width: 1280, hand: Mouse, word: 'Castro' },
  { name: '1280 px, keyboard', width: 1280, hand: Keyboard, word: 'Duarte' },
] as const;
export type Way = (typeof ways)[number];

type Name = string | RegExp;

/** Somebody in a window of their own who does things with one hand, and looks at what comes of them. */
export class Actor {
  private constructor(
    private readonly visitor: Visitor,
    readonly hand: Hand,
  ) {}

  /** `cookie`: of a session; without one it is a visitor. The first page is `address`, in English. */
  static async enter(browser: Browser, url: string, way: Way, address: string, cookie?: string): Promise<Actor> {
    const visitor = await Visitor.arrive(browser, url, { width: way.width });
    const { page } = visitor;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    if (cookie) {
      const [name, value] = cookie.split('=') as [string, string];
      await page.context().addCookies([{ name, value, url }]);
    }
    page.on('filechooser', () => undefined); // from here on no dialog of the system comes, whose opening nobody would see
    await visitor.go(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('header select').selectOption('en', { force: true });
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
    return new Actor(visitor, new way.hand(page));
  }

  get page(): Page {
    return this.visitor.page;
  }
  readonly go = (address: string): Promise<unknown> => this.visitor.go(address);
  readonly leave = (): Promise<void> => this.visitor.leave();
  readonly picture = (name: string): Promise<void> => this.visitor.picture(name);

  readonly button = (name: Name): Locator => this.page.getByRole('button', { name });
  readonly link = (name: Name): Locator => this.page.getByRole('main').getByRole('link', { name });
  readonly field = (name: Name): Locator => this.page.getByRole('textbox', { name });
  readonly search = (name: Name): Locator => this.page.getByRole('searchbox', { name });
  readonly list = (name: Name): Locator => this.page.getByRole('main').getByRole('combobox', { name });
  readonly row = (text: Name): Locator => this.page.getByRole('main').getByRole('listitem').filter({ hasText: text });

  /** Follows the menu to a page; on a phone it is behind a button. */
  readonly menu = async (name: Name): Promise<void> => {
    const burger = this.page.getByRole('button', { name: 'Menu', exact: true });
    const phone = await burger.isVisible();
    if (phone) await this.hand.press(burger);
    const entry = (phone ? this.page.getByRole('dialog') : this.page.locator('aside')).getByRole('link', { name, exact: true });
    const address = (await seen(entry).getAttribute('href'))!;
    const stays = new URL(this.page.url()).pathname === address;
    await this.hand.press(entry);
    await this.page.waitForURL((url) => url.pathname === address);
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    if (!stays) await this.focusIs(/^h1 /);
  };

  /** Waits until the text is there to be read. */
  readonly sees = (text: Name): Promise<void> => seen(this.page.getByText(text)).waitFor();
  /** Waits until a page has this heading. */
  readonly reads = (heading: Name): Promise<void> => this.page.getByRole('heading', { level: 1, name: heading }).waitFor();

  /** Does what ends in a file for this device; returns its name. */
  readonly download = async (act: () => Promise<void>): Promise<string> => {
    const [file] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return file.suggestedFilename();
  };

  /** Waits until the window in front is shut; the focus is back on the page then, not nowhere. */
  readonly shut = async (): Promise<void> => {
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await this.focusIs(/^(?!nothing)/);
  };

  /** The focus comes to rest on what these words tell of. */
  private async focusIs(words: RegExp): Promise<void> {
    let focus = '';
    for (let tries = 0; tries < 200; tries++) {
      focus = await this.hand.focus();
      if (words.test(focus)) return;
      await this.page.waitForTimeout(25);
    }
    expect(focus).toMatch(words);
  }

  /** No script failed meanwhile. */
  readonly inOrder = (): void => {
    expect(this.visitor.errors).toEqual([]);
  };
}

/** One of the things that people do. */
export type Deed<Made> = (actor: Actor, made: Made) => Promise<unknown>;
