import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The process's figures, in the Prometheus text format at /metrics. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const requestSeconds = new Histogram({
  name: 'aula_http_request_seconds',
  help: 'Duration of answered requests by house, method, route and status',
  labelNames: ['house', 'method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
  registers: [metrics],
});

/** Counts every answered request of a house; routes by their pattern, so that no id becomes a label. */
export const countRequests = (fastify: FastifyInstance, house: string): void => {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requestSeconds.observe({ house, method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    done();
  });
};

/** Counts a POST that a direct route answered; `from` by performance.now(). */
export const countDirect = ({ house, path }: { house: string; path: string }, status: number, from: number): void =>
  requestSeconds.observe({ house, method: 'POST', route: path, status: String(status) }, (performance.now() - from) / 1_000);

/** Counts a request that a house answered ahead of its routes; `from` by performance.now(). */
export const countShortcut = (house: string, { method = '' }: IncomingMessage, { statusCode }: ServerResponse, from: number): void =>
  requestSeconds.observe({ house, method, route: 'shortcut', status: String(statusCode) }, (performance.now() - from) / 1_000);
