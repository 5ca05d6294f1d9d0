import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Answers, type AnswerTarget } from './answers.ts';
import { Commits, type CommitTarget } from './commits.ts';
import { HttpLane } from './http-lane.ts';
import type { Traffic } from './traffic.ts';

/*
 * The load generator: a process of its own, so that its CPU is kept apart from what it measures. Its parent tells it over the channel
 * what to do; each message gets one answer. It ends with its parent.
 */
export type TrafficName = 'commit' | 'answer';
/** A load: over HTTP, one request on its way per lane, the lanes shared out among the ports, or as the baseline, `perStatement` items per transaction and lane. */
export type Load = { lanes: number } & ({ ports: readonly number[] } | { perStatement: number });
export interface Preparation {
  databaseUrl: string;
  commit: { targets: CommitTarget[]; scoId: string };
  answer: { targets: AnswerTarget[]; questionIds: string[]; host: string };
}
/** What was acknowledged since the last mark; latencies in ms. */
export interface Mark {
  items: number;
  seconds: number;
  p50: number;
  p99: number;
}

/** What the parent may ask. */
export interface Generator {
  prepare: (preparation: Preparation) => Promise<void>;
  /** Empties what grows, and starts the load. */
  start: (name: TrafficName, load: Load) => Promise<void>;
  /** What was acknowledged since the mark before: something, even if a slow machine takes longer for it. */
  mark: () => Promise<Mark>;
  /** Lets everything on its way arrive, and compares the database with the books; returns how many items were acknowledged. */
  stop: () => Promise<number>;
}

let traffics: Record<TrafficName, Traffic>;
let database: pg.Client;
let url = '';
let running: { traffic: Traffic; ended: Promise<unknown>; close: () => Promise<unknown> } | undefined;
let failure: Error | undefined;
let stopping = false;
let times: number[] = [];
let since = 0;

const generator: Generator = {
  async prepare({ databaseUrl, commit, answer }: Preparation) {
    url = databaseUrl;
    traffics = {
      commit: new Commits(commit.targets, commit.scoId),
      answer: new Answers(answer.targets, answer.questionIds, answer.host),
    };
    database = new pg.Client({ connectionString: url });
    await database.connect();
    await openEveryAttempt(traffics.commit);
  },

  async start(name, load) {
    const traffic = traffics[name];
    for (const text of traffic.reset) await database.query(text);
    await database.query('checkpoint');
    traffic.begin();
    [stopping, failure] = [false, undefined];
    const { lanes, close } = 'ports' in load ? overHttp(traffic, load) : await asRows(traffic, load);
    const ended = Promise.all(lanes.map((lane) => lane().catch((error: Error) => (failure ??= error))));
    running = { traffic, ended, close };
    [times, since] = [[], performance.now()];
  },

  async mark() {
    while (times.length === 0 && !failure) await sleep(10); // of nothing there is neither a rate nor a cost
    if (failure) throw failure;
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
    const mark = { items: sorted.length, seconds: (performance.now() - since) / 1_000, p50: at(0.5), p99: at(0.99) };
    [times, since] = [[], performance.now()];
    return mark;
  },

  async stop() {
    stopping = true;
    if (!running) throw new Error('nothing runs');
    const { traffic, ended, close } = running;
    await ended;
    await close();
    if (failure) throw failure;
    return traffic.check(async (text, parameters) => (await database.query<Record<string, unknown>>(text, parameters)).rows[0] ?? {});
  },
};

/** A first commit of every attempt, so that all of them are in the midst of their lesson: the planner has seen the tables as they are. */
async function openEveryAttempt(traffic: Traffic): Promise<void> {
  const places = Array.from({ length: traffic.places }, (_, place) => place);
  for (let from = 0; from < places.length; from += 500) {
    const items = places.slice(from, from + 500).map((place) => traffic.next(place));
    await database.query(traffic.statement, traffic.parameters(items));
    items.forEach((item) => traffic.committed(item));
  }
}

interface Lanes {
  lanes: (() => Promise<void>)[];
  close: () => Promise<unknown>;
}

/** Each lane goes round its own share of the attempts, so that no two items of one attempt are on their way at once. */
function* round(traffic: Traffic, lane: number, lanes: number): IterableIterator<number, never> {
  for (let place = lane; ; place = place + lanes < traffic.places ? place + lanes : lane) yield place;
}

function overHttp(traffic: Traffic, { lanes, ports }: Load & { ports: readonly number[] }): Lanes {
  const count = Math.min(lanes, traffic.places);
  const connections = Array.from({ length: count }, (_, lane) => new HttpLane(ports[lane % ports.length]!));
  const run = async (connection: HttpLane, lane: number): Promise<void> => {
    for (const place of round(traffic, lane, connections.length)) {
      if (stopping || failure) return;
      const item = traffic.next(place);
      const from = performance.now();
      const { status, body } = await connection.send(traffic.request(item));
      traffic.acknowledged(item, status, body);
      times.push(performance.now() - from);
    }
  };
  return {
    lanes: connections.map((connection, lane) => () => run(connection, lane)),
    close: () => Promise.resolve(connections.forEach((connection) => connection.close())),
  };
}

async function asRows(traffic: Traffic, { lanes, perStatement }: Load & { perStatement: number }): Promise<Lanes> {
  const size = Math.min(perStatement, Math.floor(traffic.places / lanes));
  // Planned once: for a single row PostgreSQL would rather plan anew each time, which costs more than the statement.
  const options = '-c plan_cache_mode=force_generic_plan';
  const clients = Array.from({ length: lanes }, () => new pg.Client({ connectionString: url, options }));
  await Promise.all(clients.map((client) => client.connect()));
  const run = async (client: pg.Client, lane: number): Promise<void> => {
    const places = round(traffic, lane, lanes);
    while (!stopping && !failure) {
      const items = Array.from({ length: size }, () => traffic.next(places.next().value));
      const from = performance.now();
      await client.query({ name: 'baseline', text: traffic.statement, values: traffic.parameters(items) });
      const took = performance.now() - from;
      for (const item of items) {
        traffic.committed(item);
        times.push(took);
      }
    }
  };
  return {
    lanes: clients.map((client, lane) => () => run(client, lane)),
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}

process.on('message', ({ method, parameters }: { method: keyof Generator; parameters: never[] }) => {
  const ask: (...all: never[]) => unknown = generator[method];
  Promise.resolve()
    .then(() => ask(...parameters))
    .then(
      (result) => process.send?.({ result }),
      (error: Error) => process.send?.({ error: error.message }),
    );
});
process.on('disconnect', () => process.exit());
