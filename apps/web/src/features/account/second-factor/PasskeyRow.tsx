import type { PasskeyView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n.js';
import { dayText } from '../../../lib/time.js';
import { Row } from '../../../ui/Rows/Rows.js';

/** One passkey of the person, and the way to take it back. */
export const PasskeyRow = ({ passkey, onRemove }: { passkey: PasskeyView; onRemove: () => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, createdAt, usedAt } = passkey;
  return (
    <Row
      icon={<IconKey size={22} />}
      title={name}
      text={t(usedAt ? 'account.passkey.used' : 'account.passkey.since', {
        since: dayText(createdAt, language),
        used: dayText(usedAt ?? createdAt, language),
      })}
      actions={
        <Button variant="default" size="xs" aria-label={t('account.passkey.removeNamed', { name })} onClick={onRemove}>
          {t('account.factor.remove.action')}
        </Button>
      }
    />
  );
};
