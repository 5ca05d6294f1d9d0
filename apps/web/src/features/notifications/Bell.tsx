import type { Me } from '@aula/contracts';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToldZone } from '../../lib/use-told-zone.js';
import { countQuery } from './api.js';
import styles from './notifications.module.css';

/** The way to the notifications, with the number of unread ones. Who must set a second factor up first has none yet. */
export const Bell = ({ me }: { me: Me }) => {
  const { t } = useTranslation();
  useToldZone(me);
  const unread = useQuery(countQuery).data?.unread ?? 0;
  return (
    <Link to="/notifications" className={styles.bell} aria-label={t('notifications.bell', { count: unread })}>
      <IconBell size={24} aria-hidden />
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
};
