import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Request, Route } from 'playwright-core';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What lies between the player and the academy, and what it does to a commit on its way. */
export type Line = (route: Route, random: () => number) => Promise<void>;

/** Hands a request of the player to the academy from here; every attempt's host is this machine. */
const deliver = async (asked: Request): Promise<Answer> => {
  const { hostname, host, port, pathname } = new URL(asked.url());
  if (!hostname.endsWith('.localhost')) throw new Error(`${hostname} is not this machine`);
  const body = asked.postDataBuffer() ?? Buffer.alloc(0);
  const { authorization = '' } = await asked.allHeaders();
  const headers = { host, authorization, 'content-type': 'application/json', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: pathname, method: asked.method(), headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => {
        const type = answer.headers['content-type'] ?? 'application/json';
        resolve({ status: answer.statusCode ?? 500, headers: { 'content-type': type }, body: Buffer.concat(parts) });
      });
    });
    sent.on('error', reject).end(body);
  });
};

const portal = '<!doctype html><title>Hotel</title><h1>Sign in to go on</h1>';
const broken = ['<h1>502 Bad Gateway</h1>', '{"status":503,"code":"unavailable"}', ''];

export const lines = {
  lost: (route) => route.abort('connectionreset'),
  captivePortal: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: portal }),
  serverErrors: (route, random) => {
    const headers: Record<string, string> = random() < 0.3 ? { 'retry-after': '1' } : {};
    return route.fulfill({ status: 500 + Math.floor(random() * 5), headers, body: broken[Math.floor(random() * 3)]! });
  },
  slow: async (route, random) => {
    await sleep(200 + random() * 1_500);
    const answer = await deliver(route.request());
    await sleep(200 + random() * 1_500);
    await route.fulfill(answer);
  },
  /** The academy has it, and its answer is cut or never comes. */
  cutAnswers: async (route, random) => {
    const answer = await deliver(route.request());
    if (random() < 0.5) await route.abort('connectionclosed');
    else await route.fulfill({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) });
  },
  duplicates: async (route) => {
    const [, answer] = [await deliver(route.request()), await deliver(route.request())];
    await route.fulfill(answer);
  },
  /** The player believes it lost and repeats it; it arrives all the same, behind what came later. */
  reordered: async (route, random) => {
    if (random() < 0.4) return route.fulfill(await deliver(route.request()));
    const asked = route.request();
    await route.abort('timedout');
    await sleep(300 + random() * 1_500);
    await deliver(asked);
  },
} satisfies Record<string, Line>;

/** Lets `line` carry what the browser commits for `ms`; afterwards all is well again, and nothing is still under way. */
export const disturbed = async (context: BrowserContext, line: Line, random: () => number, ms: number): Promise<void> => {
  const underWay = new Set<Promise<void>>();
  const handler = (route: Route): void => {
    const carried = line(route, random).catch(() => route.abort().catch(() => undefined));
    underWay.add(carried);
    void carried.finally(() => underWay.delete(carried));
  };
  await context.route('**/_rt/commit', handler);
  await sleep(ms);
  await context.unroute('**/_rt/commit', handler);
  await Promise.all(underWay);
};
