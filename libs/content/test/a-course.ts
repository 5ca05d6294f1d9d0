import { randomUUID } from 'node:crypto';
import type { School } from '@aula/testing';
import type { Learner } from './a-launch.js';

/** The course, the edition and the branch of a learner, as their neighbours publish them. */
export const aCourseOf = async (school: School, learner: Learner, wish: { editionId?: string } = {}) => {
  const [row] = await school.sql<{ edition_id: string; course_version_id: string; course_id: string }>(
    `select e.edition_id, e.course_version_id, v.course_id from enrollment.pub_enrollment e
     join catalog.pub_course_version v on v.id = e.course_version_id where e.id = $1`,
    [learner.enrollmentId],
  );
  const courseId = row!.course_id;
  const institutionId = randomUUID();
  const edition = { id: row!.edition_id, course_version_id: row!.course_version_id, title: 'Cohorte', time_zone: 'America/Bogota' };
  const there = await school.sql(`select 1 from enrollment.pub_edition where id = $1`, [edition.id]);
  if (there.length === 0) await school.publishes('enrollment.pub_edition', [edition]);
  await school.sql(`update testing.identity_pub_person set institution_path = $2 where id = $1`, [learner.actor.personId, [institutionId]]);
  return { courseId, institutionId, editionId: wish.editionId ?? edition.id };
};
