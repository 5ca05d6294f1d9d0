import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** A real Chromium for the tests of a file, closed by itself. */
export const aBrowser = async (): Promise<Browser> => {
  const executablePath = [process.env['AULA_CHROMIUM'], ...places].find((place) => place && existsSync(place));
  if (!executablePath) throw new Error(`no Chromium at ${places.join(', ')}: scripts/test installs it, or set AULA_CHROMIUM`);
  const browser = await chromium.launch({ executablePath, args: flags.split(' ') });
  afterAll(() => browser.close());
  return browser;
};

/** A free port below Linux's range of client ports. */
export const freePort = async (): Promise<number> => {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createServer();
  const free = await new Promise<boolean>((resolve) =>
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
  );
  if (!free) return freePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
};
