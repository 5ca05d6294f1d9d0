import { z } from 'zod';
import { CourseVersionId, CredentialId, EnrollmentId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { Language, LocalText, words } from './text.js';

export const credentialStates = ['pending', 'issued', 'revoked'] as const;
export const CredentialView = z
  .object({
    id: CredentialId,
    enrollmentId: EnrollmentId,
    personId: PersonId,
    courseVersionId: CourseVersionId,
    title: LocalText,
    hours: z.number(),
    state: z.enum(credentialStates),
    issuedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    revocationReason: z.string().nullable(),
    verifyUrl: z.url(),
    /** The holder's name; there when somebody else reads the list and may know it. Never part of what is signed or verified. */
    holderName: z.string().nullable().optional(),
    may: z.array(z.string()).optional(),
  })
  .meta({ id: 'Credential' });
export type CredentialView = z.infer<typeof CredentialView>;
/** Language of a rendered certificate; the reader's own when absent. */
export const CertificateQuery = z.object({ language: Language.optional() });
export type CertificateQuery = z.infer<typeof CertificateQuery>;
/** A signed document as it was stored: an Open Badges 3.0 credential, a status list, a DID document. */
export const SignedDocument = z.record(z.string(), z.unknown()).meta({ id: 'SignedDocument' });
export const CredentialList = pageOf(CredentialView);
export const CredentialQuery = PageQuery.extend({
  enrollmentId: EnrollmentId.optional(),
  mine: z.stringbool().optional(),
  q: words(200).optional(),
});
export type CredentialQuery = z.infer<typeof CredentialQuery>;
export const Revocation = z
  .object({ reason: words(500).trim().min(3) })
  .strict()
  .meta({ id: 'Revocation' });
export type Revocation = z.infer<typeof Revocation>;

/** The four answers, never one tick. */
export const Verification = z
  .object({
    /** Null for a document that names no credential of this academy. */
    id: CredentialId.nullable(),
    integrity: z.object({ answer: z.enum(['intact', 'altered', 'cannot-be-checked']) }),
    issuer: z.object({ answer: z.enum(['trusted', 'not-trusted', 'unknown']), did: z.string().nullable(), name: z.string().nullable() }),
    accreditation: z.object({ answer: z.enum(['accredited', 'not-accredited', 'pending']), by: z.string().nullable() }),
    status: z.object({
      answer: z.enum(['in-force', 'suspended', 'revoked', 'superseded', 'unknown']),
      since: Instant.nullable(),
      reason: z.string().nullable(),
    }),
    /** The content that was signed, as people read it and in the language it was signed in; nothing beside it, and no name of the holder. */
    claims: z
      .object({
        title: z.string(),
        description: z.string().nullable(),
        hours: z.number().nullable(),
        criteria: z.string().nullable(),
        validFrom: Instant,
        subject: z.string(),
      })
      .strict()
      .nullable(),
    /** SHA-256 of the signed document, hex. */
    hash: z.string().nullable(),
  })
  .meta({ id: 'Verification' });
export type Verification = z.infer<typeof Verification>;
/** Body of `POST /api/accreditation/verifications`: a credential document someone holds (read from a file or a PDF's attachment). */
export const VerificationRequest = z
  .object({ credential: z.record(z.string(), z.unknown()) })
  .strict()
  .meta({ id: 'VerificationRequest' });
export type VerificationRequest = z.infer<typeof VerificationRequest>;
