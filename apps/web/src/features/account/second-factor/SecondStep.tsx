import type { Me, SecondFactorChallenge } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../lib/problem.js';
import { finishSignIn } from '../../../lib/signed-in.js';
import { Failure } from '../../../ui/Failure/Failure.js';
import styles from '../account.module.css';
import { ProofField, nothing, proofOf } from './ProofField.js';

interface Props {
  challenge: SecondFactorChallenge;
  onDone: (me: Me) => unknown;
  onBack: () => void;
}

/** After the right password: the second factor. A challenge that is over leads back to the password. */
export const SecondStep = ({ challenge: { challengeId }, onDone, onBack }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [typed, setTyped] = useState(nothing);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const entry = useMutation({
    mutationFn: () => finishSignIn(client, { challengeId, ...proofOf(typed) }),
    onSuccess: onDone,
    onError: () => {
      setTyped({ ...typed, text: '' });
    },
  });
  const over = entry.error instanceof Refusal && entry.error.code === 'second-factor.challenge-over';
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        entry.mutate();
      }}
    >
      <p role="status">{t('account.factor.needed')}</p>
      {!over && <ProofField typed={typed} onChange={setTyped} />}
      {entry.isError && <Failure reason={entry.error} />}
      {!over && (
        <Button type="submit" size="md" fullWidth loading={entry.isPending}>
          {t('account.factor.confirm')}
        </Button>
      )}
      <Button variant="subtle" onClick={onBack}>
        {t('account.factor.back')}
      </Button>
    </form>
  );
};
