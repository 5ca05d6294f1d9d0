import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seed } from '../../../../scripts/demo/seed.ts';
import { RunningAcademy, type Past } from '../running-academy.js';
import { liveIn, type LivedIn } from './lived-in.js';

/** An academy with the demonstration in it, of the caller's own. What takes long happens once per worker of the test run; the others go on from its end. */
export const withDemonstration = async (): Promise<RunningAcademy> => RunningAcademy.start({ past: (await demonstration()).past });

/** The same, after some ordinary life: everything a screen can show is there to be shown. */
export const withPast = async (): Promise<{ academy: RunningAcademy; made: LivedIn }> => {
  const { past, made } = await once('year', await demonstration(), liveIn);
  return { academy: await RunningAcademy.start({ past }), made };
};

/** What was lived through, and what whoever goes on from there has to know of it. */
interface Memory<T> {
  past: Past;
  made: T;
}

const demonstration = () => once('demonstration', {}, async ({ url, env }) => void (await seed(url, env, () => undefined)));

const once = async <T>(name: string, before: { past?: Past }, live: (academy: RunningAcademy) => Promise<T>): Promise<Memory<T>> => {
  const worker = process.env['JEST_WORKER_ID'] ?? '0';
  const folder = path.join(tmpdir(), `aula-${name}-${worker}`); // the run's own folder for such, which goes with the run
  const file = path.join(folder, 'memory.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const academy = await RunningAcademy.start(before.past ? { past: before.past } : {});
    try {
      const made = await live(academy);
      writeFileSync(file, JSON.stringify({ past: await academy.keep(`aula_${name}_${worker}`, path.join(folder, 'data')), made }));
    } catch (error) {
      await academy.close();
      throw error;
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Memory<T>;
};
