import { z } from 'zod';
import { SessionId } from './ids.js';
import { Instant, pageOf } from './page.js';
import { PasskeyProof, PasskeyRequest, PasskeyView } from './passkey.js';

/**
 * One place where a person is signed in. `browser` and `system` are names as their makers write them, '' when the browser did not tell;
 * `seenAt` is right to within five minutes of somebody opening the application; `current` is the session that asks.
 */
export const OwnSessionView = z
  .object({
    id: SessionId,
    browser: z.string(),
    system: z.string(),
    begunAt: Instant,
    seenAt: Instant,
    current: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSessionView = z.infer<typeof OwnSessionView>;
export const OwnSessionList = pageOf(OwnSessionView);

/** What proves, beside the password, that it is the person: an authenticator app (RFC 6238), a passkey, or a code from their paper. */
export const factors = ['totp', 'passkey', 'recovery-code'] as const;
export const Factor = z.enum(factors);
export type Factor = z.infer<typeof Factor>;
/** A code of the app, six digits; or a recovery code, as it was typed. */
const Code = z.string().min(6).max(20);
const RecoveryCode = z.string().min(16).max(60);

/**
 * Members of the problem `identity.second-factor-needed`: the password was right, and one of `factors` is wanted until `expiresAt`;
 * `passkey` is what a browser needs to use one.
 */
export const SecondFactorChallenge = z
  .object({ challengeId: z.string(), factors: z.array(Factor), expiresAt: Instant, passkey: PasskeyRequest.optional() })
  .meta({ id: 'SecondFactorChallenge' });
export type SecondFactorChallenge = z.infer<typeof SecondFactorChallenge>;

const challengeId = z.string().min(20).max(100);
export const SecondFactorAnswer = z
  .union([
    z.object({ challengeId, code: Code }).strict(),
    z.object({ challengeId, recoveryCode: RecoveryCode }).strict(),
    z.object({ challengeId, passkey: PasskeyProof }).strict(),
  ])
  .meta({ id: 'SecondFactorAnswer' });
export type SecondFactorAnswer = z.infer<typeof SecondFactorAnswer>;
export type FactorProof = { code: string } | { recoveryCode: string } | { challengeId: string; passkey: PasskeyProof };

/** The second factors of the person who asks; `recoveryCodes` are those left. */
export const SecondFactorView = z
  .object({ totpSince: Instant.nullable(), passkeys: z.array(PasskeyView), recoveryCodes: z.number().int() })
  .meta({ id: 'SecondFactor' });
export type SecondFactorView = z.infer<typeof SecondFactorView>;

const password = z.string().min(1).max(200);
export const PasswordProof = z.object({ password }).strict().meta({ id: 'PasswordProof' });
export type PasswordProof = z.infer<typeof PasswordProof>;
export const PasswordAndFactor = z
  .union([z.object({ password, code: Code }).strict(), z.object({ password, recoveryCode: RecoveryCode }).strict()])
  .meta({ id: 'PasswordAndFactor' });
export type PasswordAndFactor = z.infer<typeof PasswordAndFactor>;
export const TotpCode = z.object({ code: Code }).strict().meta({ id: 'TotpCode' });
export type TotpCode = z.infer<typeof TotpCode>;
/** `secret` in base 32 for typing, `uri` for a QR code. Shown once. */
export const TotpEnrolment = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'TotpEnrolment' });
export type TotpEnrolment = z.infer<typeof TotpEnrolment>;
/** Shown once; empty when the person has codes already. */
export const RecoveryCodeList = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodeList = z.infer<typeof RecoveryCodeList>;
