import type { EntityManager } from '@mikro-orm/postgresql';
import type { AttemptId, AttemptReview, Language } from '@aula/contracts';
import { rows } from '@aula/platform';
import { earned } from '../attempt/grade.queries.js';
import { choicesIn, textIn, type ShownQuestion } from '../attempt/paper.queries.js';

/** A question of a graded attempt with its key: what of it is shown, the caller decides. */
export interface ReviewRow extends Omit<ShownQuestion, 'id' | 'wordLimit' | 'sequence'> {
  score: number;
  /** For each choice as shown. */
  weights: (number | null)[];
  feedbacks: (string | null)[];
  statement: boolean;
  minimums: number[];
  maximums: number[];
  texts: string[];
  feedback: string | null;
  comments: string[];
  criteriaPoints: number[] | null;
}

/** SQL: a list of key `k` in the order in which the choices of version `v` stand on paper `p`, at `q.place`. */
export const asShown = (list: 'weights' | 'feedbacks'): string => `array(select k.${list}[p.choice_orders[q.place][n] + 1]
    from generate_series(1, cardinality(v.choices)) n order by n)`;

/** The questions of a graded attempt; `essaysOnly` leaves out what the machine graded. */
export const reviewOf = (em: EntityManager, id: AttemptId, language: Language, essaysOnly: boolean): Promise<ReviewRow[]> =>
  rows(
    em,
    `select q.place::int as number, v.kind, ${textIn('$2')} as text, z.sections->(p.sections[q.place]::int)->'title' as section,
       coalesce(p.worths[q.place], v.points)::float8 as points, ${choicesIn('$2')} as shown,
       t.choice, t.choices, t.truth, t.number as value, t.text as words,
       coalesce(case when v.kind = 'essay' then m.points
         else round((coalesce(p.worths[q.place], v.points) * ${earned} / 100)::numeric, 4) end, 0)::float8 as score,
       ${asShown('weights')} as weights, case when v.kind = 'true-false' then k.feedbacks else ${asShown('feedbacks')} end as feedbacks,
       v.kind = 'true-false' and k.weights[1] > 0 as statement, k.minimums, k.maximums, k.texts, k.feedback, v.rubric as criteria,
       array(select x.comment from assessment.mark x where x.attempt_id = p.attempt_id and x.place = q.place
         and x.withdrawn_at is null and x.comment is not null order by x.turn) as comments,
       (select array_agg(y.mean order by y.at) from (
         select c.at, avg(c.given)::float8 as mean from assessment.mark x cross join unnest(x.criteria) with ordinality as c(given, at)
         where x.attempt_id = p.attempt_id and x.place = q.place and x.withdrawn_at is null
           and (x.turn = 3 or not exists (select from assessment.mark w
             where w.attempt_id = x.attempt_id and w.place = x.place and w.turn = 3 and w.withdrawn_at is null))
         group by c.at) y) as "criteriaPoints"
     from assessment.paper p
     join assessment.attempt a on a.id = p.attempt_id
     join assessment.quiz z on z.id = a.quiz_id
     cross join unnest(p.question_ids, p.version_ids) with ordinality as q(question_id, version_id, place)
     join assessment.question_version v on v.id = q.version_id
     join assessment.question_key k on k.version_id = v.id
     left join assessment.answer t on t.attempt_id = p.attempt_id and t.place = q.place
     left join assessment.marking m on m.attempt_id = p.attempt_id and m.place = q.place
     where p.attempt_id = $1 and a.state = 'graded' and (not $3::boolean or v.kind = 'essay') order by q.place`,
    [id, language, essaysOnly],
  );

/** Why and how the grade was changed after it was given, oldest first. */
export const changesOf = (em: EntityManager, id: AttemptId): Promise<AttemptReview['changes']> =>
  rows(
    em,
    `select c.score_before::float8 as before, c.score_after::float8 as after, c.reason, c.changed_at as at
     from assessment.grade_change c where c.attempt_id = $1 order by c.changed_at`,
    [id],
  );
