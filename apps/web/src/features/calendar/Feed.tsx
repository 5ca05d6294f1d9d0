import { Button } from '@mantine/core';
import { IconCalendarPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { instantText } from '../../lib/time.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { CopyButton } from '../../ui/CopyButton/CopyButton.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { endFeed, feedQuery, renewFeed } from './api.js';
import styles from './calendar.module.css';

/** The secret address for calendar programs: made, copied, renewed, ended; and how to use it. */
export const Feed = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(feedQuery);
  const renew = useMutation({
    mutationFn: renewFeed,
    onSuccess: (feed) => {
      client.setQueryData(feedQuery.queryKey, feed);
    },
  });
  return (
    <Section title={t('calendar.feed.title')}>
      <p>{t('calendar.feed.text')}</p>
      {renew.isError && <Failure reason={renew.error} />}
      <Loaded query={query}>
        {({ url, readAt }) =>
          url === null ? (
            <div>
              <Button
                leftSection={<IconCalendarPlus size={18} aria-hidden />}
                loading={renew.isPending}
                onClick={() => {
                  renew.mutate();
                }}
              >
                {t('calendar.feed.make')}
              </Button>
            </div>
          ) : (
            <Address
              url={url}
              readAt={readAt}
              onRenew={() => {
                renew.mutate();
              }}
            />
          )
        }
      </Loaded>
    </Section>
  );
};

const Address = ({ url, readAt, onRenew }: { url: string; readAt: string | null; onRenew: () => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p className={styles.address}>{url}</p>
      <div className={styles.ways}>
        <Button component="a" href={url.replace(/^https?:/, 'webcal:')} leftSection={<IconCalendarPlus size={18} aria-hidden />}>
          {t('calendar.feed.open')}
        </Button>
        <CopyButton text={url}>{t('calendar.feed.copy')}</CopyButton>
        <Change onRenew={onRenew} />
      </div>
      <p className={styles.quiet}>
        {readAt === null ? t('calendar.feed.neverRead') : t('calendar.feed.read', { instant: instantText(readAt, language) })}
      </p>
      <details>
        <summary>{t('calendar.feed.how')}</summary>
        <ul>
          {(['phone', 'google', 'outlook'] as const).map((each) => (
            <li key={each}>{t(`calendar.feed.steps.${each}`)}</li>
          ))}
        </ul>
      </details>
    </>
  );
};

/** Both end the address that programs know by now, so both ask first. */
const Change = ({ onRenew }: { onRenew: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'renew' | 'end'>();
  const end = useMutation({
    mutationFn: endFeed,
    onSuccess: async () => {
      setAsking(undefined);
      await client.invalidateQueries({ queryKey: feedQuery.queryKey });
    },
  });
  return (
    <>
      {(['renew', 'end'] as const).map((each) => (
        <Button
          key={each}
          variant="default"
          leftSection={each === 'renew' ? <IconRefresh size={18} aria-hidden /> : <IconTrash size={18} aria-hidden />}
          onClick={() => {
            setAsking(each);
          }}
        >
          {t(`calendar.feed.${each}`)}
        </Button>
      ))}
      <Confirm
        opened={asking !== undefined}
        title={t(`calendar.feed.${asking ?? 'end'}`)}
        confirm={t(`calendar.feed.${asking ?? 'end'}`)}
        harmful
        busy={end.isPending}
        reason={end.error}
        onClose={() => {
          setAsking(undefined);
        }}
        onConfirm={() => {
          if (asking === 'end') end.mutate();
          else {
            setAsking(undefined);
            onRenew();
          }
        }}
      >
        <p>{t(`calendar.feed.ask.${asking ?? 'end'}`)}</p>
      </Confirm>
    </>
  );
};
