import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languages, type BrandView, type Language } from '@aula/contracts';
import { draw } from '../drawing.js';
import { academyName } from '../settings/live.js';

interface Logo {
  type: string;
  bytes: Buffer;
}
/** How the academy looks at this moment. */
export interface Look {
  brand(): Promise<BrandView>;
  logo(): Promise<Logo | undefined>;
}

/** Icons by address. `round`: radius of the corners, `room`: side of the square that the logo may fill; both of 64. */
const icons = {
  '/icon.svg': { round: 14, room: 46 },
  '/icon-180.png': { pixels: 180, round: 0, room: 46 }, // iOS cuts the corners itself
  '/icon-192.png': { pixels: 192, round: 14, room: 46 },
  '/icon-512.png': { pixels: 512, round: 14, room: 46 },
  '/icon-maskable-512.png': { pixels: 512, round: 0, room: 36 }, // a circle of 80 % is all that is sure to be seen
} as const;
type Icon = (typeof icons)[keyof typeof icons];

/**
 * What the academy shows of itself once it is installed, and in the tab of a browser: the manifest (W3C Web Application Manifest) and the
 * icons as they were built, with the academy's name, colour and logo in them. Both follow a change at once and are asked for again by ETag.
 */
export const installedFiles = (app: FastifyInstance, dist: string, look: Look): void => {
  const built = (address: string) => path.join(dist, address);
  if (!existsSync(built('app.webmanifest'))) return;
  const manifest = new Made((brand) => Promise.resolve(manifestOf(readFileSync(built('app.webmanifest'), 'utf8'), brand)));
  app.get('/app.webmanifest', (request, reply) => send(request, reply, { look, made: manifest, type: 'application/manifest+json' }));
  for (const [address, icon] of Object.entries(icons)) {
    const made = new Made(async (brand) => {
      if (brand.logo === null && brand.palette === null) return readFileSync(built(address));
      return iconOf(icon, brand.palette?.[8], brand.logo === null ? undefined : await look.logo());
    });
    const type = 'pixels' in icon ? 'image/png' : 'image/svg+xml';
    app.get(address, (request, reply) => send(request, reply, { look, made, type }));
  }
};

/** One file for each look, made when it is first asked for. */
class Made {
  private kept: { revision: number; file: Promise<string | Buffer> } | undefined;

  constructor(private readonly make: (brand: BrandView) => Promise<string | Buffer>) {}

  of(brand: BrandView): Promise<string | Buffer> {
    if (this.kept?.revision === brand.revision) return this.kept.file;
    const file = this.make(brand);
    this.kept = { revision: brand.revision, file };
    file.catch(() => (this.kept = undefined)); // the database was away: whoever asks next tries again
    return file;
  }
}

/** Without a database it comes as it was built. */
const plain: BrandView = {
  ...{ revision: -1, name: null, logo: null, palette: null, language: 'es', welcome: null },
  support: { email: null, phone: null, url: null },
};

interface Sent {
  look: Look;
  made: Made;
  type: string;
}
const send = async (request: FastifyRequest, reply: FastifyReply, { look, made, type }: Sent): Promise<FastifyReply> => {
  const brand = await look.brand().catch(() => plain);
  const file = await made.of(brand);
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ etag, 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; img-src data:; sandbox" });
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(file);
};

/** The icon with the logo on white, or the academy's mark in its colour where there is none that can be drawn. */
const iconOf = async (icon: Icon, color: string | undefined, logo: Logo | undefined): Promise<string | Buffer> => {
  const shown = logo && (await shows(logo)) ? logo : undefined;
  const svg = framed(icon, shown ? '#ffffff' : (color ?? '#0f4c57'), shown ? pictureOf(shown, icon.room) : markOf(icon.room));
  return 'pixels' in icon ? (await draw(svg, { fit: { side: 'width', pixels: icon.pixels } })).png : svg;
};

const framed = ({ round }: Pick<Icon, 'round'>, ground: string, inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${round}" fill="${ground}"/>${inner}</svg>`;

const pictureOf = ({ type, bytes }: Logo, room: number): string => {
  const from = (64 - room) / 2;
  return `<image x="${from}" y="${from}" width="${room}" height="${room}" href="data:${type};base64,${bytes.toString('base64')}"/>`;
};

const markOf = (room: number): string => `<g transform="translate(32 32) scale(${room / 46}) translate(-32 -32)">${mark}</g>`;

/** Something of the logo is to be seen on white. */
const shows = async (logo: Logo): Promise<boolean> => {
  const trial = framed({ round: 0 }, '#ffffff', pictureOf(logo, 46));
  const drawn = await draw(trial, { fit: { side: 'width', pixels: 64 } }).catch(() => undefined);
  return drawn?.pixels.some((part) => part !== 255) ?? false;
};

/** As in `icon.svg`. */
const mark =
  '<path d="M12 50V30a20 20 0 0 1 40 0v20H42V30a10 10 0 0 0-20 0v20z" fill="#fff"/><path d="M29 50V31a3 3 0 0 1 6 0v19z" fill="#f2b84b"/>';

interface Localized {
  name: string;
  name_localized?: Record<string, string>;
}
interface Manifest extends Localized {
  short_name: string;
  lang: string;
  theme_color: string;
  description: string;
  description_localized: Record<string, string>;
  icons: { src: string }[];
  shortcuts: Localized[];
}
const locales: Readonly<Record<Language, string>> = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' };

/** The manifest in the academy's language. An icon's address changes with the look: that is how browsers know of a new one. */
const manifestOf = (built: string, brand: BrandView): string => {
  const manifest = JSON.parse(built) as Manifest;
  if (brand.revision < 1) return built;
  const lang = locales[brand.language];
  const name = academyName(brand, brand.language);
  const named = Object.fromEntries(languages.map((each) => [locales[each], academyName(brand, each)]));
  const localized = (shortcut: Localized): Localized => ({
    ...shortcut,
    name: shortcut.name_localized?.[lang] ?? shortcut.name,
    name_localized: { es: shortcut.name, ...shortcut.name_localized },
  });
  return JSON.stringify({
    ...manifest,
    ...{ name, short_name: name, lang, name_localized: named, short_name_localized: named },
    description: manifest.description_localized[lang] ?? manifest.description,
    theme_color: brand.palette?.[8] ?? manifest.theme_color,
    icons: manifest.icons.map((icon) => ({ ...icon, src: `${icon.src}?v=${brand.revision}` })),
    shortcuts: manifest.shortcuts.map(localized),
  });
};
