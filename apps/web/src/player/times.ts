import type { Language } from '@aula/contracts';

/** Times as the learner reads them: in their language, in their own zone. */
export interface Times {
  /** Day and time with the name of the zone: `30 nov 2026, 23:59 GMT-5 (Bogota)`. */
  day(instant: string): string;
  /** The time of day, of an instant in ms. */
  clock(instant: number): string;
}

const localeOf: Readonly<Record<Language, string>> = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' };
const clock = { hour: '2-digit', minute: '2-digit' } as const;
const day = { day: 'numeric', month: 'short', year: 'numeric', ...clock, timeZoneName: 'short' } as const;

/** `zone` is what the academy knows of the learner; that of the device where it knows none, or one that this browser does not. */
export const timesOf = (language: Language, zone: string | null | undefined): Times => {
  const timeZone = zone && isKnown(zone) ? zone : new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const formatted = (instant: string | number, how: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(localeOf[language], { ...how, timeZone }).format(new Date(instant));
  return { day: (instant) => formatted(instant, day) + cityOf(timeZone), clock: (instant) => formatted(instant, clock) };
};

/** `America/Argentina/Buenos_Aires` → ` (Buenos Aires)`; nothing for a zone that is no place. */
const cityOf = (zone: string): string =>
  zone.includes('/') && !zone.startsWith('Etc/') ? ` (${(zone.split('/').at(-1) ?? '').replaceAll('_', ' ')})` : '';

const isKnown = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
