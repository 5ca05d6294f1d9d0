import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { languages, type Language } from '@aula/contracts';
import type { Screen } from './screen.js';

const spanish = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../web/src/locales/es.json'), 'utf8')) as object;
const folder = path.resolve(import.meta.dirname, '../../../../test-output/screens');
const tags: Record<Language, string> = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' };
const windows = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } } as const;
type Size = keyof typeof windows;
/** When a screen is seen in the dark: at its beginning, or at its end. */
type Darkness = 'first' | 'last';
const lastLanguage = languages.at(-1);
/** So high a window may become for a picture: of a long list the rest looks like its beginning, and costs like it. */
const highest: Record<Size, number> = { phone: 4_000, desktop: 1_600 };

/**
 * What axe-core is asked for: all of it once, in the dark what depends on the light, and in the other languages what depends on the words.
 * `AULA_AXE=all`: all of it in the dark and in every language.
 */
const everything = {};
const ofWords = {
  runOnly: [
    ...['aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-progressbar-name', 'aria-toggle-field-name'],
    ...['aria-treeitem-name', 'button-name', 'document-title', 'empty-heading', 'empty-table-header', 'frame-title', 'html-has-lang'],
    ...['html-lang-valid', 'image-alt', 'input-button-name', 'label', 'label-title-only', 'landmark-unique', 'link-name', 'select-name'],
    ...['summary-name', 'svg-img-alt', 'table-duplicate-name', 'valid-lang'],
  ],
};

const ofLight = { runOnly: ['color-contrast', 'link-in-text-block'] };
const [wordy, lit] = process.env['AULA_AXE'] === 'all' ? [everything, everything] : [ofWords, ofLight];

/** What a thumb meets (WCAG 2.2, 2.5.8): no part of axe's own choice, and the same in every language. */
const thumbs = { runOnly: ['target-size'] };

