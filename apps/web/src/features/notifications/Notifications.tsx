import type { NotificationGroup, NotificationView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { IconBell, IconChecks, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { notificationsPath } from './api.js';
import { NotificationRow } from './NotificationRow.js';
import styles from './notifications.module.css';
import { useMarking } from './use-marking.js';

const groups = ['learning', 'certificates', 'teaching', 'account', 'security'] as const satisfies readonly NotificationGroup[];
type Filter = 'all' | 'unread' | NotificationGroup;

/** What happened to the person, newest first. */
export const Notifications = () => {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>('all');
  const wish = filter === 'unread' ? { unread: true } : filter === 'all' ? {} : { group: filter };
  const list = useList<NotificationView>(notificationsPath, wish);
  const { mark, done, undo } = useMarking();
  return (
    <Page
      title={t('notifications.title')}
      narrow
      actions={
        <ButtonLink to="/account/notifications" variant="default" leftSection={<IconSettings size={18} aria-hidden />}>
          {t('notifications.choose')}
        </ButtonLink>
      }
    >
      <div className={styles.filters}>
        <NativeSelect
          label={t('notifications.show')}
          value={filter}
          data={['all', 'unread', ...groups].map((value) => ({ value, label: t(`notifications.filter.${value as Filter}`) }))}
          onChange={(event) => {
            setFilter(event.currentTarget.value as Filter);
          }}
        />
        <Button
          variant="default"
          leftSection={<IconChecks size={18} aria-hidden />}
          loading={mark.isPending}
          disabled={list.items.every(({ readAt }) => readAt !== null)}
          onClick={() => {
            mark.mutate({ read: true });
          }}
        >
          {t('notifications.readAll')}
        </Button>
      </div>
      <div role="status">
        {done && (
          <Notice tone="good">
            <p>{t(`notifications.done.${done.what}`, { count: done.count })}</p>
            <Button size="xs" variant="default" onClick={undo}>
              {t('notifications.undo')}
            </Button>
          </Notice>
        )}
      </div>
      {mark.isError && <Failure reason={mark.error} />}
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconBell size={28} />} title={t(filter === 'all' ? 'notifications.none.all' : 'notifications.none.some')}>
            {t('notifications.none.text')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('notifications.title')}>
            {items.map((each) => (
              <NotificationRow
                key={each.id}
                notification={each}
                onMark={(change) => {
                  mark.mutate({ ids: [each.id], ...change });
                }}
              />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};
