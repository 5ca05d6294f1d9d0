import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, Language, QuestionId, QuestionKind, UnitId } from '@aula/contracts';
import { rows } from '@aula/platform';
import { textIn } from '../attempt/paper.queries.js';
import { choicesTaken, outcomes, saidAnything, shareEarned } from './outcome.queries.js';
import { lookedInto } from './results.entity.js';

export interface QuestionResultRow {
  id: QuestionId;
  kind: QuestionKind;
  text: string;
  asked: number;
  answered: number;
  right: number;
  partly: number;
  wrong: number;
  share: number | null;
  correlation: number | null;
  choices: string[];
  weights: number[];
  taken: number[];
  attempts: number;
}

/**
 * How the newest graded attempts did at each question, versions of it together under the newest of them that was asked. The share of a
 * question is that of its points, 0 to 1; the rest is what the attempt earned elsewhere.
 */
export const questionResults = (
  em: EntityManager,
  editionId: EditionId,
  unitId: UnitId,
  language: Language,
): Promise<QuestionResultRow[]> =>
  rows(
    em,
    `with looked as materialized (
       select a.id, g.score, g.max_score from enrollment.pub_enrollment e join assessment.attempt a on a.enrollment_id = e.id
       join assessment.grade g on g.attempt_id = a.id
       where e.edition_id = $1 and a.unit_id = $2 order by a.id desc limit ${lookedInto}),
     told as materialized (
       select l.id, q.question_id, q.version_id, ${saidAnything} as answered, coalesce(p.worths[q.place], k.points) as worth,
         l.score, l.max_score, k.kind, ${shareEarned} as share, ${choicesTaken} as taken
       from looked l join assessment.paper p on p.attempt_id = l.id
       cross join unnest(p.question_ids, p.version_ids) with ordinality as q(question_id, version_id, place)
       join assessment.question_key k on k.version_id = q.version_id
       left join assessment.answer t on t.attempt_id = l.id and t.place = q.place
       left join assessment.marking m on m.attempt_id = l.id and m.place = q.place),
     summed as (
       select o.question_id, count(*)::int as asked, count(*) filter (where o.answered)::int as answered, avg(o.share)::float8 as share,
         count(*) filter (where o.answered and ${outcomes.right('o.share')})::int as right,
         count(*) filter (where o.answered and ${outcomes.partly('o.share')})::int as partly,
         count(*) filter (where o.answered and ${outcomes.wrong('o.share')})::int as wrong,
         corr(o.share::float8, ((o.score - o.share * o.worth) / nullif(o.max_score - o.worth, 0))::float8) as correlation
       from told o group by 1),
     newest as (
       select distinct on (o.question_id) o.question_id, o.version_id from told o
       join assessment.question_version v on v.id = o.version_id order by o.question_id, v.number desc)
     select s.question_id as id, v.kind, ${textIn('$3')} as text, s.asked, s.answered, s.right, s.partly, s.wrong, s.share, s.correlation,
       case when v.kind = 'true-false' then array['true', 'false'] else array(
         select coalesce(nullif(v.translations->$3->'choices'->>(n - 1), ''), v.choices[n]) from generate_series(1, cardinality(v.choices)) n order by n)
       end as choices, k.weights,
       array(select (select count(*)::int from told o where o.version_id = n.version_id and (c - 1)::smallint = any(o.taken))
         from generate_series(1, case when v.kind = 'true-false' then 2 else cardinality(v.choices) end) c order by c) as taken,
       (select count(*)::int from looked) as attempts
     from summed s join newest n on n.question_id = s.question_id
     join assessment.question_version v on v.id = n.version_id join assessment.question_key k on k.version_id = v.id
     join assessment.question b on b.id = s.question_id
     order by b.position`,
    [editionId, unitId, language],
  );
