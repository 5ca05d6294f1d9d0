import type { Language } from '@aula/contracts';

export type TextPart = 'shared' | 'staff' | 'public';

/** A chunk per language and part: a page loads the texts it shows and no others. `texts.plugin.ts` cuts the files. */
export const textFiles: Record<Language, Record<TextPart, () => Promise<{ default: object }>>> = {
  es: {
    shared: () => import('../locales/es.json?part=shared'),
    staff: () => import('../locales/es.json?part=staff'),
    public: () => import('../locales/es.json?part=public'),
  },
  pt: {
    shared: () => import('../locales/pt.json?part=shared'),
    staff: () => import('../locales/pt.json?part=staff'),
    public: () => import('../locales/pt.json?part=public'),
  },
  en: {
    shared: () => import('../locales/en.json?part=shared'),
    staff: () => import('../locales/en.json?part=staff'),
    public: () => import('../locales/en.json?part=public'),
  },
  fr: {
    shared: () => import('../locales/fr.json?part=shared'),
    staff: () => import('../locales/fr.json?part=staff'),
    public: () => import('../locales/fr.json?part=public'),
  },
};
