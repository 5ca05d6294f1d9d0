import { clean, hold } from './escape.js';

/** Characters of a question, at most: what a hundred answers with feedback may come to. Nothing longer is gathered or looked ahead. */
export const longest = 1_000_000;

/** One line of a file, escapes held, and the way to those behind it, which are read when somebody asks for them. */
export interface Line {
  readonly kind: 'blank' | 'comment' | 'category' | 'title' | 'text';
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** True when characters that no text may hold were removed. */
  readonly dirty: boolean;
  next(): Line | undefined;
}

const category = '$CATEGORY:';

/** The first line of a file, without its byte order mark. */
export const firstLine = (file: string): Line => lineAt(file, file.startsWith('\ufeff') ? 1 : 0, 1);

function lineAt(file: string, start: number, number: number): Line {
  const { end, beyond } = endOf(file, start);
  // One character more than a question may have tells that it is too long.
  const raw = file.slice(start, Math.min(end, start + longest + 1));
  const text = clean(raw);
  let following: Line | undefined;
  const next = (): Line | undefined => (beyond === undefined ? undefined : (following ??= lineAt(file, beyond, number + 1)));
  return { ...classify(hold(text)), number, dirty: text.length < raw.length, next };
}

const lineEnd = /\r\n?|\n/g;

function endOf(file: string, start: number): { readonly end: number; readonly beyond: number | undefined } {
  lineEnd.lastIndex = start;
  const found = lineEnd.exec(file);
  return found ? { end: found.index, beyond: lineEnd.lastIndex } : { end: file.length, beyond: undefined };
}

function classify(text: string): Pick<Line, 'kind' | 'text'> {
  const start = text.trim();
  if (start === '') return { kind: 'blank', text: '' };
  if (start.startsWith('//')) return { kind: 'comment', text: start.slice(2) };
  if (start.startsWith(category)) return { kind: 'category', text: start.slice(category.length).trim() };
  return { kind: start.startsWith('::') ? 'title' : 'text', text };
}

/** Finds the first brace at or after a line, before the next title or category, in work that is linear over the file. */
export class BraceAhead {
  private brace = '';
  /** The last line for which `brace` is the answer. */
  private upTo = 0;

  /** @param crossing whether to go on behind empty lines. */
  constructor(private readonly crossing: boolean) {}

  /** `{`, `}`, or '' when there is none within the length of a question. */
  from(line: Line): string {
    if (line.number > this.upTo) this.look(line);
    return this.brace;
  }

  private look(from: Line): void {
    let left = longest;
    this.brace = '';
    for (let line: Line | undefined = from; line && left > 0; line = line.next()) {
      this.upTo = line.number;
      if (line.kind === 'title' || line.kind === 'category' || (line.kind === 'blank' && !this.crossing)) return;
      this.brace = line.kind === 'text' ? (/[{}]/.exec(line.text)?.[0] ?? '') : '';
      if (this.brace) return;
      left -= line.text.length + 1;
    }
  }
}
