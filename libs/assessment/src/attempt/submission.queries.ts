import type { EntityManager } from '@mikro-orm/postgresql';
import type { AttemptId, EnrollmentId, Item, Items } from '@aula/contracts';
import { row, rows, type Caller } from '@aula/platform';
import { holding } from './attempt.queries.js';

const fact = `a.id as "attemptId", a.enrollment_id as "enrollmentId", a.quiz_id as "quizId", a.unit_id as "unitId"`;
const submitted = `set state = 'submitted', submitted_at = clock_timestamp()`;

/** Submits the caller's open attempt. Undefined when it is not open any more, unknown or somebody else's, or the caller's token is over. */
export const submitOwn = (em: EntityManager, { actor, until }: Caller, id: AttemptId): Promise<Item<'attempt.submitted'> | undefined> =>
  row(
    em,
    `update assessment.attempt a ${submitted}
     where a.id = $1 and a.person_id = $2 and a.state = 'open' and ${holding('$3::float8', 'a.person_id')} returning ${fact}`,
    [id, actor.personId, until],
  );

/** Submits the open attempts of some enrollments. */
export const submitOf = (em: EntityManager, enrollmentIds: readonly EnrollmentId[]): Promise<Items<'attempt.submitted'>> =>
  rows(
    em,
    `with held as (
       select id from assessment.attempt where enrollment_id = any($1::uuid[]) and submitted_at is null order by id for no key update)
     update assessment.attempt a ${submitted} from held where a.id = held.id returning ${fact}`,
    [enrollmentIds],
  );

/** True when the attempt's enrollment was withdrawn. */
export const wasWithdrawn = async (em: EntityManager, id: AttemptId): Promise<boolean> =>
  (await row(
    em,
    `select 1 from assessment.attempt a join enrollment.pub_enrollment e on e.id = a.enrollment_id and e.state = 'withdrawn' where a.id = $1`,
    [id],
  )) !== undefined;

/** Submits up to `limit` attempts whose time and grace are over, the longest overdue first; those in hand elsewhere are left. */
export const submitDue = (em: EntityManager, limit: number, graceSeconds: number): Promise<Items<'attempt.submitted'>> =>
  rows(
    em,
    `with due as (
       select id from assessment.attempt where submitted_at is null and deadline < clock_timestamp() - make_interval(secs => $2)
       order by deadline, id limit $1 for no key update skip locked)
     update assessment.attempt a ${submitted} from due where a.id = due.id returning ${fact}`,
    [limit, graceSeconds],
  );
