import QRCode from 'qrcode';
import { certificateWords, type CertificateWords } from './certificate.entity.js';
import { drawCode, drawSeal } from './ornament.service.js';
import { artifact, page, sizeFor, sizes, tagged, type Font, type Sheet } from './sheet.service.js';

const top = 424;
const codeSide = 108;

/** How anybody can check it: code, address and number at the left, issuer and date at the right, the seal between the two. */
export const drawFoot = (sheet: Sheet): void => {
  code(sheet);
  checks(sheet);
  artifact(sheet, () => drawSeal(sheet.doc, sheet.colours, { x: 516, y: top + codeSide / 2 }, 42));
  signed(sheet, sheet.words.issuedOn, sheet.content.issuedOn, top + 18);
  signed(sheet, sheet.words.issuer, sheet.content.issuer, top + 66);
};

const code = (sheet: Sheet): void => {
  const { verifyUrl } = sheet.content;
  const { modules } = QRCode.create(verifyUrl, { errorCorrectionLevel: 'M' });
  const bbox = [page.left, top, page.left + codeSide, top + codeSide];
  tagged(sheet, 'Figure', { alt: `${sheet.words.code}: ${verifyUrl}`, bbox, placement: 'Block' }, () =>
    drawCode(sheet.doc, modules, { x: page.left, y: top }, codeSide),
  );
};

const checks = (sheet: Sheet): void => {
  const { content, words, colours } = sheet;
  const [x, width] = [page.left + codeSide + 8, 266];
  const small = { font: 'sans', size: 6.8, colour: colours.grey, x, width } as const;
  const size = sizeFor(sheet.doc, content.verifyUrl, 'sans', width, sizes(8.5, 6));
  const plain = { ...small, size: 8, colour: colours.ink };
  let y = line(sheet, { text: words.verify, font: 'bold', size: 10.5, colour: colours.main, x, width, y: top + 6 });
  y = line(sheet, { ...small, text: otherLanguages(words), y: y + 1 });
  y = line(sheet, { ...plain, size, text: content.verifyUrl, y: y + 5 });
  y = line(sheet, { ...plain, text: `${words.number}  ${content.number}`, y: y + 4 });
  line(sheet, { ...small, text: words.note, y: y + 5 });
};

/** What is written on a line, and under the line what it is. */
const signed = (sheet: Sheet, label: string, value: string, y: number): void => {
  const [x, width] = [582, page.right - 582];
  const { colours } = sheet;
  const size = sizeFor(sheet.doc, value, 'serif', width, sizes(11, 5));
  line(sheet, { text: value, font: 'serif', size, colour: colours.ink, x, width, y: y + 12 - size, align: 'center' });
  artifact(sheet, () => {
    sheet.doc
      .lineWidth(0.7)
      .strokeColor(colours.gold)
      .moveTo(x, y + 17)
      .lineTo(x + width, y + 17)
      .stroke();
  });
  line(sheet, { text: label, font: 'sans', size: 7.5, colour: colours.grey, x, width, y: y + 20, align: 'center' });
};

interface Line {
  readonly text: string;
  readonly font: Font;
  readonly size: number;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'center';
}

/** Writes a paragraph; returns where it ends. */
const line = (sheet: Sheet, { text, font, size, colour, x, y, width, align = 'left' }: Line): number => {
  tagged(sheet, 'P', {}, () => sheet.doc.font(font).fontSize(size).fillColor(colour).text(text, x, y, { width, align, lineGap: 1 }));
  return sheet.doc.y;
};

/** "Verify this certificate" in the languages that the certificate is not in. */
const otherLanguages = (words: CertificateWords): string =>
  Object.values(certificateWords)
    .map(({ verify }) => verify)
    .filter((verify) => verify !== words.verify)
    .join('  ·  ');