/** What nobody should ever read: keys of texts, holes in them, values that are none, and the ids of rows but in an address. */
const unreadable = [
  new RegExp(`\\b(${Object.keys(spanish).join('|')})\\.[a-z][A-Za-z]*(\\.[a-z][\\w-]*)*\\b`),
  /\{\{|\}\}/,
  /\b(undefined|null|NaN|Invalid Date)\b|\[object /,
  /(?<!\/)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/,
];

/** Words on the page and in its attributes; what is marked as code is for experts and may name anything. */
const words = `(() => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll('code, pre, script, style, option').forEach((each) => each.remove());
  const attributes = [...copy.querySelectorAll('*')].flatMap((each) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name) ?? ''));
  return [document.title, copy.textContent, ...attributes].join(' ¶ ');
})()`;

/** Walks through screens with one browser window and notes what is wrong with each. */
export class Onlooker {
  readonly faults: string[] = [];
  private under = 0;
  private quietSince = 0;
  private place = '';
  private height: number = windows.phone.height;
  private size: Size = 'phone';
  /** The light stays from one screen to the next, since changing it draws everything anew. */
  private lit: 'dark' | 'light' = 'light';

  private constructor(
    private readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
    private readonly role: string,
  ) {}

  /** `cookie`: of a session; without one the onlooker is a visitor. */
  static async arrive(browser: Browser, url: string, role: string, cookie?: string): Promise<Onlooker> {
    mkdirSync(folder, { recursive: true });
    const context = await browser.newContext({
      viewport: windows.phone,
      locale: 'es',
      timezoneId: 'America/Lima',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(10_000);
    if (cookie) {
      const [name, value] = cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, url }]);
    }
    const onlooker = new Onlooker(await context.newPage(), context, url, role);
    onlooker.listen();
    return onlooker;
  }

  leave = (): Promise<void> => this.context.close();

  /** Opens the screen, and looks at it in every language at both widths. */
  async look({ name, path: address, prepare, launch, phoneOnly, after }: Screen): Promise<void> {
    this.place = `${this.role}/${name}`;
    try {
      await this.resize('phone', windows.phone.height);
      await this.open(address);
      await prepare?.(this.page);
      // dark first on the phone, or dark last at the desk: both widths are seen in both lights as the tour goes on
      const dark = this.lit === 'dark' ? 'first' : 'last';
      for (const language of languages) {
        await this.speak(language);
        await launch?.(this.page);
        await this.lookIn(language, name, { dark, sizes: phoneOnly ? ['phone'] : this.sizesFor(language, dark) });
        if (launch) await this.open(address);
      }
      await after?.(this.page);
    } catch (error) {
      this.faults.push(`${this.place}: ${(error as Error).message.split('\n', 2).join(' ')}`);
    }
  }

  /** Both widths, the present one first: to draw a page anew costs more than to take its picture. */
  private sizesFor(language: Language, dark: Darkness): readonly Size[] {
    const toTheDesk = this.size === 'phone' || (dark === 'last' && language === lastLanguage);
    return toTheDesk ? ['phone', 'desktop'] : ['desktop', 'phone'];
  }

  private async resize(size: Size, height = size === this.size ? this.height : windows[size].height): Promise<void> {
    if (size === this.size && height === this.height) return;
    await this.page.setViewportSize({ width: windows[size].width, height });
    [this.size, this.height] = [size, height];
  }

  /** The window is made as high as the page: a picture of more than the window draws the page twice anew. */
  private async keep(picture: string): Promise<void> {
    const whole = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    await this.resize(this.size, Math.min(highest[this.size], Math.max(windows[this.size].height, whole)));
    await this.page.screenshot({ path: picture, type: 'jpeg', quality: 70, caret: 'initial' });
  }

  private async open(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.url).href);
    await this.rest();
    await this.page.locator('h1').first().waitFor();
  }

  private async speak(language: Language): Promise<void> {
    await this.page.locator('header select').selectOption(language, { force: true });
    await this.page.locator(`html[lang="${tags[language]}"]`).waitFor({ state: 'attached' });
  }

  private async lookIn(language: Language, name: string, { dark, sizes }: { dark: Darkness; sizes: readonly Size[] }): Promise<void> {
    await this.rest();
    const [first, last] = [language === languages[0], language === lastLanguage];
    for (const size of sizes) {
      this.place = `${this.role}/${name} ${language} ${size}`;
      await this.resize(size);
      const picture = path.join(folder, `${this.role}-${name}.${language}.${size}.jpg`);
      if (this.lit === 'dark') await this.inTheDark(picture);
      await this.light('light');
      await this.keep(picture);
      await this.read();
      if (first && size === 'phone') await this.judge(thumbs);
      if (first && size === (dark === 'last' ? sizes[0] : sizes.at(-1))) await this.judge(everything);
      // what differs between a phone and a desk is the same in every language
      if (!first && size === 'phone') await this.judge(wordy);
      if (last && dark === 'last' && size === sizes.at(-1)) {
        await this.light('dark');
        await this.inTheDark(picture);
      }
    }
  }

  /** Nothing leaves the window, and everything that stands there is a text. */
  private async read(): Promise<void> {
    const overflow = await this.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (overflow > 0) this.faults.push(`${this.place}: ${String(overflow)} px wider than the window`);
    const text = await this.page.evaluate<string>(words);
    for (const pattern of unreadable) {
      const found = pattern.exec(text);
      if (found) this.faults.push(`${this.place}: "${text.slice(Math.max(0, found.index - 30), found.index + 60)}"`);
    }
  }

  private async judge(rules: object): Promise<void> {
    if (!(await this.page.evaluate('Boolean(window.axe)'))) await this.page.evaluate(axe.source);
    const violations = await this.page.evaluate<string[]>(
      `axe.run({ resultTypes: ['violations'], iframes: false, ...${JSON.stringify(rules)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
    );
    this.faults.push(...violations.map((each) => `${this.place}: ${each}`));
  }

  /** Makes every text of the screen that it stands before longer by two fifths: nothing leaves the window of a phone. */
  async stretch({ name }: Screen): Promise<void> {
    this.place = `${this.role}/${name} stretched`;
    await this.resize('phone');
    await this.page.evaluate(`localStorage.setItem('aula.pseudo', '1')`);
    await this.speak(languages[0]);
    await this.page.getByText('⟦').first().waitFor();
    const overflow = await this.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (overflow > 0) {
      this.faults.push(`${this.place}: ${String(overflow)} px wider than the window`);
      await this.keep(path.join(folder, `${this.role}-${name}.stretched.jpg`));
    }
    await this.page.evaluate(`localStorage.removeItem('aula.pseudo')`);
  }

  private async inTheDark(picture: string): Promise<void> {
    const { place } = this;
    this.place = `${place} in the dark`;
    await this.keep(picture.replace('.jpg', '.dark.jpg'));
    await this.judge(lit);
    this.place = place;
  }

  /** Makes it day or night on the device, and waits until the page has followed and is drawn so. */
  private async light(colorScheme: 'dark' | 'light'): Promise<void> {
    if (this.lit === colorScheme) return;
    await this.page.emulateMedia({ colorScheme });
    this.lit = colorScheme;
    const followed = [`[data-mantine-color-scheme="${colorScheme}"]`, ':not([data-mantine-color-scheme])']; // the player has no such mark
    await this.page.locator(followed.map((each) => `html${each}`).join(', ')).waitFor({ state: 'attached' });
    await this.page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  }

  private listen(): void {
    this.page.on('pageerror', (error) => this.faults.push(`${this.place}: ${error.message}`));
    this.page.on('console', (message) => {
      // the browser itself notes each refused request; refusals are what some of these screens are about
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.faults.push(`${this.place}: ${message.text()}`);
    });
    const ended = (): void => {
      this.under--;
      this.quietSince = Date.now();
    };
    this.page.on('request', () => this.under++);
    this.page.on('requestfinished', ended);
    this.page.on('requestfailed', ended);
  }

  /** Waits until nothing is asked of the server any more, and what came is drawn. */
  private async rest(): Promise<void> {
    const end = Date.now() + 10_000;
    while ((this.under > 0 || Date.now() - this.quietSince < 60) && Date.now() < end) await this.page.waitForTimeout(20);
  }
}
