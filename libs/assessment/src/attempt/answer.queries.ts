import type pg from 'pg';
import type { AttemptId, PersonId, QuestionId, QuestionKind } from '@aula/contracts';
import { arrayText, type Scalar } from '@aula/platform';
import { graceSeconds, longestShortAnswer, type TypedResponse } from './attempt.entity.js';
import { holding } from './attempt.queries.js';

/** One answer that is to be saved. */
export interface GivenAnswer extends TypedResponse {
  readonly attemptId: AttemptId;
  readonly questionId: QuestionId;
  readonly personId: PersonId;
  readonly sequence: number;
  /** When the token it came with is over, in seconds since 1970; null for a signed-in person. */
  readonly until: number | null;
}
/**
 * What became of it. `kept`: `sequence` is the highest one kept for its question. `foreign`: no attempt of this person has this
 * question. `late`: the attempt is closed, the answer is evidence only. `busy`: the attempt is being submitted at this moment.
 * `over`: the token opens the attempt no more.
 */
export interface SavedAnswer {
  readonly verdict: 'kept' | 'foreign' | 'wrong-kind' | 'late' | 'busy' | 'over';
  readonly kind: QuestionKind | null;
  readonly sequence: number | null;
}

/**
 * Saves answers of any number of people in one statement and one transaction; one result per answer, in order. Keys are sorted, so
 * that two such statements never wait for each other in a circle. The attempts are held for sharing while it runs: a submission waits
 * for the answers before it, and an answer never slips in behind one. An attempt that is just being submitted is not waited for.
 */
export const saveAnswers = async (pool: pg.Pool, answers: readonly GivenAnswer[]): Promise<SavedAnswer[]> => {
  const column = (type: string, read: (answer: GivenAnswer) => Scalar): string => arrayText(type, answers.map(read));
  const saved = await pool.query<SavedAnswer>({
    name: 'save-answers',
    text: statement,
    values: [
      column('uuid', ({ attemptId }) => attemptId),
      column('uuid', ({ questionId }) => questionId),
      column('uuid', ({ personId }) => personId),
      column('int', ({ sequence }) => sequence),
      column('text', ({ given }) => given),
      column('float8', ({ number }) => number),
      column('text', ({ choices }) => choices && `{${choices.join(',')}}`),
      column('bool', ({ truth }) => truth),
      column('text', ({ text }) => text),
      column('float8', ({ until }) => until),
      column('text', ({ raw }) => raw),
    ],
  });
  return saved.rows;
};

/** Upserts the highest sequence of each question out of what has the verdict. */
const upsert = (table: string, verdict: string): string => `
  insert into assessment.${table} as t (attempt_id, place, sequence, choice, choices, truth, number, text, saved_at)
  select distinct on (attempt_id, place) attempt_id, place, sequence, choice, choices, truth, number, text, clock_timestamp()
  from judged where verdict = '${verdict}' order by attempt_id, place, sequence desc
  on conflict (attempt_id, place) do update set (sequence, choice, choices, truth, number, text, saved_at) =
    (excluded.sequence, excluded.choice, excluded.choices, excluded.truth, excluded.number, excluded.text, excluded.saved_at)
  where excluded.sequence > t.sequence
  returning attempt_id, place, sequence`;

/** The answer that was there before; looked for only where the one that came did not take its place. */
const keptAnswer = 'from assessment.answer k where k.attempt_id = n.attempt_id and k.place = n.place';

const statement = `
with given as materialized (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::float8[], $7::text[], $8::boolean[], $9::text[],
    $10::float8[], $11::text[])
    with ordinality as g(attempt_id, question_id, person_id, sequence, given, number, choices, truth, text, until, raw, turn)),
held as materialized (
  select id, state, deadline from assessment.attempt where id in (select attempt_id from given) order by id for share skip locked),
met as materialized (
  select g.*, array_position(p.question_ids, g.question_id)::smallint as place, p.version_ids, h.id is null as is_busy,
    coalesce(h.state = 'open' and clock_timestamp() <= h.deadline + interval '${graceSeconds} seconds', false) as is_open,
    ${holding('g.until', 'g.person_id')} as is_let_in
  from given g
  left join assessment.attempt a on a.id = g.attempt_id and a.person_id = g.person_id
  left join assessment.paper p on p.attempt_id = a.id
  left join held h on h.id = g.attempt_id),
fitting as materialized (
  select m.*, v.kind, m.given = 'nothing' or case v.kind
      when 'single-choice' then m.given = 'number' and m.number = floor(m.number) and m.number >= 0 and m.number < cardinality(v.choices)
      when 'multiple-choice' then m.given = 'choices' and not exists (
        select from unnest(m.choices::int[]) as c(shown) group by shown having shown >= cardinality(v.choices) or count(*) > 1)
      when 'true-false' then m.given = 'truth'
      when 'numeric' then m.given = 'number'
      when 'essay' then m.given = 'text'
      else m.given = 'text' and length(m.text) <= ${longestShortAnswer} end as fits
  from met m left join assessment.question_version v on v.id = m.version_ids[m.place]),
typed as materialized (
  select turn, attempt_id, place, sequence, kind, until, is_busy, is_open, is_let_in, fits,
    case when fits and kind = 'single-choice' then number::smallint end as choice,
    case when fits and kind = 'multiple-choice' then choices::smallint[] end as choices,
    truth, case when kind = 'numeric' then number end as number,
    case when kind = 'essay' then coalesce(raw, text) else text end as text
  from fitting),
judged as materialized (
  select n.*, case
    when n.place is null then 'foreign'
    when not n.is_let_in or n.until is not null and not n.is_open and not n.is_busy then 'over'
    when not n.fits then 'wrong-kind'
    when n.is_busy then 'busy'
    when n.is_open then 'kept'
    when exists (
      select ${keptAnswer} and n.sequence = k.sequence and (n.choice, n.choices, n.truth, n.number, n.text)
        is not distinct from (k.choice, k.choices, k.truth, k.number, k.text)) then 'repeated'
    else 'late' end as verdict
  from typed n),
saved as (${upsert('answer', 'kept')}),
late as (${upsert('late_answer', 'late')})
select case n.verdict when 'repeated' then 'kept' else n.verdict end as verdict, n.kind,
  case when n.verdict in ('kept', 'repeated')
    then coalesce(s.sequence, (select greatest(n.sequence, max(k.sequence)) ${keptAnswer})) end as sequence
from judged n left join saved s on s.attempt_id = n.attempt_id and s.place = n.place
order by n.turn`;
