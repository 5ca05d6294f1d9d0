import { z } from 'zod';

/** A UUIDv7 in lower case, branded so that an id of one noun never passes for another's. */
const id = <B extends string>(brand: B) => z.uuid().brand(brand).meta({ id: brand });

export const PersonId = id('PersonId');
export type PersonId = z.infer<typeof PersonId>;
export const InstitutionId = id('InstitutionId');
export type InstitutionId = z.infer<typeof InstitutionId>;
export const ImportId = id('ImportId');
export type ImportId = z.infer<typeof ImportId>;
export const AccessTokenId = id('AccessTokenId');
export type AccessTokenId = z.infer<typeof AccessTokenId>;
export const SessionId = id('SessionId');
export type SessionId = z.infer<typeof SessionId>;
export const PasskeyId = id('PasskeyId');
export type PasskeyId = z.infer<typeof PasskeyId>;
export const GrantId = id('GrantId');
export type GrantId = z.infer<typeof GrantId>;
export const CourseId = id('CourseId');
export type CourseId = z.infer<typeof CourseId>;
export const CourseVersionId = id('CourseVersionId');
export type CourseVersionId = z.infer<typeof CourseVersionId>;
export const UnitId = id('UnitId');
export type UnitId = z.infer<typeof UnitId>;
export const EditionId = id('EditionId');
export type EditionId = z.infer<typeof EditionId>;
export const EnrollmentId = id('EnrollmentId');
export type EnrollmentId = z.infer<typeof EnrollmentId>;
export const EnrollmentBatchId = id('EnrollmentBatchId');
export type EnrollmentBatchId = z.infer<typeof EnrollmentBatchId>;
export const CompletionId = id('CompletionId');
export type CompletionId = z.infer<typeof CompletionId>;
export const PackageId = id('PackageId');
export type PackageId = z.infer<typeof PackageId>;
export const UploadId = id('UploadId');
export type UploadId = z.infer<typeof UploadId>;
export const ContentAttemptId = id('ContentAttemptId');
export type ContentAttemptId = z.infer<typeof ContentAttemptId>;
export const PackageMoveId = id('PackageMoveId');
export type PackageMoveId = z.infer<typeof PackageMoveId>;
export const RestorationId = id('RestorationId');
export type RestorationId = z.infer<typeof RestorationId>;
export const FileId = id('FileId');
export type FileId = z.infer<typeof FileId>;
export const CourseReviewId = id('CourseReviewId');
export type CourseReviewId = z.infer<typeof CourseReviewId>;
export const ReviewCommentId = id('ReviewCommentId');
export type ReviewCommentId = z.infer<typeof ReviewCommentId>;
export const DraftCopyId = id('DraftCopyId');
export type DraftCopyId = z.infer<typeof DraftCopyId>;
export const BankId = id('BankId');
export type BankId = z.infer<typeof BankId>;
export const QuestionId = id('QuestionId');
export type QuestionId = z.infer<typeof QuestionId>;
export const QuestionImportId = id('QuestionImportId');
export type QuestionImportId = z.infer<typeof QuestionImportId>;
export const QuizId = id('QuizId');
export type QuizId = z.infer<typeof QuizId>;
export const AttemptId = id('AttemptId');
export type AttemptId = z.infer<typeof AttemptId>;
export const CredentialId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{26}$/)
  .brand('CredentialId')
  .meta({ id: 'CredentialId', description: '128 random bits in Crockford base 32, lower case' });
export type CredentialId = z.infer<typeof CredentialId>;
export const JobId = id('JobId');
export type JobId = z.infer<typeof JobId>;
export const MailId = id('MailId');
export type MailId = z.infer<typeof MailId>;
