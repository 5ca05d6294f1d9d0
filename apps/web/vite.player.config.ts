import { defineConfig } from 'vite';

/** The SCORM player: a page of its own without React, served from the content origin under `/_p/`. */
export default defineConfig({
  base: '/_p/',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/player',
    emptyOutDir: true,
    sourcemap: false,
    // scorm-again's SCORM 2004 engine is one file; it is loaded only by packages that need it.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'player.html', treeshake: { moduleSideEffects: (id) => id.endsWith('.css') || id.includes('/src/player/') } },
  },
});
