import type { EntityManager } from '@mikro-orm/postgresql';
import type { MarkCreate } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { MarkingState } from './marking.entity.js';
import type { Essay } from './marking.queries.js';

export interface MarkRow {
  id: string;
  markerId: string;
  turn: number;
  points: number;
  criteria: number[];
  comment: string | null;
  at: string;
}

/** The marks of an essay that hold, by turn. */
export const marksOf = (em: EntityManager, { attemptId, number }: Essay): Promise<MarkRow[]> =>
  rows(
    em,
    `select k.id, k.marker_id as "markerId", k.turn::int as turn, k.points::float8 as points, k.criteria::float8[] as criteria, k.comment,
       k.marked_at as at
     from assessment.mark k where k.attempt_id = $1 and k.place = $2 and k.withdrawn_at is null order by k.turn`,
    [attemptId, number],
  );

export const insertMark = (
  em: EntityManager,
  { attemptId, number }: Essay,
  mark: { id: string; markerId: string; turn: number } & Pick<MarkCreate, 'points' | 'criteria' | 'comment'>,
): Promise<unknown> =>
  row(
    em,
    `insert into assessment.mark (id, attempt_id, place, marker_id, turn, points, criteria, comment) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [mark.id, attemptId, number, mark.markerId, mark.turn, mark.points, mark.criteria, mark.comment?.trim() || null],
  );

export const withdrawMark = (em: EntityManager, id: string): Promise<unknown> =>
  row(em, `update assessment.mark set withdrawn_at = clock_timestamp() where id = $1 and withdrawn_at is null`, [id]);

/** Puts down what the marks have made of an essay; nobody holds it any more. */
export const settle = (
  em: EntityManager,
  { attemptId, number }: Essay,
  { state, points, markers }: { state: MarkingState; points: number | null; markers: readonly string[] },
): Promise<unknown> =>
  row(
    em,
    `update assessment.marking set state = $3, points = $4, markers = $5, claimed_by = null, claimed_until = null,
       marked_at = case when $3 = 'marked' then clock_timestamp() end
     where attempt_id = $1 and place = $2`,
    [attemptId, number, state, points, markers],
  );

export const insertChange = (
  em: EntityManager,
  change: { id: string; attemptId: string; before: number; after: number; reason: string; changedBy: string },
): Promise<unknown> =>
  row(
    em,
    `insert into assessment.grade_change (id, attempt_id, score_before, score_after, reason, changed_by) values ($1, $2, $3, $4, $5, $6)`,
    [change.id, change.attemptId, change.before, change.after, change.reason, change.changedBy],
  );
