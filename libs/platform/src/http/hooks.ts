import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { withContext } from '../work/request-context.js';
import type { Settings } from '../settings/settings.js';
import { codingFor, encode, worthCoding } from './coding.js';
import { matchesTag } from './etag.js';
import { hostOf, isContentHost, languageOf, type AulaRequest } from './request.js';

/** Headers of every answer on the academy's own origin. The content origin has its own, set where packages are served. */
export const academyHeaders = ({ publicUrl }: Pick<Settings, 'publicUrl'>): Readonly<Record<string, string>> => ({
  ...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
});
const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** What every house's server does around a request: its language and context, security headers, ETag with 304, compression. */
export const addHooks = (fastify: FastifyInstance, settings: Settings): void => {
  fastify.decorateRequest('language', 'es');
  fastify.decorateRequest('actor', undefined);
  fastify.decorateRequest('tokenHash', undefined);
  fastify.decorateRequest('lacksFactor', false);
  fastify.decorateRequest('holder', undefined);
  const headers = { ...academyHeaders(settings), 'content-security-policy': apiPolicy };
  fastify.addHook('onRequest', (request, reply, done) => {
    (request as AulaRequest).language = languageOf(request.headers['accept-language']);
    void reply.header('x-request-id', request.id);
    if (!isContentHost(hostOf(request), settings.contentDomain)) void reply.headers(headers);
    withContext({ requestId: request.id, language: (request as AulaRequest).language }, done);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const taggable = request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string' && !reply.hasHeader('etag');
    if (!taggable) return done(null, payload);
    const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    void reply.header('etag', tag);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
    const worthIt = payload.length >= worthCoding;
    if (worthIt) void reply.header('vary', 'accept-encoding');
    if (matchesTag(request.headers['if-none-match'], tag)) {
      void reply.code(304);
      return done(null, '');
    }
    const coding = worthIt ? codingFor(request.headers['accept-encoding']?.toString()) : undefined;
    if (!coding) return done(null, payload);
    void reply.header('content-encoding', coding);
    encode(payload, coding).then((bytes) => done(null, bytes), done);
  });
};
