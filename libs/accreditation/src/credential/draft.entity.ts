import type { CredentialId } from '@aula/contracts';

/** What the signed document of one credential says, besides what its course says. */
export interface Draft {
  readonly id: CredentialId;
  readonly courseVersionId: string;
  /** ISO 8601. */
  readonly completedAt: string;
  /** Random `urn:uuid`. */
  readonly subject: string;
  /** Entry in the status list. */
  readonly entry: number;
  readonly listAddress: string;
  /** DID of the issuer. */
  readonly did: string;
}

/** A signed document, to be kept. */
export interface Signed {
  readonly id: CredentialId;
  readonly document: string;
  /** SHA-256 of the document. */
  readonly hash: Buffer;
}

/** Drafts that share issuer and course version, and so the template of their documents. */
export interface DraftGroup {
  readonly did: string;
  readonly courseVersionId: string;
  readonly drafts: readonly Draft[];
}

export const groupsOf = (drafts: readonly Draft[]): DraftGroup[] => {
  const groups = new Map<string, DraftGroup & { drafts: Draft[] }>();
  for (const draft of drafts) {
    const { did, courseVersionId } = draft;
    const group = groups.get(`${did} ${courseVersionId}`) ?? { did, courseVersionId, drafts: [] };
    group.drafts.push(draft);
    groups.set(`${did} ${courseVersionId}`, group);
  }
  return [...groups.values()];
};
