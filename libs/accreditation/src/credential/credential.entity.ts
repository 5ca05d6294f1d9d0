import { canonicalId } from '@aula/open-badges';
import type { CredentialId, credentialStates } from '@aula/contracts';

export type CredentialState = (typeof credentialStates)[number];

const moves: Readonly<Record<CredentialState, readonly CredentialState[]>> = { pending: ['issued'], issued: ['revoked'], revoked: [] };

/** May a credential go from one state to the other? What is revoked stays so: a new one supersedes it. */
export const canBecome = (from: CredentialState, to: CredentialState): boolean => moves[from].includes(to);

/** The id that a person typed, scanned or pasted in any case, with hyphens, or as a verify address; null when it is none. */
export const credentialIdOf = (text: string): CredentialId | null => {
  const last = text.trim().split('/').at(-1) ?? '';
  return (canonicalId(last)?.toLowerCase() ?? null) as CredentialId | null;
};

/** The address at which anybody may verify a credential. It is also the id of the signed document. */
export const verifyUrl = (publicUrl: string, id: CredentialId): string => `${publicUrl}/v/${id}`;
