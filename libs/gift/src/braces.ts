/** A top-level `{…}`: places of its braces in the text. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** True when braces stand inside it. */
  readonly nested: boolean;
}

/** Why the braces of a text do not pair. */
export type BraceFault = 'unclosed-answers' | 'unexpected-brace';

/** Answers begin with `=`, `~`, `#`, or are a truth value: what tells them from braces of a formula or of program code. */
const answersBegin = /^\s*(?:[=~#]|(?:true|false|t|f)\s*(?:$|[#}]))/i;

const looksLikeAnswers = (inside: string): boolean => answersBegin.test(inside) || inside.trim() === '';

/** Top-level blocks of a text whose escapes are held, in order. */
export function blocksOf(text: string): readonly Block[] | BraceFault {
  const blocks: Block[] = [];
  let depth = 0;
  let start = 0;
  let nested = false;
  for (const { index, 0: brace } of text.matchAll(/[{}]/g)) {
    if (brace === '{') {
      depth += 1;
      if (depth === 1) [start, nested] = [index, false];
      else nested = true;
    } else if (depth === 0) {
      return 'unexpected-brace';
    } else {
      depth -= 1;
      if (depth === 0) blocks.push({ start, end: index, nested });
    }
  }
  return depth > 0 ? 'unclosed-answers' : blocks;
}

/** The block that holds the answers: the only one, or the only one that looks like answers; null when that cannot be told. */
export function answersAmong(text: string, blocks: readonly Block[]): Block | null {
  const [first] = blocks;
  if (first && blocks.length === 1) return first;
  const candidates = blocks.filter(({ start, end }) => looksLikeAnswers(text.slice(start + 1, end)));
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Follows the braces of a question line by line, without looking back. */
export class BraceScanner {
  /** Open braces. */
  depth = 0;
  /** True once a block that looks like answers was closed. */
  answered = false;
  private head = '';

  feed(line: string): void {
    for (const character of line) {
      if (character === '{') {
        this.depth += 1;
        if (this.depth === 1) this.head = '';
      } else if (character === '}' && this.depth > 0) {
        this.depth -= 1;
        if (this.depth === 0) this.answered ||= looksLikeAnswers(this.head);
      } else if (this.depth === 1 && this.head.length < 8) {
        // Eight characters are enough to tell; white space does not count, so that the answers may begin on the next line.
        this.head += character.trim();
      }
    }
  }
}
