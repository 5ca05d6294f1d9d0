import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from '../Failure/Failure.js';

interface More {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

/** The button that reads the next page of a list; nothing on the last one. */
export const MorePages = ({ list }: { list: More }) => {
  const { t } = useTranslation();
  if (list.isFetchNextPageError) return <Failure reason={list.error} onRetry={list.fetchNextPage} />;
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t('ui.more')}
    </Button>
  );
};
