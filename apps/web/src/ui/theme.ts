import { Button, type MantineColorsTuple, createTheme } from '@mantine/core';

/** Deep water at the foot of a green coast: calm to look at after a long shift, and dark enough to read on white (7 : 1 at shade 8). */
const bahia: MantineColorsTuple = [
  '#eaf5f5',
  '#d3e8e9',
  '#a9d2d5',
  '#7cbbc0',
  '#559fa6',
  '#38858d',
  '#257079',
  '#185f69',
  '#0f4c57',
  '#093a43',
];

/** The greys of the night, with the sea in them. From shade 4 to 6 the edge of a field is 3 : 1 (1.4.11). */
const night: MantineColorsTuple = [
  '#e4eded',
  '#c9d6d7',
  '#a9babc',
  '#94a8ab',
  '#6c868a',
  '#2b3b3f',
  '#1d2a2d',
  '#10191b',
  '#0d1416',
  '#090e0f',
];

/** "Bahía", the look of Aula. */
export const theme = createTheme({
  colors: { bahia, dark: night },
  primaryColor: 'bahia',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: false,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650', textWrap: 'balance' },
  black: '#16262a',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { loaderProps: { type: 'dots' } } }),
    // as large as a thumb needs them (WCAG 2.2, 2.5.8)
    Checkbox: { vars: () => ({ root: { '--checkbox-size': '1.5rem' } }) },
    Radio: { vars: () => ({ root: { '--radio-size': '1.5rem' } }) },
    // the head of a window is no second banner of the page
    ModalHeader: { defaultProps: { component: 'div' } },
    DrawerHeader: { defaultProps: { component: 'div' } },
  },
});
