import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { line } from '../../lib/line.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Page } from '../../ui/Page/Page.js';

/** A page that could not be shown: what happened, and the way to try again. When the line is back it is tried by itself. */
export const Broken = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  const router = useRouter();
  useEffect(
    () =>
      line.subscribe(() => {
        if (line.up) void router.invalidate();
      }),
    [router],
  );
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
