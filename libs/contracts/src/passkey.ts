import { z } from 'zod';
import { PasskeyId } from './ids.js';
import { Instant } from './page.js';
import { line } from './text.js';

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);

/** PublicKeyCredentialRequestOptionsJSON, as browsers take it (W3C Web Authentication, level 3, 5.5). */
export const PasskeyRequest = z.looseObject({ challenge: bytes }).meta({ id: 'PasskeyRequest' });
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;
/** PublicKeyCredentialCreationOptionsJSON (5.4). */
export const PasskeyCreation = z.looseObject({ challenge: bytes }).meta({ id: 'PasskeyCreation' });
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

const credential = <R extends z.ZodType>(response: R) =>
  z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    response,
    authenticatorAttachment: z.string().max(40).nullish(),
    clientExtensionResults: z.looseObject({}),
  });
/** AuthenticationResponseJSON (5.1). */
export const PasskeyProof = credential(
  z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.nullish() }),
).meta({ id: 'PasskeyProof' });
export type PasskeyProof = z.infer<typeof PasskeyProof>;
/** RegistrationResponseJSON (5.1). */
export const PasskeyMade = credential(z.object({ clientDataJSON: bytes, attestationObject: bytes })).meta({ id: 'PasskeyMade' });

export const PasskeyOffer = z.object({ challengeId: z.string(), options: PasskeyCreation }).meta({ id: 'PasskeyOffer' });
export type PasskeyOffer = z.infer<typeof PasskeyOffer>;
const challengeId = z.string().min(20).max(100);
export const PasskeyRegistration = z
  .object({ challengeId, name: line(1, 60), passkey: PasskeyMade })
  .strict()
  .meta({ id: 'PasskeyRegistration' });
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>;
export const PasskeySignInOffer = z.object({ challengeId: z.string(), options: PasskeyRequest }).meta({ id: 'PasskeySignInOffer' });
export type PasskeySignInOffer = z.infer<typeof PasskeySignInOffer>;
export const PasskeySignIn = z.object({ challengeId, passkey: PasskeyProof }).strict().meta({ id: 'PasskeySignIn' });
export type PasskeySignIn = z.infer<typeof PasskeySignIn>;
export const PasskeyView = z
  .object({ id: PasskeyId, name: z.string(), createdAt: Instant, usedAt: Instant.nullable() })
  .meta({ id: 'Passkey' });
export type PasskeyView = z.infer<typeof PasskeyView>;
