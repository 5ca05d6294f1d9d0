import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the build as Vite's manifest names it. */
interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

export const readManifest = (dist: string): Manifest =>
  JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;

const start = 'index.html';
/** The texts that everybody may come to read, by language. */
export const texts = ['es', 'pt', 'en', 'fr'].map((language) => `src/locales/${language}.json?part=shared`);
/** What comes after the page that it belongs to: nobody waits for it, and it is there without a line too. */
export const windows = 'src/ui/Window/windows.tsx';
/** What a learner's pages load, beside the texts of one language. */
export const learnersPages = [start, 'src/main.tsx', 'src/features/learning/screens.ts', 'src/features/learning/quiz/screens.ts'];

/** Files that these parts load with all that they import, each once; in the order in which they are met. */
export const filesOf = (manifest: Manifest, parts: readonly string[]): string[] => {
  const files = new Set<string>();
  const seen = new Set<string>();
  const take = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`the build has no ${name}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(take);
  };
  parts.forEach(take);
  return [...files];
};
