import { deflateSync } from 'node:zlib';
import { draw, shapeOf } from '@aula/platform';

/** The academy's logo as every certificate embeds it: opaque, compressed once. Sides in pixels. */
export interface LogoPicture {
  id: string;
  width: number;
  height: number;
  /** RGB, deflated (ISO 32000-1, 7.4.4). */
  pixels: Buffer;
}

/** Where a logo stands, in points; its picture has 300 dots to the inch. */
export const logoBox = { width: 200, height: 46 };
const dots = 300 / 72;

/** The picture of a logo, PNG or SVG, on the white of the paper. Rejects one that cannot be drawn, or shows nothing there. */
export const pictureOf = async (id: string, type: string, bytes: Buffer): Promise<LogoPicture> => {
  const drawing = type === 'image/png' ? framed(bytes) : bytes.toString('utf8');
  const side = (await shapeOf(drawing)) > logoBox.width / logoBox.height ? 'width' : 'height';
  const fit = { side, pixels: Math.round(logoBox[side] * dots) } as const;
  const { width, height, pixels } = await draw(drawing, { fit, background: '#ffffff' });
  const colours = withoutAlpha(pixels);
  if (colours.every((part) => part === 255)) throw new Error('nothing of the logo shows');
  return { id, width, height, pixels: deflateSync(colours, { level: 9 }) };
};

/** A PNG as the only thing in a drawing of its size (its sides: ISO/IEC 15948, 11.2.1). */
const framed = (bytes: Buffer): string => {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="data:image/png;base64,${bytes.toString('base64')}"/></svg>`;
};

const withoutAlpha = (rgba: Uint8Array): Buffer => {
  const rgb = Buffer.alloc((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) rgb.set(rgba.subarray(from, from + 3), to);
  return rgb;
};
