import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from '@jest/globals';

const folder = path.resolve(import.meta.dirname, '../../../../shared/fixtures');

/** The address of a third-party test file. */
export const fixture = (name: string): string => path.join(folder, name);

/** A `describe` over third-party test data; where they are missing, one skipped test says so. */
export const fixtures = (title: string, body: () => void): void => {
  if (existsSync(folder)) describe(title, body);
  else describe(title, () => it.skip('skipped: the folder shared/fixtures is not beside the project', () => undefined));
};
