import type { Language } from '@aula/contracts';
import { closestLanguage, languages, localeOf } from './local-text.js';

const place = 'aula.language';
/** What the start page says of the academy; read here, since all else that knows it needs a language first. */
const ownLanguage = (): Language | undefined => {
  if (typeof document === 'undefined') return undefined;
  const said = document.querySelector<HTMLMetaElement>('meta[name="aula-brand"]')?.content;
  return languages.find((each) => said?.includes(`"language":"${each}"`));
};
let current: Language | undefined;
/** True once a person picked the language in this visit; their account's language does not override that. */
let picked = false;

const remembered = (): Language | undefined => {
  try {
    return languages.find((each) => each === localStorage.getItem(place));
  } catch {
    return undefined; // storage may be closed in private windows
  }
};

/** Of links to a page in one language, such as search engines keep. */
const inAddress = (): Language | undefined => {
  if (typeof location === 'undefined') return undefined;
  const asked = new URLSearchParams(location.search).get('lang');
  return languages.find((each) => each === asked);
};

/** The language of the page: picked, else that of its address, else remembered on this device, else what the browser asks for. */
export const currentLanguage = (): Language =>
  (current ??= inAddress() ?? remembered() ?? closestLanguage(navigator.languages, ownLanguage()));

/** Remembers the language and keeps `<html lang>` true. */
export const keepLanguage = (language: Language, byHand: boolean): void => {
  current = language;
  picked ||= byHand;
  document.documentElement.lang = localeOf[language];
  try {
    localStorage.setItem(place, language);
  } catch {
    // the choice then lasts for this visit
  }
};

/** Whether the person chose a language by hand in this visit. */
export const languagePicked = (): boolean => picked;
