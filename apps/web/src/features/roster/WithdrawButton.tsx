import type { EnrollmentView } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useDraft } from '../../lib/use-draft.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { editionsPath, enrollmentsPath, rosterPath, withdraw } from './api.js';

/** Ends an enrollment, with the reason that the record keeps. */
export const WithdrawButton = ({ enrollment, name }: { enrollment: EnrollmentView; name: string }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const draft = useDraft(`withdrawal.${enrollment.id}`, { reason: '' });
  const { reason } = draft.fields;
  const act = useMutation({
    mutationFn: () => withdraw(enrollment.id, reason.trim()),
    onSuccess: async () => {
      setOpened(false);
      draft.done({ reason: '' });
      await Promise.all([
        client.invalidateQueries({ queryKey: [enrollmentsPath] }),
        client.invalidateQueries({ queryKey: [editionsPath] }),
        client.invalidateQueries({ queryKey: [rosterPath(enrollment.editionId)] }),
      ]);
    },
  });
  return (
    <>
      <Button
        variant="default"

        aria-label={t('institution.withdraw.named', { name })}
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('institution.withdraw.action')}
      </Button>
      <Confirm
        opened={opened}
        title={t('institution.withdraw.title', { name })}
        confirm={t('institution.withdraw.action')}
        harmful
        busy={act.isPending}
        reason={act.error}
        disabled={reason.trim().length < 2}
        onClose={() => {
          setOpened(false);
        }}
        onConfirm={() => {
          act.mutate();
        }}
      >
        <Restored draft={draft} />
        <p>{t('institution.withdraw.text')}</p>
        <Textarea
          label={t('institution.withdraw.reason')}
          required
          rows={3}
          value={reason}
          error={fieldErrors(act.error)['reason']}
          onChange={(event) => {
            draft.set({ reason: event.currentTarget.value });
          }}
        />
      </Confirm>
    </>
  );
};
