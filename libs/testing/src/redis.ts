import { Redis } from 'ioredis';

/** Asks a Redis something as a client of its own. */
export const askRedis = async <T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> => {
  const client = new Redis(url);
  client.on('error', () => undefined);
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
};

/** Removes everything from a Redis, as its loss would. */
export const wipeQueue = (url: string): Promise<unknown> => askRedis(url, (client) => client.flushall());
