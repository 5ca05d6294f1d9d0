import type { Language } from '@aula/contracts';
import { localeOf } from './local-text.js';

/** The zone of this device. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Day and time in `zone` with the zone's name: `30 nov 2026, 23:59 GMT-5 (Bogota)`. */
export const instantText = (instant: string | number, language: Language, zone: string = ownZone()): string =>
  withCity(formatIn(language, zone).format(new Date(instant)), zone);

/** From when until when, in `zone` with the zone's name: `3 may 2026, 9:00 – 12:00 GMT-3 (Montevideo)`. */
export const rangeText = (from: string, until: string, language: Language, zone: string): string => {
  const text = formatIn(language, zone).formatRange(new Date(from), new Date(until));
  return withCity(text, zone);
};

const withCity = (text: string, zone: string): string =>
  zone.includes('/') && !zone.startsWith('Etc/') ? `${text} (${cityOf(zone)})` : text;

const formatIn = (language: Language, zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  });

/** An instant for a glance: the time alone for one of today, else with its day: `14:05`, `29 nov, 14:05`. */
export const momentText = (instant: number, now: number, language: Language, zone: string = ownZone()): string => {
  const today = dayText(instant, language, zone) === dayText(now, language, zone);
  return new Intl.DateTimeFormat(localeOf[language], {
    ...(today ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(instant);
};

/** Day alone, in `zone`. */
export const dayText = (instant: string | number, language: Language, zone: string = ownZone()): string =>
  new Intl.DateTimeFormat(localeOf[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(new Date(instant));

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `in 3 days`, `2 hours ago`, by the largest unit that fits. */
export const fromNow = (instant: string | number, now: number, language: Language): string => {
  const distance = new Date(instant).getTime() - now;
  const [unit, length] = steps.find(([, size]) => Math.abs(distance) >= size) ?? (['minute', 60_000] as const);
  return new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' }).format(Math.trunc(distance / length), unit);
};

/** Seconds as `h:mm:ss` or `m:ss`. */
export const clockText = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(whole % 60)}` : `${String(minutes)}:${two(whole % 60)}`;
};

/** Offset of `zone` from UTC in milliseconds at `instant`. */
const offsetAt = (instant: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(instant / 1000) * 1000
  );
};

/**
 * The instant at which clocks in `zone` show `wall` (`YYYY-MM-DDTHH:MM`), RFC 3339 in UTC; undefined for an unreadable time.
 * A time that clocks skip in spring is read with the offset before the change; one that comes twice means the first.
 */
export const instantAt = (wall: string, zone: string): string | undefined => {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const before = offsetAt(asUtc - 86_400_000, zone);
  const after = offsetAt(asUtc + 86_400_000, zone);
  const fitting = [before, after].map((offset) => asUtc - offset).find((instant) => instant + offsetAt(instant, zone) === asUtc);
  return new Date(fitting ?? asUtc - before).toISOString();
};

/** What clocks in `zone` show at `instant`, as a `datetime-local` field takes it. */
export const wallAt = (instant: number, zone: string): string => new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16);

/** IANA zones that this browser knows. */
export const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];
