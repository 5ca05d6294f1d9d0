import type { PasswordAndFactor } from '@aula/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../../ui/Confirm/Confirm.js';
import styles from '../account.module.css';
import { PasswordField } from './PasswordField.js';
import { ProofField, nothing, proofOf } from './ProofField.js';

interface Props<T> {
  of: 'remove' | 'renew';
  act: (proof: PasswordAndFactor) => Promise<T>;
  onDone: (answer: T) => unknown;
  onClose: () => void;
}

/** Asks for the password and a factor before either is weakened. */
export const WithProof = <T,>({ of, act, onDone, onClose }: Props<T>) => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [typed, setTyped] = useState(nothing);
  const doing = useMutation({ mutationFn: () => act({ password, ...proofOf(typed) }), onSuccess: onDone });
  return (
    <Confirm
      opened
      title={t(`account.factor.${of}.title`)}
      confirm={t(`account.factor.${of}.action`)}
      harmful={of === 'remove'}
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
        <ProofField typed={typed} onChange={setTyped} />
      </div>
    </Confirm>
  );
};
