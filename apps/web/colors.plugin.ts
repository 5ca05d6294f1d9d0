import type { Plugin } from 'vite';

/** Colours of the component library that nothing here is painted with: a tenth of the first styles. */
const unused = ['pink', 'grape', 'violet', 'indigo', 'cyan', 'teal', 'lime', 'orange'];
const lines = new RegExp(`\\s*--mantine-color-(${unused.join('|')})-[\\w-]+:[^;]+;`, 'g');

/** Leaves them out of the styles. */
export const cutColors = (): Plugin => ({
  name: 'aula-cut-colors',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('/default-css-variables.layer.css') ? { code: code.replaceAll(lines, ''), map: null } : undefined),
});
