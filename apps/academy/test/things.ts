import type { RunningAcademy } from './running-academy.js';
import type { LivedIn } from './screens/lived-in.js';

/** Things of a lived-in academy that belong to somebody, by the part of an address that stands before their id. */
export const thingsOf = async ({ database }: RunningAcademy, made: LivedIn): Promise<Readonly<Record<string, string>>> => {
  const one = async (text: string, ...parameters: string[]): Promise<string> => {
    const { rows } = await database.query<{ id: string }>(text, parameters);
    if (!rows[0]) throw new Error(`there is none: ${text}`);
    return rows[0].id;
  };
  const { marking, courseId, versions } = made;
  await leave(database, made);
  return {
    'accreditation/credentials': made.inForce,
    'assessment/attempts': marking.waiting.attemptId,
    'assessment/markings': String(marking.waiting.number),
    'assessment/answers': await one(`select question_ids[1] as id from assessment.paper where attempt_id = $1`, marking.waiting.attemptId),
    'assessment/banks': made.bankId,
    'assessment/imports': await one(`select id from assessment.question_import where bank_id = $1`, made.bankId),
    'assessment/questions': await one(`select id from assessment.question where bank_id = $1`, made.bankId),
    'assessment/editions': marking.editionId,
    'assessment/results': marking.unitId,
    'assessment/quizzes': marking.quizId,
    'catalog/course-versions': made.versionId,
    'catalog/courses': courseId,
    'catalog/units': made.pageUnitId,
    'catalog/files': await one(`select id from catalog.course_file where course_id = $1`, courseId),
    'catalog/captions': 'es',
    'catalog/video-captions': 'es',
    'catalog/reviews': await one(`select id from catalog.course_review where course_id = $1`, courseId),
    'content/attempts': made.studied.attemptId,
    'content/restore-points': 'set-aside-1',
    'content/editions': made.lessonEditionId,
    'content/question-reports': versions.one,
    'content/packages': versions.two,
    'content/package-moves': await one(`select id from content.package_move`),
    'content/uploads': await one(`select id from content.resumable_upload`),
    'enrollment/calendar': `closes-${made.enrolled.running}.ics`,
    'enrollment/editions': made.editionId,
    'enrollment/units': made.sessionUnitId,
    'enrollment/enrollment-batches': await one(`select id from enrollment.enrollment_batch where edition_id = $1`, made.editionId),
    'enrollment/enrollments': made.enrolled.running,
    'enrollment/roster-views': await one(`select id from enrollment.roster_view`),
    'enrollment/standing-rules': await one(`select id from enrollment.standing_rule`),
    'identity/people': made.officerId,
    'identity/institutions': await one(`select id from identity.institution where code = 'CR-ANP'`),
    'identity/imports': made.rehearsed,
    'identity/mails': await one(`select id from platform.mail limit 1`),
    'identity/merges': await one(`select id from identity.person_merge`),
    'identity/sessions': await one(`select id from identity.session where person_id = $1`, made.officerId),
    'identity/access-tokens': await one(`select id from identity.access_token where person_id = $1`, made.officerId),
    'identity/issued-tokens': await one(`select id from identity.access_token where person_id = $1`, made.officerId),
    'identity/grants': await one(`select id from identity.role_grant where person_id = $1`, made.instructorId),
    'identity/of': made.officerId,
    'identity/jobs': await one(`select id from platform.job where state = 'dead'`),
    'identity/dead-deliveries': await one(`select event_id as id from platform.delivery where state = 'dead'`),
    'identity/:eventId': await one(`select consumer as id from platform.delivery where state = 'dead'`),
    'identity/passkeys': await one(`select id from identity.passkey`),
  };
};

/** What the past of the screens has none of: an upload under way, a move, a saved view, a standing rule, a merge, a passkey. */
const leave = async (
  database: RunningAcademy['database'],
  { versions, editionId, officerId, instructorId, doubled }: LivedIn,
): Promise<void> => {
  const id = 'gen_random_uuid()';
  const given = (table: string, columns: string, values: string, ...parameters: string[]): Promise<unknown> =>
    database.query(`insert into ${table} (id, ${columns}) values (${id}, ${values})`, parameters);
  await given('content.resumable_upload', 'owner_id, file_name, size', `$1, 'a.zip', 9`, instructorId);
  const move = 'line_id, package_id, rule, ordered_by, total';
  await given('content.package_move', move, `${id}, $1, 'all', $2, 0`, versions.two, instructorId);
  await given('enrollment.roster_view', 'owner_id, name, filter, sort, columns', `$1, 'Mine', '{}', 'name', '{}'`, instructorId);
  await given('enrollment.standing_rule', 'edition_id, rule, requested_by', `$1, '{}', $2`, editionId, instructorId);
  const merge = 'kept_id, merged_id, merged_by, taken, kept_before, merged_before, grant_ids';
  await given('identity.person_merge', merge, `$1, $2, $1, '{}', '{}', '{}', '{}'`, doubled.kept, doubled.merged);
  await given('identity.passkey', 'person_id, name, credential_id, public_key, counter', `$1, 'Key', 'a-key', '', 0`, officerId);
};
