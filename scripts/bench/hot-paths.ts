import { inOrder } from '@aula/platform';
import { Stage } from '../cohort/stage.ts';
import type { Load, TrafficName } from './generator.ts';
import { LoadGenerator, type Measure, type Timing } from './load.ts';
import { median, type Gate, type Report } from './report.ts';
import { seatEveryone } from './sittings.ts';

/**
 * The variants of a hot path: `group` is the product; `two` is the product in two processes; `single` is the product where nothing is
 * written together; `rows` and `row` are the baseline, which writes the same rows over prepared statements without HTTP, one or 64 items
 * a transaction. `group-64` has 64 connections instead of 128.
 */
const variants = ['group', 'two', 'single', 'group-64', 'row', 'rows'] as const;
type Variant = (typeof variants)[number];
type Rounds = Record<Variant, Measure[]>;

interface Judged {
  of: 'cpu' | 'appCpu' | 'postgresCpu' | 'rate';
  variant: Variant;
  against: Variant;
  gate: Gate;
  /** The one path that it is asked of. */
  only?: TrafficName;
}

/** What a ratio of two variants, formed within each round, must be. */
const gates: readonly Judged[] = [
  { of: 'cpu', variant: 'group', against: 'single', gate: '>=1.8' },
  { of: 'appCpu', variant: 'group', against: 'single', gate: '>=2.5', only: 'commit' },
  // with all its checks at most 1.4 times what a transaction of one row costs without them: 130 to 93 µs where both were first measured
  { of: 'cpu', variant: 'group', against: 'row', gate: '>=0.7', only: 'commit' },
  { of: 'rate', variant: 'group', against: 'single', gate: '>=1.5' },
  { of: 'postgresCpu', variant: 'group', against: 'rows', gate: '<=2' },
  { of: 'rate', variant: 'group', against: 'row', gate: '>=0.7' },
];
const figures = {
  rate: ['rate', 'items/s'],
  cpu: ['cpu', 'us/item'],
  appCpu: ['app-cpu', 'us/item'],
  postgresCpu: ['postgres-cpu', 'us/item'],
  p50: ['p50', 'ms'],
  p99: ['p99', 'ms'],
} as const;
type Figure = keyof typeof figures;
const goals: Partial<Record<Variant, Partial<Record<Figure, Gate>>>> = {
  group: { rate: '>=10000', cpu: '<=130', p99: '<=80' },
  two: { rate: '>=10000', cpu: '<=130', p99: '<=80' },
  'group-64': { p99: '<=20' },
};
/** Cores taken by others from which on wall-clock ratios say nothing. */
const quiet = 0.2;

export interface HotPathWish extends Timing {
  names: readonly TrafficName[];
  officers: number;
  rounds: number;
}

/** Measures content commits and quiz answers: every variant once per round, the order reversed each round. */
export const hotPaths = async (report: Report, wish: HotPathWish): Promise<void> => {
  const [stage, generator] = [await Stage.open(), new LoadGenerator()];
  try {
    const loads = await openVariants(stage);
    await generator.prepare(await seatEveryone(stage, wish.officers));
    const step = (name: TrafficName, variant: Variant): Promise<Measure> => {
      const { app, load } = loads[variant];
      return generator.measure(name, load, { ...stage.pids, app }, wish);
    };
    await inOrder(wish.names, async (name) => tell(report, name, wish, await measure(name, wish.rounds, step)));
    for (const [process, bytes] of stage.peaks)
      report.line({ name: 'memory', size: wish.officers, process, value: Math.round(bytes / 1_048_576), unit: 'MB' });
  } finally {
    await generator.close();
    await stage.close();
  }
};

/** Starts the processes that the variants need: the load of each, and the academies that bear it. */
const openVariants = async (stage: Stage): Promise<Record<Variant, { app: readonly number[]; load: Load }>> => {
  const preload = `--import=${new URL('groups-of-one.ts', import.meta.url).href}`;
  const first = { pid: stage.pids.app, port: Number(new URL(stage.url).port) };
  const [second, single] = [await stage.beside({}), await stage.beside({ NODE_OPTIONS: preload })];
  const over = (lanes: number, ...academies: { pid: number; port: number }[]) => ({
    app: academies.map(({ pid }) => pid),
    load: { lanes, ports: academies.map(({ port }) => port) },
  });
  return {
    group: over(128, first),
    two: over(128, first, second),
    single: over(128, single),
    'group-64': over(64, first),
    row: { app: [], load: { lanes: 16, perStatement: 1 } },
    rows: { app: [], load: { lanes: 2, perStatement: 64 } },
  };
};

const measure = async (name: TrafficName, rounds: number, step: (name: TrafficName, variant: Variant) => Promise<Measure>) => {
  const measured = Object.fromEntries(variants.map((variant): [Variant, Measure[]] => [variant, []])) as Rounds;
  for (let round = 0; round < rounds; round++)
    for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
      const one = await step(name, variant);
      measured[variant].push(one);
      const words = `${Math.round(one.rate)}/s, ${Math.round(one.cpu)} µs, others ${one.otherLoad.toFixed(2)} cores`;
      console.error(`round ${round + 1} of ${rounds}: ${name} ${variant}: ${words}`);
    }
  return measured;
};

const tell = (report: Report, name: TrafficName, { officers }: HotPathWish, measured: Rounds): void => {
  const series = (variant: Variant, figure: Figure | 'otherLoad') => measured[variant].map((one) => one[figure]);
  for (const variant of variants)
    for (const figure of Object.keys(figures) as Figure[]) {
      const [word, unit] = figures[figure];
      const isBaseline = variant === 'row' || variant === 'rows';
      // The driver's own CPU is not counted, and what it waits for is its statement.
      if (isBaseline && figure !== 'rate' && figure !== 'postgresCpu') continue;
      report.value(`${name}.${variant}.${word}`, officers, unit, series(variant, figure), goals[variant]?.[figure]);
    }
  for (const { of, variant, against, gate, only = name } of gates) {
    if (only !== name) continue;
    const [word, unit] = figures[of];
    const [mine, theirs] = [series(variant, of), series(against, of)];
    const costs = of === 'cpu' || of === 'appCpu';
    const ratios = mine.map((value, round) => (costs ? theirs[round]! / value : value / theirs[round]!));
    const load = Math.max(median(series(variant, 'otherLoad')), median(series(against, 'otherLoad')));
    const disturbed = of === 'rate' && load > quiet ? `others took ${load.toFixed(2)} cores` : undefined;
    const names = { name: `${name}.${variant}.${word}`, baseline: `${name}.${against}.${word}` };
    report.ratio({ ...names, size: officers, value: median(mine), unit, ratios, gate, disturbed });
  }
};
