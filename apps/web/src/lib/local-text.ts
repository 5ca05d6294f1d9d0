import type { Language, LocalText } from '@aula/contracts';

/** The languages of the platform. Written here and checked against the contract's type, so that the schema library stays out of the bundle. */
export const languages = ['es', 'pt', 'en', 'fr'] as const satisfies readonly Language[];

/** A text in several languages while it is being typed. */
export type Texts = Partial<Record<Language, string>>;

/** BCP 47 tags for `lang` attributes and `Intl`. */
export const localeOf: Readonly<Record<Language, string>> = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' };

/** Each language by its own name, as people look for it. */
export const languageNames: Readonly<Record<Language, string>> = { es: 'Español', pt: 'Português', en: 'English', fr: 'Français' };

/** The entry of `record` for `language`, else of the first language that has one; undefined for an empty record. */
export const pickLanguage = <T>(record: Partial<Record<Language, T>> | null | undefined, language: Language): T | undefined =>
  record?.[language] ?? languages.map((each) => record?.[each]).find((each) => each !== undefined);

/** The text in `language`, else in the first language that has one; '' for none. */
export const textIn = (text: LocalText | null | undefined, language: Language): string => pickLanguage(text, language) ?? '';

/** The first of the wished BCP 47 tags that the platform speaks; the academy's own when none is. */
export const closestLanguage = (wished: readonly string[], own: Language = 'es'): Language =>
  wished.map((tag) => languages.find((each) => tag.toLowerCase().split('-')[0] === each)).find((each) => each !== undefined) ?? own;

/** Without empty members; undefined when nothing is left. */
export const trimText = (text: Texts): LocalText | undefined => {
  const filled = languages.flatMap((each) => (text[each]?.trim() ? [[each, text[each].trim()] as const] : []));
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
};

/** Name of a country (ISO 3166-1 alpha-2) in `language`; the code itself where the browser knows no name. */
export const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames(localeOf[language], { type: 'region', fallback: 'code' }).of(code) ?? code;

/** Without accents and capitals, as a search compares. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
