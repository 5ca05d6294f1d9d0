import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import styles from './account.module.css';
import { changePassword } from './api.js';
import { PasswordField } from './PasswordField.js';

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
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <PasswordField value={current} onChange={setCurrent} error={errors['current']} />
      <PasswordField which="new" value={password} onChange={setPassword} error={errors['password']} />
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
