import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { NumberCard } from '../../ui/Cards/Cards.js';
import type { AmountQuery } from './api.js';

interface Props {
  /** What waits, as a link to its list. */
  name: ReactNode;
  query: AmountQuery;
}

/** How much of something waits for the reader; nothing is said calmly. */
export const WorkCard = ({ name, query }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, isError } = useQuery(query);
  if (isError) return <NumberCard name={name} value={t('today.unknown')} missing />;
  if (!data) return <NumberCard name={name} value="…" />;
  const shown = count(data.count, language);
  if (data.count === 0) return <NumberCard name={name} value={shown} text={t('today.none')} />;
  return <NumberCard name={name} value={data.more ? t('today.more', { shown }) : shown} />;
};
