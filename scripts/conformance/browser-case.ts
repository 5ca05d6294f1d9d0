import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { deedsAfter, type Act, type AdlCase, type Deed } from './adl-cases.ts';

/** One line of the stand-in for ADL's applet. */
interface Line {
  k: string;
  i?: number;
  r?: string;
  [more: string]: unknown;
}

const patience = 20_000;

/** A case in a real browser: a scripted learner before the player, and what the test pages say about it. */
export class BrowserCase {
  private readonly lines: Line[] = [];
  private page!: Page;

  private readonly context: BrowserContext;
  private readonly adlCase: AdlCase;
  private readonly launch: () => Promise<string>;

  constructor(context: BrowserContext, adlCase: AdlCase, launch: () => Promise<string>) {
    this.context = context;
    this.adlCase = adlCase;
    this.launch = launch;
  }

  /** Plays the case to its last delivery. Returns what was not as expected, in words; nothing when it passes. */
  async play(): Promise<string[]> {
    const { acts, meta } = this.adlCase;
    await this.open();
    if (meta.start !== '.') await this.startWith(meta.start);
    for (const [at, act] of acts.entries()) {
      const place = `delivery ${at + 1} of ${acts.length} (activity ${act.act})`;
      if (!(await this.until(() => this.isPlayed(at, act))))
        return [...this.faults(), `${place}: ${this.callsIn(at)} of ${act.cmds.length} calls made; ${await this.seen()}`];
      if (at === acts.length - 1) break;
      for (const deed of deedsAfter(act, await this.rootTitle())) {
        if (!(await this.does(deed))) return [...this.faults(), `${place}: cannot ${JSON.stringify(deed)}`];
      }
    }
    await sleep(300);
    return this.faults();
  }

  /** What the learner has before them. */
  private async seen(): Promise<string> {
    const words = await this.page
      .locator('body')
      .innerText()
      .catch(() => '');
    return `${new URL(this.page.url()).pathname} shows: ${words.replaceAll(/\s+/g, ' ').slice(0, 300)}`;
  }

  private faults(): string[] {
    const wrong = this.lines.filter(({ k, r }) => ['launch', 'cmd', 'ui'].includes(k) && r !== 'pass' && r !== 'soft');
    return wrong.filter(({ key }) => key !== 'click.button').map((line) => JSON.stringify({ ...line, t: undefined }).slice(0, 300));
  }

  /** The delivery was launched, its commands have run, and its instruction, if any, is there to be read. */
  private isPlayed(at: number, { cmds, cui }: Act): boolean {
    const own = this.lines.filter(({ i }) => i === at);
    if (this.lines.some(({ k, r, i }) => k === 'launch' && r === 'fail' && i === at)) return true;
    const ran = own.filter(({ k }) => k === 'cmd').length >= cmds.length;
    const instructed = cui === '' || own.some(({ k }) => k === 'instruct') || (ran && this.quietFor(1_500));
    return own.some(({ k }) => k === 'launch') && ran && instructed;
  }

  private callsIn(at: number): number {
    return this.lines.filter(({ i, k }) => i === at && k === 'cmd').length;
  }

  private quietFor(ms: number): boolean {
    return Date.now() - Number(this.lines.at(-1)?.['t'] ?? 0) > ms;
  }

  private async open(): Promise<void> {
    this.page = await this.context.newPage();
    this.page.on('console', (message) => this.hear(message));
    this.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await this.page.goto(await this.launch());
  }

  private hear(message: ConsoleMessage): void {
    const text = message.text();
    if (text.startsWith('ADLCTS ')) this.lines.push(JSON.parse(text.slice('ADLCTS '.length)) as Line);
  }

  /** The learner chooses where to start, unless the course has started there by itself. */
  private async startWith(title: string): Promise<void> {
    await this.page.waitForSelector('[data-activity]:visible', { timeout: patience });
    const current = await this.page.locator('[data-activity][aria-current] .name').allTextContents();
    if (!current.includes(title)) await this.choose(title);
  }

  private async does(deed: Deed): Promise<boolean> {
    switch (deed.do) {
      case 'press':
        return this.press(`[data-nav="${deed.control}"]`);
      case 'choose':
        return this.choose(deed.title);
      case 'relaunch':
        await sleep(500); // a course that ends leaves by itself
        await this.page.close();
        await this.open();
        return true;
      case 'nothing':
        return true;
    }
  }

  private choose(title: string): Promise<boolean> {
    return this.press(`[data-activity]:has(.name:text-is(${JSON.stringify(title.trim())}))`);
  }

  private async press(selector: string): Promise<boolean> {
    const control = this.page.locator(`${selector}[aria-disabled="false"]`).first();
    try {
      await control.click({ timeout: 5_000 });
      return true;
    } catch {
      return false;
    }
  }

  private async rootTitle(): Promise<string> {
    return (
      (await this.page
        .locator('[data-activity] .name')
        .first()
        .textContent({ timeout: 1_000 })
        .catch(() => null)) ?? ''
    );
  }

  private async until(condition: () => boolean): Promise<boolean> {
    for (let waited = 0; waited < patience; waited += 50) {
      if (condition()) return true;
      await sleep(50);
    }
    return false;
  }
}
