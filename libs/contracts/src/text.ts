import { z } from 'zod';

/** The languages of the platform: Spanish, Portuguese (pt-BR texts), English, French. BCP 47 primary subtags. */
export const languages = ['es', 'pt', 'en', 'fr'] as const;
export const Language = z.enum(languages).meta({ id: 'Language' });
export type Language = z.infer<typeof Language>;

/** Half surrogate pairs and control characters but tab and line breaks: no database, document or screen takes them. */
const unwritten = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;
/** Text that a person wrote, on one line or several. */
export const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !unwritten.test(value), { message: 'no control characters' });
/** One line of text. */
export const line = (least: number, most: number) =>
  words(most)
    .trim()
    .min(least)
    .refine((value) => !/[\t\n\r]/.test(value), { message: 'one line' });

const text = words(20_000).trim().min(1);

/** One text in up to four languages; at least one is there. */
export const LocalText = z
  .object({ es: text.optional(), pt: text.optional(), en: text.optional(), fr: text.optional() })
  .strict()
  .refine((value) => Object.values(value).some((part) => part !== undefined), { message: 'one language at least' })
  .meta({ id: 'LocalText' });
export type LocalText = z.infer<typeof LocalText>;

/** Some words in any of the languages, or in none. */
export const LocalNote = z.object({ es: text.optional(), pt: text.optional(), en: text.optional(), fr: text.optional() }).strict();
export type LocalNote = z.infer<typeof LocalNote>;

/** The text in `language`, else in the first language that has one, in the order es, pt, en, fr; '' for an empty record. */
export const inLanguage = (text: Partial<Record<Language, string | undefined>>, language: Language): string =>
  text[language] ?? languages.map((each) => text[each]).find((each) => each !== undefined) ?? '';
