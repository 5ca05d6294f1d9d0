import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { compressAll } from './compress.plugin.ts';
import { filesOf, learnersPages, readManifest, texts, windows } from './first-load.ts';

const dist = path.resolve(import.meta.dirname, 'dist');

/** What the worker has to keep, and a name for it that changes with the release: read from the build before, when this one begins. */
const kept = (): { release: string; files: string[] } => {
  const beside = globSync('public/**/*.{svg,png,webmanifest}', { cwd: import.meta.dirname }).map((file) => file.replace('public/', ''));
  const files = [...filesOf(readManifest(dist), [...learnersPages, ...texts, windows]), ...beside].sort();
  // another release is another start page (it names every other file by its hash) or another picture
  const release = createHash('sha256');
  for (const file of ['index.html', ...beside]) release.update(readFileSync(path.join(dist, file)));
  return { release: release.digest('hex').slice(0, 16), files: files.map((file) => `/${file}`) };
};

/** Tells the worker what to keep. */
const told: Plugin = {
  name: 'aula-kept-files',
  config() {
    const { release, files } = kept();
    return { define: { __RELEASE__: JSON.stringify(release), __FILES__: JSON.stringify(files) } };
  },
};

/** The worker that keeps the application on the device. Built last: it names the files of the build before, and all are compressed then. */
export default defineConfig({
  publicDir: false,
  plugins: [told, compressAll(dist)],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: 'src/shell/worker.ts', output: { entryFileNames: 'shell-worker.js', format: 'iife' } },
  },
});
