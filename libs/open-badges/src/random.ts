/** Source of randomness: `size` unpredictable bytes, for example `randomBytes` of node:crypto. */
export type RandomBytes = (size: number) => Uint8Array;

/** 128 random bits as 26 characters of Crockford base 32, upper case (first character 0 to 7): public ids derived from nothing. */
export function randomId(random: RandomBytes): string {
  throw new Error(`not there yet: ${String(random)}`);
}

/** The canonical form of an id typed or scanned by a person (case, `-`, `O`/`0`, `I`/`L`/`1`); null when it is none. */
export function canonicalId(text: string): string | null {
  throw new Error(`not there yet: ${text}`);
}

/** `urn:uuid:` with a random UUID version 4 (RFC 9562 section 5.4). */
export function randomUrn(random: RandomBytes): string {
  throw new Error(`not there yet: ${String(random)}`);
}
