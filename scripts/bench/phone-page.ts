import type { Browser, BrowserContext, CDPSession, Cookie } from 'playwright-core';
import { slowness, speed } from './phone-processor.ts';

interface Point {
  x: number;
  y: number;
}

/** The middle of the first such element that can be seen, as soon as there is one. */
const whereIs = (selector: string): string => `new Promise((done) => {
  const look = () => {
    const box = [...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => each.getBoundingClientRect()).find(({ width }) => width > 0);
    if (box) done({ x: box.x + box.width / 2, y: Math.min(box.y + box.height / 2, innerHeight - 8) });
    else requestAnimationFrame(look);
  };
  look();
})`;
/** Whether this holds within a quarter of a second. */
const soon = (condition: string): string => `new Promise((done) => {
  const from = performance.now();
  const look = () => (${condition} ? done(true) : performance.now() - from > 250 ? done(false) : requestAnimationFrame(look));
  look();
})`;

/** How much slower than this machine a phone is. */
export const phoneRate = async (browser: Browser): Promise<number> => {
  const page = await browser.newPage();
  const rate = await slowness(await page.context().newCDPSession(page));
  await page.close();
  return rate;
};

/** A phone of 360 × 640 points in somebody's hand: what they see and touch goes by the browser's own events. */
export class Phone {
  private readonly context: BrowserContext;
  private readonly session: CDPSession;

  private constructor(context: BrowserContext, session: CDPSession) {
    this.context = context;
    this.session = session;
  }

  /** A phone with nothing on it but these cookies; `rate`: how much slower than this machine. */
  static async inHand(browser: Browser, cookies: Cookie[], rate: number): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'es-PE',
      timezoneId: 'America/Lima',
    });
    await context.addCookies(cookies);
    const session = await context.newCDPSession(await context.newPage());
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    return new Phone(context, session);
  }

  /** How fast its processor is now. */
  speed(): Promise<number> {
    return speed(this.session);
  }

  async open(address: string): Promise<void> {
    const { errorText } = await this.session.send('Page.navigate', { url: address });
    if (errorText) throw new Error(`${address}: ${errorText}`);
  }

  /** Touches a field and writes into it; returns when the text stands there. */
  async type(selector: string, text: string): Promise<void> {
    const holds = `document.querySelector(${JSON.stringify(selector)}).value === ${JSON.stringify(text)}`;
    await this.touch(await this.ask<Point>(whereIs(selector)));
    await this.session.send('Input.insertText', { text });
    if (!(await this.ask<boolean>(soon(holds)))) throw new Error(`${selector} does not take what is written`);
  }

  /** Touches what leads to an address with this in it, until the page is on its way. */
  async tap(selector: string, address: string): Promise<void> {
    const left = soon(`location.pathname.includes(${JSON.stringify(address)})`);
    do await this.touch(await this.ask<Point>(whereIs(selector)));
    while (!(await this.ask<boolean>(left)));
  }

  async press(key: 'Enter'): Promise<void> {
    const common = { key, code: key, windowsVirtualKeyCode: 13 };
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...common });
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  }

  /** Returns the cookies that it had. */
  async putAway(): Promise<Cookie[]> {
    const cookies = await this.context.cookies();
    await this.context.close();
    return cookies;
  }

  private async touch(point: Point): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await this.session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  private async ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}
