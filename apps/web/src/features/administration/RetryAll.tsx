import type { Retried } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';

/** Has everything that gave up tried again at once. */
export const RetryAll = ({ retry, path }: { retry: () => Promise<Retried>; path: string }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const all = useMutation({ mutationFn: retry, onSuccess: () => client.invalidateQueries({ queryKey: [path] }) });
  return (
    <>
      <div>
        <Button
          variant="default"
          loading={all.isPending}
          onClick={() => {
            all.mutate();
          }}
        >
          {t('administration.work.retryAll')}
        </Button>
      </div>
      {all.isError && <Failure reason={all.error} />}
      {all.isSuccess && (
        <Notice tone="good" role="status">
          {t('administration.work.retried', { count: all.data.retried })}
        </Notice>
      )}
    </>
  );
};
