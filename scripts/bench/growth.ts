import { inOrder } from '@aula/platform';
import { checkCohort, takeThrough, type CohortStep } from '../cohort/run.ts';
import { Stage } from '../cohort/stage.ts';
import { otherLoad } from './machine.ts';
import { median, type Report } from './report.ts';

/** Steps of a cohort by the name they are asked for; each needs those before it. */
const steps = { import: 'import', enroll: 'enroll', grade: 'grade', issue: 'complete-and-issue' } as const satisfies Record<
  string,
  CohortStep
>;
export type GrowthName = keyof typeof steps;
export const growthNames = Object.keys(steps) as GrowthName[];

/** From so many officers on an officer must cost the same; fewer show what a step costs at all. */
const from = 10_000;

export interface GrowthWish {
  names: readonly GrowthName[];
  sizes: readonly number[];
  rounds: number;
}

/** Takes cohorts of several sizes through the steps, each in an academy of its own, the order of the sizes reversed each round. */
export const growth = async (report: Report, { names, sizes, rounds }: GrowthWish): Promise<void> => {
  const last = growthNames.findLast((name) => names.includes(name))!;
  const measured = new Map(sizes.map((size): [number, Run[]] => [size, []]));
  const ordered = Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? sizes : sizes.toReversed())).flat();
  await inOrder(ordered, async (size) => measured.get(size)!.push(await run(report, size, steps[last])));
  const first = sizes.filter((size) => size >= from).sort((a, b) => a - b)[0];
  for (const name of names)
    for (const size of sizes) {
      const costs = costsOf(measured.get(size)!, name, size);
      report.value(`${name}.officer`, size, 'us/officer', costs);
      if (first === undefined || size <= first) continue;
      const ratios = costsOf(measured.get(first)!, name, first).map((least, round) => costs[round]! / least);
      const load = Math.max(...[first, size].map((each) => median(measured.get(each)!.map(({ others }) => others))));
      const disturbed = load > 0.2 ? `others took ${load.toFixed(2)} cores` : undefined;
      const figure = { name: `${name}.officer`, size, value: median(costs), unit: 'us/officer', baseline: `${name}.officer of ${first}` };
      report.ratio({ ...figure, ratios, gate: '<=1.3', disturbed });
    }
};

interface Run {
  seconds: ReadonlyMap<CohortStep, number>;
  /** Cores that others took when it began. */
  others: number;
}

const costsOf = (runs: readonly Run[], name: GrowthName, size: number): number[] =>
  runs.map(({ seconds }) => (seconds.get(steps[name])! / size) * 1_000_000);

const run = async (report: Report, officers: number, last: CohortStep): Promise<Run> => {
  const others = await otherLoad();
  const stage = await Stage.open();
  try {
    const seconds = new Map<CohortStep, number>();
    await takeThrough(stage, { officers, byHttp: 50, last }, (step, each) => {
      seconds.set(step, each);
      console.error(`${officers} officers: ${step} ${each.toFixed(1)} s`);
    });
    const { faults } = await checkCohort(stage, officers, last);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    for (const [process, bytes] of stage.peaks)
      report.line({ name: 'memory', size: officers, process, value: Math.round(bytes / 1_048_576), unit: 'MB' });
    return { seconds, others };
  } finally {
    await stage.close();
  }
};
