import path from 'node:path';
import { learnersPages, windows } from './first-load.ts';

/** What is known of a module while chunks are made. */
interface Chunking {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const pages = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((page) => path.resolve(import.meta.dirname, page)));
const [start, learners, later] = [pages(['src/start.ts']), pages(learnersPages), pages([windows])];

/** True when one of the pages imports the module, however many modules lie between. */
const isFor = (page: ReadonlySet<string>, id: string, chunking: Chunking): boolean => {
  const met = new Set([id]);
  for (const each of met) {
    if (page.has(each)) return true;
    chunking.getModuleInfo(each)?.importers.forEach((importer) => met.add(importer));
  }
  return false;
};

/**
 * The file for a module that several areas share: `ahead` is what the first script needs, which waits for nothing else; `common` comes
 * with the first load, `windows` after it, `staff` when an area of staff is entered.
 */
export const sharedChunk = (id: string, chunking: Chunking): string => {
  if (isFor(start, id, chunking)) return 'ahead';
  if (isFor(learners, id, chunking)) return 'common';
  return isFor(later, id, chunking) ? 'windows' : 'staff';
};
