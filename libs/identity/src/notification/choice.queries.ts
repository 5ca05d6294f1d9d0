import type { EntityManager } from '@mikro-orm/postgresql';
import {
  mailTimes,
  notificationOf,
  type MailPace,
  type NotificationChoice,
  type NotificationKind,
  type NotificationSettingsChange,
  type NotificationSettingsView,
} from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { timesOf } from './telling.queries.js';

type Choice = Pick<NotificationChoice, 'inApp' | 'mail'>;
type Times = Omit<NotificationSettingsView, 'kinds'>;

/** What the person chose, by kind; a kind that is not there goes by its default. */
export const choicesOf = async (em: EntityManager, personId: string): Promise<Map<NotificationKind, Choice>> => {
  const found = await rows<{ kind: NotificationKind; inApp: boolean; mail: MailPace }>(
    em,
    `select kind, in_app as "inApp", mail from identity.notification_choice where person_id = $1`,
    [personId],
  );
  return new Map(found.map(({ kind, ...choice }) => [kind, choice]));
};

/** The times that hold for the person, and when digests would go out next. */
export const readTimes = async (em: EntityManager, personId: string, at: Date): Promise<Times> =>
  (await row<Times>(
    em,
    `select zone as "timeZone", to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_until, 'HH24:MI') as "quietUntil",
       to_char(digest_at, 'HH24:MI') as "digestAt", digest_day as "digestDay",
       identity.mail_due('daily', $2, zone, digest_at, digest_day, quiet_from, quiet_until) as "nextDaily",
       identity.mail_due('weekly', $2, zone, digest_at, digest_day, quiet_from, quiet_until) as "nextWeekly"
     from (select ${timesOf.columns} from identity.person p ${timesOf.joins} where p.id = $1) t`,
    [personId, at],
  ))!;

export const putChoices = (em: EntityManager, personId: string, choices: readonly NotificationChoice[]): Promise<unknown> =>
  rows(
    em,
    `insert into identity.notification_choice as c (person_id, kind, in_app, mail)
     select $1, * from unnest($2::text[], $3::bool[], $4::text[])
     on conflict (person_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail`,
    [personId, choices.map(({ kind }) => kind), choices.map(({ inApp }) => inApp), choices.map(({ mail }) => mail)],
  );

export const putTimes = (em: EntityManager, personId: string, times: Omit<NotificationSettingsChange, 'kinds'>): Promise<unknown> =>
  rows(
    em,
    `insert into identity.notification_setting as s (person_id, quiet_from, quiet_until, digest_at, digest_day)
     values ($1, coalesce($2::time, '${mailTimes.quietFrom}'), coalesce($3::time, '${mailTimes.quietUntil}'),
       coalesce($4::time, '${mailTimes.digestAt}'), coalesce($5::int, ${mailTimes.digestDay}))
     on conflict (person_id) do update set quiet_from = coalesce($2::time, s.quiet_from), quiet_until = coalesce($3::time, s.quiet_until),
       digest_at = coalesce($4::time, s.digest_at), digest_day = coalesce($5::int, s.digest_day)`,
    [personId, times.quietFrom ?? null, times.quietUntil ?? null, times.digestAt ?? null, times.digestDay ?? null],
  );

/** Letters that are owed to the person go by what was chosen since; those of a kind chosen away are owed no more. */
export const postpone = (em: EntityManager, personId: string, at: Date): Promise<unknown> =>
  rows(
    em,
    `update identity.notification n
     set mail = nullif(w.pace, 'none'), mail_due_at = case when w.pace = 'none' then null
       else identity.mail_due(w.pace, $2, w.zone, w.digest_at, w.digest_day, w.quiet_from, w.quiet_until) end
     from (
       select owed.id as owed_id, coalesce(c.mail, owed.mail) as pace, ${timesOf.columns}
       from identity.person p ${timesOf.joins}
       join identity.notification owed on owed.person_id = p.id and owed.mail_due_at is not null
       left join identity.notification_choice c on c.person_id = p.id and c.kind = owed.kind
       where p.id = $1) w
     where n.person_id = $1 and n.id = w.owed_id`,
    [personId, at],
  );

/** No more letters of these kinds; what the application shows stays. */
export const endMail = async (em: EntityManager, personId: string, kinds: readonly NotificationKind[]): Promise<void> => {
  await rows(
    em,
    `insert into identity.notification_choice as c (person_id, kind, in_app, mail)
     select p.id, k.kind, k.in_app, 'none' from identity.person p cross join unnest($2::text[], $3::bool[]) as k(kind, in_app) where p.id = $1
     on conflict (person_id, kind) do update set mail = 'none'`,
    [personId, kinds, kinds.map((kind) => notificationOf(kind).inApp)],
  );
  await rows(
    em,
    `update identity.notification set mail = null, mail_due_at = null
     where person_id = $1 and kind = any($2::text[]) and mail_due_at is not null`,
    [personId, kinds],
  );
};
