import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../ui/Page/Page.js';
import { Compare } from './Compare.js';
import { credentialIdIn } from './credential-id.js';
import styles from './verify.module.css';

/** The way in for somebody who holds a number, an address or a file. */
export const VerifyAny = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <Page title={t('verify.any.title')} lead={t('verify.any.lead')} narrow>
      <Section title={t('verify.any.number')}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const credentialId = credentialIdIn(typed);
            setWrong(credentialId === undefined);
            if (credentialId) void navigate({ to: '/v/$credentialId', params: { credentialId } });
          }}
        >
          <TextInput
            label={t('verify.any.field')}
            description={t('verify.any.hint')}
            autoCapitalize="none"
            spellCheck={false}
            required
            value={typed}
            error={wrong ? t('verify.any.wrong') : undefined}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          <div>
            <Button type="submit">{t('verify.any.action')}</Button>
          </div>
        </form>
      </Section>
      <Compare />
    </Page>
  );
};
