import type {
  NotificationChange,
  NotificationCount,
  NotificationSettingsChange,
  NotificationSettingsView,
  NotificationsChanged,
  Unsubscribed,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const notificationsPath = '/identity/notifications';

/** How many are unread: asked when the window comes to the front, and every few minutes while it is there. */
export const countQuery = queryOptions({
  queryKey: ['/identity/notification-count'],
  queryFn: ({ signal }) => http.get<NotificationCount>('/identity/notification-count', {}, signal),
  staleTime: 60_000,
  refetchInterval: 180_000,
  refetchOnWindowFocus: true,
});

export const changeNotifications = (change: NotificationChange) => http.patch<NotificationsChanged>(notificationsPath, change);

const settingsPath = '/identity/me/notification-settings';
export const settingsQuery = queryOptions({
  queryKey: [settingsPath],
  queryFn: ({ signal }) => http.get<NotificationSettingsView>(settingsPath, {}, signal),
});
export const changeSettings = (change: NotificationSettingsChange) => http.patch<NotificationSettingsView>(settingsPath, change);

export const unsubscribe = (token: string) => http.post<Unsubscribed>(`/identity/unsubscriptions/${encodeURIComponent(token)}`);
