import type { JsonObject } from './json.js';
import type { ResolveKey } from './verify.js';

/** A key in a DID document. */
export interface DidKey {
  /** Fragment without `#`. */
  readonly fragment: string;
  readonly publicKeyMultibase: string;
  /** A retired key stays listed with its end, outside `assertionMethod`. */
  readonly retiredAt?: Date;
}

/** `did:web` of an address: port percent-encoded, path with colons (did:web method specification, section 3.2). Throws `OpenBadgesError` `bad-url`. */
export function didWebFromUrl(url: string): string {
  throw new Error(`not there yet: ${url}`);
}

/** Address of the DID document, always https (did:web, section 3.2 Read). Throws `OpenBadgesError` `bad-url`. */
export function didWebUrl(did: string): string {
  throw new Error(`not there yet: ${did}`);
}

/** The DID document (DID 1.0 section 4; Controlled Identifiers 1.0). */
export function didWebDocument(did: string, keys: readonly DidKey[]): JsonObject {
  throw new Error(`not there yet: ${did} ${String(keys.length)}`);
}

/** Resolves the keys of one DID document; knows nothing when the document is malformed or not of that DID. Never throws. */
export function keyResolver(did: string, document: unknown): ResolveKey {
  throw new Error(`not there yet: ${did} ${typeof document}`);
}
