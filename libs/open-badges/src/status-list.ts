import { gunzipSync, gzipSync } from 'node:zlib';
import { credentialsContext } from './context.js';
import { isObject, isStrings, type JsonObject } from './json.js';
import { OpenBadgesError } from './problem.js';
import { ensureSignable } from './text.js';
import { readTime, timestamp } from './time.js';
import { type ResolveKey, verifyJcs } from './verify.js';

/** Fewest entries of a list, so that one holder hides among many. Bitstring Status List 1.0 section 3.1. */
export const STATUS_LIST_ENTRIES = 131_072;
/** An unpacked list is at most this long, whatever its packed form promises. */
const mostBytes = 16 * 1024 * 1024;

/** Bits of a status list, entry 0 is the first bit from the left. */
export type StatusBits = Uint8Array;
/** What a list says: revoked for good, or suspended for now. */
export type StatusPurpose = 'revocation' | 'suspension';
/** What is known about an entry. `unknown` is never to be read as good. */
export type EntryStatus = 'in-force' | 'revoked' | 'suspended' | 'unknown';

/** All bits clear. Throws `OpenBadgesError` `bad-length` below 131,072 entries or off a multiple of 8. */
export function createStatusBitstring(entries: number): StatusBits {
  if (!Number.isSafeInteger(entries) || entries < STATUS_LIST_ENTRIES || entries % 8 !== 0 || entries / 8 > mostBytes) {
    throw new OpenBadgesError('bad-length', 'entries');
  }
  return new Uint8Array(entries / 8);
}

/** Sets or clears a bit in place. Throws `OpenBadgesError` `bad-index`. */
export function setStatusBit(bits: StatusBits, index: number, value: boolean): void {
  const { byte, mask } = placeOf(bits, index);
  bits[byte] = value ? (bits[byte] ?? 0) | mask : (bits[byte] ?? 0) & ~mask;
}

/** True when the bit is set. Throws `OpenBadgesError` `bad-index`. */
export function getStatusBit(bits: StatusBits, index: number): boolean {
  const { byte, mask } = placeOf(bits, index);
  return ((bits[byte] ?? 0) & mask) !== 0;
}

function placeOf(bits: StatusBits, index: number): { readonly byte: number; readonly mask: number } {
  if (!Number.isSafeInteger(index) || index < 0 || index >= bits.length * 8) throw new OpenBadgesError('bad-index', 'index');
  return { byte: Math.floor(index / 8), mask: 0x80 >> (index % 8) };
}

/** `u` + base64url of the gzip form. Bitstring Status List 1.0 section 3.3. */
export const encodeStatusBits = (bits: StatusBits): string => `u${gzipSync(bits, { level: 9 }).toString('base64url')}`;

/** Bits of an encoded list, at most 16 MiB. Throws `OpenBadgesError` `bad-encoding` or `bad-length`. */
export function decodeStatusBits(encoded: string): StatusBits {
  if (!/^u[\w-]+$/.test(encoded)) throw new OpenBadgesError('bad-encoding', 'encodedList');
  const bits = unpacked(encoded);
  if (bits.length * 8 < STATUS_LIST_ENTRIES) throw new OpenBadgesError('bad-length', 'encodedList');
  return bits;
}

function unpacked(encoded: string): Uint8Array {
  try {
    return Uint8Array.from(gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: mostBytes }));
  } catch {
    throw new OpenBadgesError('bad-encoding', 'encodedList');
  }
}

/** What a status list credential says. */
export interface StatusListInput {
  /** Address of the list: id of the credential and `statusListCredential` of its entries. */
  readonly id: string;
  readonly issuer: string;
  readonly purpose: StatusPurpose;
  readonly validFrom: Date;
  /** After this the list is stale. */
  readonly validUntil: Date;
  readonly bits: StatusBits;
}

