import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../lib/problem.js';
import { Failure } from '../Failure/Failure.js';
import { Nowhere } from '../Nowhere/Nowhere.js';
import { Page } from '../Page/Page.js';
import { Waiting } from '../Waiting/Waiting.js';

/** A whole page of what a query read; when it fails, a page still, with a heading and a way on. */
export const LoadedPage = <T,>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) => {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Waiting />;
  if (query.error instanceof Refusal && query.error.status === 404) return <Nowhere />;
  return (
    <Page title={t('ui.broken.title')} narrow>
      <Failure reason={query.error} onRetry={query.refetch} />
    </Page>
  );
};
