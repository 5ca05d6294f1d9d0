import type { SecondFactorView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconDeviceMobileCode } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n.js';
import { meQuery, useMe } from '../../../lib/signed-in.js';
import { dayText } from '../../../lib/time.js';
import { Loaded } from '../../../ui/Loaded/Loaded.js';
import { Section } from '../../../ui/Page/Page.js';
import { Row, Rows } from '../../../ui/Rows/Rows.js';
import styles from '../account.module.css';
import { factorQuery, removeTotp, renewCodes } from '../api.js';
import { FreshCodes } from './FreshCodes.js';
import { TotpSetUp } from './TotpSetUp.js';
import { WithProof } from './WithProof.js';

/** What proves, beside the password, that it is the person. Codes that have just been made stay in sight until the page is left. */
export const SecondFactor = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<'remove' | 'renew'>();
  const missing = useMe()?.secondFactor === 'missing';
  const changed = async (fresh: readonly string[]): Promise<void> => {
    setCodes(fresh);
    setAsking(undefined);
    await client.invalidateQueries({ queryKey: factorQuery.queryKey });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Section title={t('account.factor.title')}>
      <p>{t(missing ? 'account.factor.missing' : 'account.factor.text')}</p>
      {codes.length > 0 && <FreshCodes codes={codes} />}
      <Loaded query={useQuery(factorQuery)}>
        {(held) => (held.totpSince === null ? <NotYet open={missing} onDone={changed} /> : <Held held={held} onAsk={setAsking} />)}
      </Loaded>
      {asking && (
        <WithProof
          of={asking}
          act={async (proof) => {
            if (asking === 'renew') return (await renewCodes(proof)).recoveryCodes;
            await removeTotp(proof);
            return [];
          }}
          onDone={changed}
          onClose={() => {
            setAsking(undefined);
          }}
        />
      )}
    </Section>
  );
};

const NotYet = ({ open, onDone }: { open: boolean; onDone: (codes: readonly string[]) => unknown }) => {
  const { t } = useTranslation();
  const [begun, setBegun] = useState(open);
  if (begun) return <TotpSetUp onDone={onDone} />;
  return (
    <div>
      <Button
        variant="default"
        onClick={() => {
          setBegun(true);
        }}
      >
        {t('account.factor.setUp.action')}
      </Button>
    </div>
  );
};

const Held = ({ held: { totpSince, recoveryCodes }, onAsk }: { held: SecondFactorView; onAsk: (what: 'remove' | 'renew') => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Rows label={t('account.factor.title')}>
        <Row
          icon={<IconDeviceMobileCode size={22} />}
          title={t('account.factor.app')}
          text={totpSince && t('account.factor.since', { day: dayText(totpSince, language) })}
          actions={
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                onAsk('remove');
              }}
            >
              {t('account.factor.remove.action')}
            </Button>
          }
        />
      </Rows>
      <p>{t('account.factor.codes.left', { count: recoveryCodes })}</p>
      <div className={styles.actions}>
        <Button
          variant="default"
          onClick={() => {
            onAsk('renew');
          }}
        >
          {t('account.factor.renew.action')}
        </Button>
      </div>
    </>
  );
};
