import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { CertificateContent, CertificateWords } from './certificate.entity.js';
import type { LogoPicture } from './logo.service.js';
import type { Colours } from './ornament.service.js';

/** The page that is being drawn. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** Root of the structure that readers' software follows. */
  readonly root: PDFKit.PDFStructureElement;
  readonly content: CertificateContent;
  readonly words: CertificateWords;
  readonly colours: Colours;
  readonly logo: LogoPicture | null;
}

/** A4 across, in points. */
export const page = { width: 841.89, height: 595.28, left: 78, right: 763.89, middle: 841.89 / 2 };

const require = createRequire(import.meta.url);
const files = {
  serif: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf'),
  italic: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif-Italic.ttf'),
  sans: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
} as const;
export type Font = keyof typeof files;
/** Parsed at the first certificate and shared by all, which is most of the work; what a certificate uses of them is embedded in it. */
const parsed = new Map<Font, ReturnType<typeof create>>();

/** Makes the fonts known to a document by their short names. */
export const registerFonts = (doc: PDFKit.PDFDocument): void => {
  for (const name of Object.keys(files) as Font[]) {
    const font = parsed.get(name) ?? create(readFileSync(files[name]));
    parsed.set(name, font);
    doc.registerFont(name, font as never); // a parsed font is taken as well; the types do not say so
  }
};

/** Sizes to try, largest first, half a point apart. */
export const sizes = (from: number, to: number): number[] => Array.from({ length: (from - to) * 2 + 1 }, (_, step) => from - step / 2);

/** The largest size at which a text stands on one line; the smallest when it does at none. */
export const sizeFor = (doc: PDFKit.PDFDocument, text: string, font: Font, width: number, tried: readonly number[]): number => {
  const perPoint = doc.font(font).fontSize(100).widthOfString(text) / 100;
  return tried.find((size) => perPoint * size <= width) ?? tried.at(-1)!;
};

/** Draws a part of the content: tagged, so that it is read out in its place and language. */
export const tagged = ({ doc, root }: Sheet, tag: string, options: object, draw: () => unknown): void => {
  root.add(doc.struct(tag, options, () => void draw()));
};

/** Draws an ornament, which readers' software passes over. */
export const artifact = ({ doc }: Pick<Sheet, 'doc'>, draw: () => unknown): void => {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
};
