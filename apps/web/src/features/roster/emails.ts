/** An e-mail address within a row. */
const address = /[^\s,;<>()[\]"']+@[^\s,;<>()[\]"']+\.[^\s,;<>()[\]"'.]+/;
/** Most that is told of a row. */
const longest = 320;

/**
 * The rows of a pasted text or of a spreadsheet's CSV with what names a person in each: the address in lower case or, in a row without
 * one, the row itself, where digits or a single word may be the force's id; '' where nothing can. Empty rows are left out, and so is a
 * heading: a first row of mere words above one that names somebody. `row` counts from 1, as the spreadsheet does.
 */
export const rowsIn = (text: string): { row: number; text: string; named: string }[] => {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ row: at + 1, text: line.trim(), named: namedIn(line.trim()) }))
    .filter((each) => each.text !== '');
  const [first, second] = rows;
  return first && second && !telling.test(first.text) && telling.test(second.text) ? rows.slice(1) : rows;
};

const telling = /[@\d]/;

const namedIn = (row: string): string => {
  const found = address.exec(row.toLowerCase())?.[0];
  if (found !== undefined) return found;
  return /\d/.test(row) || /^[^\s,;]+$/.test(row) ? row.replaceAll('"', '').slice(0, longest) : '';
};
