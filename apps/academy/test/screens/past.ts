import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RunningAcademy, type Past } from '../running-academy.js';
import { liveIn, type LivedIn } from './lived-in.js';

/** What was lived through once in a test run. */
interface Memory {
  past: Past;
  made: LivedIn;
}

/** An academy with a year behind it, of the caller's own. The year is lived once per worker of the test run; the others go on from its end. */
export const withPast = async (): Promise<{ academy: RunningAcademy; made: LivedIn }> => {
  const { past, made } = await memory();
  return { academy: await RunningAcademy.start({ past }), made };
};

const memory = async (): Promise<Memory> => {
  const worker = process.env['JEST_WORKER_ID'] ?? '0';
  const folder = path.join(tmpdir(), `aula-past-${worker}`); // the run's own folder for such, which goes with the run
  const file = path.join(folder, 'memory.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(await live(`aula_past_${worker}`, path.join(folder, 'data'))));
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Memory;
};

const live = async (database: string, folder: string): Promise<Memory> => {
  const academy = await RunningAcademy.start();
  try {
    const made = await liveIn(academy);
    return { past: await academy.keep(database, folder), made };
  } catch (error) {
    await academy.close();
    throw error;
  }
};
