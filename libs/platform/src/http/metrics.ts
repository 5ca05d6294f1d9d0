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
