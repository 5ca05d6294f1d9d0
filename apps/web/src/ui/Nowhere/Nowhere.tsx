import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../Empty/Empty.js';
import { ButtonLink } from '../Links/Links.js';
import { Page } from '../Page/Page.js';

/** An address that leads nowhere, or to something that is not there or not for this person. */
export const Nowhere = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('ui.nowhere.title')} narrow>
      <Empty
        icon={<IconMapOff size={28} />}
        title={t('ui.nowhere.text')}
        action={<ButtonLink to="/">{t('ui.nowhere.action')}</ButtonLink>}
      />
    </Page>
  );
};
