import type { Retried } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';

interface Props {
  retry: () => Promise<Retried>;
  path: string;
  /** Something is shown that gave up. */
  offered: boolean;
}

/** Has everything tried again at once that gave up and is shown; how much that was stays to be read when the list is empty then. */
export const RetryAll = ({ retry, path, offered }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const all = useMutation({ mutationFn: retry, onSuccess: () => client.invalidateQueries({ queryKey: [path] }) });
  return (
    <>
      {offered && (
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
      )}
      {all.isError && <Failure reason={all.error} />}
      {all.isSuccess && (
        <Notice tone="good" role="status">
          {t('administration.work.retried', { count: all.data.retried })}
        </Notice>
      )}
    </>
  );
};
