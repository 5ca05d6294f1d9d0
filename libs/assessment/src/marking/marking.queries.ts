import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, AttemptId, Criterion, Language, MarkingGroupList, MarkingNext, MarkingQuery, MarkingView } from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { textIn } from '../attempt/paper.queries.js';
import { claimMinutes } from './marking.entity.js';
import { teachingOf } from './marking.policy.js';

/** Names one essay: the attempt and the number of its question. */
export interface Essay {
  attemptId: AttemptId;
  number: number;
}
export interface MarkingRow extends MarkingView {
  response: string;
  rubric: Criterion[];
  wordLimit: number | null;
  markers: number;
  markTolerance: number;
  anonymous: boolean;
  authored: boolean;
  graded: boolean;
  markedBy: string[];
  claimedUntil: string | null;
  learner: string | null;
}

/** SQL: true for what the actor teaches, of quiz `q`, edition `d` and course version `c`. Its parameters are `teachingParameters`. */
export const taughtBy = (at: number): string => `($${at}::boolean or q.owner_id = $${at + 1}::uuid or d.id = any($${at + 2}::uuid[])
  or c.course_id = any($${at + 3}::uuid[]) or d.institution_id = any($${at + 4}::uuid[]))`;
export const teachingParameters = (actor: Actor): unknown[] => {
  const { everything, owner, editions, courses, institutions } = teachingOf(actor);
  return [everything, owner, editions, courses, institutions];
};

const from = `assessment.marking m
  join assessment.quiz q on q.id = m.quiz_id
  join enrollment.pub_edition d on d.id = m.edition_id
  left join catalog.pub_course_version c on c.id = d.course_version_id`;

/** SQL: nobody else holds the essay; the actor is `$1` in every statement of this file. */
const free = `(m.claimed_by is null or m.claimed_by = $1::uuid or m.claimed_until < clock_timestamp())`;
/** SQL: the essay waits for a mark that the actor may give. */
const waiting = `(m.state <> 'marked' and not $1::uuid = any(m.markers) and ${free})`;
const wanted: Readonly<Record<MarkingQuery['state'], string>> = {
  waiting,
  elsewhere: `(m.state <> 'marked' and not ${waiting})`,
  marked: `m.state = 'marked'`,
  mine: `$1::uuid = any(m.markers)`,
};

const details = `cross join lateral (
    select v.text, v.translations, v.word_limit, v.rubric, coalesce(p.worths[m.place], v.points) as points
    from assessment.question_version v join assessment.paper p on p.attempt_id = m.attempt_id where v.id = m.version_id) v
  join assessment.answer t on t.attempt_id = m.attempt_id and t.place = m.place`;

/** What a marker sees; `language` is `$2` in every statement that reads these. */
const columns = `m.attempt_id as "attemptId", m.place::int as number, m.quiz_id as "quizId", q.title as "quizTitle",
  m.edition_id as "editionId", d.title as "editionTitle", ${textIn('$2')} as question,
  cardinality(regexp_split_to_array(btrim(t.text, E' \\n\\t\\r'), '\\s+')) as words, m.submitted_at as "submittedAt", m.state,
  case when m.claimed_by = $1::uuid and m.claimed_until >= clock_timestamp() then 'own' when ${free} then 'free' else 'other' end as claim,
  m.points::float8 as points, v.points::float8 as "maxPoints"`;

/** Essays that the actor may mark, in the order in which their attempts began. */
export const markingsFor = (em: EntityManager, actor: Actor, query: MarkingQuery, language: Language): Promise<MarkingView[]> => {
  const [attemptId, number] = decodeCursor(query.cursor, sortValue.id, sortValue.integer) ?? [null, null];
  return rows(
    em,
    `select ${columns} from ${from} ${details}
     where ${wanted[query.state]} and ${taughtBy(3)} and ($8::uuid is null or m.quiz_id = $8) and ($9::uuid is null or m.edition_id = $9)
       and ($10::uuid is null or (m.attempt_id, m.place) > ($10, $11::int))
     order by m.attempt_id, m.place limit $12`,
    [
      ...[actor.personId, language, ...teachingParameters(actor), query.quizId ?? null, query.editionId ?? null],
      ...[attemptId, number, query.limit + 1],
    ],
  );
};

