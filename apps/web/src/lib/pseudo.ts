import type { PostProcessorModule } from 'i18next';

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  A: 'Å',
  E: 'É',
  O: 'Ø',
  U: 'Û',
};

/** Text as in a language that needs two fifths more room than Spanish; the brackets show where one was cut off. */
const pseudo = (text: string): string =>
  `⟦${[...text].map((letter) => accented[letter] ?? letter).join('')}${' ǝxtra'.repeat(Math.ceil((text.length * 0.4) / 6))}⟧`;

/** A language that nobody speaks, for looking at screens: every text of ours passes through it. */
export const pseudoLanguage: PostProcessorModule = { type: 'postProcessor', name: 'pseudo', process: pseudo };
