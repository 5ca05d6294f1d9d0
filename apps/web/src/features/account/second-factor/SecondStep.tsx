import type { FactorProof, Me, SecondFactorChallenge } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signWithPasskey } from '../../../lib/passkeys.js';
import { Refusal } from '../../../lib/problem.js';
import { finishSignIn } from '../../../lib/signed-in.js';
import { Failure } from '../../../ui/Failure/Failure.js';
import styles from '../account.module.css';
import { ProofField, nothingOf, proofOf } from './ProofField.js';

interface Props {
  challenge: SecondFactorChallenge;
  onDone: (me: Me) => unknown;
  onBack: () => void;
}

/** After the right password: the second factor. A challenge that is over leads back to the password. */
export const SecondStep = ({ challenge: { challengeId, factors, passkey }, onDone, onBack }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const app = factors.includes('totp');
  const [typed, setTyped] = useState(nothingOf(app));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, []);
  const entry = useMutation({
    mutationFn: async (proof: () => FactorProof | Promise<FactorProof>) => finishSignIn(client, { challengeId, ...(await proof()) }),
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
        entry.mutate(() => proofOf(typed));
      }}
    >
      <p role="status">{t('account.factor.needed')}</p>
      {!over && passkey && (
        <Button
          size="md"
          fullWidth
          leftSection={<IconKey size={20} aria-hidden />}
          onClick={() => {
            entry.mutate(async () => ({ challengeId, passkey: await signWithPasskey(passkey) }));
          }}
        >
          {t('account.passkey.use')}
        </Button>
      )}
      {!over && <ProofField typed={typed} app={app} onChange={setTyped} />}
      {entry.isError && <Failure reason={entry.error} />}
      {!over && (
        <Button type="submit" size="md" fullWidth variant={passkey ? 'default' : 'filled'} loading={entry.isPending}>
          {t('account.factor.confirm')}
        </Button>
      )}
      <Button variant="subtle" onClick={onBack}>
        {t('account.factor.back')}
      </Button>
    </form>
  );
};
