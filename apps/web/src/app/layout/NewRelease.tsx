import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice/Notice.js';
import { release } from '../release.js';

/** Offers a newer release; whoever is in the middle of something goes on with this one. */
export const NewRelease = () => {
  const { t } = useTranslation();
  useSyncExternalStore(release.subscribe, release.snapshot);
  if (!release.offered) return null;
  return (
    <Notice title={t('ui.release.title')}>
      <p>{t('ui.release.text')}</p>
      <Button
        size="xs"
        onClick={() => {
          release.accept();
        }}
      >
        {t('ui.release.action')}
      </Button>
    </Notice>
  );
};
