import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  BankId,
  Criterion,
  Language,
  QuestionId,
  QuestionImportId,
  QuestionKind,
  QuestionQuery,
  QuestionTagList,
  QuestionView,
} from '@aula/contracts';
import { change, row, rows } from '@aula/platform';
import { contentHash, likePattern, type QuestionDraft } from './question.entity.js';

/** A question's newest version with its key: for authors. */
export interface QuestionRow {
  id: QuestionId;
  position: number;
  version: number;
  kind: QuestionKind;
  title: string | null;
  text: string;
  points: number;
  choices: string[];
  weights: number[];
  minimums: number[];
  maximums: number[];
  texts: string[];
  feedbacks: (string | null)[];
  feedback: string | null;
  language: Language | null;
  translations: QuestionView['translations'];
  wordLimit: number | null;
  rubric: Criterion[];
  tags: string[];
  retired: boolean;
}
/** A draft with the ids that it is to have; without tags it gets or keeps none or those that it has. */
export interface NewQuestion {
  id: QuestionId;
  versionId: string;
  draft: QuestionDraft;
  tags?: readonly string[] | undefined;
}

/** Reads the parallel columns of new versions out of one JSON parameter. */
const given = `jsonb_to_recordset($1) as n(place int, id uuid, version_id uuid, hash text, kind text, title text, text text, points int,
  choices text[], weights float8[], minimums float8[], maximums float8[], texts text[], patterns text[], feedbacks text[], feedback text,
  language text, translations jsonb, word_limit int, rubric jsonb, tags text[])`;
const writeVersions = (from: string, number: string): string => `
  insert into assessment.question_version (id, question_id, number, kind, title, text, points, choices, language, translations,
    word_limit, rubric)
  select version_id, id, ${number}, kind, title, text, points, choices, language, translations, word_limit, rubric from ${from}`;
// Both sides of a short answer are folded by the same function of the database, whatever its own locale.
const writeKeys = (from: string): string => `
  insert into assessment.question_key (version_id, kind, points, weights, minimums, maximums, texts, patterns, feedbacks, feedback)
  select version_id, kind, points, weights, minimums, maximums, texts,
    coalesce((select array_agg(lower(pattern collate "pg_c_utf8") order by place)
      from unnest(patterns) with ordinality as p(pattern, place)), '{}'), feedbacks, feedback from ${from}`;

/**
 * Adds up to 500 questions to a bank in one statement, but none that says the same as one that is there. Returns how many were added.
 */
export const insertQuestions = (
  em: EntityManager,
  bankId: BankId,
  importId: QuestionImportId | null,
  questions: readonly NewQuestion[],
): Promise<number> =>
  change(
    em,
    `with given as materialized (select * from ${given}),
     added as (
       insert into assessment.question (id, bank_id, content_hash, import_id, tags)
       select id, $2, decode(hash, 'hex'), $3::uuid, coalesce(tags, '{}') from given order by place
       on conflict (bank_id, content_hash) do nothing returning id as added_id),
     fresh as materialized (select * from given join added on added_id = id),
     versions as (${writeVersions('fresh', '1')})
     ${writeKeys('fresh')}`,
    [JSON.stringify(questions.map(parallel)), bankId, importId],
  );

/**
 * Adds the next version of a question of the bank. Returns undefined when there is no such question. A unique key breaks when another
 * question of the bank says the same.
 */
export const insertVersion = (em: EntityManager, bankId: BankId, question: NewQuestion): Promise<{ version: number } | undefined> =>
  row(
    em,
    `with given as materialized (select * from ${given}),
     moved as (
       update assessment.question q set version = q.version + 1, content_hash = decode(g.hash, 'hex'), tags = coalesce(g.tags, q.tags)
       from given g where q.id = g.id and q.bank_id = $2 returning q.id as moved_id, q.version),
     fresh as materialized (select * from given join moved on moved_id = id),
     versions as (${writeVersions('fresh', 'version')}),
     keys as (${writeKeys('fresh')})
     select version from moved`,
    [JSON.stringify([parallel(question, 0)]), bankId],
  );

