import { Outlet } from '@tanstack/react-router';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Area, mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Page } from '../../ui/Page/Page.js';

/** Lets in who holds a role of the area; tells everyone else so in plain words. */
export const AreaDoor = ({ area }: { area: Area }) => {
  const { t } = useTranslation();
  const me = useMe();
  if (!me || mayEnter(me, area)) return <Outlet />;
  return (
    <Page title={t(`nav.area.${area}`)}>
      <Empty
        icon={<IconLock size={28} />}
        title={t('ui.forbidden.title')}
        action={<ButtonLink to="/learning">{t('ui.forbidden.action')}</ButtonLink>}
      >
        {t('ui.forbidden.text')}
      </Empty>
    </Page>
  );
};
