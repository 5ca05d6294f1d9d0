import type { NotificationView } from '@aula/contracts';
import { ActionIcon, Anchor } from '@mantine/core';
import { IconAward, IconBook2, IconCheck, IconEyeCheck, IconMailOpened, IconShieldLock, IconUserCircle, IconX } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { momentText } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Row } from '../../ui/Rows/Rows.js';
import styles from './notifications.module.css';

const icons = {
  learning: IconBook2,
  certificates: IconAward,
  teaching: IconEyeCheck,
  account: IconUserCircle,
  security: IconShieldLock,
} as const;

interface Props {
  notification: NotificationView;
  onMark: (change: { read?: boolean; dismissed?: boolean }) => void;
}

/** One notification: what, when, and where it leads; following it counts as reading. */
export const NotificationRow = ({ notification, onMark }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const router = useRouter();
  const { title, text, link, readAt, createdAt, group } = notification;
  const Icon = icons[group];
  const unread = readAt === null;
  return (
    <Row
      icon={<Icon size={22} />}
      current={unread}
      title={
        <span className={unread ? styles.unread : styles.read}>
          {link === null ? (
            title
          ) : (
            <Anchor
              className={styles.link ?? ''}
              href={link}
              onClick={(event) => {
                if (unread) onMark({ read: true });
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                void router.navigate({ href: link });
              }}
            >
              {title}
            </Anchor>
          )}
        </span>
      }
      text={text}
      aside={
        <time dateTime={createdAt}>
          {momentText(Date.parse(createdAt), now, language)}
          {unread && <b> · {t('notifications.new')}</b>}
        </time>
      }
      actions={
        <>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t(unread ? 'notifications.markRead' : 'notifications.markUnread', { title })}
            onClick={() => {
              onMark({ read: unread });
            }}
          >
            {unread ? <IconCheck size={20} aria-hidden /> : <IconMailOpened size={20} aria-hidden />}
          </ActionIcon>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t('notifications.dismiss', { title })}
            onClick={() => {
              onMark({ dismissed: true });
            }}
          >
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </>
      }
    />
  );
};
