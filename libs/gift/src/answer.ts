import { holdRaw } from './escape.js';

/** One entry of an answer block, escapes held. */
export interface Entry {
  /** `=` or `~`; '' for a text before the first of them. */
  readonly mark: '=' | '~' | '';
  /** `%n%`, in percent; null without one. */
  readonly weight: number | null;
  readonly text: string;
  /** What follows the first `#`. */
  readonly feedback: string | undefined;
}

/**
 * A complete HTML tag with at least one quoted attribute. People paste markup without escaping `=`; nobody means an answer that
 * begins inside a tag.
 */
const tag = /<[a-zA-Z][\w:-]*(?:\s+[\w:-]+(?:\s*[=\ufdd2]\s*(?:"[^"<>{}\n]*"|'[^'<>{}\n]*'))?)+\s*\/?>/g;

/** Holds the control characters inside HTML tags. */
export const holdTags = (body: string): string => body.replaceAll(tag, holdRaw);

/** Splits an answer block at its `=` and `~`, only at those of `marks`; an empty text before the first is left out. */
export function entriesOf(body: string, marks: '=' | '=~'): readonly Entry[] {
  const places = [...body.matchAll(marks === '=' ? /=/g : /[=~]/g)].map(({ index }) => index);
  const entries = places.map((start, place) => entry(body[start] === '=' ? '=' : '~', body.slice(start + 1, places[place + 1])));
  const before = body.slice(0, places[0]);
  return before.trim() === '' ? entries : [entry('', before), ...entries];
}

function entry(mark: Entry['mark'], held: string): Entry {
  const weight = /^\s*%\s*([+-]?\d{1,3}(?:[.,]\d*)?)\s*%/.exec(held);
  const rest = held.slice(weight?.[0].length ?? 0);
  const hash = rest.indexOf('#');
  return {
    mark,
    weight: weight?.[1] === undefined ? null : Number(weight[1].replace(',', '.')),
    text: hash < 0 ? rest : rest.slice(0, hash),
    feedback: hash < 0 ? undefined : rest.slice(hash + 1),
  };
}
