/** Source of randomness: `size` unpredictable bytes. */
export type RandomBytes = (size: number) => Uint8Array;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const idLength = 26;

/** 128 random bits as 26 characters of Crockford base 32, upper case (first character 0 to 7): public ids derived from nothing. */
export function randomId(random: RandomBytes): string {
  let [id, held, bits] = ['', 0, 0];
  for (const byte of random(16).toReversed()) {
    held |= byte << bits;
    bits += 8;
    for (; bits >= 5; bits -= 5) {
      id = (alphabet[held & 31] ?? '') + id;
      held >>= 5;
    }
  }
  return (alphabet[held] ?? '') + id;
}

/** The canonical form of an id typed or scanned by a person (case, `-`, `O`/`0`, `I`/`L`/`1`); null when it is none. */
export function canonicalId(text: string): string | null {
  if (text.length > 2 * idLength) return null;
  const id = text.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id) ? id : null;
}

/** `urn:uuid:` with a random UUID version 4 (RFC 9562 section 5.4). */
export function randomUrn(random: RandomBytes): string {
  const bytes = Buffer.from(random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
