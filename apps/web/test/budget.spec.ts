import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { filesOf, learnersPages, readManifest, texts } from '../first-load.js';

const dist = path.resolve('apps/web/dist');
const kilobyte = 1_000;
const weightOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file)), { level: 6 }).length, 0);

/** What an officer on a shared line waits for: scripts and styles as they travel, compressed. Needs the built application. */
describe('the first load', () => {
  it.each(texts)('of all the learner’s pages, with %s, stays within 250 kB', (language) => {
    expect(weightOf(filesOf(readManifest(dist), [...learnersPages, language]))).toBeLessThanOrEqual(250 * kilobyte);
  });

  it('brings no other area along', () => {
    const learners = new Set(filesOf(readManifest(dist), [...learnersPages, ...texts]));
    const others = Object.entries(readManifest(dist)).filter(([name]) => /features\/(?!learning)\w+\/screens/.test(name));
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter(([, { file }]) => learners.has(file)).map(([name]) => name)).toEqual([]);
  });
});
