import { z } from 'zod';

/** The languages of the platform: Spanish, Portuguese (pt-BR texts), English, French. BCP 47 primary subtags. */
export const languages = ['es', 'pt', 'en', 'fr'] as const;
export const Language = z.enum(languages).meta({ id: 'Language' });
export type Language = z.infer<typeof Language>;

const text = z.string().trim().min(1).max(20_000);

/** One text in up to four languages; at least one is there. */
export const LocalText = z
  .object({ es: text.optional(), pt: text.optional(), en: text.optional(), fr: text.optional() })
  .strict()
  .refine((value) => Object.values(value).some((part) => part !== undefined), { message: 'one language at least' })
  .meta({ id: 'LocalText' });
export type LocalText = z.infer<typeof LocalText>;

/** The text in `language`, else in the first language that has one, in the order es, pt, en, fr; '' for an empty record. */
export const inLanguage = (text: Partial<Record<Language, string | undefined>>, language: Language): string =>
  text[language] ?? languages.map((each) => text[each]).find((each) => each !== undefined) ?? '';
