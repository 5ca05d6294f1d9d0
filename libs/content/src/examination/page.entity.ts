import { createRequire } from 'node:module';
import type * as htmlparser2 from 'htmlparser2';
import { addressesOfScript, addressesOfStyle, judge, Lines } from './address.entity.js';
import { Barriers } from './barrier.entity.js';
import { finding, type Finding } from '@aula/scorm';

// required, not imported: `sanitize-html` requires it as well, and whoever loads an ES module both ways may find it half loaded
const { Parser } = createRequire(import.meta.url)('htmlparser2') as typeof htmlparser2;

/** What a static page says: what is wrong with it, and the files it loads, as written. */
export interface PageReport {
  findings: Finding[];
  references: string[];
}

/** Attributes by which an element loads something when the page is opened. */
const loading: Readonly<Record<string, string>> = {
  script: 'src',
  link: 'href',
  img: 'src',
  source: 'src',
  video: 'src',
  audio: 'src',
  track: 'src',
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  object: 'data',
  input: 'src',
};
/** So much of one page is told; the report names fewer. */
const mostFindings = 1_000;

/** Elements within one another; browsers stop at 512. The parser's time grows with the square. */
const deepest = 1_000;

/** Relations of `link` that load nothing. */
const inert = /\b(canonical|alternate|author|license|next|prev|help|search|home|contents|index)\b/i;

/** Reads a page as it lies in the package; what its scripts build is not seen. WCAG 2.2: 2.4.2, 3.1.1 and {@link Barriers}; W3C Mixed Content. */
export function inspectPage(path: string, text: string): PageReport {
  const page = new Page(path, text);
  page.read();
  return page.report();
}

class Page {
  private readonly findings: Finding[] = [];
  private readonly references: string[] = [];
  private readonly barriers = new Barriers();
  private document: number | undefined;
  private language = false;
  private title = '';
  private within = '';
  private readonly lines: Lines;

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.lines = new Lines(text);
  }

  read(): void {
    let depth = 0;
    const parser = new Parser({
      onopentag: (name, attributes) => {
        if (++depth > deepest) parser.pause(); // and never resumed: what lies deeper no browser nests either
        this.within = name;
        this.element(name, attributes, this.lines.at(parser.startIndex));
      },
      onclosetag: (name) => {
        depth--;
        this.barriers.close(name);
        this.within = '';
      },
      ontext: (words) => this.words(words, parser.startIndex),
    });
    parser.end(this.text);
  }

  report(): PageReport {
    const { path, document } = this;
    const findings = [...this.findings, ...this.barriers.findings(path)];
    if (document !== undefined && !this.language) findings.push(finding('page-without-language', {}, { path, line: document }));
    if (document !== undefined && this.title.trim() === '') findings.push(finding('page-without-title', {}, { path, line: document }));
    return { findings, references: this.references };
  }

  private element(name: string, attributes: Record<string, string>, line: number): void {
    if (name === 'html') [this.document, this.language] = [line, (attributes['lang'] ?? attributes['xml:lang'] ?? '').trim() !== ''];
    this.barriers.open(name, attributes, line);
    const address = this.loaded(name, attributes);
    if (address !== undefined) this.load(address, line);
    // a link that opens in the same frame leads a secure page to an insecure one, which the browser refuses
    if (name === 'a' && !attributes['target']) this.judge(attributes['href'] ?? '', line, ['content-insecure']);
    for (const each of addressesOfStyle(attributes['style'] ?? '')) this.load(each.address, line);
  }

  private loaded(name: string, attributes: Record<string, string>): string | undefined {
    const attribute = loading[name];
    if (attribute === undefined || (name === 'link' && inert.test(attributes['rel'] ?? ''))) return undefined;
    return attributes[attribute];
  }

  private words(words: string, start: number): void {
    if (this.within === 'title') this.title += words;
    const line = this.lines.at(start) - 1;
    if (this.within === 'style') for (const each of addressesOfStyle(words)) this.load(each.address, line + each.line);
    if (this.within === 'script') for (const each of addressesOfScript(words)) this.judge(each.address, line + each.line);
  }

  private load(address: string, line: number): void {
    this.references.push(address);
    this.judge(address, line);
  }

  private judge(address: string, line: number, codes: readonly string[] = ['content-insecure', 'content-external']): void {
    const found = judge(address, { path: this.path, line });
    if (found && codes.includes(found.code) && this.findings.length < mostFindings) this.findings.push(found);
  }
}
