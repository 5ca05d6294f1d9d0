import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { filesOf, learnersPages, readManifest, texts } from './first-load.ts';

const dist = path.resolve(import.meta.dirname, 'dist');
const beside = globSync('public/**/*.{svg,png,webmanifest}', { cwd: import.meta.dirname }).map((file) => file.replace('public/', ''));
const files = [...filesOf(readManifest(dist), [...learnersPages, ...texts]), ...beside].sort();

/** Another release is another start page (it names every other file by its hash) or another picture. */
const release = createHash('sha256');
for (const file of ['index.html', ...beside]) release.update(readFileSync(path.join(dist, file)));

/** The worker that keeps the application on the device. Built last: it names the files of the build before. */
export default defineConfig({
  publicDir: false,
  define: {
    __RELEASE__: JSON.stringify(release.digest('hex').slice(0, 16)),
    __FILES__: JSON.stringify(files.map((file) => `/${file}`)),
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: 'src/shell/worker.ts', output: { entryFileNames: 'shell-worker.js', format: 'iife' } },
  },
});
