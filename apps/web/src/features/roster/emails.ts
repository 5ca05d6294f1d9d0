/** An e-mail address within a row. */
const address = /[^\s,;<>()[\]"']+@[^\s,;<>()[\]"']+\.[^\s,;<>()[\]"'.]+/;

/**
 * The rows of a pasted text or of a spreadsheet's CSV with the address of each, in lower case; '' where a row has none. Empty rows are
 * left out, and so is a heading: a first row without an address above one that has one. `row` counts from 1, as the spreadsheet does.
 */
export const rowsIn = (text: string): { row: number; text: string; address: string }[] => {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ row: at + 1, text: line.trim(), address: address.exec(line.toLowerCase())?.[0] ?? '' }))
    .filter((each) => each.text !== '');
  const [first, second] = rows;
  return first?.address === '' && second && second.address !== '' ? rows.slice(1) : rows;
};
