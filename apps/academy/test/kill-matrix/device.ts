import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../../../../scripts/browser/chromium.ts';
import { bound } from '../../../../scripts/servers/account.ts';

/** A computer with a Chromium of its own, whose profile outlives a killed browser. */
export class Device {
  private readonly profile = mkdtempSync(path.join(tmpdir(), 'aula-device-'));
  private child!: ChildProcess;
  private browser!: Browser;

  static async on(): Promise<Device> {
    const device = new Device();
    await device.start();
    return device;
  }

  /** The browser as its owner uses it. */
  get context(): BrowserContext {
    return this.browser.contexts()[0]!;
  }

  /** Another person's computer: nothing is shared with this one. It ends with this browser. */
  other(): Promise<BrowserContext> {
    return this.browser.newContext();
  }

  /** SIGKILL to all processes of the browser, then the browser again with the same profile. */
  async crash(): Promise<void> {
    await this.end();
    await this.start();
  }

  async close(): Promise<void> {
    await this.end();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async end(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    process.kill(-this.child.pid!, 'SIGKILL');
    await gone;
    await this.browser.close().catch(() => undefined);
  }

  private async start(): Promise<void> {
    const own = [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${this.profile}`,
      '--hide-crash-restore-bubble',
      'about:blank',
    ];
    this.child = spawn(...bound('TERM', chromiumPath(), [...chromiumFlags, ...own]), {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.browser = await chromium.connectOverCDP(await this.address());
    this.context.setDefaultTimeout(20_000);
  }

  /** Where the browser says that it is listening. */
  private address(): Promise<string> {
    return new Promise((resolve, reject) => {
      let said = '';
      this.child.stderr!.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-8_000);
        const found = /DevTools listening on (ws:\S+)/.exec(said);
        if (found) resolve(found[1]!);
      });
      this.child.once('exit', () => reject(new Error(`Chromium ended: ${said}`)));
    });
  }
}
