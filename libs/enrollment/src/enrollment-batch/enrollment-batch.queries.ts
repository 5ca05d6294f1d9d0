import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  EditionId,
  EnrollmentBatchId,
  EnrollmentBatchView,
  EnrollmentId,
  EnrollmentRule,
  Item,
  Items,
  JobKind,
  PageQuery,
  PersonId,
} from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { fits } from '../enrollment-rule/fits.queries.js';
import { parametersFrom } from '../search.queries.js';

/** Why somebody was asked for and not enrolled. */
type SkipCode = 'already-enrolled' | 'person-unknown' | 'person-inactive' | 'outside-your-institution' | 'edition-full';
export interface Batch {
  id: EnrollmentBatchId;
  edition_id: EditionId;
  kind: EnrollmentBatchView['kind'];
  /** Whom a batch by rule means. */
  rule: EnrollmentRule | null;
  institution_id: string | null;
  /** Institutions over which the requester may enroll; null for all. */
  reach: string[] | null;
  state: 'queued' | 'running' | 'done';
  /** The last person who was looked at. */
  reached: string | null;
}
export interface BatchRow extends Pick<Batch, 'id' | 'edition_id' | 'kind'> {
  state: EnrollmentBatchView['state'];
  requested: number;
  enrolled: number;
  skipped: Partial<Record<SkipCode, number>>;
  created_at: string;
  reversal: Exclude<BatchRow['state'], 'failed'> | null;
  reversal_failed: boolean;
  withdrawn: number;
  kept: number;
}

