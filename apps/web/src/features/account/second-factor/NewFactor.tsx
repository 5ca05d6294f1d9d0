import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knowsPasskeys } from '../../../lib/passkeys.js';
import styles from '../account.module.css';
import { PasskeySetUp } from './PasskeySetUp.js';
import { TotpSetUp } from './TotpSetUp.js';

/** The factors that may be added, and the form of the one that was chosen. */
export const NewFactor = ({ withApp, onDone }: { withApp: boolean; onDone: (codes: readonly string[]) => unknown }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<'app' | 'passkey'>();
  if (chosen === 'app' && withApp) return <TotpSetUp onDone={onDone} />;
  if (chosen === 'passkey') return <PasskeySetUp onDone={onDone} />;
  return (
    <div className={styles.actions}>
      {withApp && (
        <Button
          variant="default"
          onClick={() => {
            setChosen('app');
          }}
        >
          {t('account.factor.setUp.action')}
        </Button>
      )}
      {knowsPasskeys() && (
        <Button
          variant="default"
          onClick={() => {
            setChosen('passkey');
          }}
        >
          {t('account.passkey.action')}
        </Button>
      )}
    </div>
  );
};
