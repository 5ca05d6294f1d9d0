import type { Language, LocalText } from '@aula/contracts';

/** A passing score as it is kept, 0 to 1: a number above 1 is read as percent. */
export const scaledScore = (given: number): number => Number((given > 1 ? given / 100 : given).toFixed(6));

/** A title in one language when it is given as a plain text. */
export const localTitle = (title: LocalText | string, language: Language): LocalText =>
  typeof title === 'string' ? { [language]: title } : title;
