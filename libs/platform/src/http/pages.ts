import path from 'node:path';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import fastify, { type FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';
import { inLanguage, type BrandView } from '@aula/contracts';
import { academyHeaders } from './hooks.js';

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

/** The web application: hashed assets for ever, any other address the start page. Undefined where it was not built. */
export const openPages = async (
  dist: string | undefined,
  contentDomain: string,
  brand: () => Promise<BrandView>,
): Promise<FastifyInstance | undefined> => {
  if (!dist || !existsSync(path.join(dist, 'index.html'))) return undefined;
  const app = fastify();
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers({ ...academyHeaders, 'content-security-policy': pagePolicy(contentDomain) });
    done();
  });
  const start = await readFile(path.join(dist, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    index: false,
    root: path.resolve(dist),
    cacheControl: false,
    setHeaders: (reply, file) => {
      const forEver = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /\.\w+$/.test(request.url.split('?', 1)[0]!)) return reply.code(404).send();
    if (request.url.startsWith('/v/')) void reply.header('x-robots-tag', 'noindex');
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(branded(start, await brand().catch(() => undefined)));
  });
  await app.ready();
  return app;
};

/** The start page with the academy's name and look in it, so that nothing else shows first. The page reads the `meta`. */
const branded = (page: string, brand: BrandView | undefined): string => {
  if (!brand) return page;
  const color = brand.palette?.[8];
  const named = page
    .replace('<title>Aula</title>', () => `<title>${written(brand.name ? inLanguage(brand.name, brand.language) : 'Aula')}</title>`)
    .replace('</title>', () => `</title>\n    <meta name="aula-brand" content="${written(JSON.stringify(brand))}" />`);
  return color ? named.replace(/(media="\(prefers-color-scheme: light\)" content=")#[\da-f]{6}/, `$1${color}`) : named;
};

const written = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
