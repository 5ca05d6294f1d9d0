import type { Language } from '@aula/contracts';
import { instantText, momentText, ownZone } from '../lib/time.js';

/** Times as the learner reads them: in their language, in their own zone. */
export interface Times {
  /** Day and time with the name of the zone. */
  day(instant: string): string;
  /** The time of day, of an instant in ms. */
  clock(instant: number): string;
}

/** `zone` is what the academy knows of the learner; that of the device where it knows none, or one that this browser does not. */
export const timesOf = (language: Language, zone: string | null | undefined): Times => {
  const own = zone && isKnown(zone) ? zone : ownZone();
  return {
    day: (instant) => instantText(instant, language, own),
    clock: (instant) => momentText(instant, instant, language, own),
  };
};

const isKnown = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
