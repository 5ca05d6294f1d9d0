import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import styles from './account.module.css';
import { askForReset, redeemReset } from './api.js';
import { PasswordField } from './PasswordField.js';

/** Asks for a code by mail; the link in the mail comes back here with it. */
export const PasswordReset = () => {
  const { t } = useTranslation();
  const { code } = useSearch({ from: '/password' });
  return (
    <Page
      title={code ? t('account.redeem.title') : t('account.reset.title')}
      back={<TextLink to="/">{t('account.signIn.title')}</TextLink>}
      narrow
    >
      {code ? <Redeem code={code} /> : <Ask />}
    </Page>
  );
};

const Ask = () => {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => askForReset(email.trim()) });
  if (ask.isSuccess) {
    return (
      <Notice tone="good" role="status">
        {t('account.reset.sent', { email: email.trim() })}
      </Notice>
    );
  }
  return (
    <Section title={t('account.reset.how')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <TextInput
          type="email"
          label={t('account.email')}
          autoComplete="username"
          required
          value={email}
          error={fieldErrors(ask.error)['email']}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
          }}
        />
        {ask.isError && <Failure reason={ask.error} fields={['email']} />}
        <div>
          <Button type="submit" loading={ask.isPending}>
            {t('account.reset.action')}
          </Button>
        </div>
      </form>
    </Section>
  );
};

const Redeem = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const redeem = useMutation({ mutationFn: () => redeemReset({ code, password }) });
  if (redeem.isSuccess) {
    return (
      <Notice tone="good" role="status" title={t('account.redeem.done')}>
        <ButtonLink to="/">{t('account.signIn.title')}</ButtonLink>
      </Notice>
    );
  }
  return (
    <Section title={t('account.redeem.how')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          redeem.mutate();
        }}
      >
        <PasswordField which="new" value={password} onChange={setPassword} error={fieldErrors(redeem.error)['password']} />
        {redeem.isError && <Failure reason={redeem.error} fields={['password']} />}
        <div>
          <Button type="submit" loading={redeem.isPending}>
            {t('account.redeem.action')}
          </Button>
        </div>
      </form>
    </Section>
  );
};
