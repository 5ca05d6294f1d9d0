import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useNow } from '../../lib/use-now.js';
import { NumberCard } from '../../ui/Cards/Cards.js';
import { TextLink } from '../../ui/Links/Links.js';
import { completionsQuery } from './api.js';

const monthOf = (at: Date, back: number): string =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1)).toISOString().slice(0, 7);

/** Completions of this month beside those of the last, and how many of them were revoked. */
export const Completed = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = new Date(useNow(3_600_000));
  const [month, before] = [monthOf(today, 0), monthOf(today, 1)];
  const present = useQuery(completionsQuery(month));
  const last = useQuery(completionsQuery(before)).data;
  const shown = (number: number | undefined): string => {
    if (present.isError) return t('today.unknown');
    return number === undefined ? '…' : count(number, language);
  };
  return (
    <>
      {(['completions', 'revoked'] as const).map((kind) => (
        <NumberCard
          key={kind}
          name={
            <TextLink to="/university/completions" search={{ month }}>
              {t(`today.${kind}`)}
            </TextLink>
          }
          value={shown(present.data?.[kind])}
          missing={present.isError}
          text={last && t('today.lastMonth', { shown: count(last[kind], language) })}
        />
      ))}
    </>
  );
};
