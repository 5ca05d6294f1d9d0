import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { until } from '../running-academy.ts';
import type { Word, Work } from './driver.ts';
import type { Ledger, Visit } from './ledger.ts';

const patience = 12_000;

/** A window of the player in one browser, with the content that is driven in it. */
export class Window {
  /** The last time that the player was loaded here. */
  visit: Visit;
  private page!: Page;
  /** Parts that opened in this visit. */
  private parts: string[] = [];
  private asked = 0;

  private constructor(
    readonly context: BrowserContext,
    private readonly ledger: Ledger,
    private readonly launch: () => Promise<string>,
  ) {
    this.visit = ledger.visit(context);
  }

  /** Opens the unit. A take-over is confirmed; what the line or the server spoils is tried again, as a learner would. */
  static async open(context: BrowserContext, ledger: Ledger, launch: () => Promise<string>): Promise<Window> {
    const window = new Window(context, ledger, launch);
    await window.anew();
    await window.enter();
    return window;
  }

  get isOpen(): boolean {
    return !this.page.isClosed();
  }

  /** The part that is open. */
  get part(): string | undefined {
    return this.parts.at(-1);
  }

  /** The same window loads the player again: by itself, or by a step back in the history. */
  async again(how: 'reload' | 'back' | 'here'): Promise<void> {
    this.begin();
    const there = await this.load(how).then(
      () => this.arrived(),
      () => false, // the academy is away: there is nothing to load from
    );
    if (!there) await this.enter();
  }

  /** Lets the content begin to work; {@link idle} waits for its end. */
  async work(work: Omit<Work, 'name' | 'from'>): Promise<void> {
    const from = this.asked + 1;
    this.asked += work.steps;
    await this.content().evaluate(`work(${JSON.stringify({ ...work, name: this.visit.name, from })})`);
  }

  /** The content has made all steps that it was asked for; false when it was taken away before. */
  idle(): Promise<boolean> {
    return this.comesTrue(() => this.visit.steps.length >= this.asked);
  }

  /** The content finishes its part and asks for the next. */
  async goOn(): Promise<void> {
    const before = this.parts.length;
    await this.content().evaluate(`leave('continue')`);
    const there = await this.comesTrue(() => this.parts.length > before, 5_000);
    if (!there) await this.again('reload'); // its page did not come, because the academy was away
  }

  /** Waits until the player says that everything is in the academy. */
  async saved(): Promise<void> {
    await this.page.waitForSelector('[data-save-state="saved"]', { timeout: 60_000 });
  }

  /** The player tells that the course goes on elsewhere. */
  async isFrozen(): Promise<boolean> {
    return this.page.waitForSelector('.panel [data-choice="here"]', { timeout: 15_000 }).then(
      () => true,
      () => false,
    );
  }

  /** Takes the content's frame out of the page, as a script of the page might. */
  removeFrame(): Promise<unknown> {
    return this.page.evaluate(`document.querySelector('iframe').remove()`);
  }

  /** Moves the device's clock for all pages of the window, in hours. */
  async moveClock(hours: number): Promise<void> {
    const script = `{ const now = Date.now.bind(Date); Date.now = () => now() + ${hours} * 3_600_000; }`;
    await Promise.all(this.page.frames().map((frame) => frame.evaluate(script).catch(() => undefined)));
  }

  /** Ends the page's process at once. */
  async crash(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash', { timeout: 5_000 });
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.close();
  }

  /** Pauses the course by its own control: the player leaves for the academy once everything is there, and asks when it cannot be. */
  async suspend(): Promise<void> {
    const leaves = this.page.waitForRequest('**/learning/**', { timeout: 60_000 });
    let left = false;
    void leaves.catch(() => undefined).finally(() => (left = true));
    await this.page.click('[data-nav="suspendAll"]');
    const again = this.page.locator('dialog [data-choice="again"]');
    while (!left) {
      if (await again.isVisible().catch(() => false)) await again.click({ timeout: 1_000 }).catch(() => undefined);
      await sleep(100);
    }
    await leaves;
    await this.close();
  }

  async close(): Promise<void> {
    await this.page.close();
    this.visit.open = false;
  }

  /** A page of its own that the content speaks to. */
  private async anew(): Promise<void> {
    this.page = await this.context.newPage();
    this.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await this.page.exposeBinding('said', (_source, word: Word) => this.hear(word));
  }

  private begin(): void {
    this.visit.open = false;
    this.visit = this.ledger.visit(this.context);
    this.parts = [];
    this.asked = 0;
  }

  private async load(how: 'reload' | 'back' | 'here'): Promise<void> {
    if (how === 'reload') await this.page.reload();
    if (how === 'back') {
      await this.page.goto('about:blank');
      await this.page.goBack();
    }
    if (how !== 'here') return;
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.page.click('[data-choice="here"]');
    await loaded;
  }

  private async enter(): Promise<void> {
    for (let tries = 0; tries < 8; tries++) {
      const url = await this.launch();
      await this.clear();
      this.begin();
      const there = await this.page.goto(url, { waitUntil: 'commit' }).catch(() => null);
      if (there && (await this.arrived())) return;
      await this.page.waitForTimeout(300 * tries);
    }
    throw new Error(`the player did not open: ${await this.seen()}`);
  }

  /** Leaves the page, since an address that differs in its code alone would load nothing; a reload of the player's own may cut in. */
  private clear(): Promise<unknown> {
    return until('an empty page', patience, () =>
      this.page.goto('about:blank').then(
        () => true,
        () => false,
      ),
    );
  }

  /** The content runs; a question whether to take over is answered on the way. */
  private async arrived(): Promise<boolean> {
    for (let left = patience / 50; left > 0; left--) {
      if (this.parts.length > 0) return true;
      const here = this.page.locator('dialog [data-choice="here"]');
      if (await here.isVisible()) await here.click({ timeout: 1_000 }).catch(() => undefined);
      if (await this.page.locator('.panel button').first().isVisible()) return false; // it says why it cannot
      await this.page.waitForTimeout(50);
    }
    return false;
  }

  private hear(word: Word): void {
    if (word.kind === 'step') this.ledger.step(word);
    else if (word.kind === 'kept') this.visit.kept(word.where);
    else if (word.kind === 'refused') this.ledger.faults.push(`${this.visit.name}: ${word.call} was refused (${word.error})`);
    else {
      this.ledger.opened(this.visit, word);
      this.parts.push(word.part);
    }
  }

  private comesTrue(question: () => boolean, ms = patience): Promise<boolean> {
    return until('', ms, () => Promise.resolve(question())).then(
      () => true,
      () => false,
    );
  }

  private content(): Frame {
    const frame = this.page.frames().findLast((each) => each.url().includes('/c/'));
    if (!frame) throw new Error('the player shows no content');
    return frame;
  }

  /** What the learner has before them. */
  private async seen(): Promise<string> {
    const words = await this.page
      .locator('body')
      .innerText()
      .catch(() => 'nothing');
    return words.replaceAll(/\s+/g, ' ').slice(0, 300);
  }
}
