import { finding, type Finding, type Place } from '@aula/scorm';

/** An address as written, and its 1-based line. */
export interface Address {
  address: string;
  line: number;
}

/** Tells the 1-based line of an offset, however many are asked for: a hostile page has a hundred thousand tags. */
export class Lines {
  private readonly ends: number[] = [];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.ends.push(at);
  }

  at(offset: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }
}

/** So many addresses of one text are looked at. */
const mostAddresses = 5_000;

const addresses = (text: string, pattern: RegExp): Address[] => {
  const lines = new Lines(text);
  const found: Address[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.length === mostAddresses) break;
    found.push({ address: match.slice(1).find((each) => each !== undefined) ?? '', line: lines.at(match.index) });
  }
  return found;
};

/** What a style sheet loads: `url(…)` and `@import "…"`. */
export const addressesOfStyle = (text: string): Address[] =>
  addresses(text, /url\(\s*(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^\s"')]{1,2000}))\s*\)|@import\s+["']([^"'\n]{1,2000})["']/gi);

/** Names that only look like addresses: namespaces and identifiers of standards. */
const names =
  /^http:\/\/(www\.w3\.org|www\.imsglobal\.org|www\.imsproject\.org|www\.adlnet\.(org|gov)|ltsc\.ieee\.org|schemas?\.|purl\.org|ns\.adobe\.com|xml\.org|localhost|127\.0\.0\.1|example\.)/i;

/** Insecure addresses in the texts of a script; whether they are ever loaded cannot be told. */
export const addressesOfScript = (text: string): Address[] =>
  addresses(text, /["'`](http:\/\/[\w.-]+\.[a-z]{2,}[^"'`\s]{0,2000})["'`]/gi).filter(({ address }) => !names.test(address));

/** What is wrong with loading something from there: insecure, or from another site, which the player does not allow. */
export const judge = (address: string, place: Place): Finding | undefined => {
  const url = address.trim().slice(0, 300);
  if (names.test(url)) return undefined;
  if (/^http:\/\//i.test(url)) return finding('content-insecure', { url }, place);
  return /^(https:)?\/\/[^/]/i.test(url) ? finding('content-external', { url }, place) : undefined;
};
