/** What somebody comes with, as far as its name tells; '' where it does not. */
export interface Device {
  browser: string;
  system: string;
}

/** First match wins: most browsers also call themselves by the names of others. */
const browsers: readonly [string, RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:\w*Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
];
const systems: readonly [string, RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iPadOS', /\biPad\b/],
  ['iOS', /\biP(?:hone|od)\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** Browser and system by a User-Agent header (RFC 9110, 10.1.5), which anybody can choose: it helps to remember, it proves nothing. */
export const deviceOf = (userAgent: string | undefined): Device => {
  const nameIn = (names: readonly [string, RegExp][]): string => names.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0] ?? '';
  return { browser: nameIn(browsers), system: nameIn(systems) };
};
