import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { List } from '../../lib/pages.js';
import { Failure } from '../Failure/Failure.js';
import { MorePages } from '../MorePages/MorePages.js';
import { Waiting } from '../Waiting/Waiting.js';

/** Shows what a query read; until then grey lines, and in place of it the reason why not. */
export const Loaded = <T,>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) => {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure reason={query.error} onRetry={query.refetch} />;
  return <Waiting />;
};

interface ListProps<T> {
  list: List<T>;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** Shows a list with the button for more of it, or what to do when it is empty. */
export const LoadedList = <T,>({ list, empty, children }: ListProps<T>) => {
  if (list.data === undefined) return list.isError ? <Failure reason={list.error} onRetry={list.refetch} /> : <Waiting />;
  if (list.items.length === 0) return empty;
  return (
    <>
      {children(list.items)}
      <MorePages list={list} />
    </>
  );
};
