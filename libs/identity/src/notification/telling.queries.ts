import type { EntityManager } from '@mikro-orm/postgresql';
import { mailTimes, notificationOf, type Items, type NotificationKind } from '@aula/contracts';
import { row } from '@aula/platform';
import { reachedBy } from './carried.queries.js';
import type { NotificationParameters } from './notification.entity.js';

/** Where a person's zone and mail times come from; $n stand nowhere in it. */
export const timesOf = {
  columns: `coalesce(z.name, m.time_zone, 'UTC') as zone, coalesce(o.digest_at, '${mailTimes.digestAt}') as digest_at,
    coalesce(o.digest_day, ${mailTimes.digestDay})::int as digest_day, coalesce(o.quiet_from, '${mailTimes.quietFrom}') as quiet_from,
    coalesce(o.quiet_until, '${mailTimes.quietUntil}') as quiet_until`,
  joins: `left join identity.notification_setting o on o.person_id = p.id
    left join identity.known_zone z on z.name = p.time_zone
    left join identity.member_state m on m.country = p.country`,
};

/** Who is told what; `said` selects (id, person_id, parameters, link) and uses the parameters from $5 on. */
interface Telling {
  kind: NotificationKind;
  said: string;
  parameters: readonly unknown[];
}

/**
 * Writes a batch of notifications by each person's choice, in one statement; what is meant for a merged account reaches the one that stays. The due instants are reckoned once for each zone and
 * habit among them, not for each person. Answers how many letters are to go out at once.
 */
export const tell = async (em: EntityManager, at: Date, { kind, said, parameters }: Telling): Promise<number> => {
  const { inApp, mail, always = false } = notificationOf(kind);
  const written = await row<{ urgent: number }>(
    em,
    `with said as (${said}),
     chosen as materialized (
       select s.id, p.id as person_id, nullif(s.person_id, p.id) as addressed_to, s.parameters, s.link, coalesce(c.in_app, $3) as in_app, coalesce(c.mail, $4) as mail, ${timesOf.columns}
       from said s
       join identity.person a on a.id = s.person_id
       join identity.person p on p.id = ${reachedBy('a')} and p.active
       left join identity.notification_choice c on c.person_id = p.id and c.kind = $1 and not ${String(always)}
       ${timesOf.joins}),
     habit as (
       select h.*, identity.mail_due(mail, $2, zone, digest_at, digest_day, quiet_from, quiet_until) as due
       from (select distinct mail, zone, digest_at, digest_day, quiet_from, quiet_until from chosen where mail <> 'none') h),
     put as (
       insert into identity.notification (person_id, addressed_to, id, kind, parameters, link, created_at, in_app, mail, mail_due_at)
       select c.person_id, c.addressed_to, c.id, $1, c.parameters, c.link, $2, c.in_app, nullif(c.mail, 'none'), h.due
       from chosen c left join habit h using (mail, zone, digest_at, digest_day, quiet_from, quiet_until)
       where c.in_app or c.mail <> 'none'
       returning mail)
     select count(*) filter (where mail = 'at-once')::int as urgent from put`,
    [kind, at, inApp, mail, ...parameters],
  );
  return written?.urgent ?? 0;
};

/** Tells one person. */
export const tellPerson = (
  em: EntityManager,
  at: Date,
  told: { id: string; personId: string; kind: NotificationKind; parameters: NotificationParameters; link: string | null },
): Promise<number> =>
  tell(em, at, {
    kind: told.kind,
    said: `select $5::uuid as id, $6::uuid as person_id, $7::jsonb as parameters, $8::text as link`,
    parameters: [told.id, told.personId, JSON.stringify(told.parameters), told.link],
  });

