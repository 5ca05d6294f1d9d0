import path from 'node:path';
import { learnersPages } from './first-load.ts';

/** What is known of a module while chunks are made. */
interface Chunking {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const learners = new Set(['src/main.tsx', ...learnersPages].map((page) => path.resolve(import.meta.dirname, page)));

/** True when a page of learners, or the start, imports the module, however many modules lie between. */
const isForLearners = (id: string, chunking: Chunking): boolean => {
  const met = new Set([id]);
  for (const each of met) {
    if (learners.has(each)) return true;
    chunking.getModuleInfo(each)?.importers.forEach((importer) => met.add(importer));
  }
  return false;
};

/** The file for a module that several areas share: `common` comes with the first load, `staff` when an area of staff is entered. */
export const sharedChunk = (id: string, chunking: Chunking): string => (isForLearners(id, chunking) ? 'common' : 'staff');
