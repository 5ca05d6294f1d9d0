import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
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
