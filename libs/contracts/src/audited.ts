import type { House } from './houses.js';

/** A kind of row whose every change stands in the audit chain: digest = SHA-256 of the listed columns as one JSON array. */
export interface AuditedDeclaration {
  readonly house: House;
  readonly table: string;
  readonly key: string;
  readonly keyType: 'uuid' | 'text';
  readonly columns: readonly string[];
  /** What digests of version 2, 3, … cover besides. An entry names its version, so that those of earlier releases still hold. */
  readonly later?: readonly (readonly string[])[];
  /** Rows that never changed in what is audited have no entry: those that were there before the kind was audited, or begin untold. */
  readonly quiet?: true;
}

const audited = (
  house: House,
  table: string,
  columns: readonly string[],
  more: Partial<Pick<AuditedDeclaration, 'key' | 'keyType' | 'quiet' | 'later'>> = {},
): AuditedDeclaration => ({
  house,
  table: `${house}.${table}`,
  key: 'id',
  keyType: 'uuid',
  columns,
  ...more,
});

/** Every audited kind. Columns hold no personal data: ids, states, scores, instants. Keys are uuid or text columns. */
export const auditedKinds = {
  grant: audited('identity', 'role_grant', ['id', 'person_id', 'role', 'scope_kind', 'scope_id', 'revoked_at'], { later: [['ends_at']] }),
  institution: audited('identity', 'institution', ['id', 'code', 'country', 'parent_id', 'closed_at'], { quiet: true }),
  suspension: audited('identity', 'suspension', ['id', 'person_id', 'suspended_by', 'suspended_at', 'reinstated_by', 'reinstated_at']),
  'person-merge': audited('identity', 'person_merge', ['id', 'kept_id', 'merged_id', 'merged_by', 'merged_at', 'undone_by', 'undone_at']),
  'second-factor-reset': audited('identity', 'second_factor_reset', ['id', 'person_id', 'reset_by', 'reset_at']),
  'token-revocation': audited('identity', 'token_revocation', ['id', 'token_id', 'person_id', 'revoked_by', 'revoked_at']),
  'setting-change': {
    ...audited('identity', 'setting_change', ['id', 'name', 'old_value', 'new_value', 'changed_by', 'changed_at']),
    table: 'platform.setting_change',
  },
  course: audited('catalog', 'course', ['id', 'review_required'], { quiet: true }),
  'course-review': audited('catalog', 'course_review', ['id', 'course_id', 'asked_by', 'state', 'revision', 'decided_by', 'decided_at']),
  enrollment: audited('enrollment', 'enrollment', ['id', 'person_id', 'edition_id', 'state'], { later: [['extended_to']] }),
  attendance: audited('enrollment', 'attendance', ['id', 'enrollment_id', 'unit_id', 'recorded_by', 'revoked_at']),
  completion: audited('enrollment', 'completion', ['id', 'enrollment_id', 'person_id', 'course_version_id', 'completed_at', 'voided_at']),
  attempt: audited('assessment', 'attempt', ['id', 'enrollment_id', 'quiz_id', 'unit_id', 'state', 'submitted_at'], {
    later: [['deadline', 'person_id']],
  }),
  grade: audited('assessment', 'grade', ['attempt_id', 'score', 'max_score', 'passed'], { key: 'attempt_id' }),
  mark: audited('assessment', 'mark', ['id', 'attempt_id', 'place', 'marker_id', 'turn', 'points', 'withdrawn_at']),
  'content-attempt': audited('content', 'attempt', ['id', 'enrollment_id', 'unit_id', 'completion', 'success']),
  'package-move': audited('content', 'package_move', ['id', 'line_id', 'package_id', 'edition_id', 'rule', 'ordered_by', 'reversed_at']),
  restoration: audited('content', 'restoration', ['id', 'attempt_id', 'epoch', 'point', 'given_by']),
  credential: audited(
    'accreditation',
    'credential',
    ['id', 'enrollment_id', 'person_id', 'course_version_id', 'state', 'issued_at', 'document_hash', 'revoked_at'],
    { keyType: 'text' },
  ),
} as const satisfies Record<string, AuditedDeclaration>;

export type AuditedKind = keyof typeof auditedKinds;

/** The version of digests that are written now. */
export const auditVersion = (kind: AuditedKind): number => 1 + laterOf(kind).length;
/** The columns that a digest of this version covers, in their order. */
export const auditedColumns = (kind: AuditedKind, version = auditVersion(kind)): readonly string[] => [
  ...auditedKinds[kind].columns,
  ...laterOf(kind)
    .slice(0, version - 1)
    .flat(),
];

const laterOf = (kind: AuditedKind): readonly (readonly string[])[] => auditedKinds[kind].later ?? [];
