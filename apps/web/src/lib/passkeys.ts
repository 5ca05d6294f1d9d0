import type { PasskeyCreation, PasskeyProof, PasskeyRegistration, PasskeyRequest } from '@aula/contracts';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import i18next from 'i18next';
import { Refusal } from './problem.js';

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

const webAuthn = () => import('@simplewebauthn/browser');
/** The browser says little about why: somebody closed its window, or took too long, or has no such passkey. */
const noPasskey = (): never => {
  throw new Refusal(400, 'passkey-not-given', i18next.t('account.passkey.notGiven'));
};

/** Has the browser make a passkey. */
export const makePasskey = async (options: PasskeyCreation): Promise<PasskeyRegistration['passkey']> => {
  const { startRegistration } = await webAuthn();
  const made = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }).catch(noPasskey);
  return made as unknown as PasskeyRegistration['passkey'];
};

/** Has the browser sign with a passkey of this academy. */
export const signWithPasskey = async (options: PasskeyRequest): Promise<PasskeyProof> => {
  const { startAuthentication } = await webAuthn();
  const proof = await startAuthentication({ optionsJSON: options }).catch(noPasskey);
  return proof as unknown as PasskeyProof;
};
