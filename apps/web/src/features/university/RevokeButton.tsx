import type { CredentialView } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { http } from '../../lib/http.js';
import { useDraft } from '../../lib/use-draft.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Restored } from '../../ui/Restored/Restored.js';

const path = '/accreditation/credentials';

/** Revokes a credential; the reason is public, and there is no way back. */
export const RevokeButton = ({ credential }: { credential: CredentialView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const draft = useDraft(`revocation.${credential.id}`, { reason: '' });
  const { reason } = draft.fields;
  const revoke = useMutation({
    mutationFn: () => http.post<unknown>(`${path}/${credential.id}/revocation`, { body: { reason: reason.trim() } }),
    onSuccess: async () => {
      draft.done({ reason: '' });
      setOpened(false);
      await client.invalidateQueries({ queryKey: [path] });
    },
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('university.revokeNamed', { id: credential.id })}
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('university.revoke')}
      </Button>
      <Confirm
        opened={opened}
        title={t('university.revokeTitle')}
        confirm={t('university.revoke')}
        harmful
        busy={revoke.isPending}
        reason={revoke.error}
        disabled={reason.trim().length < 3}
        onClose={() => {
          setOpened(false);
        }}
        onConfirm={() => {
          revoke.mutate();
        }}
      >
        <p>{t('university.revokeText')}</p>
        <Restored draft={draft} />
        <Textarea
          label={t('university.revokeReason')}
          required
          rows={3}
          value={reason}
          error={fieldErrors(revoke.error)['reason']}
          onChange={(event) => {
            draft.set({ reason: event.currentTarget.value });
          }}
        />
      </Confirm>
    </>
  );
};
