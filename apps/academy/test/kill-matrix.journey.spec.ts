import { afterAll, expect, it } from '@jest/globals';
import { testSeed, type Closings } from './chaos.ts';
import { play } from './kill-matrix/matrix.ts';

/**
 * Learners at work in real browsers while line, browser, academy and database fail, one fault after the other: every record that the
 * content was told of is on record or set aside, none twice, the live state is what the records come to, completed stays, and the work
 * goes on where it was. `npm run kill-matrix` plays more of it.
 */
const { AULA_KILL_RUNS: long, AULA_KILL_FIRST: first } = process.env;
const runs = Number(long ?? 20);
const closings: Closings = [];
afterAll(async () => {
  for (const close of closings.reverse()) await close();
});

it(
  `loses nothing in ${runs} runs of the kill matrix`,
  async () => {
    const matrix = { seed: testSeed(), runs, first: Number(first ?? 0), second: long === undefined ? 0 : 0.5, beside: 3 };
    expect(await play(matrix, closings, (line) => process.stdout.write(`${line}\n`))).toEqual([]);
  },
  120_000 + runs * 20_000,
);
