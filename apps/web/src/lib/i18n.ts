import type { Language } from '@aula/contracts';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type spanish from '../locales/es.json';
import { currentLanguage, keepLanguage } from './current-language.js';
import { memoryAt } from './device-memory.js';
import { type TextPart, textFiles } from './text-files.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof spanish };
    returnNull: false;
  }
}

/** What has been loaded so far, `language part`. */
const loaded = new Set<string>();
/** How often a language was asked for: the last wish counts, whichever texts come first. */
let wishes = 0;
/** Parts that a page has asked for besides the shared one. */
const wanted = new Set<TextPart>();

const load = async (language: Language, part: TextPart): Promise<void> => {
  if (loaded.has(`${language} ${part}`)) return;
  const { default: resource } = await textFiles[language][part]();
  i18next.addResourceBundle(language, 'translation', resource, true);
  loaded.add(`${language} ${part}`);
};

const withPart = async (part: TextPart): Promise<void> => {
  wanted.add(part);
  await load(currentLanguage(), part);
};

/** Loads the texts of the areas of staff, now and in every language that is shown from now on. */
export const withStaffTexts = (): Promise<void> => withPart('staff');

/** Likewise the texts of the pages for visitors. */
export const withPublicTexts = (): Promise<void> => withPart('public');

/** On a device that remembers something under `aula.pseudo` every text comes longer and in brackets: what is cut off, or is no text of ours, shows. */
const stretched = async (): Promise<'pseudo' | false> => {
  if (memoryAt('aula.pseudo').read() === null) return false;
  i18next.use((await import('./pseudo.js')).pseudoLanguage);
  return 'pseudo';
};

/** Loads the texts of the current language and starts the translator. */
export const startTexts = async (): Promise<void> => {
  const language = currentLanguage();
  const { default: resource } = await textFiles[language].shared();
  loaded.add(`${language} shared`);
  keepLanguage(language, false);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: resource } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    postProcess: await stretched(),
  });
};

/** Shows the application in `language` and remembers it on this device. `byHand`: a person asked for it. */
export const showIn = async (language: Language, byHand: boolean): Promise<void> => {
  const mine = ++wishes;
  await Promise.all(['shared' as const, ...wanted].map((part) => load(language, part)));
  if (mine !== wishes) return; // another language was asked for meanwhile
  keepLanguage(language, byHand);
  i18next.options.postProcess = await stretched();
  await i18next.changeLanguage(language);
};

/** The language that the page shows, as the contracts name it. Renders again when it changes. */
export const useLanguage = (): Language => {
  useTranslation();
  return currentLanguage();
};
