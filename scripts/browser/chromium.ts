import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const whole = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** The shell without a browser's own windows first: a new window is a tenth of the cost there. */
const light = ['/usr/bin/chromium-headless-shell', ...whole];

/** What every Chromium here is started with: it asks nobody for anything and keeps to TCP. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `AULA_CHROMIUM`, else the system's own; `scripts/test` installs Debian's. */
export const chromiumPath = (places: readonly string[] = light): string => {
  const found = [process.env['AULA_CHROMIUM'], ...places].find((place) => place && existsSync(place));
  if (!found) throw new Error(`no Chromium at ${places.join(', ')}: scripts/test installs it, or set AULA_CHROMIUM`);
  return found;
};

/** Without a locale Chromium cannot open a file of which the name has an accent, and does not say so. */
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

const launch = (executablePath: string, more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...chromiumFlags, ...more], env });

/** A real Chromium, without a window. `more`: further flags. */
export const openBrowser = (...more: string[]): Promise<Browser> => launch(chromiumPath(), more);

/** One with all that a person's browser has: what is asked of installation, and what costs as much as theirs. */
export const openWholeBrowser = (...more: string[]): Promise<Browser> => launch(chromiumPath(whole), more);