/** The unsigned list as a credential (Bitstring Status List 1.0 section 2.2); sign it with `signJcs`. Throws `OpenBadgesError`. */
export function statusListCredential({ id, issuer, purpose, validFrom, validUntil, bits }: StatusListInput): JsonObject {
  if (bits.length * 8 < STATUS_LIST_ENTRIES) throw new OpenBadgesError('bad-length', 'bits');
  if (!(validFrom < validUntil)) throw new OpenBadgesError('bad-time', 'validUntil');
  const document = {
    '@context': [credentialsContext],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: timestamp(validFrom),
    validUntil: timestamp(validUntil),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList: encodeStatusBits(bits) },
  };
  ensureSignable(document);
  return document;
}

/** A list whose proof, issuer, id and shape were checked. */
export interface StatusList {
  readonly id: string;
  readonly purpose: StatusPurpose;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly bits: StatusBits;
}

/** Verifies a signed list and unpacks it once for many reads; null when anything is wrong with it. Never throws. */
export function openStatusList(
  credential: unknown,
  resolveKey: ResolveKey,
  expected: { readonly issuer: string; readonly id: string },
): StatusList | null {
  const { verified } = verifyJcs(credential, resolveKey, { issuer: expected.issuer, contexts: [credentialsContext] });
  if (!verified || !isObject(credential) || credential.id !== expected.id) return null;
  const { type, credentialSubject: subject } = credential;
  if (!isStrings(type) || !type.includes('BitstringStatusListCredential') || !isObject(subject) || subject.type !== 'BitstringStatusList')
    return null;
  const [validFrom, validUntil, purpose] = [
    readTime(credential.validFrom),
    readTime(credential.validUntil),
    readPurpose(subject.statusPurpose),
  ];
  if (!validFrom || !validUntil || !purpose || (subject.statusSize ?? 1) !== 1) return null;
  try {
    return { id: expected.id, purpose, validFrom, validUntil, bits: decodeStatusBits(String(subject.encodedList)) };
  } catch {
    return null;
  }
}

const readPurpose = (value: unknown): StatusPurpose | null => (value === 'revocation' || value === 'suspension' ? value : null);

/** State of one entry: `unknown` for a list that is null, stale or not yet valid, and for an index outside it. Never throws. */
export function readStatus(list: StatusList | null, index: number, now: Date): EntryStatus {
  if (!list || !(now >= list.validFrom && now <= list.validUntil)) return 'unknown';
  if (!Number.isSafeInteger(index) || index < 0 || index >= list.bits.length * 8) return 'unknown';
  if (!getStatusBit(list.bits, index)) return 'in-force';
  return list.purpose === 'revocation' ? 'revoked' : 'suspended';
}

/**
 * State of a credential over all its status entries; `find` gives the opened list of an address. Revoked wins over suspended,
 * suspended over unknown; without a revocation entry, or with one that cannot be read, `unknown`. Never throws.
 */
export function credentialStatus(credential: unknown, find: (list: string) => StatusList | null, now: Date): EntryStatus {
  const status = isObject(credential) ? credential.credentialStatus : undefined;
  const entries: readonly unknown[] = Array.isArray(status) ? status : [status];
  const states = entries.map((entry) => entryStatus(entry, find, now));
  const revocable = entries.some((entry) => isObject(entry) && entry.statusPurpose === 'revocation');
  return (['revoked', 'suspended', 'unknown'] as const).find((state) => states.includes(state)) ?? (revocable ? 'in-force' : 'unknown');
}

function entryStatus(entry: unknown, find: (list: string) => StatusList | null, now: Date): EntryStatus {
  if (!isObject(entry) || entry.type !== 'BitstringStatusListEntry') return 'unknown';
  const { statusListCredential: address, statusListIndex: index, statusPurpose: purpose } = entry;
  if (typeof address !== 'string' || typeof index !== 'string' || !/^\d{1,10}$/.test(index)) return 'unknown';
  try {
    const list = find(address);
    return list?.id === address && list.purpose === purpose ? readStatus(list, Number(index), now) : 'unknown';
  } catch {
    return 'unknown';
  }
}
