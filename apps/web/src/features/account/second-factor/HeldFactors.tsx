import type { SecondFactorView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconDeviceMobileCode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n.js';
import { dayText } from '../../../lib/time.js';
import { Row, Rows } from '../../../ui/Rows/Rows.js';
import { removePasskey, removeTotp, renewCodes } from '../api.js';
import { PasskeyRow } from './PasskeyRow.js';
import type { Asked } from './WithProof.js';

interface Props {
  held: SecondFactorView;
  onAsk: (asked: Asked) => void;
}

const nothingAfter = async (done: Promise<unknown>): Promise<readonly string[]> => {
  await done;
  return [];
};

/** The factors that are there, how many recovery codes are left, and the ways to change both. */
export const HeldFactors = ({ held: { totpSince, passkeys, recoveryCodes }, onAsk }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      <Rows label={t('account.factor.title')}>
        {totpSince !== null && (
          <AppRow
            since={totpSince}
            onRemove={() => {
              onAsk({ of: 'remove', act: (proof) => nothingAfter(removeTotp(proof)) });
            }}
          />
        )}
        {passkeys.map((passkey) => (
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            onRemove={() => {
              onAsk({ of: 'removePasskey', act: (proof) => nothingAfter(removePasskey(passkey.id, proof)) });
            }}
          />
        ))}
      </Rows>
      <p>{t('account.factor.codes.left', { count: recoveryCodes })}</p>
      <div>
        <Button
          variant="default"
          onClick={() => {
            onAsk({ of: 'renew', act: async (proof) => (await renewCodes(proof)).recoveryCodes });
          }}
        >
          {t('account.factor.renew.action')}
        </Button>
      </div>
    </>
  );
};

const AppRow = ({ since, onRemove }: { since: string; onRemove: () => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      icon={<IconDeviceMobileCode size={22} />}
      title={t('account.factor.app')}
      text={t('account.factor.since', { day: dayText(since, language) })}
      actions={
        <Button variant="default" size="xs" aria-label={t('account.factor.remove.named')} onClick={onRemove}>
          {t('account.factor.remove.action')}
        </Button>
      }
    />
  );
};
