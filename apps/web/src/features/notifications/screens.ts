export { Notifications } from './Notifications.js';
export { NotificationSettings } from './NotificationSettings.js';
export { Unsubscribe } from './Unsubscribe.js';
