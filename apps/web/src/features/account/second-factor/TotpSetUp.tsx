import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/CopyButton/CopyButton.js';
import { Failure } from '../../../ui/Failure/Failure.js';
import { QrCode } from '../../../ui/QrCode/QrCode.js';
import styles from '../account.module.css';
import { beginTotp, confirmTotp } from '../api.js';
import { PasswordField } from '../PasswordField.js';

/** The way to an authenticator app: password, QR code, first code of the app. `onDone` gets the recovery codes. */
export const TotpSetUp = ({ onDone }: { onDone: (codes: readonly string[]) => unknown }) => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const begin = useMutation({ mutationFn: () => beginTotp(password) });
  if (begin.data) return <FirstCode secret={begin.data.secret} uri={begin.data.uri} onDone={onDone} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <p>{t('account.factor.setUp.how')}</p>
      <PasswordField value={password} onChange={setPassword} />
      {begin.isError && <Failure reason={begin.error} />}
      <div>
        <Button type="submit" loading={begin.isPending}>
          {t('account.factor.setUp.begin')}
        </Button>
      </div>
    </form>
  );
};

interface FirstCodeProps {
  secret: string;
  uri: string;
  onDone: (codes: readonly string[]) => unknown;
}

const FirstCode = ({ secret, uri, onDone }: FirstCodeProps) => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => confirmTotp(code.trim()), onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <p>{t('account.factor.setUp.scan')}</p>
      <QrCode text={uri} label={t('account.factor.setUp.picture')} />
      <p>{t('account.factor.setUp.type')}</p>
      <code className={styles.token}>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      <div>
        <CopyButton text={secret}>{t('account.factor.setUp.copy')}</CopyButton>
      </div>
      <TextInput
        label={t('account.factor.code.label')}
        description={t('account.factor.code.text')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      {confirm.isError && <Failure reason={confirm.error} />}
      <div>
        <Button type="submit" loading={confirm.isPending}>
          {t('account.factor.confirm')}
        </Button>
      </div>
    </form>
  );
};
