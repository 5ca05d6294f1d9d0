import type { Me, SecondFactorChallenge } from '@aula/contracts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { challengeIn, signIn } from '../../lib/signed-in.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { PasskeyEntry } from './PasskeyEntry.js';
import styles from './account.module.css';

interface Props {
  email: string;
  onEmail: (email: string) => void;
  onDone: (me: Me) => unknown;
  /** The password was right, and a second factor is asked for. */
  onChallenge: (challenge: SecondFactorChallenge) => void;
}

/** E-mail and password. What was typed stays when it is refused. */
export const PasswordStep = ({ email, onEmail, onDone, onChallenge }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const entry = useMutation({
    mutationFn: () => signIn(client, { email: email.trim(), password }),
    onSuccess: onDone,
    onError: (reason) => {
      const challenge = challengeIn(reason);
      if (challenge) onChallenge(challenge);
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        entry.mutate();
      }}
    >
      <TextInput
        type="email"
        label={t('account.email')}
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        size="md"
        value={email}
        onChange={(event) => {
          onEmail(event.currentTarget.value);
        }}
      />
      <PasswordInput
        label={t('account.password')}
        autoComplete="current-password"
        required
        size="md"
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword'), tabIndex: 0 }}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      {entry.isError && <Failure reason={entry.error} />}
      <Button type="submit" size="md" fullWidth loading={entry.isPending}>
        {t('account.signIn.action')}
      </Button>
      <PasskeyEntry onDone={onDone} />
    </form>
  );
};
