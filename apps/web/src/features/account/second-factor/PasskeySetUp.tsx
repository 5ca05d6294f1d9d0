import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../../lib/form-errors.js';
import { makePasskey } from '../../../lib/passkeys.js';
import { Failure } from '../../../ui/Failure/Failure.js';
import styles from '../account.module.css';
import { addPasskey, beginPasskey } from '../api.js';
import { PasswordField } from '../PasswordField.js';

/** The way to a passkey: a name, the password, and what the device itself asks. `onDone` gets the recovery codes. */
export const PasskeySetUp = ({ onDone }: { onDone: (codes: readonly string[]) => unknown }) => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await beginPasskey(password);
      return addPasskey({ challengeId, name: name.trim(), passkey: await makePasskey(options) });
    },
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <p>{t('account.passkey.how')}</p>
      <TextInput
        label={t('account.passkey.name')}
        description={t('account.passkey.nameText')}
        required
        maxLength={60}
        value={name}
        error={fieldErrors(add.error)['name']}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <PasswordField value={password} onChange={setPassword} />
      {add.isError && <Failure reason={add.error} fields={['name']} />}
      <div>
        <Button type="submit" loading={add.isPending}>
          {t('account.passkey.add')}
        </Button>
      </div>
    </form>
  );
};