/** Newest versions that fit the query, in the order in which they came into the bank, behind the position `after`. */
export const questionsOf = (em: EntityManager, bankId: BankId, query: QuestionQuery, after: number): Promise<QuestionRow[]> => {
  const { q, kind, tag, missing, state, limit } = query;
  const said = `v.title, v.text, v.choices, (v.translations)::text, array_to_string(k.texts, ' ')`;
  return rows(
    em,
    `${select} where q.bank_id = $1 and q.position > $2 and (q.retired_at is not null) = $3
       and ($4::text is null or strpos(assessment.fold(concat_ws(' ', ${said})), assessment.fold($4)) > 0)
       and ($5::text is null or v.kind = $5) and ($6::text is null or $6 = any(q.tags))
       and ($7::text is null or (v.language is distinct from $7 and not v.translations ? $7))
     order by q.position limit $8`,
    [bankId, after, state === 'retired', q?.trim() || null, kind ?? null, tag ?? null, missing ?? null, limit + 1],
  );
};

/** The tags of a bank's questions, the most frequent first. */
export const tagsOf = (em: EntityManager, bankId: BankId): Promise<QuestionTagList['items']> =>
  rows(
    em,
    `select tag, count(*) filter (where q.retired_at is null)::int as questions
     from assessment.question q cross join unnest(q.tags) as t(tag) where q.bank_id = $1 group by tag order by 2 desc, 1`,
    [bankId],
  );

/** Takes a question out of use or back into it. Undefined when the bank has none such. */
export const retire = (em: EntityManager, bankId: BankId, id: QuestionId, retired: boolean): Promise<object | undefined> =>
  row(
    em,
    `update assessment.question set retired_at = case when $3::boolean then coalesce(retired_at, clock_timestamp()) end
     where bank_id = $1 and id = $2 returning id`,
    [bankId, id, retired],
  );

export const questionOf = (em: EntityManager, bankId: BankId, id: QuestionId): Promise<QuestionRow | undefined> =>
  row(em, `${select} where q.bank_id = $1 and q.id = $2`, [bankId, id]);

export const countQuestions = async (em: EntityManager, bankId: BankId): Promise<number> =>
  (await row<{ n: number }>(em, `select count(*)::int as n from assessment.question where bank_id = $1 and retired_at is null`, [bankId]))!
    .n;

const select = `
  select q.id, q.position, v.number as version, v.kind, v.title, v.text, v.points, v.choices, k.weights, k.minimums, k.maximums, k.texts,
    k.feedbacks, k.feedback, v.language, v.translations, v.word_limit as "wordLimit", v.rubric, q.tags,
    q.retired_at is not null as retired
  from assessment.question q
  join assessment.question_version v on v.question_id = q.id and v.number = q.version
  join assessment.question_key k on k.version_id = v.id`;

const parallel = ({ id, versionId, draft, tags }: NewQuestion, place: number): object => {
  const { kind, title, text, points, choices, accepted, texts, feedback } = draft;
  const worth = [...choices, ...accepted, ...texts];
  return {
    place,
    id,
    version_id: versionId,
    hash: contentHash(draft).toString('hex'),
    kind,
    title,
    text,
    points,
    // The two choices of a true-false question are the learner's own words for true and false, so they are not part of what is shown.
    choices: kind === 'true-false' ? [] : choices.map((choice) => choice.text),
    weights: worth.map(({ weight }) => weight),
    minimums: accepted.map(({ minimum }) => minimum),
    maximums: accepted.map(({ maximum }) => maximum),
    texts: texts.map((accepted) => accepted.text),
    patterns: texts.map((accepted) => likePattern(accepted.text)),
    feedbacks: worth.map((each) => each.feedback),
    feedback,
    language: draft.language,
    translations: draft.translations,
    word_limit: draft.wordLimit,
    rubric: draft.rubric,
    tags: tags ?? null,
  };
};
