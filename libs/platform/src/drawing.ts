import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

/** A drawing made into pixels: RGBA and as PNG. Sides in pixels. */
export interface Drawn {
  width: number;
  height: number;
  pixels: Uint8Array;
  png: Buffer;
}
/** In which size, and on which ground; without a ground it stays see-through. */
export interface Drawing {
  fit: { side: 'width' | 'height'; pixels: number };
  background?: string;
}

const require = createRequire(import.meta.url);
let engine: Promise<Buffer[]> | undefined;
/** Starts the renderer once a process, which takes no second start; gives the fonts that drawings with text are set in. */
const started = (): Promise<Buffer[]> =>
  (engine ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(() =>
    ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSerif.ttf'].map((name) =>
      readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}`)),
    ),
  ));

/** Draws an SVG. Rejects what is none. */
export const draw = async (svg: string, { fit, background }: Drawing): Promise<Drawn> => {
  const fontBuffers = await started();
  const sized = new Resvg(svg, {
    fitTo: { mode: fit.side, value: fit.pixels },
    font: { fontBuffers, defaultFontFamily: 'DejaVu Sans' },
    ...(background !== undefined && { background }),
  });
  const picture = sized.render();
  try {
    return { width: picture.width, height: picture.height, pixels: Uint8Array.from(picture.pixels), png: Buffer.from(picture.asPng()) };
  } finally {
    picture.free();
    sized.free();
  }
};

/** Width by height of an SVG as it stands. Rejects what is none. */
export const shapeOf = async (svg: string): Promise<number> => {
  await started();
  const asItIs = new Resvg(svg);
  const shape = asItIs.width / asItIs.height;
  asItIs.free();
  return shape;
};
