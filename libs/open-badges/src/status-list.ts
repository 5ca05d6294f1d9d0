import type { JsonObject } from './json.js';
import type { ResolveKey } from './verify.js';

/** Fewest entries of a list, so that one holder hides among many. Bitstring Status List 1.0 section 3.1. */
export const STATUS_LIST_ENTRIES = 131_072;

/** Bits of a status list, entry 0 is the first bit from the left. */
export type StatusBits = Uint8Array;

/** What a list says about an entry. `unknown` is never to be read as good. */
export type EntryStatus = 'in-force' | 'revoked' | 'suspended' | 'unknown';

/** All bits clear. Throws `OpenBadgesError` `bad-length` below 131,072 entries or off a multiple of 8. */
export function createStatusBitstring(entries: number): StatusBits {
  throw new Error(`not there yet: ${String(entries)}`);
}

/** Sets or clears a bit in place. Throws `OpenBadgesError` `bad-index`. */
export function setStatusBit(bits: StatusBits, index: number, value: boolean): void {
  throw new Error(`not there yet: ${String(bits.length)} ${String(index)} ${String(value)}`);
}

/** Throws `OpenBadgesError` `bad-index`. */
export function getStatusBit(bits: StatusBits, index: number): boolean {
  throw new Error(`not there yet: ${String(bits.length)} ${String(index)}`);
}

/** `u` + base64url of the gzip form. Bitstring Status List 1.0 section 3.3. */
export function encodeStatusBits(bits: StatusBits): string {
  throw new Error(`not there yet: ${String(bits.length)}`);
}

/** Bits of an encoded list, at most 16 MiB. Throws `OpenBadgesError` `bad-encoding` or `bad-length`. */
export function decodeStatusBits(encoded: string): StatusBits {
  throw new Error(`not there yet: ${encoded}`);
}

/** What a status list credential says. */
export interface StatusListInput {
  /** Address of the list: id of the credential and `statusListCredential` of its entries. */
  readonly id: string;
  readonly issuer: string;
  readonly purpose: 'revocation' | 'suspension';
  readonly validFrom: Date;
  /** After this the list is stale. */
  readonly validUntil: Date;
  readonly bits: StatusBits;
}

/** The unsigned list as a credential. Bitstring Status List 1.0 section 2.2. */
export function statusListCredential(input: StatusListInput): JsonObject {
  throw new Error(`not there yet: ${input.id}`);
}

/** A list whose proof, issuer, id and shape were checked. */
export interface StatusList {
  readonly id: string;
  readonly purpose: 'revocation' | 'suspension';
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly bits: StatusBits;
}

/** Verifies a signed list and unpacks it once for many reads; null when anything is wrong. Never throws. */
export function openStatusList(
  credential: unknown,
  resolveKey: ResolveKey,
  expected: { readonly issuer: string; readonly id: string },
): StatusList | null {
  throw new Error(`not there yet: ${typeof credential} ${String(resolveKey)} ${expected.id}`);
}

/** State of one entry: `unknown` for a list that is null, stale or not yet valid, and for an index outside it. Never throws. */
export function readStatus(list: StatusList | null, index: number, now: Date): EntryStatus {
  throw new Error(`not there yet: ${String(list)} ${String(index)} ${String(now)}`);
}

/**
 * State of a credential over all its status entries; `find` gives the opened list of an address.
 * Revoked wins over suspended, suspended over unknown; without an entry, or with an unreadable one, `unknown`. Never throws.
 */
export function credentialStatus(credential: unknown, find: (list: string) => StatusList | null, now: Date): EntryStatus {
  throw new Error(`not there yet: ${typeof credential} ${String(find)} ${String(now)}`);
}
