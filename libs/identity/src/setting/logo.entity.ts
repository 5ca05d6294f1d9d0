import sanitizeHtml from 'sanitize-html';

export interface Logo {
  type: 'image/png' | 'image/svg+xml';
  bytes: Buffer;
}

const leastSide = 32;
const mostSide = 2_000;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The picture as it is kept, or undefined when it is none that is taken: PNG (ISO/IEC 15948) within size, or a drawing without anything that acts. */
export const logoOf = (sent: Buffer): Logo | undefined => {
  if (sent.subarray(0, 8).equals(signature)) return pngOf(sent);
  const text = sent.toString('utf8');
  return /^\uFEFF?\s*(<\?xml|<!--|<svg)/.test(text) ? svgOf(text) : undefined;
};

const pngOf = (bytes: Buffer): Logo | undefined => {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR' || !bytes.subarray(-8, -4).equals(Buffer.from('IEND')))
    return undefined;
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return sides.every((side) => side >= leastSide && side <= mostSide) ? { type: 'image/png', bytes } : undefined;
};

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'];
const structure = ['svg', 'g', 'defs', 'title', 'desc', 'symbol', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask'];
const places = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'dx', 'dy', 'd', 'points', 'width', 'height'];
const looks = [
  ...[
    'fill',
    'fill-opacity',
    'fill-rule',
    'stroke',
    'stroke-width',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-miterlimit',
    'stroke-opacity',
  ],
  ...['stroke-dasharray', 'opacity', 'color', 'clip-path', 'clip-rule', 'mask', 'stop-color', 'stop-opacity', 'offset', 'transform'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'letter-spacing', 'gradientUnits', 'gradientTransform', 'spreadMethod'],
  ...['clipPathUnits', 'maskUnits', 'maskContentUnits'],
];

/** What is left of a drawing: shapes and their looks; no scripts, styles, pictures, links, or addresses but those of its own parts. */
const svgOf = (text: string): Logo | undefined => {
  const clean = sanitizeHtml(text, {
    allowedTags: [...structure, ...shapes],
    allowedAttributes: { '*': [...places, ...looks, 'id'], svg: ['xmlns', 'viewBox', 'preserveAspectRatio', 'width', 'height', 'fill'] },
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'foreignObject'],
    parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
    transformTags: {
      '*': (tagName, attribs) => ({
        tagName,
        attribs: Object.fromEntries(Object.entries(attribs).filter(([, value]) => !/url\(\s*['"]?(?!#)|javascript:|data:/i.test(value))),
      }),
      svg: (tagName, attribs) => ({ tagName, attribs: { ...attribs, xmlns: 'http://www.w3.org/2000/svg' } }),
    },
  }).trim();
  const whole = /^<svg\b[^>]*>[\s\S]*<\/svg>$/.test(clean) && /\bviewBox="|\bwidth="/.test(clean);
  return whole ? { type: 'image/svg+xml', bytes: Buffer.from(clean) } : undefined;
};
