import { z } from 'zod';
import { Verification } from './accreditation.js';
import { CompletionId, CourseId, CredentialId, EditionId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { LocalText, words } from './text.js';

/**
 * What a university's register is asked for. `q`: each word is part of the person's name, or is the id by which the person's force knows
 * them, or the number of the certificate. `month` is one of UTC, `2026-11`.
 */
const completionFilter = {
  q: words(200).optional(),
  courseId: CourseId.optional(),
  editionId: EditionId.optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  /** ISO 3166-1 alpha-2 of the person's country. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
};
export const CompletionQuery = PageQuery.extend(completionFilter);
export type CompletionQuery = z.infer<typeof CompletionQuery>;
export const CompletionFilter = z.object(completionFilter);
export type CompletionFilter = z.infer<typeof CompletionFilter>;

/**
 * A quiz that the completion rule of the course asks for, and its best graded attempt, 0 to 1; null where there is none. What the rule does
 * not ask for, a report that anybody may leave out, is no examination and changes no mark.
 */
export const ExaminationMark = z.object({ title: LocalText, mark: z.number().nullable() });
export type ExaminationMark = z.infer<typeof ExaminationMark>;

/**
 * Somebody completed a course that the reader's university answers for. `mark`: the mean of the examinations' marks, each of the same
 * weight, 0 to 1; null where the course has no examination, or one of them has no mark.
 */
export const CompletionView = z
  .object({
    id: CompletionId,
    personId: PersonId,
    /** By which the person's force knows them. */
    externalId: z.string().nullable(),
    /** Null for one that was erased. */
    name: z.string().nullable(),
    country: z.string().nullable(),
    institution: z.string().nullable(),
    code: z.string(),
    title: LocalText,
    hours: z.number(),
    edition: z.string().nullable(),
    completedAt: Instant,
    voidedAt: Instant.nullable(),
    mark: z.number().nullable(),
    /** In the order of the course. */
    examinations: z.array(ExaminationMark),
    credential: z.object({ id: CredentialId, state: z.enum(['pending', 'issued', 'revoked']) }).nullable(),
  })
  .meta({ id: 'Completion' });
export type CompletionView = z.infer<typeof CompletionView>;
export const CompletionList = pageOf(CompletionView);

/** Sums over all that the filter leaves. What was voided counts nowhere. `meanMark`: of those who have a mark. */
export const CompletionTotals = z
  .object({
    completions: z.number().int(),
    people: z.number().int(),
    countries: z.number().int(),
    revoked: z.number().int(),
    meanMark: z.number().nullable(),
  })
  .meta({ id: 'CompletionTotals' });
export type CompletionTotals = z.infer<typeof CompletionTotals>;

/**
 * What the filters of the register may be set to: of the courses that the reader answers for. `accredited`: a decision of a university on
 * the course is in force; the academy keeps no such decisions yet, so none is.
 */
export const CompletionChoices = z
  .object({
    courses: z.array(z.object({ id: CourseId, code: z.string(), title: LocalText, accredited: z.boolean() })),
    editions: z.array(z.object({ id: EditionId, courseId: CourseId, title: z.string() })),
    countries: z.array(z.string()),
  })
  .meta({ id: 'CompletionChoices' });
export type CompletionChoices = z.infer<typeof CompletionChoices>;

/** Certificates of one request of a check of many; whoever checks more sends several. */
const verificationsAtOnce = 50;
/** Numbers as people write them, or documents. */
export const VerificationBatch = z
  .object({
    items: z
      .array(
        z.union([z.object({ id: z.string().max(200) }).strict(), z.object({ credential: z.record(z.string(), z.unknown()) }).strict()]),
      )
      .min(1)
      .max(verificationsAtOnce),
  })
  .strict()
  .meta({ id: 'VerificationBatch' });
export type VerificationBatch = z.infer<typeof VerificationBatch>;
/** An answer for each, in order; null where no certificate of this academy has the number. */
export const VerificationAnswers = z.object({ items: z.array(Verification.nullable()) }).meta({ id: 'VerificationAnswers' });
export type VerificationAnswers = z.infer<typeof VerificationAnswers>;
