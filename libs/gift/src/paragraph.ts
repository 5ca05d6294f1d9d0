import { BraceScanner } from './braces.js';
import type { GiftFindingCode } from './finding.js';

/** The lines of one question, escapes held, comments left out. */
export interface Paragraph {
  /** First line in the file, from 1. */
  readonly line: number;
  readonly text: string;
  /** Comments directly above, without their slashes. */
  readonly comments: readonly string[];
  /** Path of the last `$CATEGORY:` line above. */
  readonly category: string | null;
  /** What was mended while the lines were gathered. */
  readonly mended: readonly GiftFindingCode[];
}

type Kind = 'blank' | 'comment' | 'category' | 'title' | 'text';
interface Line {
  readonly kind: Kind;
  readonly text: string;
}
/** First brace at or after a line: before the next empty line (`near`), and before the next title or category (`far`). */
interface Ahead {
  readonly near: string;
  readonly far: string;
}

const category = '$CATEGORY:';

/**
 * Takes a file apart into questions. An empty line ends a question (GIFT format, "Questions must be separated by a blank line"), except
 * between braces that are closed before another opens; a second block of answers begins a new question even without one.
 */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const lines = text.split('\n').map(classify);
  const ahead = lookAhead(lines);
  const gathering = new Gathering();
  lines.forEach((line, place) => {
    gathering.take(line, place + 1, ahead[place] ?? { near: '', far: '' });
  });
  gathering.flush();
  return gathering.paragraphs;
}

function classify(text: string): Line {
  const start = text.trim();
  if (start === '') return { kind: 'blank', text: '' };
  if (start.startsWith('//')) return { kind: 'comment', text: start.slice(2) };
  if (start.startsWith(category)) return { kind: 'category', text: start.slice(category.length).trim() };
  return { kind: start.startsWith('::') ? 'title' : 'text', text };
}

function lookAhead(lines: readonly Line[]): readonly Ahead[] {
  const ahead: Ahead[] = [];
  let next: Ahead = { near: '', far: '' };
  for (let place = lines.length - 1; place >= 0; place -= 1) {
    const line = lines[place];
    const brace = line?.kind === 'text' ? (/[{}]/.exec(line.text)?.[0] ?? '') : '';
    if (line?.kind === 'blank') next = { near: '', far: next.far };
    else if (line?.kind === 'category' || line?.kind === 'title') next = { near: '', far: '' };
    else if (brace) next = { near: brace, far: brace };
    ahead[place] = next;
  }
  return ahead;
}

class Gathering {
  readonly paragraphs: Paragraph[] = [];
  private category: string | null = null;
  private comments: string[] = [];
  private lines: string[] = [];
  private line = 0;
  private mended: GiftFindingCode[] = [];
  private braces = new BraceScanner();

  take(line: Line, number: number, ahead: Ahead): void {
    if (line.kind === 'comment') this.comment(line.text);
    else if (line.kind === 'blank') this.blank(ahead);
    else if (line.kind === 'category' && this.braces.depth === 0) this.enter(line.text);
    else this.add(line, number, ahead);
  }

  flush(): void {
    if (this.lines.length > 0) {
      const { line, comments, category: path, mended } = this;
      this.paragraphs.push({ line, text: this.lines.join('\n'), comments, category: path, mended });
    }
    [this.comments, this.lines, this.mended, this.braces] = [[], [], [], new BraceScanner()];
  }

  private comment(text: string): void {
    // Between two questions without an empty line the comment speaks of the second.
    if (this.lines.length > 0 && this.braces.depth === 0 && this.braces.answered) this.flush();
    if (this.lines.length === 0) this.comments.push(text);
  }

  private blank(ahead: Ahead): void {
    if (this.braces.depth === 0 || ahead.far !== '}') this.flush();
    else {
      this.note('blank-line-in-question');
      this.lines.push('');
    }
  }

  private enter(path: string): void {
    this.flush();
    this.category = path;
  }

  private add(line: Line, number: number, ahead: Ahead): void {
    const another = line.kind === 'title' ? !this.inTitle() : this.braces.depth === 0 && this.braces.answered && ahead.near === '{';
    if (this.lines.length > 0 && another) {
      this.flush();
      this.note('missing-blank-line');
    }
    if (this.lines.length === 0) this.line = number;
    this.lines.push(line.text);
    this.braces.feed(line.text);
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
