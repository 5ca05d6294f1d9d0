/**
 * GIFT escapes (docs.moodle.org, GIFT format, "Special characters"): `\: \# \= \{ \} \~ \\` stand for the character, `\n` for a line feed;
 * a backslash before anything else is a backslash. While a file is taken apart, escaped characters are held as Unicode
 * noncharacters, so that what is left of `: # = { } ~` is structure; `clean` keeps these out of the input.
 */
const escaped = ':#={}~\n\\';
const heldBase = 0xfdd0;
const holders = new Map([...escaped].map((character, place) => [character, String.fromCharCode(heldBase + place)]));

/** Replaces escapes, and only them, by their holders. */
export const hold = (text: string): string =>
  text.replaceAll(/\\([:#={}~n\\])/g, (_, character: string) => holders.get(character === 'n' ? '\n' : character) ?? character);

/** Holds control characters that stand in a text as they are: for markup that forgot its backslashes. */
export const holdRaw = (text: string): string => text.replaceAll(/[:#={}~]/g, (character) => holders.get(character) ?? character);

/** The text that was meant. */
export const release = (text: string): string =>
  text.replaceAll(/[\ufdd0-\ufdd7]/g, (holder) => escaped[holder.charCodeAt(0) - heldBase] ?? holder);

/** Characters that no text of a question may hold, half surrogate pairs among them; vertical tab and form feed, which word processors leave, are white space instead. */
const forbidden = /[\p{Surrogate}\u0000-\u0008\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/gu;

/** A line without forbidden characters, well formed. */
export const clean = (line: string): string => line.replaceAll(/[\v\f]/g, ' ').replaceAll(forbidden, '');
