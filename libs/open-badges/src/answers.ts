import type { EntryStatus } from './status-list.js';
import type { Verification } from './verify.js';

/** Who was trusted to issue, from when to when (to: exclusive, null: still). */
export interface TrustedIssuer {
  readonly did: string;
  readonly from: Date;
  readonly until: Date | null;
}

/** Which institution accredited which programme version, from when to when (to: exclusive, null: still). */
export interface AccreditationEntry {
  readonly issuer: string;
  /** Id of the achievement: the programme version. */
  readonly achievement: string;
  /** Name of the accrediting university. */
  readonly by: string;
  readonly state: 'accredited' | 'pending';
  readonly from: Date;
  readonly until: Date | null;
}

/** The registry as it stood; null stands for one that cannot be read. */
export interface TrustRegistry {
  readonly issuers: readonly TrustedIssuer[];
  readonly accreditations: readonly AccreditationEntry[];
}

/** Four separate answers, never one tick. */
export interface FourAnswers {
  readonly integrity: 'intact' | 'altered' | 'cannot-be-checked';
  /** Trusted by the registry at the date of issue. */
  readonly issuer: 'yes' | 'no' | 'unknown';
  /** Accreditation at the date of issue. */
  readonly accreditation: { readonly state: 'accredited' | 'not-accredited' | 'pending' | 'unknown'; readonly by: string | null };
  readonly status: EntryStatus | 'superseded';
}

/** What the answers are made from. */
export interface FourAnswersInput {
  readonly credential: unknown;
  readonly verification: Verification;
  readonly registry: TrustRegistry | null;
  readonly status: EntryStatus;
  /** True when a later credential replaces this one. */
  readonly superseded: boolean;
  readonly now: Date;
}

/** Combines the four answers; what is not intact has no other answer than `unknown`. Never throws. */
export function fourAnswers(input: FourAnswersInput): FourAnswers {
  throw new Error(`not there yet: ${input.status}`);
}
