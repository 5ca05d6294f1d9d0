import type { ResultAttemptQuery } from '@aula/contracts';
import { earned } from '../attempt/grade.queries.js';
import { lookedInto } from './results.entity.js';

// SQL over answer `t` (null: none) at place `q.place` of paper `p`, its key `k` and, of an essay, its marking `m`

export const saidAnything = `(t.attempt_id is not null and num_nonnulls(t.choice, t.choices, t.truth, t.number, t.text) > 0)`;

/** The share of the question's points that the answer earned, 0 to 1. */
export const shareEarned = `coalesce(case when k.kind = 'essay' then m.points / coalesce(p.worths[q.place], k.points)
  else (${earned} / 100)::numeric end, 0)`;

/** The choices that were taken, as the question's author ordered them, from 0; of a statement 0 for true, 1 for false. */
export const choicesTaken = `case k.kind when 'single-choice' then array[p.choice_orders[q.place][t.choice + 1]]
  when 'multiple-choice' then array(select p.choice_orders[q.place][c + 1] from unnest(t.choices) c)
  when 'true-false' then array[case when t.truth then 0 when not t.truth then 1 end::smallint] end`;

/** What a share of the points means, once something was answered; thirds of a point add up to all but a millionth. */
export const outcomes = {
  right: (share: string): string => `${share} > 0.999999`,
  partly: (share: string): string => `${share} > 0 and ${share} <= 0.999999`,
  wrong: (share: string): string => `${share} <= 0`,
} as const;

const answeredAs = (answered: NonNullable<ResultAttemptQuery['answered']>): string =>
  answered === 'blank' ? `not ${saidAnything}` : `${saidAnything} and ${outcomes[answered](shareEarned)}`;

/**
 * SQL condition on attempt `a` of edition `$1` and unit `$2`: it is among those looked into, was asked the question, and answered it so.
 * '' when no question is meant.
 */
export const answerCondition = (query: ResultAttemptQuery, place: (value: unknown) => string): string => {
  const { questionId, answered, taken } = query;
  if (!questionId) return '';
  const question = `${place(questionId)}::uuid`;
  const looked = `select l.id from enrollment.pub_enrollment n join assessment.attempt l on l.enrollment_id = n.id
    join assessment.grade h on h.attempt_id = l.id where n.edition_id = $1 and l.unit_id = $2 order by l.id desc limit ${lookedInto}`;
  const newest = `select v.id from assessment.question_version v where v.id in (
      select w.version_ids[array_position(w.question_ids, ${question})] from assessment.paper w where w.attempt_id in (${looked}))
    order by v.number desc limit 1`;
  return `and a.id in (${looked}) and exists (
    select from assessment.paper p
    cross join lateral (select array_position(p.question_ids, ${question}) as place) q
    join assessment.question_key k on k.version_id = p.version_ids[q.place]
    left join assessment.answer t on t.attempt_id = p.attempt_id and t.place = q.place
    left join assessment.marking m on m.attempt_id = p.attempt_id and m.place = q.place
    where p.attempt_id = a.id and q.place is not null ${answered ? `and ${answeredAs(answered)}` : ''}
      ${taken === undefined ? '' : `and k.version_id = (${newest}) and ${place(taken)}::smallint = any(${choicesTaken})`})`;
};
