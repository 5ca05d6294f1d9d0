import type { Me } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { knowsPasskeys } from '../../lib/passkeys.js';
import { signInByPasskey } from '../../lib/signed-in.js';
import { Failure } from '../../ui/Failure/Failure.js';

/** Signing in by a passkey alone; nothing where the browser knows none. */
export const PasskeyEntry = ({ onDone }: { onDone: (me: Me) => unknown }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const entry = useMutation({ mutationFn: () => signInByPasskey(client), onSuccess: onDone });
  if (!knowsPasskeys()) return null;
  return (
    <>
      {entry.isError && <Failure reason={entry.error} />}
      <Button
        variant="default"
        size="md"
        fullWidth
        leftSection={<IconKey size={20} aria-hidden />}
        loading={entry.isPending}
        onClick={() => {
          entry.mutate();
        }}
      >
        {t('account.passkey.use')}
      </Button>
    </>
  );
};
