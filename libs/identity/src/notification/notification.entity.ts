import type { Language, LocalText, NotificationId, NotificationKind } from '@aula/contracts';

/** What fills the sentence of a notification: titles in all their languages, so that it follows the reader's. */
export interface NotificationParameters {
  course?: LocalText;
  quiz?: LocalText;
  unit?: LocalText;
  closesAt?: string;
  timeZone?: string;
  /** 0 to 1. */
  score?: number;
  passed?: boolean;
  role?: string;
  device?: string;
  news?: string;
  decision?: 'approved' | 'sent-back';
  /** Name of a file. */
  file?: string;
  ended?: 'applied' | 'failed';
  /** Kind of an order. */
  order?: string;
  /** Title of an edition, which has one in no language of its own. */
  edition?: string;
  enrolled?: number;
  leftOut?: number;
}

/** A notification as it is kept. */
export interface NotificationRow {
  id: NotificationId;
  kind: NotificationKind;
  parameters: NotificationParameters;
  link: string | null;
  createdAt: string;
  readAt: string | null;
}

/** A notification for which a letter is owed now, with its reader. `heldUntil`: the end of quiet hours, when they have begun meanwhile. */
export interface Owed {
  personId: string;
  id: string;
  kind: NotificationKind;
  parameters: NotificationParameters;
  link: string | null;
  email: string;
  givenName: string;
  language: Language;
  zone: string;
  active: boolean;
  heldUntil: string | null;
}

/** Who reads, for words: their language and their zone. */
export interface Reader {
  language: Language;
  zone: string;
}

const locales: Readonly<Record<Language, string>> = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' };

/** Day and time in the reader's zone, with the zone: `30 nov 2026, 23:59 GMT-5`. */
export const instantIn = (instant: string, { language, zone }: Reader): string =>
  new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(new Date(instant));

/** A whole number: `1.250`. */
export const numberIn = (number: number, { language }: Reader): string => new Intl.NumberFormat(locales[language]).format(number);

/** A share as a percentage: `85 %`. */
export const percentIn = (share: number, { language }: Reader): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(share);
