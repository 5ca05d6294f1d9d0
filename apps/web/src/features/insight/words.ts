import type { BreakdownRow, Dimension, Language, Measure } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames, languages, localeOf, textIn } from '../../lib/local-text.js';

export const measures = [
  'enrolled',
  'active',
  'begun',
  'half',
  'completed',
  'withdrawn',
  'passed',
  'failed',
  'certified',
] as const satisfies readonly Measure[];
const bands = ['under-25', '25-34', '35-44', '45-54', 'from-55'] as const;
const sexes = ['F', 'M', 'X'] as const;

/** `2026-11` as the language writes a month. */
export const monthText = (month: string, language: Language, length: 'short' | 'long' = 'long'): string =>
  new Intl.DateTimeFormat(localeOf[language], { month: length, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

type Named = Pick<BreakdownRow, 'key' | 'name'>;

/** Measures, dimensions and their values in words. */
export const useWords = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const valueOf = (by: Dimension, { key, name }: Named): string => {
    if (name !== null) return typeof name === 'string' ? name : textIn(name, language);
    if (by === 'country') return countryName(key, language);
    if (by === 'month') return monthText(key, language);
    if (by === 'language') return languageNames[languages.find((each) => each === key) ?? 'es'];
    const band = bands.find((each) => each === key);
    if (by === 'age' && band) return t(`insight.age.${band}`);
    const sex = sexes.find((each) => each === key);
    return sex ? t(`insight.sex.${sex}`) : key;
  };
  return {
    measure: (measure: Measure): string => t(`insight.measure.${measure}`),
    passRate: t('insight.passRate'),
    dimension: (by: Dimension): string => t(`insight.by.${by}`),
    value: (by: Dimension, row: Named): string => (row.key === 'none' ? t('insight.unknown') : valueOf(by, row)),
  };
};
