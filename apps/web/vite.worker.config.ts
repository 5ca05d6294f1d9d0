import { defineConfig } from 'vite';

/** The service worker of a kept course: one classic script beside the player, since browsers differ in what modules a worker may load. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/player',
    emptyOutDir: false,
    sourcemap: false,
    lib: { entry: 'src/player/worker/sw.ts', formats: ['iife'], name: 'aulaKept', fileName: () => 'sw.js' },
  },
});
