/** Base 58 with Bitcoin's alphabet, without multibase prefix (draft-msporny-base58-03). */
export function encodeBase58btc(bytes: Uint8Array): string {
  throw new Error(`not there yet: ${String(bytes.length)}`);
}

/** The bytes of a base58btc text without multibase prefix. Throws `OpenBadgesError` `bad-encoding`. */
export function decodeBase58btc(text: string): Uint8Array {
  throw new Error(`not there yet: ${text}`);
}
