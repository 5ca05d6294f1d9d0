import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { resetSecondFactor } from './api.js';

/** For somebody who has lost phone and recovery codes. */
export const FactorReset = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const reset = useMutation({
    mutationFn: () => resetSecondFactor(personId),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <>
      {reset.isSuccess && (
        <Notice tone="good" role="status">
          {t('institution.access.factorReset')}
        </Notice>
      )}
      <div>
        <Button
          variant="default"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('institution.access.resetFactor')}
        </Button>
      </div>
      <Confirm
        opened={asking}
        title={t('institution.access.resetFactorTitle')}
        confirm={t('institution.access.resetFactor')}
        harmful
        busy={reset.isPending}
        reason={reset.error}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          reset.mutate();
        }}
      >
        <p>{t('institution.access.resetFactorText')}</p>
      </Confirm>
    </>
  );
};
