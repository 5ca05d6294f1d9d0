import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { row, rows } from '@aula/platform';

/** So many answers of a key are looked at one by one; only longer lists are walked through, which costs several times as much. */
const few = [1, 2, 3, 4];
const beyond = few.length;
const inOrderOf = (holds: (place: number) => string, list: string, walk: string): string =>
  `case ${few.map((place) => `when ${holds(place)} then k.weights[${place}]`).join(' ')} when cardinality(${list}) > ${beyond} then (${walk}) end`;

/** SQL: the weight of the choice that was shown at a place, from 0, of question `t.place` of paper `p`; null for none. */
const weightOf = (shown: string): string => `k.weights[p.choice_orders[t.place][${shown} + 1] + 1]`;

/** SQL: the sum of the weights of all choices that were picked. */
const sumOfPicks = `case when cardinality(t.choices) > ${beyond}
  then (select sum(${weightOf('c.shown')}) from unnest(t.choices) as c(shown))
  else ${few.map((place) => `coalesce(${weightOf(`t.choices[${place}]`)}, 0)`).join(' + ')} end`;

/** SQL: the weight of the first range that holds the number. */
const firstRange = inOrderOf(
  (place) => `t.number between k.minimums[${place}] and k.maximums[${place}]`,
  'k.minimums',
  `select x.weight from unnest(k.minimums, k.maximums, k.weights) with ordinality as x(minimum, maximum, weight, place)
   where t.number between x.minimum and x.maximum order by x.place limit 1`,
);

/** SQL: the weight of the first pattern that the text matches, whatever its case. */
const folded = `lower(t.text collate "pg_c_utf8")`;
const firstPattern = inOrderOf(
  (place) => `${folded} like k.patterns[${place}]`,
  'k.patterns',
  `select x.weight from unnest(k.patterns, k.weights) with ordinality as x(pattern, weight, place)
   where ${folded} like x.pattern order by x.place limit 1`,
);

/** SQL: the percent that answer `t` to its question of paper `p` with key `k` earns; null, as 0, for none. */
export const earned = `case k.kind
  when 'single-choice' then ${weightOf('t.choice')}
  when 'true-false' then k.weights[case when t.truth then 1 when not t.truth then 2 end]
  when 'multiple-choice' then greatest(0, least(100, ${sumOfPicks}))
  when 'numeric' then ${firstRange}
  when 'short-answer' then ${firstPattern} end`;

/** SQL: an essay of some words, in answer `t`; one that was left blank earns nothing and waits for nobody. */
const written = `t.text ~ '\\S'`;
/** SQL: the points of what the machine grades in attempt `id` on paper `p`, and of its essays where it has some. */
const scoreOf = (id: string, essays: string): string => `
  select round((greatest(0, coalesce(sum(coalesce(p.worths[t.place], k.points) * ${earned}), 0)) / 100)::numeric, 6)
    + case when ${essays} is null then 0 else coalesce((select sum(m.points) from assessment.marking m where m.attempt_id = ${id}), 0) end as score
  from assessment.answer t join assessment.question_key k on k.version_id = p.version_ids[t.place]
  where t.attempt_id = ${id}`;

/**
 * Grades those of up to 500 attempts that are submitted, in one statement: papers, keys and answers meet in the database, an attempt at
 * a time, so that the plan holds whatever the tables' statistics say. Score in points, from 0; what is not answered earns nothing. The
 * pass is by the scaled score, rounded to six decimals as it is published. An attempt has one grade, whoever grades it and however often.
 * One with essays is laid before the markers, and graded only when all that was written is marked.
 */
export const gradeSubmitted = (em: EntityManager, attemptIds: readonly string[]): Promise<Items<'attempt.graded'>> =>
  rows(
    em,
    `with due as materialized (
       select a.id, a.essays, a.quiz_id, a.enrollment_id, a.submitted_at, q.passing_score
       from assessment.attempt a join assessment.quiz q on q.id = a.quiz_id
       where a.id = any($1::uuid[]) and a.state = 'submitted' order by a.id for no key update of a),
     laid as (
       insert into assessment.marking (attempt_id, place, quiz_id, edition_id, version_id, submitted_at)
       select d.id, e.place, d.quiz_id, e.edition_id, e.version_id, d.submitted_at
       from due d cross join lateral (
         select x.place, n.edition_id, p.version_ids[x.place] as version_id
         from unnest(d.essays) as x(place) join assessment.paper p on p.attempt_id = d.id
         join assessment.answer t on t.attempt_id = d.id and t.place = x.place and ${written}
         join enrollment.pub_enrollment n on n.id = d.enrollment_id offset 0) e
       where d.essays is not null
       on conflict (attempt_id, place) do nothing),
     graded as (
       insert into assessment.grade as g (attempt_id, score, max_score, passed, graded_at)
       select d.id, s.score, p.points, round(s.score / p.points, 6) >= d.passing_score, clock_timestamp()
       from due d join assessment.paper p on p.attempt_id = d.id
       cross join lateral (${scoreOf('d.id', 'd.essays')}) s
       where d.essays is null or not exists (
         select from assessment.answer t left join assessment.marking m on m.attempt_id = t.attempt_id and m.place = t.place
         where t.attempt_id = d.id and t.place = any(d.essays) and ${written} and m.state is distinct from 'marked')
       on conflict (attempt_id) do nothing
       returning g.attempt_id, g.score, g.max_score, g.passed)
     update assessment.attempt a set state = 'graded' from graded g where a.id = g.attempt_id
     returning a.id as "attemptId", a.enrollment_id as "enrollmentId", a.quiz_id as "quizId", a.unit_id as "unitId",
       g.score, g.max_score as "maxScore", g.passed`,
    [attemptIds],
  );

export interface Regraded {
  before: number;
  item: Items<'grade.changed'>[number];
}
/** Works a given grade out again after a mark of it was changed. Undefined when the attempt has none, or comes out the same. */
export const gradeAgain = async (em: EntityManager, attemptId: string): Promise<Regraded | undefined> => {
  const changed = await row<Regraded['item'] & { before: number }>(
    em,
    `with held as materialized (select g.attempt_id, g.score from assessment.grade g where g.attempt_id = $1 for no key update)
     update assessment.grade g set score = s.score, passed = round(s.score / p.points, 6) >= q.passing_score
     from held h join assessment.attempt a on a.id = h.attempt_id join assessment.quiz q on q.id = a.quiz_id
     join assessment.paper p on p.attempt_id = a.id cross join lateral (${scoreOf('$1', 'a.essays')}) s
     where g.attempt_id = h.attempt_id and g.score <> s.score
     returning h.score::float8 as before, a.id as "attemptId", a.enrollment_id as "enrollmentId", a.quiz_id as "quizId",
       a.unit_id as "unitId", g.score::float8 as score, g.max_score::float8 as "maxScore", g.passed`,
    [attemptId],
  );
  if (!changed) return undefined;
  const { before, ...item } = changed;
  return { before, item };
};
