import path from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import fastifyStatic from '@fastify/static';
import { Language, type BrandView } from '@aula/contracts';
import type { PageAsked, PublicPage, PublicPages } from '../house.js';
import type { Runtime } from '../runtime.js';
import type { Settings } from '../settings/settings.js';
import { installedFiles, type Look } from './installed.js';
import { academyName } from '../settings/live.js';
import { academyHeaders } from './hooks.js';
import { sendProblem } from './problem.filter.js';
import { languageOf, type AulaRequest } from './request.js';

/** Pages run our scripts only; styles may be inline because the component library sets them on elements. */
const pagePolicy = (contentDomain: string): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' https:",
    `frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com http://*.${contentDomain}:* https://*.${contentDomain}`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What is written into the start page. */
interface Written {
  known: readonly PublicPages[];
  look: Look;
}

/**
 * The web application: hashed assets for ever, any other address the start page, with the academy's name and look and what a house knows
 * of that page written into it. Undefined where it was not built.
 */
export const openPages = async (
  settings: Pick<Settings, 'webDist' | 'contentDomain' | 'publicUrl'>,
  { known, look }: Written,
  { ids, log }: Pick<Runtime, 'ids' | 'log'>,
): Promise<FastifyInstance | undefined> => {
  const dist = settings.webDist;
  if (!dist || !existsSync(path.join(dist, 'index.html'))) return undefined;
  const sorry = (error: Error, request: FastifyRequest, reply: FastifyReply): void =>
    sendProblem(error, request as AulaRequest, reply.headers(headers), log);
  const headers = { ...academyHeaders(settings), 'content-security-policy': pagePolicy(settings.contentDomain) };
  const app = fastify({ genReqId: () => ids.next(), frameworkErrors: sorry, routerOptions: { ignoreDuplicateSlashes: true } });
  app.setErrorHandler(sorry);
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  await app.register(fastifyStatic, {
    root: path.resolve(dist),
    index: false,
    cacheControl: false,
    preCompressed: true, // as the build laid them beside the files
    setHeaders: (reply, file) => {
      const forEver = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const start = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const pages = { start, known, look };
  installedFiles(app, dist, look);
  app.get('/', (request, reply) => answer(request, reply, pages));
  app.setNotFoundHandler((request, reply) => answer(request, reply, pages));
  await app.ready();
  return app;
};

interface Pages extends Written {
  /** The start page as it was built. */
  start: string;
}

const answer = async (request: FastifyRequest, reply: FastifyReply, { start: built, known, look }: Pages): Promise<FastifyReply> => {
  const [pathname = '', query] = request.url.split('?', 2); // no URL: `//` is a path here, and none there
  void reply.header('cache-control', 'no-cache');
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply.code(404).send();
  if (/\.\w+$/.test(pathname)) {
    const file = await first(known, (pages) => pages.file(pathname));
    return file ? reply.type(file.contentType).send(file.body) : reply.code(404).send();
  }
  if (pathname.startsWith('/v/')) void reply.header('x-robots-tag', 'noindex');
  const wished = Language.safeParse(new URLSearchParams(query).get('lang')).data;
  const language = languageOf(request.headers['accept-language']);
  const brand = await look.brand().catch(() => undefined);
  const asked: PageAsked = { path: pathname, wished, language, academy: academyName(brand, wished ?? language) };
  const page = await first(known, (pages) => pages.page(asked));
  const start = branded(built, brand);
  return reply
    .type('text/html; charset=utf-8')
    .header('vary', 'accept-language')
    .send(page ? filled(start, page) : start);
};

/** The first answer of a house. Without a database the page comes as it was built: the application says what is wrong. */
const first = async <T>(known: readonly PublicPages[], ask: (pages: PublicPages) => Promise<T | undefined>): Promise<T | undefined> =>
  (await Promise.all(known.map((pages) => ask(pages).catch(() => undefined)))).find((found) => found !== undefined);

/** Until the application has started, what the server wrote is read in its place. */
const bodyStyle = 'max-width:44rem;margin:2rem auto;padding:0 1rem;font-family:system-ui,sans-serif;line-height:1.5';

const filled = (start: string, { locale, head, body }: PublicPage): string =>
  start
    .replace(/<html lang="[^"]*">/, () => `<html lang="${locale}">`)
    .replace(/\s*<meta name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('<div id="root"></div>', () => `<div id="root"><main style="${bodyStyle}">${body}</main></div>`);

/** The start page with the academy's name and look in it, so that nothing else shows first. The page reads the `meta`. */
const branded = (page: string, brand: BrandView | undefined): string => {
  if (!brand) return page;
  const color = brand.palette?.[8];
  const named = page
    .replace('<title>Aula</title>', () => `<title>${written(academyName(brand, brand.language))}</title>`)
    .replace('</title>', () => `</title>\n    <meta name="aula-brand" content="${written(JSON.stringify(brand))}" />`);
  return color ? named.replace(/(media="\(prefers-color-scheme: light\)" content=")#[\da-f]{6}/, `$1${color}`) : named;
};

const written = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
