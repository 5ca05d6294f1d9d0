import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page } from '../../ui/Page/Page.js';
import { unsubscribe } from './api.js';

/** Where the link at the foot of a letter leads: no sign-in, one press. Mail programs that look at links ahead press nothing. */
export const Unsubscribe = () => {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/unsubscribe/$token' });
  const end = useMutation({ mutationFn: () => unsubscribe(token) });
  return (
    <Page title={t('notifications.unsubscribe.title')} narrow>
      {end.isError && <Failure reason={end.error} />}
      {end.isSuccess ? (
        <Notice tone="good" role="status" title={t('notifications.unsubscribe.done')}>
          <ul>
            {end.data.kinds.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <TextLink to="/account/notifications">{t('notifications.unsubscribe.choose')}</TextLink>
        </Notice>
      ) : (
        <>
          <p>{t('notifications.unsubscribe.text')}</p>
          <div>
            <Button
              size="md"
              loading={end.isPending}
              onClick={() => {
                end.mutate();
              }}
            >
              {t('notifications.unsubscribe.action')}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
};
