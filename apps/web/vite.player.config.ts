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
    assetsInlineLimit: 0, // a device keeps what has a name
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'player.html', treeshake: { moduleSideEffects: (id) => id.endsWith('.css') || id.includes('/src/player/') } },
  },
});
