import type { Me } from '@aula/contracts';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../lib/signed-in.js';
import { Failure } from '../../ui/Failure/Failure.js';
import styles from './account.module.css';

/** E-mail and password. What was typed stays when it is refused. */
export const SignInForm = ({ onDone }: { onDone: (me: Me) => unknown }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entry = useMutation({ mutationFn: () => signIn(client, { email: email.trim(), password }), onSuccess: onDone });
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
          setEmail(event.currentTarget.value);
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
    </form>
  );
};
