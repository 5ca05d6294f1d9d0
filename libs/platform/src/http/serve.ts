import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { problemText } from '@aula/contracts';
import type { Settings } from '../settings/settings.js';
import type { OpenHouse } from './house-app.js';
import { hostOf, isContentHost, languageOf } from './request.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;
/** Answers that belong to the process and no house: health, metrics, the API's document. */
export type OwnRoutes = ReadonlyMap<string, Handle>;

/** Sends each request to its house: by host (content), by path (`/api/<house>`), the rest to the pages. */
export const dispatcher = (
  houses: readonly OpenHouse[],
  own: OwnRoutes,
  pages: FastifyInstance | undefined,
  settings: Settings,
): Handle => {
  const byName = new Map(houses.map(({ name, handle }) => [name, handle]));
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    const house = isContentHost(hostOf(request), settings.contentDomain) ? 'content' : houseOf(path);
    const handle = house ? byName.get(house) : (own.get(path) ?? (pages && ((req, res) => pages.routing(req, res))));
    if (handle) return handle(request, response);
    return nowhere(request, response);
  };
};

const nowhere: Handle = (request, response) => {
  const sentence = problemText('not-found', languageOf(request.headers['accept-language']));
  const problem = { type: 'urn:aula:problem:not-found', title: sentence, status: 404, detail: sentence, code: 'not-found' };
  response.writeHead(404, { 'content-type': 'application/problem+json; charset=utf-8' }).end(JSON.stringify(problem));
};

/** The house that answers a path; the issuer's DID document stands at a fixed place of the origin. */
const houseOf = (path: string): string | undefined =>
  path === '/.well-known/did.json' ? 'accreditation' : /^\/api\/([a-z]+)(?:\/|$)/.exec(path)?.[1];

/** Listens. Throws an Error that names the port when it is taken. */
export const listen = async (handle: Handle, settings: Pick<Settings, 'port' | 'host'>): Promise<Server> => {
  const server = http.createServer({ requestTimeout: 600_000, headersTimeout: 60_000, keepAliveTimeout: 72_000 }, handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`cannot listen on ${settings.host}:${settings.port}: ${error.message}`)));
    server.listen(settings.port, settings.host, resolve);
  });
  return server;
};

/** ms for requests in flight; shorter than the limit of closing as a whole (stop.ts). */
const drainMs = 7_000;

/** Takes no new connections, lets requests in flight finish, then closes. */
export const drain = async (server: Server): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([closed, sleep(drainMs, undefined, { ref: false })]);
  server.closeAllConnections();
};
