import { isObject } from './json.js';
import type { EntryStatus } from './status-list.js';
import { readTime } from './time.js';
import type { Verification } from './verify.js';

/** A span of time: from (included) until (not included); null: still. */
interface Span {
  readonly from: Date;
  readonly until: Date | null;
}

/** Who was trusted to issue, and when. */
export interface TrustedIssuer extends Span {
  readonly did: string;
}

/** Which institution accredited which programme version, and when. */
export interface AccreditationEntry extends Span {
  readonly issuer: string;
  /** Id of the achievement: the programme version. */
  readonly achievement: string;
  /** Name of the accrediting university. */
  readonly by: string;
  readonly state: 'accredited' | 'pending';
}

/** The registry as it stood at the date of issue, or with its whole history. */
export interface TrustRegistry {
  readonly issuers: readonly TrustedIssuer[];
  readonly accreditations: readonly AccreditationEntry[];
}

/** Four separate answers, never one tick. */
export interface FourAnswers {
  readonly integrity: 'intact' | 'altered' | 'cannot-be-checked';
  /** Trusted by the registry at the date of issue. */
  readonly issuer: 'trusted' | 'not-trusted' | 'unknown';
  /** Accreditation at the date of issue. */
  readonly accreditation: { readonly answer: 'accredited' | 'not-accredited' | 'pending'; readonly by: string | null };
  readonly status: EntryStatus | 'superseded';
}

/** What the answers are made from. */
export interface FourAnswersInput {
  readonly credential: unknown;
  readonly verification: Verification;
  /** Null when the registry cannot be read. */
  readonly registry: TrustRegistry | null;
  readonly status: EntryStatus;
  /** True when a later credential replaces this one. */
  readonly superseded: boolean;
  readonly now: Date;
}

/**
 * Combines the four answers. What is not intact claims nothing: its issuer and status are unknown, its accreditation none.
 * Trust is judged at the date of issue. Never throws.
 */
export function fourAnswers({ credential, verification, registry, status, superseded, now }: FourAnswersInput): FourAnswers {
  const { integrity, issuer } = verification;
  const signed = verification.verified && isObject(credential) ? credential : null;
  const issued = readTime(signed?.validFrom);
  if (!signed || !issued || issuer === null) {
    return { integrity, issuer: 'unknown', accreditation: { answer: 'not-accredited', by: null }, status: 'unknown' };
  }
  return {
    integrity,
    issuer: issuerAnswer(registry, issuer, issued),
    accreditation: accreditationAnswer(registry, issuer, achievementOf(signed), issued),
    status: statusAnswer(signed, status, superseded, now),
  };
}

const within = ({ from, until }: Span, at: Date): boolean => from <= at && (until === null || at < until);

function issuerAnswer(registry: TrustRegistry | null, did: string, issued: Date): FourAnswers['issuer'] {
  if (!registry) return 'unknown';
  return registry.issuers.some((entry) => entry.did === did && within(entry, issued)) ? 'trusted' : 'not-trusted';
}

function accreditationAnswer(
  registry: TrustRegistry | null,
  issuer: string,
  achievement: unknown,
  issued: Date,
): FourAnswers['accreditation'] {
  const entries = (registry?.accreditations ?? []).filter(
    (entry) => entry.issuer === issuer && entry.achievement === achievement && within(entry, issued),
  );
  const found = entries.find(({ state }) => state === 'accredited') ?? entries[0];
  return found ? { answer: found.state, by: found.by } : { answer: 'not-accredited', by: null };
}

function achievementOf({ credentialSubject: subject }: Readonly<Record<string, unknown>>): unknown {
  const achievement = isObject(subject) ? subject.achievement : undefined;
  return isObject(achievement) ? achievement.id : undefined;
}

function statusAnswer(
  signed: Readonly<Record<string, unknown>>,
  status: EntryStatus,
  superseded: boolean,
  now: Date,
): FourAnswers['status'] {
  if (status === 'revoked') return 'revoked';
  if (superseded) return 'superseded';
  return status === 'in-force' && !isValid(signed, now) ? 'unknown' : status;
}

/** Outside its own period a credential is not in force, and no list says what it is instead. */
function isValid({ validFrom, validUntil }: Readonly<Record<string, unknown>>, now: Date): boolean {
  const [from, until] = [readTime(validFrom), validUntil === undefined ? now : readTime(validUntil)];
  return from !== null && until !== null && from <= now && now <= until;
}