/** An enrollment's person is told about its course, with the day on which it closes. */
export const tellOfCourses = (
  em: EntityManager,
  at: Date,
  kind: 'enrollment.activated' | 'deadline.near',
  told: { ids: readonly string[]; items: readonly { enrollmentId: string; personId: string; editionId: string }[] },
): Promise<number> =>
  tell(em, at, {
    kind,
    said: `select i.id, i.person_id, e.parameters, '/learning/' || i.enrollment_id as link
      from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) as i(id, enrollment_id, person_id, edition_id)
      join (
        select d.id, jsonb_build_object('course', v.title, 'closesAt', d.closes_at, 'timeZone', d.time_zone) as parameters
        from enrollment.pub_edition d join catalog.pub_course_version v on v.id = d.course_version_id
        where d.id = any($9::uuid[])) e on e.id = i.edition_id`,
    parameters: [
      told.ids,
      told.items.map(({ enrollmentId }) => enrollmentId),
      told.items.map(({ personId }) => personId),
      told.items.map(({ editionId }) => editionId),
      [...new Set(told.items.map(({ editionId }) => editionId))],
    ],
  });

export const tellOfCompletions = (
  em: EntityManager,
  at: Date,
  told: { ids: readonly string[]; items: Items<'completion.recorded'> },
): Promise<number> =>
  tell(em, at, {
    kind: 'completion.recorded',
    said: `select i.id, i.person_id, jsonb_build_object('course', v.title) as parameters, '/learning/' || i.enrollment_id as link
      from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) as i(id, enrollment_id, person_id, version_id)
      join catalog.pub_course_version v on v.id = i.version_id`,
    parameters: [
      told.ids,
      told.items.map(({ enrollmentId }) => enrollmentId),
      told.items.map(({ personId }) => personId),
      told.items.map(({ courseVersionId }) => courseVersionId),
    ],
  });

export const tellOfCredentials = (
  em: EntityManager,
  at: Date,
  kind: 'credential.issued' | 'credential.revoked',
  told: { ids: readonly string[]; items: Items<'credential.issued'> },
): Promise<number> =>
  tell(em, at, {
    kind,
    said: `select i.id, i.person_id, jsonb_build_object('course', v.title) as parameters, '/learning/certificates' as link
      from unnest($5::uuid[], $6::uuid[], $7::uuid[]) as i(id, enrollment_id, person_id)
      join enrollment.pub_enrollment e on e.id = i.enrollment_id
      join catalog.pub_course_version v on v.id = e.course_version_id`,
    parameters: [told.ids, told.items.map(({ enrollmentId }) => enrollmentId), told.items.map(({ personId }) => personId)],
  });

export const tellOfGrades = (
  em: EntityManager,
  at: Date,
  told: { ids: readonly string[]; items: Items<'attempt.graded'> },
): Promise<number> =>
  tell(em, at, {
    kind: 'attempt.graded',
    said: `select i.id, e.person_id, '/learning/' || e.id || '/units/' || i.unit_id || '/attempts/' || i.attempt_id as link,
        jsonb_build_object('quiz', q.title, 'score', i.score, 'passed', i.passed) as parameters
      from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::float8[], $11::bool[])
        as i(id, attempt_id, enrollment_id, quiz_id, unit_id, score, passed)
      join enrollment.pub_enrollment e on e.id = i.enrollment_id
      join assessment.pub_quiz q on q.id = i.quiz_id`,
    parameters: [
      told.ids,
      told.items.map(({ attemptId }) => attemptId),
      told.items.map(({ enrollmentId }) => enrollmentId),
      told.items.map(({ quizId }) => quizId),
      told.items.map(({ unitId }) => unitId),
      told.items.map(({ score, maxScore }) => (maxScore > 0 ? score / maxScore : 0)),
      told.items.map(({ passed }) => passed),
    ],
  });

export const tellOfRestored = (
  em: EntityManager,
  at: Date,
  told: { ids: readonly string[]; items: Items<'attempt.restored'> },
): Promise<number> =>
  tell(em, at, {
    kind: 'attempt.restored',
    said: `select i.id, e.person_id, jsonb_build_object('unit', u.title) as parameters, '/learning/' || e.id as link
      from unnest($5::uuid[], $6::uuid[], $7::uuid[]) as i(id, enrollment_id, unit_id)
      join enrollment.pub_enrollment e on e.id = i.enrollment_id
      join catalog.pub_unit u on u.course_version_id = e.course_version_id and u.id = i.unit_id`,
    parameters: [told.ids, told.items.map(({ enrollmentId }) => enrollmentId), told.items.map(({ unitId }) => unitId)],
  });
