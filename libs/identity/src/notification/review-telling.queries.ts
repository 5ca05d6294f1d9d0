import type { EntityManager } from '@mikro-orm/postgresql';
import type { LocalText } from '@aula/contracts';
import { tell } from './telling.queries.js';

/** Who is told of the review of which course; `decision` once there is one. */
export interface ReviewNews {
  personId: string;
  courseId: string;
  title: LocalText;
  decision?: 'approved' | 'sent-back';
}

/** Tells reviewers that a draft waits for them, or the one who asked what was decided. */
export const tellOfReviews = (
  em: EntityManager,
  at: Date,
  kind: 'review.requested' | 'review.decided',
  { ids, items }: { ids: readonly string[]; items: readonly ReviewNews[] },
): Promise<number> =>
  tell(em, at, {
    kind,
    said: `select i.id, i.person_id, '/teach/courses/' || i.course_id || '/review' as link,
        jsonb_strip_nulls(jsonb_build_object('course', i.title, 'decision', i.decision)) as parameters
      from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::jsonb[], $9::text[]) as i(id, person_id, course_id, title, decision)`,
    parameters: [
      ids,
      items.map(({ personId }) => personId),
      items.map(({ courseId }) => courseId),
      items.map(({ title }) => JSON.stringify(title)),
      items.map(({ decision }) => decision ?? null),
    ],
  });
