import { randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { inOrder } from '@aula/platform';
import { ZipFile } from 'yazl';
import { signIn } from '../cohort/steps.ts';
import { Stage } from '../cohort/stage.ts';
import { HttpLane } from './http-lane.ts';
import type { Measure, Timing } from './load.ts';
import { between, readCpu } from './machine.ts';
import { median, type Report } from './report.ts';

/** Files of a package, by their bytes: a page, the mean of what real packages hold, and a large picture. */
const sizes = { small: 16_384, mean: 51_200, large: 262_144 } as const;
type Size = keyof typeof sizes;
const lanes = 32;

interface Target {
  port: number;
  pid: number;
  /** Host and further headers of each request. */
  head: string;
  path: (size: Size) => string;
}

/** Measures files of packages, served to who may study them, against @fastify/static streaming the same files from disk to everybody. */
export const staticFiles = async (report: Report, { rounds, ...timing }: Timing & { rounds: number }): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'aula-static-'));
  const stage = await Stage.open();
  const baseline = fork(new URL('static-baseline.ts', import.meta.url), [folder], { execArgv: [] });
  try {
    for (const [name, bytes] of Object.entries(sizes)) writeFileSync(join(folder, `${name}.bin`), randomBytes(bytes));
    const [{ port }] = (await once(baseline, 'message')) as [{ port: number }];
    const plain: Target = { port, pid: baseline.pid!, head: 'Host: 127.0.0.1\r\n', path: (size) => `/${size}.bin` };
    const product = await opened(stage);
    await inOrder(Object.keys(sizes) as Size[], async (size) => {
      const measured: [Measure, Measure][] = [];
      for (let round = 0; round < rounds; round++) {
        const order = round % 2 === 0 ? [product, plain] : [plain, product];
        const found = await inOrder(order, (target) => measure(target, size, stage.pids.postgres, timing));
        measured.push(round % 2 === 0 ? [found[0]!, found[1]!] : [found[1]!, found[0]!]);
      }
      tell(report, size, measured);
    });
  } finally {
    baseline.disconnect();
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const tell = (report: Report, size: Size, measured: readonly [Measure, Measure][]): void => {
  const [mine, theirs] = [measured.map(([one]) => one), measured.map(([, other]) => other)];
  for (const [name, series] of [
    ['product', mine],
    ['disk', theirs],
  ] as const) {
    report.value(
      `static.${size}.${name}.rate`,
      sizes[size],
      'requests/s',
      series.map(({ rate }) => rate),
    );
    report.value(
      `static.${size}.${name}.p99`,
      sizes[size],
      'ms',
      series.map(({ p99 }) => p99),
    );
  }
  const costs = mine.map(({ cpu }) => cpu);
  report.ratio({
    name: `static.${size}.product.cpu`,
    size: sizes[size],
    value: median(costs),
    unit: 'us/request',
    baseline: `static.${size}.disk.cpu`,
    ratios: measured.map(([one, other]) => other.cpu / one.cpu),
    gate: '>=5',
    disturbed: undefined,
  });
};

/** Uploads a package of the files, and opens it as its author does. */
const opened = async (stage: Stage): Promise<Target> => {
  const admin = await signIn(stage);
  const stop = await stage.worker(['content']);
  const { id } = await admin.upload<{ id: string }>('/api/content/packages', 'static.zip', await aPackage());
  await admin.settled(`/api/content/packages/${id}`, ['ready'], ['refused']);
  await stop();
  const { url } = await admin.post<{ url: string }>('/api/content/previews', { packageId: id });
  const port = Number(new URL(stage.url).port);
  const { host, hash } = new URL(url);
  const cookie = await redeemed(port, host, hash.slice(1));
  return { port, pid: stage.pids.app, head: `Host: ${host}\r\nCookie: ${cookie}\r\n`, path: (size) => `/c/${size}.bin` };
};

const redeemed = async (port: number, host: string, launchCode: string): Promise<string> => {
  const sent = request({
    host: '127.0.0.1',
    port,
    path: '/_rt/launch',
    method: 'POST',
    headers: { host, 'content-type': 'application/json' },
  });
  sent.end(JSON.stringify({ launchCode }));
  const [answer] = (await once(sent, 'response')) as [{ headers: { 'set-cookie'?: string[] }; resume: () => void }];
  answer.resume();
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  if (cookie === undefined) throw new Error('the launch gave no pass for files');
  return cookie;
};

const aPackage = (): Promise<Buffer> => {
  const zip = new ZipFile();
  const manifest = `<manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
    <metadata><schemaversion>1.2</schemaversion></metadata>
    <organizations default="O"><organization identifier="O"><title>Static</title><item identifier="I" identifierref="R"><title>I</title></item></organization></organizations>
    <resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="small.bin"/></resources></manifest>`;
  zip.addBuffer(Buffer.from(manifest), 'imsmanifest.xml');
  for (const [name, bytes] of Object.entries(sizes)) zip.addBuffer(randomBytes(bytes), `${name}.bin`);
  zip.end();
  return buffer(zip.outputStream);
};

/** One load on one server: CPU of the server and of PostgreSQL in µs per request, the generator's own left out. */
const measure = async (target: Target, size: Size, postgres: number, { warmUp, seconds }: Timing): Promise<Measure> => {
  const text = `GET ${target.path(size)} HTTP/1.1\r\n${target.head}\r\n`;
  const connections = Array.from({ length: lanes }, () => new HttpLane(target.port));
  let [running, times] = [true, [] as number[]];
  const run = async (connection: HttpLane): Promise<void> => {
    while (running) {
      const from = performance.now();
      const { status, bytes } = await connection.send(text);
      if (status !== 200 || bytes !== sizes[size]) throw new Error(`${target.path(size)}: ${status}, ${bytes} bytes`);
      times.push(performance.now() - from);
    }
  };
  const ended = Promise.all(connections.map(run));
  const read = () => readCpu({ app: [target.pid], postgres, generator: process.pid });
  await Promise.race([sleep(warmUp * 1_000), ended]);
  times = [];
  const [from, since] = [read(), performance.now()];
  await Promise.race([sleep(seconds * 1_000), ended]);
  const { app, postgres: database, machine, bench } = between(from, read());
  const took = (performance.now() - since) / 1_000;
  running = false;
  await ended;
  connections.forEach((connection) => connection.close());
  const sorted = times.toSorted((a, b) => a - b);
  const perItem = 1_000_000 / sorted.length;
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  const otherLoad = Math.max(0, machine - app - database - bench) / took;
  return {
    rate: sorted.length / took,
    p50: at(0.5),
    p99: at(0.99),
    cpu: (app + database) * perItem,
    appCpu: app * perItem,
    postgresCpu: database * perItem,
    otherLoad,
  };
};
