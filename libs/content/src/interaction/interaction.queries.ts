import type { EntityManager } from '@mikro-orm/postgresql';
import { change, rows } from '@aula/platform';

/** An item of an attempt; its name is '' where only the attempt as a whole is meant. */
export interface DueItem {
  attempt_id: string;
  sco_id: string;
  /** How often it could not be summarized. */
  tries: number;
}

/** What has failed so often is left alone until its attempt changes again. */
const mostTries = 3;

/** SQL: notes that somebody is still to look at. */
export const stillDue = `select from content.interaction_due where tries < ${mostTries}`;

/** Takes up to `limit` notes of items whose answers have changed, the oldest first. */
export const takeDue = (em: EntityManager, limit: number): Promise<DueItem[]> =>
  rows(
    em,
    `with taken as (
       delete from content.interaction_due where id in (
         select id from content.interaction_due where tries < ${mostTries} order by id limit $1 for update skip locked)
       returning attempt_id, sco_id, tries)
     select attempt_id, sco_id, max(tries) as tries from taken group by attempt_id, sco_id`,
    [limit],
  );

/** Notes again, behind all others, what could not be summarized. */
export const putBack = (em: EntityManager, due: readonly DueItem[]): Promise<number> =>
  change(
    em,
    `insert into content.interaction_due (attempt_id, sco_id, tries)
     select attempt_id, sco_id, tries + 1 from unnest($1::uuid[], $2::text[], $3::int[]) as d(attempt_id, sco_id, tries)`,
    [due.map((it) => it.attempt_id), due.map((it) => it.sco_id), due.map((it) => it.tries)],
  );

/**
 * SQL: the answers of the items $1, $2, a row per entry of cmi.interactions that has a response or a result. SCORM 1.2 RTE 3.4.7.2,
 * SCORM 2004 4th Ed. RTE 4.2.9.
 */
const entries = `
  keys as (select * from unnest($1::uuid[], $2::text[]) as k(attempt_id, sco_id)),
  cells as (
    select d.attempt_id, d.sco_id, split_part(c.key, '.', 3)::int as n, split_part(c.key, '.', 4) as field, c.value
    from keys k join content.sco_data d using (attempt_id, sco_id) cross join lateral jsonb_each_text(d.elements) c
    where c.key ^@ 'cmi.interactions.' and c.key ~ '^cmi\\.interactions\\.\\d{1,5}\\.[a-z_]+$'),
  entries as (
    select attempt_id, sco_id, n, left(max(value) filter (where field = 'id'), 250) as interaction_id,
      left(max(value) filter (where field = 'type'), 50) as type, left(max(value) filter (where field = 'description'), 500) as description,
      left(max(value) filter (where field in ('student_response', 'learner_response')), 200) as response,
      lower(max(value) filter (where field = 'result')) as result, max(value) filter (where field = 'latency') as latency
    from cells group by attempt_id, sco_id, n),
  answers as (
    select attempt_id, sco_id, interaction_id, type, description, response, latency, count(*) over same as tries,
      case when result = 'correct' then true when result in ('wrong', 'incorrect', 'unanticipated') then false end as correct,
      row_number() over (same order by n desc) as back
    from entries where interaction_id <> '' and (response is not null or result is not null)
    window same as (partition by attempt_id, sco_id, interaction_id))`;

/** SQL: seconds of a SCORM 1.2 CMITimespan or an ISO 8601 duration of days and less; null for anything else. */
const seconds = `case when latency ~ '^(\\d{2,4}:[0-5]\\d:[0-5]\\d(\\.\\d{1,2})?|P(?=.)(\\d{1,4}D)?(T(?=.)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,8}(\\.\\d{1,2})?S)?)?)$'
  then extract(epoch from latency::interval)::float8 end`;

/** Enters the last answer of each attempt to each question of the items, and what the content says of the questions. */
export const enterInteractions = (em: EntityManager, due: readonly DueItem[]): Promise<number> =>
  change(
    em,
    `with ${entries},
     latest as (
       select w.*, a.package_id, a.enrollment_id, count(w.correct) over whole as judged, count(*) filter (where w.correct) over whole as right
       from answers w join content.attempt a on a.id = w.attempt_id where w.back = 1
       window whole as (partition by w.attempt_id, w.sco_id)),
     questions as (
       insert into content.question as q (package_id, sco_id, interaction_id, type, description)
       select package_id, sco_id, interaction_id, max(type), max(description) from latest
       group by package_id, sco_id, interaction_id order by package_id, sco_id, interaction_id
       on conflict (package_id, sco_id, interaction_id) do update
       set type = coalesce(excluded.type, q.type), description = coalesce(excluded.description, q.description)
       returning id, package_id, sco_id, interaction_id)
     insert into content.interaction (attempt_id, question_id, edition_id, tries, correct, latency, rest, response)
     select l.attempt_id, q.id, e.edition_id, l.tries, l.correct, ${seconds},
       case when l.correct is not null and l.judged > 1 then (l.right - l.correct::int)::float8 / (l.judged - 1) end, l.response
     from latest l
     join questions q using (package_id, sco_id, interaction_id)
     join enrollment.pub_enrollment e on e.id = l.enrollment_id
     on conflict (attempt_id, question_id) do update
     set (tries, correct, latency, rest, response) = row(excluded.tries, excluded.correct, excluded.latency, excluded.rest, excluded.response)`,
    [due.map((it) => it.attempt_id), due.map((it) => it.sco_id)],
  );
