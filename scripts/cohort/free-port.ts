import { createServer } from 'node:net';

/** A free port below Linux's range of client ports. */
export const freePort = async (): Promise<number> => {
  const port = 25_000 + Math.floor(Math.random() * 5_000);
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  if (!free) return freePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
};