/** Writes down what is asked for; the people of a list once each. */
export const keepBatch = async (
  em: EntityManager,
  batch: Omit<Batch, 'state' | 'reached'> & { requested_by: string; standing_rule_id?: string },
  personIds: readonly PersonId[],
): Promise<void> => {
  await rows(
    em,
    `insert into enrollment.enrollment_batch (id, edition_id, kind, institution_id, requested_by, reach, rule, standing_rule_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[batch.id, batch.edition_id, batch.kind, batch.institution_id, batch.requested_by, batch.reach],
      ...[batch.rule && JSON.stringify(batch.rule), batch.standing_rule_id ?? null],
    ],
  );
  if (batch.kind === 'list')
    await rows(em, `insert into enrollment.enrollment_batch_person (batch_id, person_id) select distinct $1::uuid, unnest($2::uuid[])`, [
      batch.id,
      personIds,
    ]);
};

const dead = (kind: JobKind): string =>
  `exists (select from platform.job j where j.kind = '${kind}' and j.subject = b.id::text and j.state = 'dead')`;
const select = `
  select b.id, b.edition_id, b.kind, b.requested, b.enrolled, b.skipped, b.created_at, b.reversal, b.withdrawn, b.kept,
    b.reversal <> 'done' and ${dead('enrollment.reverse-batch')} as reversal_failed,
    case when b.state <> 'done' and ${dead('enrollment.enroll-cohort')} then 'failed' else b.state end as state
  from enrollment.enrollment_batch b`;

interface Reader {
  personId: string;
  all: boolean;
}
/** A batch of the requester, or any where `all`. A batch whose order is a dead letter has failed until an administrator retries it. */
export const batchFor = (em: EntityManager, id: EnrollmentBatchId, { personId, all }: Reader): Promise<BatchRow | undefined> =>
  row(em, `${select} where b.id = $1 and ($3 or b.requested_by = $2)`, [id, personId, all]);

/** The batches of an edition that the reader ordered, or all of them where `all`; latest first, `limit + 1` rows. */
export const batchesFor = (
  em: EntityManager,
  edition: EditionId,
  { personId, all }: Reader,
  { cursor, limit }: PageQuery,
): Promise<BatchRow[]> => {
  const [after] = decodeCursor(cursor, sortValue.id) ?? [null];
  return rows(
    em,
    `${select} where b.edition_id = $1 and ($3 or b.requested_by = $2) and ($4::uuid is null or b.id < $4) order by b.id desc limit $5`,
    [edition, personId, all, after, limit + 1],
  );
};

/** The batch, locked; undefined when it is done. The first time it also counts whom it asks for. */
export const takeUp = async (em: EntityManager, id: string): Promise<Batch | undefined> => {
  const batch = await row<Batch>(
    em,
    `select id, edition_id, kind, institution_id, rule, reach, state, reached from enrollment.enrollment_batch where id = $1 and state <> 'done' for update`,
    [id],
  );
  if (batch?.state !== 'queued') return batch;
  const { parameters, place } = parametersFrom([batch.id, batch.institution_id, batch.reach, null, null]);
  const candidates = candidatesSql(batch, place);
  await rows(
    em,
    `update enrollment.enrollment_batch set state = 'running', requested = (select count(*) from (${candidates}) c) where id = $1`,
    parameters,
  );
  return batch;
};

/**
 * SQL: whom batch `$1` asks for behind person `$4`, at most `$5` of them in order, and why somebody may not be enrolled. Lists name
 * anybody; an institution (`$2`, with everything below it), everyone and a rule mean active people within the requester's reach `$3`, a
 * rule only those who are not in the edition.
 */
const candidatesSql = ({ kind, rule, edition_id: edition }: Batch, place: (value: unknown) => string): string =>
  kind === 'list'
    ? `select l.person_id, case
           when p.id is null then 'person-unknown'
           when $3::uuid[] is not null and not coalesce(p.institution_path && $3::uuid[], false) then 'outside-your-institution'
           when not p.active then 'person-inactive' end as code
         from (select person_id from enrollment.enrollment_batch_person
           where batch_id = $1 and ($2::uuid is null) and ($4::uuid is null or person_id > $4) order by person_id limit $5) l
         left join identity.pub_person p on p.id = l.person_id`
    : `select p.id as person_id, null::text as code from identity.pub_person p
         where p.active and $1::uuid is not null and ($4::uuid is null or p.id > $4)
           and ($2::uuid is null or $2 = any(p.institution_path)) and ($3::uuid[] is null or p.institution_path && $3)
           ${rule ? `and ${fits(rule, place)} and not exists (select from enrollment.enrollment n where n.edition_id = ${place(edition)} and n.person_id = p.id)` : ''}
         order by p.id limit $5`;

export interface Placed {
  seen: number;
  reached: string | null;
  enrollments: { enrollmentId: EnrollmentId; personId: PersonId }[];
  skipped: Partial<Record<SkipCode, number>>;
}
interface Outcome {
  seen: number;
  reached: string | null;
  fresh: number;
  ids: EnrollmentId[];
  people: PersonId[];
  refused: Partial<Record<SkipCode, number>>;
}

/**
 * Enrolls the next `ids.length` people of the batch, as far as there is room; all in one statement. NOT EXISTS makes a repeat cheap,
 * ON CONFLICT makes it safe. The edition's row is locked first, so that its capacity is kept exactly.
 */
export const placeNext = async (em: EntityManager, batch: Batch, ids: readonly string[]): Promise<Placed> => {
  const { room } = (await row<{ room: number | null }>(
    em,
    `select capacity - enrolled as room from enrollment.edition where id = $1 for no key update`,
    [batch.edition_id],
  ))!;
  const { parameters, place } = parametersFrom([
    ...[batch.id, batch.institution_id, batch.reach, batch.reached, ids.length],
    ...[batch.edition_id, ids, room],
  ]);
  const {
    seen,
    reached,
    fresh,
    ids: placed,
    people,
    refused,
  } = (await row<Outcome>(
    em,
    `with candidate as materialized (${candidatesSql(batch, place)}),
     fresh as (
       select c.person_id, row_number() over (order by c.person_id) as n from candidate c
       where c.code is null and not exists (
         select from enrollment.enrollment e where e.edition_id = $6 and e.person_id = c.person_id)),
     placed as (
       insert into enrollment.enrollment (id, edition_id, person_id, state, batch_id)
       select i.id, $6, f.person_id, 'active', $1 from fresh f join unnest($7::uuid[]) with ordinality i(id, n) using (n)
       where $8::int is null or f.n <= $8 order by f.n
       on conflict (edition_id, person_id) do nothing returning id, person_id)
     select (select count(*) from candidate) as seen, (select count(*) from fresh) as fresh,
       (select person_id from candidate order by person_id desc limit 1) as reached,
       (select coalesce(array_agg(id order by id), '{}') from placed) as ids,
       (select coalesce(array_agg(person_id order by id), '{}') from placed) as people,
       (select coalesce(jsonb_object_agg(code, n), '{}') from (select code, count(*) as n from candidate where code is not null group by 1) r) as refused`,
    parameters,
  ))!;
  const full = room === null ? 0 : Math.max(0, fresh - room);
  const already = seen - sumOf(refused) - full - placed.length;
  return {
    seen,
    reached,
    enrollments: placed.map((enrollmentId, index) => ({ enrollmentId, personId: people[index]! })),
    skipped: { ...refused, 'already-enrolled': already, 'edition-full': full },
  };
};

const sumOf = (counts: Partial<Record<SkipCode, number>>): number => Object.values(counts).reduce((sum, each) => sum + each, 0);

/**
 * Writes down how far the batch came, and counts the edition's new learners. Nobody seen: it is done, which is answered unless a standing
 * rule ordered it.
 */
export const keepPlaced = async (
  em: EntityManager,
  batch: Batch,
  { seen, reached, enrollments, skipped }: Placed,
): Promise<Items<'enrollment-batch.finished'>> => {
  const finished = await rows<Item<'enrollment-batch.finished'>>(
    em,
    `with kept as (update enrollment.enrollment_batch b
     set enrolled = b.enrolled + $2, reached = coalesce($3, b.reached), state = case when $5 then 'done' else b.state end,
       done_at = case when $5 then clock_timestamp() end,
       skipped = (select coalesce(jsonb_object_agg(key, n), '{}') from (
         select key, sum(value::int) as n from (select * from jsonb_each_text(b.skipped) union all select * from jsonb_each_text($4::jsonb)) s
         group by key having sum(value::int) > 0) k)
     where b.id = $1 returning b.*)
     select id as "batchId", edition_id as "editionId", requested_by as "orderedBy", enrolled,
       (select coalesce(sum(value::int), 0)::int from jsonb_each_text(skipped)) as "leftOut"
     from kept where state = 'done' and standing_rule_id is null`,
    [batch.id, enrollments.length, reached, JSON.stringify(skipped), seen === 0],
  );
  if (enrollments.length > 0)
    await rows(em, `update enrollment.edition set enrolled = enrolled + $2 where id = $1`, [batch.edition_id, enrollments.length]);
  return finished;
};
