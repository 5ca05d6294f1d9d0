import type { EntityManager } from '@mikro-orm/postgresql';
import type { AttemptId, BankId, Criterion, Language, LocalText, QuestionId, QuestionKind } from '@aula/contracts';
import { rows } from '@aula/platform';
import type { Candidate } from '../quiz/quiz.entity.js';
import type { Paper } from './attempt.entity.js';

/** A question as it is shown, with what was answered last. Holds nothing of the key. */
export interface ShownQuestion {
  id: QuestionId;
  number: number;
  kind: QuestionKind;
  text: string;
  points: number;
  shown: string[];
  section: LocalText | null;
  wordLimit: number | null;
  criteria: Criterion[];
  sequence: number | null;
  choice: number | null;
  choices: number[] | null;
  truth: boolean | null;
  value: number | null;
  words: string | null;
}

/** The newest versions of the questions in use at these places, from 1, of the bank, in the order of the places. */
export const questionsAt = (em: EntityManager, bankId: BankId, places: readonly number[]): Promise<Candidate[]> =>
  rows(
    em,
    `select v.question_id as "questionId", v.id as "versionId", v.kind, cardinality(v.choices) as choices, v.points, q.tags, false as retired
     from unnest($2::int[]) with ordinality as d(place, number)
     join (select id, version, tags, row_number() over (order by position) as place from assessment.question
           where bank_id = $1 and retired_at is null) q using (place)
     join assessment.question_version v on v.question_id = q.id and v.number = q.version
     order by d.number`,
    [bankId, places],
  );

/** SQL: the text of version `v` in the language, else as it was written; its choices of paper `p` at `q.place`, as they are shown. */
export const textIn = (language: string): string => `coalesce(v.translations->${language}->>'text', v.text)`;
export const choicesIn = (language: string): string => `array(
  select coalesce(nullif(v.translations->${language}->'choices'->>(p.choice_orders[q.place][n]::int), ''), v.choices[p.choice_orders[q.place][n] + 1])
  from generate_series(1, cardinality(v.choices)) n order by n)`;

const shownAs = (language: string): string => `q.question_id as id, q.place::int as number, v.kind, ${textIn(language)} as text,
  coalesce(p.worths[q.place], v.points) as points, ${choicesIn(language)} as shown, v.word_limit as "wordLimit", v.rubric as criteria`;

/** The questions of an attempt as they are shown. Reads no table that holds a key. */
export const questionsOf = (em: EntityManager, id: AttemptId, language: Language): Promise<ShownQuestion[]> =>
  rows(
    em,
    `select ${shownAs('$2')}, z.sections->(p.sections[q.place]::int)->'title' as section,
       t.sequence, t.choice, t.choices, t.truth, t.number as value, t.text as words
     from assessment.paper p
     join assessment.attempt a on a.id = p.attempt_id
     join assessment.quiz z on z.id = a.quiz_id
     cross join unnest(p.question_ids, p.version_ids) with ordinality as q(question_id, version_id, place)
     join assessment.question_version v on v.id = q.version_id
     left join assessment.answer t on t.attempt_id = p.attempt_id and t.place = q.place
     where p.attempt_id = $1 order by q.place`,
    [id, language],
  );

/** The questions of a paper that nobody sits, as they would be shown. */
export const questionsOn = (
  em: EntityManager,
  paper: Paper,
  titles: readonly (LocalText | null)[],
  language: Language,
): Promise<ShownQuestion[]> =>
  rows(
    em,
    `select ${shownAs('$5')}, $6::jsonb->(p.sections[q.place]::int) as section, null::int as sequence, null::smallint as choice,
       null::smallint[] as choices, null::boolean as truth, null::float8 as value, null::text as words
     from (select $1::uuid[] as question_ids, $2::uuid[] as version_ids, $3::smallint[] as choice_orders, $4::int[] as worths,
       $7::smallint[] as sections) p
     cross join unnest(p.question_ids, p.version_ids) with ordinality as q(question_id, version_id, place)
     join assessment.question_version v on v.id = q.version_id
     order by q.place`,
    [paper.questionIds, paper.versionIds, paper.choiceOrders, paper.worths, language, JSON.stringify(titles), paper.sections],
  );
