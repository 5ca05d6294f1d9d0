import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The measuring commands, run small: that they run, check what they did and say all they are to say. How fast is not judged here. */
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const run = async (script: string, ...options: string[]): Promise<Record<string, unknown>[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...options], { cwd: repository });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};
const named = (lines: readonly Record<string, unknown>[]): unknown[] => lines.map(({ name }) => name);

describe('npm run bench', () => {
  it('measures commits and answers against baselines, and judges nothing in so short a time', async () => {
    const [machine, ...lines] = await run('bench', '--sizes', '200', '--rounds', '1', '--seconds', '0.3');
    expect(machine).toMatchObject({ name: 'machine', node: process.versions.node });
    for (const figure of ['cores', 'postgres', 'fsyncMs', 'otherLoad']) expect(machine).toHaveProperty(figure);
    for (const path of ['commit', 'answer'])
      for (const variant of ['group', 'two', 'single', 'group-64', 'row', 'rows'])
        expect(named(lines)).toContain(`${path}.${variant}.rate`);
    const ratios = lines.filter(({ gate }) => gate !== undefined);
    expect(ratios).toHaveLength(10);
    for (const each of ratios) {
      expect(each).toMatchObject({ size: 200, rounds: 1, judged: false });
      for (const member of ['value', 'ratio', 'min', 'max'] as const) expect(Number.isFinite(each[member])).toBe(true);
    }
  }, 240_000);

  it('refuses a name that it does not know', async () => {
    await expect(run('bench', 'commits')).rejects.toThrow('no such measurement: commits');
  });
});

describe('npm run cohort', () => {
  it('takes officers from the spreadsheet to certificates that verify', async () => {
    const lines = await run('cohort', '--officers', '200');
    expect(named(lines).slice(0, 7)).toEqual(['import', 'enroll', 'answer', 'grade', 'complete-and-issue', 'follow', 'checked']);
    expect(lines.slice(0, 6).every(({ seconds }) => typeof seconds === 'number')).toBe(true);
    const everybody = { grades: 200, passed: 200, completions: 200, credentials: 200, counted: 200 };
    expect(lines[6]).toMatchObject({ officers: 200, ...everybody, verified: 10 });
  }, 240_000);
});
