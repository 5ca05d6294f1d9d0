import { generator } from '../chaos.ts';
import { makes } from './driver.ts';
import { Device } from './device.ts';
import { faultNames, faults, type FaultName } from './faults.ts';
import { House } from './house.ts';
import { Run, type Plan } from './run.ts';
import type { Closings } from '../chaos.ts';

export interface Matrix {
  seed: number;
  /** How many runs, from the one with this number on. */
  runs: number;
  first: number;
  /** Chance of a run to meet a second fault. */
  second: number;
  /** Learners beside one another, each with a browser of their own. */
  beside: number;
}

/** The plans of a matrix: every fault in turn in an order of the seed, on one make of the package or another. */
const plansOf = ({ seed, runs, first, second }: Matrix): (Plan & { name: string })[] =>
  Array.from({ length: runs }, (_, at) => {
    const number = first + at;
    const round = Math.floor(number / faultNames.length);
    const order = shuffled(faultNames, generator(seed + round));
    const random = generator(seed * 31 + number);
    const make = makes[Math.floor(random() * makes.length)]!;
    const more: FaultName[] = random() < second ? [faultNames[Math.floor(random() * faultNames.length)]!] : [];
    const names = [order[number % faultNames.length]!, ...more];
    const name = `run ${number}: ${make}, ${names.join(', ')}`;
    return { name, number, seed: Math.floor(random() * 1e9), make, faults: names.map((each) => faults[each]) };
  });

/** Plays a matrix. `tell` hears of each run when it is over. Returns what was wrong, by run. */
export const play = async (matrix: Matrix, closings: Closings, tell: (line: string) => void): Promise<string[]> => {
  const house = await House.open(matrix.first + matrix.runs, closings);
  const waiting = plansOf(matrix);
  const wrong: string[] = [];
  const lane = async (): Promise<void> => {
    const device = await Device.on();
    closings.push(() => device.close());
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
      const began = performance.now();
      const found = await new Run(house, device, plan).play();
      const { name } = plan;
      tell(`${found.length === 0 ? 'pass' : 'FAIL'} ${name} (${((performance.now() - began) / 1_000).toFixed(1)} s)`);
      for (const each of found) tell(`  ${each}`);
      wrong.push(...found.map((each) => `${name}: ${each}`));
    }
  };
  await Promise.all(Array.from({ length: matrix.beside }, lane));
  return wrong;
};

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
