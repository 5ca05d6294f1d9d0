/** A text with what is selected in it. */
export interface Marked {
  text: string;
  from: number;
  to: number;
}
/** What takes the place of `from` to `to`, and what is selected then. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  select: [number, number];
}

/** Puts `mark` around the selection, or takes it away where it stands; `sample` is what is marked when nothing is selected. */
export const around =
  (mark: string, sample: string) =>
  ({ text, from, to }: Marked): Edit => {
    const chosen = text.slice(from, to);
    const size = mark.length;
    if (chosen && text.slice(from - size, from) === mark && text.slice(to, to + size) === mark)
      return { from: from - size, to: to + size, insert: chosen, select: [from - size, to - size] };
    const inner = chosen || sample;
    return { from, to, insert: `${mark}${inner}${mark}`, select: [from + size, from + size + inner.length] };
  };

/** Begins each line of the selection with a sign, or takes it away where all lines have it. `number`: the lines are counted. */
export const lines =
  (sign: string, { number = false } = {}) =>
  ({ text, from, to }: Marked): Edit => {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const next = text.indexOf('\n', to);
    const end = next === -1 ? text.length : next;
    const chosen = text.slice(start, end).split('\n');
    const signOf = (at: number): string => (number ? `${String(at + 1)}. ` : sign);
    const all = chosen.every((each, at) => each.startsWith(signOf(at)));
    const insert = chosen.map((each, at) => (all ? each.slice(signOf(at).length) : `${signOf(at)}${each}`)).join('\n');
    return { from: start, to: end, insert, select: [start, start + insert.length] };
  };

/** A link on the selection; its address is what is to be typed next. */
export const link =
  (sample: string) =>
  ({ text, from, to }: Marked): Edit => {
    const words = text.slice(from, to) || sample;
    const insert = `[${words}](https://)`;
    return { from, to, insert, select: [from + insert.length - 1, from + insert.length - 1] };
  };

/** `block` as a paragraph of its own behind the selection. */
export const paragraph =
  (block: string) =>
  ({ text, to }: Marked): Edit => {
    const before = text.slice(0, to);
    const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    const insert = `${gap}${block}\n\n`;
    return { from: to, to, insert, select: [to + insert.length, to + insert.length] };
  };

/** Markdown for an image or a video; brackets would end its description. */
export const pictureOf = (description: string, address: string): string => `![${description.replace(/[[\]\n]/g, ' ').trim()}](${address})`;
