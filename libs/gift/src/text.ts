import { release } from './escape.js';
import type { GiftFormat, GiftText } from './question.js';

/** Reads a text whose escapes are held: its `[format]`, if it names one, and what it says. */
export function readText(held: string, format: GiftFormat): GiftText {
  const named = /^\s*\[(moodle|html|markdown|plain)\]/.exec(held);
  const used = named ? (named[1] as GiftFormat) : format;
  const text = held.slice(named?.[0].length ?? 0);
  return { format: used, text: release(used === 'html' || used === 'markdown' ? text : trimLines(text)).trim() };
}

/** Reads feedback: null when it says nothing. */
export function readFeedback(held: string | undefined, format: GiftFormat): GiftText | null {
  const read = readText(held ?? '', format);
  return read.text === '' ? null : read;
}

/** A name or a pattern: one line, single spaces. */
export const readLine = (held: string): string => release(held).replaceAll(/\s+/g, ' ').trim();

const trimLines = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
