import type { Language } from '@aula/contracts';
import { localeOf } from './local-text.js';

/** A share (0 to 1) as a percentage of the language; whole numbers, and never 100 before everything is done. */
export const percent = (share: number, language: Language): string => {
  const whole = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
  return new Intl.NumberFormat(localeOf[language], { style: 'percent' }).format(whole / 100);
};

/** A number as the language writes it. */
export const count = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 2 }).format(value);

/** Bytes in the largest unit that keeps one digit before the point. */
export const bytes = (size: number, language: Language): string => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)));
  return new Intl.NumberFormat(localeOf[language], {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(size / 1000 ** step);
};

/** A number as people type it, with a comma or a point before the decimals; undefined for anything else. */
export const readNumber = (typed: string): number | undefined => {
  const plain = typed.replace(/[\s\u00a0]/g, '');
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) return undefined;
  return Number(plain.replace(',', '.'));
};
