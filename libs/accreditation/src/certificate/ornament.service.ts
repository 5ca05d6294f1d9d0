type Document = PDFKit.PDFDocument;
/** A place on the page, in points from its upper left corner. */
interface Point {
  readonly x: number;
  readonly y: number;
}

const usual = { main: '#14284b', gold: '#a8843a', pale: '#f4eedd', ink: '#1b2433', grey: '#56606e' } as const;
/** What a certificate is drawn in; `main` is the academy's colour where it has one. */
export type Colours = Readonly<Record<keyof typeof usual, string>>;
export const coloursOf = (main: string | null): Colours => ({ ...usual, ...(main !== null && { main }) });

/** The border: a line, a band of interwoven waves, a gold line, and a star in each corner. */
export const drawFrame = (doc: Document, colours: Colours, { width, height }: { width: number; height: number }): void => {
  const [outer, band, inner] = [20, 33, 46];
  doc
    .lineWidth(2.4)
    .strokeColor(colours.main)
    .rect(outer, outer, width - 2 * outer, height - 2 * outer)
    .stroke();
  drawBand(doc, colours, { width, height, inset: band });
  doc
    .lineWidth(0.8)
    .strokeColor(colours.gold)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke();
  for (const x of [band, width - band]) for (const y of [band, height - band]) drawCorner(doc, colours, { x, y });
};

const waves = 4;
/** About half a wave's length; a whole number of them fits each side. */
const halfWave = 9;
const amplitude = 8;
/** Half a corner's width: the band runs from corner to corner. */
const corner = 13;

/** Sine waves along the four sides, each a little behind the one before. */
const drawBand = (doc: Document, colours: Colours, { width, height, inset }: { width: number; height: number; inset: number }): void => {
  for (const y of [inset, height - inset]) {
    drawBraid(
      doc,
      colours,
      { x: inset + corner, y: y - amplitude - 1, width: width - 2 * (inset + corner), height: 2 * amplitude + 2 },
      'across',
    );
  }
  for (const x of [inset, width - inset]) {
    drawBraid(
      doc,
      colours,
      { x: x - amplitude - 1, y: inset + corner, width: 2 * amplitude + 2, height: height - 2 * (inset + corner) },
      'down',
    );
  }
};

/** The waves of one side; what stands out at its ends is cut off. */
const drawBraid = (
  doc: Document,
  colours: Colours,
  box: { x: number; y: number; width: number; height: number },
  direction: 'across' | 'down',
): void => {
  const length = direction === 'across' ? box.width : box.height;
  const half = length / Math.round(length / halfWave);
  const place = (along: number, off: number): Point =>
    direction === 'across' ? { x: box.x + along, y: box.y + box.height / 2 + off } : { x: box.x + box.width / 2 + off, y: box.y + along };
  doc.save().rect(box.x, box.y, box.width, box.height).clip();
  for (let wave = 0; wave < waves; wave += 1) {
    doc.lineWidth(0.45).strokeColor(wave % 2 === 0 ? colours.gold : colours.main);
    drawWave(doc, { from: half * ((2 * wave) / waves - 2), to: length, half }, place);
    doc.stroke();
  }
  doc.restore();
};

/** One wave as curves from top to top; a curve whose handles lie at 0.3642 of the half wave is a sine to the eye. */
const drawWave = (
  doc: Document,
  { from, to, half }: { from: number; to: number; half: number },
  place: (along: number, off: number) => Point,
): void => {
  const start = place(from, amplitude);
  doc.moveTo(start.x, start.y);
  let sign = 1;
  for (let along = from; along < to; along += half, sign = -sign) {
    const first = place(along + half * 0.3642, sign * amplitude);
    const second = place(along + half * 0.6358, -sign * amplitude);
    const end = place(along + half, -sign * amplitude);
    doc.bezierCurveTo(first.x, first.y, second.x, second.y, end.x, end.y);
  }
};

const drawCorner = (doc: Document, colours: Colours, { x, y }: Point): void => {
  doc.rect(x - corner, y - corner, corner * 2, corner * 2).fill(colours.main);
  doc
    .lineWidth(0.6)
    .strokeColor(colours.gold)
    .rect(x - 10.5, y - 10.5, 21, 21)
    .stroke();
  drawStar(doc, { x, y }, { points: 8, outer: 8.5, inner: 3.6 }).fill(colours.gold);
};

/** The path of a star, its first point up. */
const drawStar = (doc: Document, { x, y }: Point, { points, outer, inner }: { points: number; outer: number; inner: number }): Document => {
  for (let turn = 0; turn < points * 2; turn += 1) {
    const radius = turn % 2 === 0 ? outer : inner;
    const angle = (Math.PI * turn) / points - Math.PI / 2;
    const [cornerX, cornerY] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (turn === 0) doc.moveTo(cornerX, cornerY);
    else doc.lineTo(cornerX, cornerY);
  }
  return doc.closePath();
};

/** A rosette as on banknotes: one closed line, `petals` loops around a ring. */
export const drawRosette = (
  doc: Document,
  { x, y }: Point,
  { radius, depth, petals }: { radius: number; depth: number; petals: number },
): Document => {
  const steps = petals * 24;
  const turns = 5;
  for (let step = 0; step <= steps; step += 1) {
    const angle = (Math.PI * 2 * turns * step) / steps;
    const reach = radius - depth / 2 + (depth / 2) * Math.cos((petals / turns) * angle);
    const [pointX, pointY] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    if (step === 0) doc.moveTo(pointX, pointY);
    else doc.lineTo(pointX, pointY);
  }
  return doc.closePath();
};

/** The seal: rosettes, a ring and a star. An ornament; what proves anything is the signed document. */
export const drawSeal = (doc: Document, colours: Colours, centre: Point, radius: number): void => {
  drawStar(doc, centre, { points: 36, outer: radius, inner: radius * 0.93 }).fill(colours.gold);
  doc.circle(centre.x, centre.y, radius * 0.86).fill('#ffffff');
  doc.lineWidth(0.5).strokeColor(colours.gold);
  drawRosette(doc, centre, { radius: radius * 0.84, depth: radius * 0.36, petals: 48 }).stroke();
  doc.circle(centre.x, centre.y, radius * 0.5).fill(colours.main);
  doc
    .lineWidth(0.7)
    .strokeColor(colours.gold)
    .circle(centre.x, centre.y, radius * 0.44)
    .stroke();
  drawStar(doc, centre, { points: 5, outer: radius * 0.34, inner: radius * 0.14 }).fill(colours.gold);
};

/** A gold line with a diamond in its middle. */
export const drawRule = (doc: Document, colours: Colours, centre: Point, length: number): void => {
  const half = length / 2;
  doc.lineWidth(0.8).strokeColor(colours.gold);
  doc
    .moveTo(centre.x - half, centre.y)
    .lineTo(centre.x - 7, centre.y)
    .moveTo(centre.x + 7, centre.y)
    .lineTo(centre.x + half, centre.y)
    .stroke();
  drawStar(doc, centre, { points: 4, outer: 4.4, inner: 2.2 }).fill(colours.gold);
};

/** A QR code, dark on white with the quiet zone of four modules (ISO/IEC 18004); neighbouring modules of a row are one rectangle. */
export const drawCode = (
  doc: Document,
  modules: { size: number; get(row: number, column: number): number },
  { x, y }: Point,
  side: number,
): void => {
  const module = side / (modules.size + 8);
  doc.rect(x, y, side, side).fill('#ffffff');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      doc.rect(x + (start + 4) * module, y + (row + 4) * module, (column - start + 1) * module, module);
    }
  }
  doc.fill('#000000');
};
