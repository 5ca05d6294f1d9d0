import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PasskeyCreation, PasskeyProof, PasskeyRegistration, PasskeyRequest, PersonView } from '@aula/contracts';
import { Ids, LiveSettings, SETTINGS, academyName, type Settings } from '@aula/platform';
import { countUse, credentialIdsOf, keepPasskey, passkeyBy } from './passkey.queries.js';

/** Loaded when somebody first uses a passkey: it brings readers of certificates that most starts never need. */
const webAuthn = () => import('@simplewebauthn/server');

/**
 * Passkeys (W3C Web Authentication, level 3). Every one is found by the browser itself and checks its person by finger, face or PIN, so
 * that it is both factors at once. The id of the challenge is what it signs.
 */
@Injectable()
export class Passkeys {
  private readonly origin: string;
  private readonly rpID: string;

  constructor(
    private readonly ids: Ids,
    private readonly live: LiveSettings,
    @Inject(SETTINGS) settings: Settings,
  ) {
    const url = new URL(settings.publicUrl);
    this.origin = url.origin;
    this.rpID = url.hostname;
  }

  /** What a browser needs to make one. */
  async creation(em: EntityManager, person: PersonView, challengeId: string): Promise<PasskeyCreation> {
    const { generateRegistrationOptions } = await webAuthn();
    return generateRegistrationOptions({
      rpName: academyName(await this.live.now(), person.language),
      rpID: this.rpID,
      userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
      userName: person.email,
      userDisplayName: `${person.givenName} ${person.familyName}`,
      challenge: new Uint8Array(Buffer.from(challengeId, 'base64url')),
      excludeCredentials: await credentialIdsOf(em, person.id),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    }) as unknown as Promise<PasskeyCreation>;
  }

  /** Keeps the passkey that was made for the challenge. False when it was not, or somebody has it already. */
  async keep(em: EntityManager, personId: string, { challengeId, name, passkey }: PasskeyRegistration): Promise<boolean> {
    const { verifyRegistrationResponse } = await webAuthn();
    const result = await verifyRegistrationResponse({
      response: passkey as never,
      expectedChallenge: challengeId,
      expectedOrigin: this.origin,
      expectedRPID: this.rpID,
      requireUserVerification: true,
    }).catch(() => undefined); // says by throwing what is wrong with it
    if (!result?.verified) return false;
    const { id, publicKey, counter } = result.registrationInfo.credential;
    return keepPasskey(em, { id: this.ids.next(), personId, name, credentialId: id, publicKey: Buffer.from(publicKey), counter });
  }

  /** What a browser needs to use one. */
  async request(challengeId: string): Promise<PasskeyRequest> {
    const { generateAuthenticationOptions } = await webAuthn();
    return generateAuthenticationOptions({
      rpID: this.rpID,
      challenge: new Uint8Array(Buffer.from(challengeId, 'base64url')),
      userVerification: 'required',
    }) as unknown as Promise<PasskeyRequest>;
  }

  /** The person whose passkey signed the challenge; undefined for every other, and for one whose counter went back. */
  async signer(em: EntityManager, challengeId: string, proof: PasskeyProof): Promise<string | undefined> {
    const { verifyAuthenticationResponse } = await webAuthn();
    const known = await passkeyBy(em, proof.id);
    if (!known) return undefined;
    const result = await verifyAuthenticationResponse({
      response: proof as never,
      expectedChallenge: challengeId,
      expectedOrigin: this.origin,
      expectedRPID: this.rpID,
      credential: { id: known.credentialId, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!result?.verified || !(await countUse(em, known.id, result.authenticationInfo.newCounter))) return undefined;
    return known.personId;
  }
}