/** How many essays of each quiz and edition wait for the actor, for others, or are done. */
export const markingGroups = (em: EntityManager, actor: Actor): Promise<MarkingGroupList['items']> =>
  rows(
    em,
    `select m.quiz_id as "quizId", q.title as "quizTitle", m.edition_id as "editionId", d.title as "editionTitle",
       count(*) filter (where ${wanted.waiting})::int as waiting, count(*) filter (where ${wanted.elsewhere})::int as elsewhere,
       count(*) filter (where ${wanted.marked})::int as marked
     from ${from} where ${taughtBy(2)}
     group by 1, 2, 3, 4 order by 5 desc, 4, 1`,
    [actor.personId, ...teachingParameters(actor)],
  );

/** One essay that the actor may mark; `named` adds whose it is. `lock` holds it until the transaction ends. */
export const markingFor = (
  em: EntityManager,
  actor: Actor,
  essay: Essay,
  language: Language,
  { named = false, lock = false }: { named?: boolean; lock?: boolean } = {},
): Promise<MarkingRow | undefined> =>
  row(
    em,
    `select ${columns}, t.text as response, v.rubric, v.word_limit as "wordLimit", q.markers::int as markers,
       q.mark_tolerance::float8 as "markTolerance", q.anonymous, ($3::boolean or q.owner_id = $4::uuid) as authored,
       a.state = 'graded' as graded, m.markers as "markedBy", m.claimed_until as "claimedUntil",
       case when $10::boolean and (not q.anonymous or $3::boolean or q.owner_id = $4::uuid) then
         (select concat_ws(' ', i.given_name, i.family_name) from identity.pub_person i where i.id = a.person_id) end as learner
     from ${from} ${details} join assessment.attempt a on a.id = m.attempt_id
     where m.attempt_id = $8 and m.place = $9 and ${taughtBy(3)} ${lock ? 'for update of a, m' : ''}`,
    [actor.personId, language, ...teachingParameters(actor), essay.attemptId, essay.number, named],
  );

/** Takes the next essay that waits for the actor into their hands, behind the one they come from; markers never meet at one. */
export const claimNext = (em: EntityManager, actor: Actor, { quizId, editionId, after }: MarkingNext): Promise<Essay | undefined> =>
  row(
    em,
    `with next as (
       select m.attempt_id, m.place from ${from}
       where ${waiting} and ${taughtBy(2)} and ($7::uuid is null or m.quiz_id = $7) and ($8::uuid is null or m.edition_id = $8)
         and ($9::uuid is null or (m.attempt_id, m.place) <> ($9, $10::int))
       order by coalesce((m.attempt_id, m.place) < ($9::uuid, $10::int), false), m.attempt_id, m.place
       limit 1 for update of m skip locked)
     update assessment.marking m set claimed_by = $1, claimed_until = clock_timestamp() + interval '${claimMinutes} minutes'
     from next n where m.attempt_id = n.attempt_id and m.place = n.place
     returning m.attempt_id as "attemptId", m.place::int as number`,
    [actor.personId, ...teachingParameters(actor), quizId ?? null, editionId ?? null, after?.attemptId ?? null, after?.number ?? null],
  );

/** Takes an essay that waits into the actor's hands, or keeps it there. Undefined when it does not wait for them. */
export const claim = (em: EntityManager, actor: Actor, { attemptId, number }: Essay): Promise<object | undefined> =>
  row(
    em,
    `update assessment.marking m set claimed_by = $1, claimed_until = clock_timestamp() + interval '${claimMinutes} minutes'
     where m.attempt_id = $2 and m.place = $3 and ${waiting} returning m.place`,
    [actor.personId, attemptId, number],
  );

/** Lets an essay go that the actor holds. */
export const release = (em: EntityManager, actor: Actor, { attemptId, number }: Essay): Promise<unknown> =>
  row(
    em,
    `update assessment.marking m set claimed_by = null, claimed_until = null where m.attempt_id = $2 and m.place = $3 and m.claimed_by = $1`,
    [actor.personId, attemptId, number],
  );
