import { crc32, deflateSync, inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import { extractText, getDocumentProxy } from 'unpdf';

export interface ReadPdf {
  text: string;
  info: Record<string, unknown>;
  xmpTitle: string | null;
  language: string | null;
  attachment: string;
  /** Tags in reading order, with the alternative text of figures. */
  tags: string[];
}
interface StructNode {
  role?: string;
  alt?: string;
  children?: StructNode[];
}

/** What a reader's software finds in a PDF. */
export const readPdf = async (pdf: Buffer): Promise<ReadPdf> => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  const { info, metadata } = await document.getMetadata();
  const tree = (await (await document.getPage(1)).getStructTree()) as unknown as StructNode;
  return {
    text,
    info: info as Record<string, unknown>,
    xmpTitle: (metadata as { get(name: string): string } | null)?.get('dc:title') ?? null,
    language: (info as { Language?: string }).Language ?? null,
    attachment: await attachmentOf(document, 'credential.json'),
    tags: tagsOf(tree),
  };
};

const attachmentOf = async (document: Awaited<ReturnType<typeof getDocumentProxy>>, name: string): Promise<string> => {
  const attached = await document.getAttachments();
  return attached?.has(name) ? Buffer.from((await document.getAttachmentContent(name)) as Uint8Array).toString() : '';
};

const tagsOf = ({ role, alt, children = [] }: StructNode): string[] => [
  ...(role && !['Root', 'Document'].includes(role) ? [alt ? `${role}: ${alt}` : role] : []),
  ...children.flatMap(tagsOf),
];

/** What a scanner reads from the QR code: the page's many rectangles of equal height, as a picture. */
export const scanned = (pdf: Buffer): string => {
  const rectangles = [...contentOf(pdf).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map(([, ...numbers]) => numbers.map(Number));
  const heights = [...new Set(rectangles.map(([, , , height]) => height!))];
  const [module, modules] = heights
    .map((height) => [height, rectangles.filter((each) => each[3] === height)] as const)
    .sort(([, a], [, b]) => b.length - a.length)[0]!;
  const [left, top] = [Math.min(...modules.map(([x]) => x!)), Math.min(...modules.map(([, y]) => y!))];
  const [scale, quiet, side] = [6, 4, 400];
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [x, y, width] of modules as [number, number, number][]) {
    const [row, column, run] = [(y - top) / module, (x - left) / module, width / module].map(Math.round) as [number, number, number];
    for (let py = (row + quiet) * scale; py < (row + quiet + 1) * scale; py += 1) {
      for (let px = (column + quiet) * scale; px < (column + quiet + run) * scale; px += 1)
        data.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
};

/** The drawing operators of the page. */
const contentOf = (pdf: Buffer): string => {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => Buffer.from(body!, 'latin1'));
  return streams.map(inflated).find((content) => content.includes(' re\n')) ?? '';
};

const inflated = (stream: Buffer): string => {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
};

/** The pictures in a PDF, as they are embedded. */
export const imagesOf = (pdf: Buffer): { width: number; height: number; bytes: Buffer }[] =>
  [...pdf.toString('latin1').matchAll(/obj\n(<<[^>]*\/Subtype \/Image[^>]*>>)\nstream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, entries = '', body = '']) => ({
      width: Number(/\/Width (\d+)/.exec(entries)![1]),
      height: Number(/\/Height (\d+)/.exec(entries)![1]),
      bytes: Buffer.from(body, 'latin1'),
    }),
  );

/** Whether anything on the page is drawn or written in the colour, `#rrggbb`. */
export const paints = (pdf: Buffer, color: string): boolean => {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return [...contentOf(pdf).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN|rg|RG)/g)].some(([, ...parts]) =>
    parts.every((part, at) => Math.abs(Number(part) - wanted[at]!) < 0.002),
  );
};

/** A PNG (ISO/IEC 15948) with an alpha channel, half of it see-through. */
export const aPicture = (width: number, height: number): Buffer => {
  const line = Buffer.concat([
    Buffer.from([0]),
    ...Array.from({ length: width }, (_, x) => Buffer.from([122, 31, 92, x % 2 === 0 ? 255 : 0])),
  ]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const lines = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
};
