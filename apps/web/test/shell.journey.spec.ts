import { cpSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aBrowser, freePort } from './browser.js';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The built application in a folder of its own, served as the academy serves it, to visitors only. */
const anApplication = async (): Promise<{ url: string; folder: string }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aula-web-'));
  cpSync(path.resolve('apps/web/dist'), folder, { recursive: true });
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = path.join(folder, pathname);
    if (pathname.startsWith('/api/')) response.writeHead(401, { 'content-type': 'application/json' }).end('{"code":"sign-in.needed"}');
    else if (pathname !== '/' && existsSync(file) && path.extname(file))
      createReadStream(file).pipe(
        response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain', 'cache-control': 'no-cache' }),
      );
    else response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(path.join(folder, 'index.html')));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  return { url: `http://localhost:${String(port)}`, folder };
};

const browser = await aBrowser();
const application = await anApplication();

describe('the shell on the device', () => {
  /** Somebody who has the shell on their device. */
  const somebody = async (): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await page.goto(`${application.url}/v`);
    await page.evaluate('navigator.serviceWorker.ready');
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    return page;
  };

  it('is offered for installation with a name, icons that exist, and a place to start', async () => {
    const page = await somebody();
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // a window without traces installs nothing; Playwright's windows are such
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    await page.context().close();
  });

  it('opens at any address without a line, in words', async () => {
    const page = await somebody();
    await page.context().setOffline(true);
    await page.goto(`${application.url}/learning/certificates`);
    await page.getByText('No line').waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.context().setOffline(false);
    await page.getByText('No line').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });

  it('keeps no answer of the academy', async () => {
    const page = await somebody();
    const kept = await page.evaluate<string[]>(
      `caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))).then((all) => all.flat().map(({ url }) => new URL(url).pathname)))`,
    );
    expect(kept).toContain('/index.html');
    expect(kept.filter((each) => each.startsWith('/api') || each.startsWith('/health'))).toEqual([]);
    await page.context().close();
  });

  it('offers a new release and waits for a yes', async () => {
    const page = await somebody();
    await page.goto(`${application.url}/v`);
    const worker = path.join(application.folder, 'shell-worker.js');
    const second = readFileSync(path.join(application.folder, 'index.html'), 'utf8').replace(
      '<title>',
      '<meta name="release" content="2" /><title>',
    );
    writeFileSync(path.join(application.folder, 'index.html'), second);
    writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll('aula-shell-', 'aula-shell-2-'));
    await page.evaluate('navigator.serviceWorker.getRegistration().then((it) => it.update())');
    await page.getByText('A new version is ready').waitFor();
    expect(await page.locator('meta[name=release]').count()).toBe(0);
    await page.reload();
    await page.getByText('A new version is ready').waitFor();
    expect(await page.locator('meta[name=release]').count()).toBe(0);
    await page.getByRole('button', { name: 'Change now' }).click();
    await page.locator('meta[name=release]').waitFor({ state: 'attached' });
    await page.context().close();
  });
});
