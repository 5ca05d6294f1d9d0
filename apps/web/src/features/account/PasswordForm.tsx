import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import styles from './account.module.css';
import { changePassword } from './api.js';

/** A new password for the signed-in person. */
export const PasswordForm = () => {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword({ current, password }),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
    },
  });
  const errors = fieldErrors(change.error);
  const toggle = { 'aria-label': t('account.showPassword'), tabIndex: 0 };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <PasswordInput
        label={t('account.change.current')}
        autoComplete="current-password"
        required
        value={current}
        error={errors['current']}
        visibilityToggleButtonProps={toggle}
        onChange={(event) => {
          setCurrent(event.currentTarget.value);
        }}
      />
      <PasswordInput
        label={t('account.change.new')}
        description={t('account.passwordRule')}
        autoComplete="new-password"
        required
        minLength={12}
        value={password}
        error={errors['password']}
        visibilityToggleButtonProps={toggle}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      {change.isError && <Failure reason={change.error} fields={['current', 'password']} />}
      {change.isSuccess && (
        <Notice tone="good" role="status">
          {t('account.change.done')}
        </Notice>
      )}
      <div>
        <Button type="submit" loading={change.isPending}>
          {t('account.change.action')}
        </Button>
      </div>
    </form>
  );
};
