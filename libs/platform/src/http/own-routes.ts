import type { IncomingMessage, ServerResponse } from 'node:http';
import { MikroORM } from '@mikro-orm/postgresql';
import type { OpenHouse } from './house-app.js';
import { metrics } from './metrics.js';
import { openApiOf } from './openapi.js';
import type { OwnRoutes } from './serve.js';

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .end(JSON.stringify(body));
};

/** /health/live: the process runs. /health/ready: each house reaches the database as its own role. */
export const ownRoutes = (houses: readonly OpenHouse[], alive: () => boolean = () => true): OwnRoutes => {
  let document: string | undefined;
  return new Map([
    [
      '/health/live',
      (_: IncomingMessage, response: ServerResponse) => json(response, alive() ? 200 : 503, { state: alive() ? 'live' : 'stalled' }),
    ],
    [
      '/health/ready',
      (_: IncomingMessage, response: ServerResponse) => void ready(houses).then((state) => json(response, state.ready ? 200 : 503, state)),
    ],
    [
      '/metrics',
      (_: IncomingMessage, response: ServerResponse) =>
        void metrics.metrics().then((text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text)),
    ],
    [
      '/api/openapi.json',
      (_: IncomingMessage, response: ServerResponse) => {
        document ??= JSON.stringify(openApiOf(houses));
        response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' }).end(document);
      },
    ],
  ]);
};

const ready = async (houses: readonly OpenHouse[]): Promise<{ ready: boolean; houses: Record<string, boolean> }> => {
  const states = await Promise.all(
    houses.map(async ({ name, app }) => {
      const reached = await app
        .get(MikroORM)
        .em.fork()
        .execute('select 1')
        .then(
          () => true,
          () => false,
        );
      return [name, reached] as const;
    }),
  );
  return { ready: states.every(([, reached]) => reached), houses: Object.fromEntries(states) };
};
