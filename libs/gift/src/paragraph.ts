import { BraceScanner } from './braces.js';
import type { GiftFindingCode } from './finding.js';
import { BraceAhead, firstLine, type Line, longest } from './line.js';

export { longest } from './line.js';

/** The lines of one question, escapes held, comments left out. */
export interface Paragraph {
  /** First line in the file, from 1. */
  readonly line: number;
  readonly text: string;
  /** True when it is longer than `longest`; the rest is not there. */
  readonly cut: boolean;
  /** Comments directly above, without their slashes; the last hundred. */
  readonly comments: readonly string[];
  /** Path of the last `$CATEGORY:` line above. */
  readonly category: string | null;
  /** What was mended while the lines were gathered. */
  readonly mended: readonly GiftFindingCode[];
}

/** The first line of the file from which characters were removed. */
export interface Dirt {
  readonly line: number;
}

/** Lines that are taken without a sign of life. */
const atOnce = 1_000;
const mostComments = 100;

/**
 * Takes a file apart into questions; null every thousand lines in between. An empty line ends a question (GIFT format, "Questions must
 * be separated by a blank line"), except between braces that are closed before another opens; a second block of answers begins a new
 * question even without one.
 */
export function* paragraphsOf(file: string): Generator<Paragraph | Dirt | null, void> {
  const gathering = new Gathering();
  let dirty = false;
  for (let line: Line | undefined = firstLine(file); line; line = line.next()) {
    if (line.dirty && !dirty) yield { line: line.number };
    dirty ||= line.dirty;
    const ended = gathering.take(line);
    if (ended || line.number % atOnce === 0) yield ended;
  }
  yield gathering.flush();
}

class Gathering {
  private category: string | null = null;
  private comments: string[] = [];
  private lines: string[] = [];
  private length = 0;
  private line = 0;
  private mended: GiftFindingCode[] = [];
  private braces = new BraceScanner();
  private readonly near = new BraceAhead(false);
  private readonly far = new BraceAhead(true);

  /** Takes the next line; returns the question that it ended. */
  take(line: Line): Paragraph | null {
    if (line.kind === 'comment') return this.comment(line.text);
    if (line.kind === 'blank') return this.blank(line);
    return line.kind === 'category' && this.braces.depth === 0 ? this.enter(line.text) : this.add(line);
  }

  /** Ends the question in hand. */
  flush(): Paragraph | null {
    const { line, comments, category, mended } = this;
    const text = this.lines.join('\n');
    const paragraph = this.lines.length > 0 ? { line, text, cut: this.length > longest, comments, category, mended } : null;
    [this.comments, this.lines, this.length, this.mended, this.braces] = [[], [], 0, [], new BraceScanner()];
    return paragraph;
  }

  private comment(text: string): Paragraph | null {
    // Between two questions without an empty line the comment speaks of the second.
    const ended = this.lines.length > 0 && this.braces.depth === 0 && this.braces.answered ? this.flush() : null;
    if (this.lines.length === 0) this.comments = [...this.comments.slice(1 - mostComments), text];
    return ended;
  }

  private blank(line: Line): Paragraph | null {
    if (this.braces.depth === 0 || this.far.from(line) !== '}') return this.flush();
    this.note('blank-line-in-question');
    this.gather('');
    return null;
  }

  private enter(path: string): Paragraph | null {
    const ended = this.flush();
    this.category = path;
    return ended;
  }

  private add(line: Line): Paragraph | null {
    const another =
      line.kind === 'title' ? !this.inTitle() : this.braces.depth === 0 && this.braces.answered && this.near.from(line) === '{';
    const ended = this.lines.length > 0 && another ? this.flush() : null;
    if (ended) this.note('missing-blank-line');
    if (this.lines.length === 0) this.line = line.number;
    this.gather(line.text);
    this.braces.feed(line.text);
    return ended;
  }

  private gather(text: string): void {
    if (this.length <= longest) this.lines.push(text);
    this.length += text.length + 1;
  }

  /** A title may be closed on a later line. */
  private inTitle(): boolean {
    const text = this.lines.join('\n').trimStart();
    return text.startsWith('::') && !text.includes('::', 2);
  }

  private note(code: GiftFindingCode): void {
    if (!this.mended.includes(code)) this.mended.push(code);
  }
}
