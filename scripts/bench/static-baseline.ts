import Fastify from 'fastify';
import fastifyStatic from '@fastify/static';

// The baseline of `static`: Fastify with @fastify/static, streaming from disk, to everybody. Its parent names the folder and hears the port.
const server = Fastify();
await server.register(fastifyStatic, { root: process.argv[2]!, immutable: true, maxAge: '1y' });
await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ port: (server.server.address() as { port: number }).port });
process.once('disconnect', () => process.exit());
