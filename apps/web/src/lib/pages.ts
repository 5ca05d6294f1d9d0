import type { Page } from '@aula/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { http } from './http.js';

type Filter = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Query of a list that is read page by page: `GET path?…&cursor=`. A list of one's own can be read without a line. */
const pagesOf = <T>(path: string, filter: Filter = {}) =>
  infiniteQueryOptions({
    queryKey: [path, 'list', filter],
    queryFn: ({ pageParam, signal }) => http.get<Page<T>>(path, { ...filter, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    meta: { kept: filter['mine'] === true },
  });

/** How often a list is read again, in milliseconds, judged by what it holds; false: not by itself. */
type Pace<T> = number | false | ((items: readonly T[]) => number | false);

/** A list with what has been read of it so far. */
export const useList = <T>(path: string, filter: Filter = {}, pace: Pace<T> = false) => {
  const query = useInfiniteQuery({
    ...pagesOf<T>(path, filter),
    refetchInterval: ({ state }) => (typeof pace === 'function' ? pace(state.data?.pages.flatMap((page) => page.items) ?? []) : pace),
    placeholderData: (before) => before,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
};

export type List<T> = ReturnType<typeof useList<T>>;
