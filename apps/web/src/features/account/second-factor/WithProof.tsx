import type { PasswordAndFactor } from '@aula/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../ui/Confirm/Confirm.js';
import styles from '../account.module.css';
import { PasswordField } from '../PasswordField.js';
import { ProofField, nothingOf, proofOf } from './ProofField.js';

/** Something that needs the password and a factor; `act` answers with fresh recovery codes, if there are any. */
export interface Asked {
  of: 'remove' | 'removePasskey' | 'renew';
  act: (proof: PasswordAndFactor) => Promise<readonly string[]>;
}

interface Props {
  asked: Asked;
  /** The person has an authenticator app; a recovery code serves in any case. */
  app: boolean;
  onDone: (codes: readonly string[]) => unknown;
  onClose: () => void;
}

/** Asks for the password and a factor before either is weakened. */
export const WithProof = ({ asked: { of, act }, app, onDone, onClose }: Props) => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [typed, setTyped] = useState(nothingOf(app));
  const doing = useMutation({ mutationFn: () => act({ password, ...proofOf(typed) }), onSuccess: onDone });
  return (
    <Confirm
      opened
      title={t(`account.factor.${of}.title`)}
      confirm={t(`account.factor.${of}.action`)}
      harmful={of !== 'renew'}
      busy={doing.isPending}
      reason={doing.error}
      disabled={password === '' || typed.text.trim().length < 6}
      onClose={onClose}
      onConfirm={() => {
        doing.mutate();
      }}
    >
      <div className={styles.form}>
        <p>{t(`account.factor.${of}.text`)}</p>
        <PasswordField value={password} onChange={setPassword} />
        <ProofField typed={typed} app={app} onChange={setTyped} />
      </div>
    </Confirm>
  );
};
