import { z } from 'zod';
import type { House } from './houses.js';
import { Language } from './text.js';

const view = <S extends z.ZodRawShape, R extends readonly House[]>(columns: S, { readBy }: { readBy: R }) => ({
  columns: z.object(columns),
  readBy,
});
const uuid = z.uuid();
const json = z.unknown();
const all = ['identity', 'catalog', 'content', 'assessment', 'enrollment', 'accreditation', 'insights'] as const;

/**
 * Every published view: its columns, as the database names them, and which houses may read it. A catalogue test compares columns and
 * grants with the database. Instants are timestamptz, `…_path` and language lists are arrays.
 */
export const views = {
  'identity.pub_session': view(
    {
      token_hash: z.custom<Uint8Array>(),
      kind: z.string(),
      person_id: uuid,
      language: Language,
      grants: json,
      expires_at: z.string(),
      second_factor: z.boolean(),
    },
    { readBy: all },
  ),
  'identity.pub_person': view(
    {
      id: uuid,
      email: z.string(),
      given_name: z.string(),
      family_name: z.string(),
      sex: z.string().nullable(),
      country: z.string().nullable(),
      language: Language,
      rank: z.string().nullable(),
      institution_id: uuid.nullable(),
      institution_path: z.array(uuid),
      active: z.boolean(),
      birth_year: z.number().int().nullable(),
      /** IANA time zone; null: that of the person's browser is not known yet. */
      time_zone: z.string().nullable(),
      /** Family name and given name without accents, in lower case: what lists of people are sorted by. */
      sort_name: z.string(),
      /** The account that this one, a duplicate, was merged into. */
      merged_into: uuid.nullable(),
      /** By which the person's force knows them; `id_key` is the same in lower case, letters and digits alone. */
      external_id: z.string().nullable(),
      id_key: z.string().nullable(),
    },
    { readBy: ['content', 'assessment', 'enrollment', 'accreditation', 'insights', 'catalog'] },
  ),
  'identity.pub_institution': view(
    { id: uuid, code: z.string(), name: z.string(), country: z.string(), parent_id: uuid.nullable(), path: z.array(uuid) },
    { readBy: ['catalog', 'enrollment', 'accreditation', 'insights'] },
  ),
  /** Roles in force of accounts that may sign in, one row per grant; `scope_id` null exactly for `everything`. */
  'identity.pub_grant': view(
    { person_id: uuid, role: z.string(), scope_kind: z.string(), scope_id: uuid.nullable() },
    { readBy: ['catalog', 'enrollment'] },
  ),
  'catalog.pub_course_version': view(
    {
      id: uuid,
      course_id: uuid,
      number: z.number(),
      code: z.string(),
      title: json,
      summary: json,
      languages: z.array(Language),
      hours: z.number(),
      completion: json,
      institution_id: uuid.nullable(),
      published_at: z.string(),
    },
    { readBy: ['identity', 'content', 'assessment', 'enrollment', 'accreditation', 'insights'] },
  ),
  /** One row per unit of a version; `contents` by language: {packageId|quizId|fileId|url}, without the text of pages; `counts` when the completion rule asks for it. */
  'catalog.pub_unit': view(
    {
      course_version_id: uuid,
      id: uuid,
      position: z.number(),
      kind: z.string(),
      title: json,
      required: z.boolean(),
      counts: z.boolean(),
      contents: json,
    },
    { readBy: ['identity', 'content', 'assessment', 'enrollment', 'accreditation', 'insights'] },
  ),
  'content.pub_package': view(
    { id: uuid, title: z.string().nullable(), standard: z.string().nullable(), state: z.string(), owner_id: uuid },
    { readBy: ['catalog'] },
  ),
  'assessment.pub_quiz': view(
    { id: uuid, title: json, passing_score: z.number(), owner_id: uuid },
    { readBy: ['identity', 'catalog', 'enrollment'] },
  ),
  /** The best graded attempt of an enrollment's unit counts; one row per graded attempt. `score_scaled` 0 to 1. */
  'assessment.pub_grade': view(
    {
      attempt_id: uuid,
      enrollment_id: uuid,
      unit_id: uuid,
      quiz_id: uuid,
      score: z.number(),
      max_score: z.number(),
      score_scaled: z.number(),
      passed: z.boolean(),
      graded_at: z.string(),
    },
    { readBy: ['identity', 'enrollment', 'accreditation'] },
  ),
  'enrollment.pub_edition': view(
    {
      id: uuid,
      course_version_id: uuid,
      title: z.string(),
      mode: z.string(),
      opens_at: z.string(),
      closes_at: z.string(),
      time_zone: z.string(),
      institution_id: uuid.nullable(),
    },
    { readBy: ['identity', 'content', 'assessment', 'accreditation', 'insights', 'catalog'] },
  ),
  'enrollment.pub_enrollment': view(
    {
      id: uuid,
      person_id: uuid,
      edition_id: uuid,
      course_version_id: uuid,
      state: z.string(),
      opens_at: z.string(),
      closes_at: z.string(),
    },
    { readBy: ['identity', 'catalog', 'content', 'assessment', 'accreditation'] },
  ),
  'enrollment.pub_completion': view(
    { id: uuid, enrollment_id: uuid, person_id: uuid, course_version_id: uuid, completed_at: z.string(), voided_at: z.string().nullable() },
    { readBy: ['identity', 'accreditation', 'insights'] },
  ),
  /** How far an enrollment is; `progress` 0 to 1. */
  'enrollment.pub_standing': view(
    {
      id: uuid,
      person_id: uuid,
      edition_id: uuid,
      course_version_id: uuid,
      state: z.string(),
      progress: z.number(),
      enrolled_at: z.string(),
      withdrawn_at: z.string().nullable(),
    },
    { readBy: ['insights'] },
  ),
  /** One row per unit that somebody has begun, and when it last changed. */
  'enrollment.pub_unit_mark': view(
    { enrollment_id: uuid, unit_id: uuid, completed: z.boolean(), passed: z.boolean(), failed: z.boolean(), changed_at: z.string() },
    { readBy: ['insights'] },
  ),
  'content.pub_unit_result': view(
    { enrollment_id: uuid, unit_id: uuid, completion: z.string(), success: z.string(), score: z.number().nullable(), progress: z.number() },
    { readBy: ['enrollment'] },
  ),
  'accreditation.pub_credential': view(
    { id: z.string(), enrollment_id: uuid, person_id: uuid, course_version_id: uuid, state: z.string(), issued_at: z.string().nullable() },
    { readBy: ['identity', 'enrollment', 'insights'] },
  ),
} as const;

export type ViewName = keyof typeof views;
export type ViewRow<V extends ViewName> = z.infer<(typeof views)[V]['columns']>;
