import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CourseId, PersonId, ReviewerQuery, ReviewerView, WaitingReviewView } from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { authorReach } from '../course/course.policy.js';
import { named } from './course-review.queries.js';

/** People whom requests reach that name nobody. */
const toldAtMost = 200;

/** SQL: active people `p` who may write course `$1`, as `mayAuthor` says, without `$2`, who asks. */
const eligible = `identity.pub_person p
  left join identity.pub_institution home on home.id = p.institution_id
  where p.active and p.id <> $2 and p.id in (
    select g.person_id from identity.pub_grant g, catalog.course c left join identity.pub_institution i on i.id = c.institution_id
    where c.id = $1 and g.role in ('instructor', 'administrator')
      and (g.scope_kind = 'everything' or g.scope_kind = 'course' and g.scope_id = c.id
        or g.scope_kind = 'institution' and g.scope_id = any(i.path) or g.role = 'instructor' and g.person_id = c.owner_id))`;

/** One page of who may review the draft for `asker`, by name; `limit + 1` rows. */
export const reviewersFor = (
  em: EntityManager,
  courseId: CourseId,
  asker: PersonId,
  query: ReviewerQuery,
): Promise<(ReviewerView & { sorted: string })[]> => {
  const [name, id] = decodeCursor(query.cursor, sortValue.text, sortValue.id) ?? [null, null];
  return rows(
    em,
    `select p.id, p.given_name || ' ' || p.family_name as name, home.name as institution, p.sort_name as sorted from ${eligible}
       and ($3::text is null or (p.sort_name, p.id) > ($3, $4::uuid))
       and not exists (select from regexp_split_to_table(catalog.fold($5), '\\s+') w where strpos(p.sort_name, w) = 0)
     order by p.sort_name, p.id limit $6`,
    [courseId, asker, name, id, query.q?.trim() ?? '', query.limit + 1],
  );
};

export const mayReview = async (em: EntityManager, courseId: CourseId, asker: PersonId, reviewerId: PersonId): Promise<boolean> =>
  (await row(em, `select 1 from ${eligible} and p.id = $3`, [courseId, asker, reviewerId])) !== undefined;

/** Whom a request reaches that names nobody. */
export const allReviewers = async (em: EntityManager, courseId: CourseId, asker: PersonId): Promise<PersonId[]> =>
  (await rows<{ id: PersonId }>(em, `select p.id from ${eligible} order by p.id limit ${toldAtMost}`, [courseId, asker])).map(
    ({ id }) => id,
  );

/** The reviews that wait for the actor, newest first; `limit + 1` rows below `before`. */
export const waitingFor = (em: EntityManager, actor: Actor, before: string | null, limit: number): Promise<WaitingReviewView[]> => {
  const { everything, owner, institutions, courses } = authorReach(actor);
  return rows(
    em,
    `select r.id, jsonb_build_object('id', c.id, 'code', c.code, 'title', c.title) as course, ${named('r.asked_by')} as "askedBy",
       r.asked_at as "askedAt", r.note, r.reviewer_id is not null as named
     from catalog.course_review r
     join catalog.course c on c.id = r.course_id
     left join identity.pub_institution i on i.id = c.institution_id
     where r.state = 'open' and r.asked_by <> $1 and (r.reviewer_id is null or r.reviewer_id = $1)
       and ($2 or c.owner_id = $3 or coalesce(i.path, '{}') && $4::uuid[] or c.id = any($5::uuid[]))
       and ($6::uuid is null or r.id < $6)
     order by r.id desc limit $7`,
    [actor.personId, everything, owner, institutions, courses, before, limit + 1],
  );
};
