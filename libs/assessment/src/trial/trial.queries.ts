import type { EntityManager } from '@mikro-orm/postgresql';
import type { BankId, Language, QuizTrialAnswers } from '@aula/contracts';
import { rows } from '@aula/platform';
import type { TypedResponse } from '../attempt/attempt.entity.js';
import { earned } from '../attempt/grade.queries.js';
import { choicesIn, textIn } from '../attempt/paper.queries.js';
import { asShown, type ReviewRow } from '../review/review.queries.js';

/** A paper that nobody keeps, with what was answered, place by place. */
interface Tried {
  paper: QuizTrialAnswers['paper'];
  answers: readonly TypedResponse[];
}

/**
 * What answers to a paper out of the bank would earn, by the statement that grades attempts; essays earn nothing until people read them.
 * Questions that are not the bank's, or have other choices, are missing from the answer.
 */
export const judged = (em: EntityManager, bankId: BankId, { paper, answers }: Tried, language: Language): Promise<ReviewRow[]> =>
  rows(
    em,
    `select q.place::int as number, v.kind, ${textIn('$10')} as text, null::jsonb as section, p.worths[q.place]::float8 as points,
       ${choicesIn('$10')} as shown, t.choice, t.choices, t.truth, t.number as value, t.text as words,
       coalesce(round((p.worths[q.place] * ${earned} / 100)::numeric, 4), 0)::float8 as score,
       ${asShown('weights')} as weights, case when v.kind = 'true-false' then k.feedbacks else ${asShown('feedbacks')} end as feedbacks,
       v.kind = 'true-false' and k.weights[1] > 0 as statement, k.minimums, k.maximums, k.texts, k.feedback, v.rubric as criteria,
       '{}'::text[] as comments, null::float8[] as "criteriaPoints"
     from (select $1::uuid[] as question_ids, $2::uuid[] as version_ids, $3::smallint[] as choice_orders, $4::int[] as worths) p
     cross join unnest(p.question_ids, p.version_ids) with ordinality as q(question_id, version_id, place)
     join assessment.question b on b.id = q.question_id and b.bank_id = $11
     join assessment.question_version v on v.id = q.version_id and v.question_id = b.id and cardinality(v.choices) =
       (select count(*) from unnest(p.choice_orders[q.place:q.place]) o(place) where o.place >= 0)
     join assessment.question_key k on k.version_id = v.id
     cross join lateral (
       select q.place, case when v.kind = 'single-choice' and g.number between 0 and cardinality(v.choices) - 1 then g.number::smallint end as choice,
         case when v.kind = 'multiple-choice' then g.choices::smallint[] end as choices, case when v.kind = 'true-false' then g.truth end as truth,
         case when v.kind = 'numeric' then g.number end as number, case when v.kind in ('short-answer', 'essay') then g.text end as text
       from (select ($5::float8[])[q.place] as number, ($6::text[])[q.place] as choices, ($7::boolean[])[q.place] as truth,
         coalesce(case when v.kind = 'essay' then ($9::text[])[q.place] end, ($8::text[])[q.place]) as text) g) t
     order by q.place`,
    [
      paper.map(({ questionId }) => questionId),
      paper.map(({ versionId }) => versionId),
      rectangular(paper.map(({ order }) => order)),
      paper.map(({ points }) => points),
      answers.map(({ number }) => number),
      answers.map(({ choices }) => choices && `{${choices.join(',')}}`),
      answers.map(({ truth }) => truth),
      answers.map(({ text }) => text),
      answers.map(({ raw }) => raw),
      language,
      bankId,
    ],
  );

/** Lists of one length, as a table of the database is: shorter ones end in −1; [] where none has anything. */
const rectangular = (orders: readonly (readonly number[])[]): number[][] => {
  const longest = Math.max(0, ...orders.map(({ length }) => length));
  return longest === 0 ? [] : orders.map((order) => [...order, ...Array.from({ length: longest - order.length }, () => -1)]);
};
