import { createHmac } from 'node:crypto';
import { languages, type Language } from '@aula/contracts';

/** Lifetimes, in seconds. */
export const codeSeconds = 60;

/** Names the key of {@link hostLabel}; it never changes under attempts that run. */
export const hostKeyName = 'content-hosts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 base 32 in lower case, without padding. */
export const base32 = (bytes: Uint8Array): string => {
  let [text, bits, value] = ['', 0, 0];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += alphabet[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
};

/**
 * The host name under which one attempt, or one author's preview of a package, plays: 130 bits that nobody can guess, the same for its
 * whole life, because the journal of unsent work lies in that origin.
 */
export const hostLabel = (key: Buffer, packageId: string, subject: string): string =>
  base32(createHmac('sha256', key).update(`${packageId}:${subject}`).digest()).slice(0, 26);

/** The address of the player: the academy's scheme and port, the attempt's own host, the code where no server or log sees it. */
export const playerUrl = (publicUrl: string, contentDomain: string, label: string, code: string): string => {
  const { protocol, port } = new URL(publicUrl);
  return `${protocol}//${label}.${contentDomain}${port === '' ? '' : `:${port}`}/_p/#${code}`;
};

/** The label of a content host; undefined for any other host. */
export const labelOf = (host: string, contentDomain: string): string | undefined => {
  const label = host.endsWith(`.${contentDomain}`) ? host.slice(0, -contentDomain.length - 1) : '';
  return /^[a-z2-7]{26}$/.test(label) ? label : undefined;
};

/** The package of a unit in the person's language, else in the first language that has one. */
export const packageFor = (contents: Partial<Record<Language, { packageId?: string }>>, language: Language): string | undefined =>
  contents[language]?.packageId ?? languages.map((each) => contents[each]?.packageId).find((id) => id !== undefined);

export interface EnrollmentStanding {
  state: string;
  opened: boolean;
  closed: boolean;
}

/** Is there nothing left to do in an attempt? Who failed is through, too: SCORM 1.2 says `failed` in the place of `completed`. */
export const isFinished = ({ completion, success }: { completion: string; success: string }): boolean =>
  completion === 'completed' || success === 'passed' || success === 'failed';

/** How an enrollment lets its learner in: to work, to look again at what is over, or not at all. */
export const modeFor = ({ state, opened, closed }: EnrollmentStanding, attemptCompleted: boolean): 'normal' | 'review' | undefined => {
  if (!opened || !['active', 'completed'].includes(state)) return undefined;
  return closed || (state === 'completed' && attemptCompleted) ? 'review' : 'normal';
};
