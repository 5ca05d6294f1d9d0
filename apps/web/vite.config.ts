import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cutColors } from './colors.plugin.ts';
import { preloadApplication } from './preload.plugin.ts';
import { sharedChunk } from './shared-chunk.ts';
import { cutTexts } from './texts.plugin.ts';

const notOfCharts = /^(?!.*\/node_modules\/(@mantine\/charts|recharts|victory-vendor|d3-[a-z]+)\/)/;

/** The React application. The SCORM player is a build of its own (`vite.player.config.ts`), since it is served from the content origin. */
export default defineConfig({
  plugins: [cutTexts(), cutColors(), react(), preloadApplication()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    manifest: true, // what the worker of the shell keeps, and what the budget of the first load counts, is read from it
    chunkSizeWarningLimit: 700,
    // What two areas share comes as one file: on a slow line fifty small requests cost more than a few kilobytes too many. What only
    // staff shares is a file of its own.
    // Charts stay out of it, however many areas show some: nobody waits for them who sees none.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: sharedChunk, minShareCount: 2, test: notOfCharts }] } } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
