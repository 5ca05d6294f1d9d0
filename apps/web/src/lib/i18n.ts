import type { Language } from '@aula/contracts';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type spanish from '../locales/es.json';
import { currentLanguage, keepLanguage } from './current-language.js';
import { memoryAt } from './device-memory.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof spanish };
    returnNull: false;
  }
}

/** One chunk per language: a page loads the texts it shows and no others. */
const texts: Record<Language, () => Promise<{ default: object }>> = {
  es: () => import('../locales/es.json'),
  pt: () => import('../locales/pt.json'),
  en: () => import('../locales/en.json'),
  fr: () => import('../locales/fr.json'),
};

/**
 * Loads the texts of the current language and starts the translator. On a device that remembers something under `aula.pseudo` every text
 * comes longer and in brackets: what is cut off, or is no text of ours, shows.
 */
export const startTexts = async (): Promise<void> => {
  const language = currentLanguage();
  const { default: resource } = await texts[language]();
  keepLanguage(language, false);
  const stretched = memoryAt('aula.pseudo').read() !== null;
  if (stretched) i18next.use((await import('./pseudo.js')).pseudoLanguage);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: resource } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    postProcess: stretched ? 'pseudo' : false,
  });
};

/** Shows the application in `language` and remembers it on this device. `byHand`: a person asked for it. */
export const showIn = async (language: Language, byHand: boolean): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: resource } = await texts[language]();
    i18next.addResourceBundle(language, 'translation', resource);
  }
  keepLanguage(language, byHand);
  await i18next.changeLanguage(language);
};

/** The language that the page shows, as the contracts name it. Renders again when it changes. */
export const useLanguage = (): Language => {
  useTranslation();
  return currentLanguage();
};
