import type { RollEntryView } from '@aula/contracts';
import { useEffect } from 'react';
import { type List, useList } from '../../lib/pages.js';
import { rollPath } from './api.js';

/** Up to so many people the whole roll is read at once: it is then searched, counted and printed without a line. */
export const wholeUpTo = 1_000;

/** The roll of a session. `whole`: page after page is read by itself, and `q` is left to the reader. */
export const useRoll = (editionId: string, unitId: string, whole: boolean, q = ''): List<RollEntryView> => {
  const list = useList<RollEntryView>(rollPath(editionId, unitId), { limit: 200, q: whole ? '' : q });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (whole && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [whole, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return list;
};

/** Text without accents and capitals, as the server searches. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those whose names hold every word of `q`. */
export const found = (entries: readonly RollEntryView[], q: string): RollEntryView[] => {
  const words = folded(q).split(/\s+/);
  return entries.filter(({ givenName, familyName }) => words.every((word) => folded(`${givenName} ${familyName}`).includes(word)));
};
