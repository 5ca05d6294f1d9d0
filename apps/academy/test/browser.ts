import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export { openBrowser, openWholeBrowser } from '../../../scripts/browser/chromium.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Look {
  width?: number;
  locale?: string;
}

/** A person with a browser of their own: own cookies, own size, own language. Errors of the page fail the test. */
export class Visitor {
  /** Who arrived last: for a picture when a step fails. */
  static last: Visitor | undefined;
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async arrive(browser: Browser, url: string, { width = 1280, locale = 'en-US' }: Look = {}): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale, timezoneId: 'America/Lima' });
    context.setDefaultTimeout(20_000);
    const visitor = new Visitor(await context.newPage(), context, url);
    Visitor.last = visitor;
    visitor.page.on('pageerror', (error) => visitor.errors.push(error.message));
    return visitor;
  }

  /** Opens an address of the academy. */
  readonly go = (address: string): Promise<unknown> => this.page.goto(new URL(address, this.url).href);

  async signIn(email: string, password: string): Promise<void> {
    await this.go('/learning');
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { level: 1, name: /Hola|Olá|Hello|Bonjour/ }).waitFor();
    const language = this.page.locator('header select');
    if (await language.isVisible()) await language.selectOption('en');
    await this.page.getByRole('heading', { level: 1, name: 'Hello' }).waitFor();
  }

  /** What axe-core finds on the page as it stands: `rule: first element`. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    return this.page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + (nodes[0]?.html ?? '')))`,
    );
  }

  /** Widest element beyond the window's right edge, in pixels; 0 when nothing has to be scrolled sideways. */
  overflow(): Promise<number> {
    return this.page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
  }

  /** Keeps a picture of the page in the test's output. */
  async picture(name: string): Promise<void> {
    const folder = path.join(root, 'test-output/screens');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
