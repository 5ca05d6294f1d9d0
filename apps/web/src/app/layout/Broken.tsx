import { IconMapOff } from '@tabler/icons-react';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Page } from '../../ui/Page/Page.js';

/** A page that could not be shown: what happened, and the way to try again. */
export const Broken = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Page title={t('ui.broken.title')} narrow>
      <Failure
        reason={error}
        onRetry={async () => {
          reset();
          await router.invalidate();
        }}
      />
    </Page>
  );
};

/** An address that leads nowhere. */
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
