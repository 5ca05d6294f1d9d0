import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseId, CourseReviewId, CourseReviewView, PersonId, ReviewCommentId, UnitId } from '@aula/contracts';
import { row, rows } from '@aula/platform';

/** SQL: a person as others see them, `{id, name}`. */
export const named = (person: string): string =>
  `jsonb_build_object('id', ${person}, 'name', coalesce((select p.given_name || ' ' || p.family_name from identity.pub_person p where p.id = ${person}), '–'))`;

/** The reviews of a course with what was said in them, newest first; `limit + 1` rows below `before`. */
export const reviewsOf = (
  em: EntityManager,
  courseId: CourseId,
  { before, limit }: { before: string | null; limit: number },
): Promise<Omit<CourseReviewView, 'may'>[]> =>
  rows(
    em,
    `select r.id, r.state, r.note, ${named('r.asked_by')} as "askedBy", r.asked_at as "askedAt",
       case when r.reviewer_id is not null then ${named('r.reviewer_id')} end as reviewer, r.revision,
       case when r.decided_by is not null then ${named('r.decided_by')} end as "decidedBy", r.decided_at as "decidedAt",
       r.decision_note as "decisionNote", r.state = 'approved' and r.revision = c.draft_revision as holds,
       coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'unitId', m.unit_id, 'by', ${named('m.person_id')}, 'text', m.text,
           'at', to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by m.id)
         from catalog.review_comment m where m.review_id = r.id), '[]') as comments
     from catalog.course_review r join catalog.course c on c.id = r.course_id
     where r.course_id = $1 and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`,
    [courseId, before, limit + 1],
  );

export const keepComment = (
  em: EntityManager,
  comment: { id: ReviewCommentId; reviewId: CourseReviewId; unitId: UnitId | null; personId: PersonId; text: string },
): Promise<object[]> =>
  rows(em, `insert into catalog.review_comment (id, review_id, unit_id, person_id, text) values ($1, $2, $3, $4, $5)`, [
    comment.id,
    comment.reviewId,
    comment.unitId,
    comment.personId,
    comment.text,
  ]);

/** True when the last decision about the draft at exactly this revision was to approve it. */
export const isApproved = async (em: EntityManager, courseId: CourseId, revision: number): Promise<boolean> => {
  const decided = await row<{ state: string }>(
    em,
    `select state from catalog.course_review where course_id = $1 and revision = $2 and state in ('approved', 'sent-back')
     order by id desc limit 1`,
    [courseId, revision],
  );
  return decided?.state === 'approved';
};
