import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { rows } from '@aula/platform';

/** SQL: the percent that answer `t` to the question placed as `p` with key `k` earns; null, as 0, for none. */
const earned = `case k.kind
  when 'single-choice' then k.weights[p.choice_order[t.choice + 1] + 1]
  when 'true-false' then k.weights[case when t.truth then 1 when not t.truth then 2 end]
  when 'multiple-choice' then (
    select greatest(0, least(100, coalesce(sum(k.weights[p.choice_order[c.shown + 1] + 1]), 0))) from unnest(t.choices) as c(shown))
  when 'numeric' then case
    when t.number between k.minimums[1] and k.maximums[1] then k.weights[1]
    when cardinality(k.minimums) > 1 then (
      select x.weight from unnest(k.minimums, k.maximums, k.weights) with ordinality as x(minimum, maximum, weight, place)
      where t.number between x.minimum and x.maximum order by x.place limit 1) end
  when 'short-answer' then case
    when lower(t.text collate "pg_c_utf8") like k.patterns[1] then k.weights[1]
    when cardinality(k.patterns) > 1 then (
      select x.weight from unnest(k.patterns, k.weights) with ordinality as x(pattern, weight, place)
      where lower(t.text collate "pg_c_utf8") like x.pattern order by x.place limit 1) end
end`;

/**
 * Grades those of up to 500 attempts that are submitted, in one statement: questions, keys and answers are met in the database, an
 * attempt at a time, so that the plan holds whatever the tables' statistics say. Score in points, from 0; the pass by the scaled score,
 * rounded to six decimals as it is published. An attempt has one grade, whoever grades it and however often.
 */
export const gradeSubmitted = (em: EntityManager, attemptIds: readonly string[]): Promise<Items<'attempt.graded'>> =>
  rows(
    em,
    `with due as materialized (
       select a.id, q.passing_score from assessment.attempt a join assessment.quiz q on q.id = a.quiz_id
       where a.id = any($1::uuid[]) and a.state = 'submitted' order by a.id for no key update of a),
     graded as (
       insert into assessment.grade as g (attempt_id, score, max_score, passed, graded_at)
       select d.id, s.score, s.max_score, round(s.score / s.max_score, 6) >= d.passing_score, clock_timestamp()
       from due d cross join lateral (
         select round(greatest(0, coalesce(sum(k.points * ${earned}), 0) / 100), 6) as score, sum(k.points) as max_score
         from assessment.attempt_question p
         join assessment.question_key k on k.version_id = p.version_id
         left join assessment.answer t on t.attempt_id = p.attempt_id and t.question_id = p.question_id
         where p.attempt_id = d.id) s
       on conflict (attempt_id) do nothing
       returning g.attempt_id, g.score, g.max_score, g.passed)
     update assessment.attempt a set state = 'graded' from graded g where a.id = g.attempt_id
     returning a.id as "attemptId", a.enrollment_id as "enrollmentId", a.quiz_id as "quizId", a.unit_id as "unitId",
       g.score, g.max_score as "maxScore", g.passed`,
    [attemptIds],
  );
