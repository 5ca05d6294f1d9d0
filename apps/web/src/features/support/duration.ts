import type { Language } from '@aula/contracts';
import { localeOf } from '../../lib/local-text.js';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time in its two largest units: `2 h 5 min`, `40 s`. */
export const durationText = (seconds: number, language: Language): string => {
  const whole = Math.max(0, Math.round(seconds));
  const at = Math.max(
    0,
    units.findIndex(([, size]) => whole >= size),
  );
  const [first, second] = whole === 0 ? [units[3], undefined] : [units[at]!, units[at + 1]];
  const part = (value: number, unit: string): string =>
    new Intl.NumberFormat(localeOf[language], { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const rest = second ? Math.floor((whole % first[1]) / second[1]) : 0;
  return [part(Math.floor(whole / first[1]), first[0]), ...(second && rest > 0 ? [part(rest, second[0])] : [])].join(' ');
};
