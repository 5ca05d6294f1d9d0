import type { ComboboxItem } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { folded } from '../../lib/local-text.js';
import { type Things, foundQuery, thingQuery } from '../../lib/things.js';

/** What can be chosen when `q` is typed, with what is chosen already, whether or not it is among the first that are found. */
export const useChoice = <T extends { id: string }>(things: Things<T>, chosen: readonly string[], q: string) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [rested] = useDebouncedValue(q, 250);
  const { data, isPlaceholderData } = useQuery(foundQuery(things, rested));
  const current = useQueries({ queries: chosen.map((id) => thingQuery(things, id)) });
  const settled = q === rested && data !== undefined && !isPlaceholderData;
  const items = (data?.items ?? []).filter((each) => !chosen.includes(each.id) && (things.offered?.(each) ?? true));
  const optionOf = (thing: T): ComboboxItem => ({ value: thing.id, label: things.words(thing, language) });
  const found = items.map(optionOf).filter(({ label }) => settled || folded(label).includes(folded(q)));
  const kept = chosen.map((id, place) => {
    const known = current[place];
    if (known?.data) return optionOf(known.data);
    return { value: id, label: known?.isError ? t('ui.choice.kept') : '…' }; // what is out of the reader's sight stays chosen
  });
  const notes = [
    found.length === 0 && q !== '' && t(settled ? 'ui.choice.nothing' : 'ui.choice.searching'),
    settled && data.next !== null && t('ui.choice.more'),
  ].flatMap((label) => (label === false ? [] : [{ value: ' ', label, disabled: true }]));
  return {
    /** What is found stands first where something is looked for. */
    options: q === '' ? [...kept, ...found, ...notes] : [...found, ...notes, ...kept],
    thingOf: (id: string | null): T | undefined => [...items, ...current.map(({ data: thing }) => thing)].find((each) => each?.id === id),
  };
};
