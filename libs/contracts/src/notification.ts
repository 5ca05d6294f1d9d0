import { z } from 'zod';
import type { Role } from './access.js';
import { NotificationId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';

/** When a notification goes out by mail: by itself, gathered in the morning or once a week, or not at all. */
export const mailPaces = ['at-once', 'daily', 'weekly', 'none'] as const;
export const MailPace = z.enum(mailPaces);
export type MailPace = z.infer<typeof MailPace>;
export const notificationGroups = ['learning', 'certificates', 'teaching', 'account', 'security'] as const;
export const NotificationGroup = z.enum(notificationGroups);
export type NotificationGroup = z.infer<typeof NotificationGroup>;

interface NotificationDeclaration {
  readonly group: NotificationGroup;
  /** What holds while the person has chosen nothing. */
  readonly inApp: boolean;
  readonly mail: MailPace;
  /** Cannot be chosen away: shown always; its letter goes out by itself the moment it happens. */
  readonly always?: true;
  /** Only holders of one of these roles get it and choose about it. */
  readonly roles?: readonly Role[];
}

/** Every kind of notification; new ones go last, since links in letters count them. What an act of one's own brings about is not mailed. */
export const notifications = {
  'enrollment.activated': { group: 'learning', inApp: true, mail: 'daily' },
  'deadline.near': { group: 'learning', inApp: true, mail: 'daily' },
  'attempt.graded': { group: 'learning', inApp: true, mail: 'none' },
  'attempt.restored': { group: 'learning', inApp: true, mail: 'daily' },
  'completion.recorded': { group: 'learning', inApp: true, mail: 'none' },
  'credential.issued': { group: 'certificates', inApp: true, mail: 'daily' },
  'credential.revoked': { group: 'certificates', inApp: true, mail: 'at-once' },
  'grant.given': { group: 'account', inApp: true, mail: 'at-once' },
  'security.new-device': { group: 'security', inApp: true, mail: 'none', always: true },
  'security.factor-changed': { group: 'security', inApp: true, mail: 'none', always: true },
  'security.password-changed': { group: 'security', inApp: true, mail: 'none', always: true },
  'review.requested': { group: 'teaching', inApp: true, mail: 'daily', roles: ['instructor', 'administrator'] },
  'review.decided': { group: 'teaching', inApp: true, mail: 'at-once', roles: ['instructor', 'administrator'] },
  'import.finished': { group: 'account', inApp: true, mail: 'none', roles: ['training-administrator', 'administrator'] },
  'batch.finished': { group: 'account', inApp: true, mail: 'none', roles: ['training-administrator', 'administrator'] },
  'order.dead': { group: 'account', inApp: true, mail: 'daily', roles: ['administrator'] },
  'essay.waiting': { group: 'teaching', inApp: true, mail: 'daily', roles: ['instructor', 'administrator'] },
} as const satisfies Record<string, NotificationDeclaration>;
export type NotificationKind = keyof typeof notifications;
export const notificationKinds = Object.keys(notifications) as [NotificationKind, ...NotificationKind[]];
export const NotificationKind = z.enum(notificationKinds);
/** The declaration of a kind, without regard to which. */
export const notificationOf = (kind: NotificationKind): NotificationDeclaration => notifications[kind];

/** Times of day by the person's clock. Equal ends: no quiet hours. `digestDay`: ISO 8601, Monday is 1. */
export const mailTimes = { quietFrom: '21:00', quietUntil: '07:00', digestAt: '07:00', digestDay: 1 } as const;

/** One thing that happened, worded in the reader's language. `link` is a path of the application. */
export const NotificationView = z
  .object({
    id: NotificationId,
    kind: NotificationKind,
    group: NotificationGroup,
    title: z.string(),
    text: z.string(),
    link: z.string().nullable(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type NotificationView = z.infer<typeof NotificationView>;
export const NotificationList = pageOf(NotificationView);
export const NotificationQuery = PageQuery.extend({ unread: z.stringbool().optional(), group: NotificationGroup.optional() });
export type NotificationQuery = z.infer<typeof NotificationQuery>;
/** Unread ones; counted to a hundred. */
export const NotificationCount = z.object({ unread: z.number().int() }).meta({ id: 'NotificationCount' });
export type NotificationCount = z.infer<typeof NotificationCount>;
/** Marks these, or without `ids` the thousand newest unread ones. */
export const NotificationChange = z
  .object({ ids: z.array(NotificationId).min(1).max(1_000).optional(), read: z.boolean().optional(), dismissed: z.boolean().optional() })
  .strict()
  .meta({ id: 'NotificationChange' });
export type NotificationChange = z.infer<typeof NotificationChange>;
/** Those that the change made different: what to name when it is taken back. */
export const NotificationsChanged = z.object({ ids: z.array(NotificationId) }).meta({ id: 'NotificationsChanged' });
export type NotificationsChanged = z.infer<typeof NotificationsChanged>;

/** `HH:MM` by the clock on the wall. */
const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const NotificationChoice = z
  .object({ kind: NotificationKind, inApp: z.boolean(), mail: MailPace })
  .strict()
  .meta({ id: 'NotificationChoice' });
export type NotificationChoice = z.infer<typeof NotificationChoice>;
/** `timeZone` is the one that holds: the person's own, else that of their country, else UTC. `next…`: when the next digests would go out. */
export const NotificationSettingsView = z
  .object({
    kinds: z.array(
      z.object({
        kind: NotificationKind,
        group: NotificationGroup,
        name: z.string(),
        always: z.boolean(),
        inApp: z.boolean(),
        mail: MailPace,
      }),
    ),
    quietFrom: WallTime,
    quietUntil: WallTime,
    digestAt: WallTime,
    digestDay: z.number().int().min(1).max(7),
    timeZone: z.string(),
    nextDaily: Instant,
    nextWeekly: Instant,
  })
  .meta({ id: 'NotificationSettings' });
export type NotificationSettingsView = z.infer<typeof NotificationSettingsView>;
/** What is left out stays. */
export const NotificationSettingsChange = z
  .object({
    kinds: z.array(NotificationChoice).max(notificationKinds.length).optional(),
    quietFrom: WallTime.optional(),
    quietUntil: WallTime.optional(),
    digestAt: WallTime.optional(),
    digestDay: z.number().int().min(1).max(7).optional(),
  })
  .strict()
  .meta({ id: 'NotificationSettingsChange' });
export type NotificationSettingsChange = z.infer<typeof NotificationSettingsChange>;
/** What the link in a letter has ended: names of kinds, in the reader's language. */
export const Unsubscribed = z.object({ kinds: z.array(z.string()) }).meta({ id: 'Unsubscribed' });
export type Unsubscribed = z.infer<typeof Unsubscribed>;
