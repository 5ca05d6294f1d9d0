import { Button } from '@mantine/core';
import { IconDeviceMobileDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../../lib/brand.js';
import { install, useInstallWay } from '../../lib/install.js';
import { Section } from '../../ui/Page/Page.js';

/** The way to have the academy among the applications of the device, where there is one. */
export const InstallOffer = () => {
  const { t } = useTranslation();
  const { name } = useBrand();
  const way = useInstallWay();
  if (way === 'none') return null;
  return (
    <Section title={t('account.install.title', { name })}>
      <p role={way === 'installed' ? 'status' : undefined}>{t(`account.install.${way}`, { name })}</p>
      {way === 'offered' && (
        <div>
          <Button
            variant="default"
            leftSection={<IconDeviceMobileDown size={18} aria-hidden />}
            onClick={() => {
              void install.ask();
            }}
          >
            {t('account.install.title', { name })}
          </Button>
        </div>
      )}
    </Section>
  );
};
