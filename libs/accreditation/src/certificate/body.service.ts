import { localeOf } from '../credential/achievement.entity.js';
import { logoBox, type LogoPicture } from './logo.service.js';
import { drawRule } from './ornament.service.js';
import { artifact, page, sizes, tagged, type Font, type Sheet } from './sheet.service.js';

/** A piece of text that stands in the middle of the page. */
interface Block {
  readonly tag: 'H1' | 'H2' | 'P';
  readonly text: string;
  readonly font: Font;
  readonly colour: string;
  /** Sizes in points to try, largest first: the first that needs no more than `lines` lines is taken. */
  readonly sizes: readonly number[];
  readonly lines: number;
  readonly width: number;
  /** Room between letters, in points. */
  readonly spacing?: number;
  /** Room above, in points. */
  readonly above: number;
  readonly lang?: string;
  /** An ornament under the text: a rule with its diamond, or a plain line. */
  readonly under?: keyof typeof underRoom;
}

const underRoom = { none: 0, rule: 16, line: 7 } as const;
const lineGap = 2;
/** Where the body may stand: between border and foot. */
const [top, room] = [56, 356];

/** Who did what: blocks one below the other, together in the middle of their room. */
export const drawBody = (sheet: Sheet): void => {
  const measured = blocksOf(sheet).map((block) => ({ block, ...measure(sheet.doc, block) }));
  const height = measured.reduce((sum, { block, tall }) => sum + block.above + tall + underRoom[block.under ?? 'none'], 0);
  const logo = sheet.logo && sizeOf(sheet.logo, room - height - logoGap);
  let y = top + Math.max(0, (room - height - (logo ? logo.height + logoGap : 0)) / 2);
  if (sheet.logo && logo) {
    drawLogo(sheet, sheet.logo, { ...logo, y });
    y += logo.height + logoGap;
  }
  for (const { block, size, tall } of measured) {
    y += block.above;
    write(sheet, block, { size, tall, y });
    y += tall + underRoom[block.under ?? 'none'];
    if (block.under) underline(sheet, block.under, y - underRoom[block.under] / 2);
  }
};

interface Size {
  width: number;
  height: number;
}
const logoGap = 10;
/** What stays legible; a title of many lines takes the room that the logo would like. */
const leastLogo = 22;

/** As large as its box and the spare room allow, in points. */
const sizeOf = ({ width, height }: LogoPicture, spare: number): Size => {
  const tall = Math.min(logoBox.height, Math.max(leastLogo, spare));
  const scale = Math.min(logoBox.width / width, tall / height);
  return { width: width * scale, height: height * scale };
};

/** The picture is compressed already: each document takes it as it is. */
const drawLogo = (sheet: Sheet, { width, height, pixels }: LogoPicture, size: Size & { y: number }): void => {
  const entries = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' };
  const obj = sheet.doc.ref({ ...entries, Filter: 'FlateDecode' });
  obj.end(pixels);
  const x = page.middle - size.width / 2;
  const bbox = [x, size.y, x + size.width, size.y + size.height];
  tagged(sheet, 'Figure', { alt: sheet.content.network, bbox, placement: 'Block' }, () =>
    sheet.doc.image({ width, height, label: 'Logo', obj } as never, x, size.y, { width: size.width, height: size.height }),
  );
};

const blocksOf = ({ content, words, colours }: Sheet): Block[] => {
  const { main, ink, grey } = colours;
  const locale = localeOf(content.language);
  const plain = { tag: 'P', font: 'italic', colour: grey, sizes: [13], lines: 1, width: 640 } as const;
  const loud = { font: 'bold', colour: main, lines: 1, width: 660 } as const;
  const hours = content.hours === '' ? [] : [`${words.duration} ${content.hours}`];
  const facts = [...hours, `${words.completedOn} ${content.completedOn}`].join('   ·   ');
  return [
    { ...loud, tag: 'P', font: 'serif', text: content.network.toLocaleUpperCase(locale), sizes: sizes(11, 8), spacing: 0.9, above: 0 },
    ...(content.institution === null ? [] : [{ ...plain, text: content.institution, colour: ink, sizes: sizes(13, 9), above: 5 }]),
    { ...loud, tag: 'H1', text: words.heading.toLocaleUpperCase(locale), sizes: [37], spacing: 3, above: 14, under: 'rule' },
    { ...plain, text: words.certifies, above: 6 },
    {
      ...loud,
      tag: 'H2',
      text: content.holder,
      colour: ink,
      sizes: sizes(30, 14),
      lines: content.holder.length > 44 ? 2 : 1,
      above: 7,
      under: 'line',
    },
    { ...plain, text: words.completed, above: 7 },
    {
      ...loud,
      tag: 'H2',
      text: content.course,
      sizes: sizes(21, 10),
      lines: linesFor(content.course),
      width: 620,
      above: 8,
      lang: localeOf(content.courseLanguage),
    },
    { ...plain, text: facts, font: 'serif', colour: ink, sizes: sizes(11.5, 9), above: 10 },
  ];
};

/** Long titles get more lines, so that they need not be set small. */
const linesFor = (title: string): number => (title.length <= 110 ? 2 : title.length <= 210 ? 3 : 4);

/** The size that fits, and how tall the text is with it. */
const measure = (doc: PDFKit.PDFDocument, block: Block): { size: number; tall: number } => {
  const options = { width: block.width, characterSpacing: block.spacing ?? 0, lineGap };
  const tallAt = (size: number): number => doc.font(block.font).fontSize(size).heightOfString(block.text, options);
  const roomAt = (size: number): number => (doc.font(block.font).fontSize(size).currentLineHeight(true) + lineGap) * block.lines;
  const size = block.sizes.find((each) => tallAt(each) <= roomAt(each) + 1) ?? block.sizes.at(-1)!;
  return { size, tall: Math.min(tallAt(size), roomAt(size)) };
};

const write = (sheet: Sheet, block: Block, { size, tall, y }: { size: number; tall: number; y: number }): void => {
  const spacing = block.spacing ?? 0;
  // A letter's spacing stands behind it, so that a line ends with room: half of it moves the line back to the middle.
  const x = page.middle - block.width / 2 + spacing / 2;
  tagged(sheet, block.tag, block.lang === undefined ? {} : { lang: block.lang }, () =>
    sheet.doc
      .font(block.font)
      .fontSize(size)
      .fillColor(block.colour)
      .text(block.text, x, y, {
        width: block.width,
        height: tall + 1,
        align: 'center',
        characterSpacing: spacing,
        lineGap,
        ellipsis: true,
      }),
  );
};

const underline = (sheet: Sheet, kind: 'none' | 'rule' | 'line', y: number): void =>
  artifact(sheet, () => {
    if (kind === 'rule') return drawRule(sheet.doc, sheet.colours, { x: page.middle, y }, 250);
    return sheet.doc
      .lineWidth(0.7)
      .strokeColor(sheet.colours.gold)
      .moveTo(page.middle - 230, y)
      .lineTo(page.middle + 230, y)
      .stroke();
  });
