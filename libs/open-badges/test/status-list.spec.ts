import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type JsonObject,
  type SignedDocument,
  type StatusList,
  type StatusPurpose,
  STATUS_LIST_ENTRIES,
  createStatusBitstring,
  credentialStatus,
  decodeStatusBits,
  encodeStatusBits,
  getStatusBit,
  openStatusList,
  readStatus,
  setStatusBit,
  signJcs,
  statusListCredential,
} from '../src/index.js';
import { aCredential, created, issuer, keyId, keys, listId, resolveKey, seed, strangerKeys } from './builders.js';
import { accepts } from './independent-verifier.js';

const validFrom = new Date('2026-03-01T00:00:00Z');
const validUntil = new Date('2026-03-02T00:00:00Z');
const now = new Date('2026-03-01T13:00:00Z');
const otherList = 'https://creds.example/status/2';

function unsigned(set: readonly number[], purpose: StatusPurpose = 'revocation', id = listId): JsonObject {
  const bits = createStatusBitstring(STATUS_LIST_ENTRIES);
  for (const index of set) setStatusBit(bits, index, true);
  return statusListCredential({ id, issuer, purpose, validFrom, validUntil, bits });
}
const signed = (document: JsonObject): SignedDocument => signJcs(document, keys.privateKey, keyId, created);
const open = (credential: unknown, id = listId): StatusList | null => openStatusList(credential, resolveKey, { issuer, id });

describe(`the bits (seed ${String(seed)})`, () => {
  it('are counted from the left', () => {
    const bits = createStatusBitstring(STATUS_LIST_ENTRIES);
    setStatusBit(bits, 0, true);
    setStatusBit(bits, 9, true);
    setStatusBit(bits, STATUS_LIST_ENTRIES - 1, true);
    expect([bits[0], bits[1], bits.at(-1)]).toEqual([0x80, 0x40, 0x01]);
    setStatusBit(bits, 9, false);
    expect(bits[1]).toBe(0);
  });

  it('come back from their encoded form', () => {
    const index = fc.integer({ min: 0, max: STATUS_LIST_ENTRIES - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(index, { maxLength: 200 }), index, (set, other) => {
        const bits = createStatusBitstring(STATUS_LIST_ENTRIES);
        for (const one of set) setStatusBit(bits, one, true);
        const read = decodeStatusBits(encodeStatusBits(bits));
        expect(set.every((one) => getStatusBit(read, one))).toBe(true);
        expect(getStatusBit(read, other)).toBe(set.includes(other));
      }),
      { seed, numRuns: 50 },
    );
  });

  it('are small when few are set', () => {
    expect(JSON.stringify(signed(unsigned([42]))).length).toBeLessThan(1_000);
  });

  it('are refused when too few, too many, beyond the end or badly packed', () => {
    for (const entries of [0, 131_071, 131_064, 131_073, 1.5, Number.NaN, 2 ** 40])
      expect(() => createStatusBitstring(entries)).toThrow('bad-length');
    const bits = createStatusBitstring(STATUS_LIST_ENTRIES);
    for (const index of [-1, STATUS_LIST_ENTRIES, 0.5, Number.NaN]) {
      expect(() => setStatusBit(bits, index, true)).toThrow('bad-index');
      expect(() => getStatusBit(bits, index)).toThrow('bad-index');
    }
    const packed = (size: number): string => `u${gzipSync(new Uint8Array(size)).toString('base64url')}`;
    expect(() => decodeStatusBits(packed(16_383))).toThrow('bad-length');
    for (const bad of ['', 'u', 'uAAAA', encodeStatusBits(bits).slice(1), `${encodeStatusBits(bits)}=`, packed(20_000_000)]) {
      expect(() => decodeStatusBits(bad)).toThrow('bad-encoding');
    }
  });
});

describe('a signed list', () => {
  it('says who is revoked and who is suspended', () => {
    expect(readStatus(open(signed(unsigned([7]))), 7, now)).toBe('revoked');
    expect(readStatus(open(signed(unsigned([7]))), 8, now)).toBe('in-force');
    expect(readStatus(open(signed(unsigned([7], 'suspension'))), 7, now)).toBe('suspended');
  });

  it('verifies with an independent library', async () => {
    expect(await accepts(signed(unsigned([7])), now)).toBe(true);
  });

  it('is unknown when stale, not yet valid, or without such an entry', () => {
    const list = open(signed(unsigned([7])));
    expect(readStatus(list, 7, validUntil)).toBe('revoked');
    for (const at of [new Date(validUntil.getTime() + 1), new Date(validFrom.getTime() - 1), new Date('never')])
      expect(readStatus(list, 8, at)).toBe('unknown');
    for (const index of [-1, STATUS_LIST_ENTRIES, 0.5, Number.NaN]) expect(readStatus(list, index, now)).toBe('unknown');
    expect(readStatus(null, 8, now)).toBe('unknown');
  });

  it('is not opened when anything about it is wrong', () => {
    const good = unsigned([]);
    const subject = good.credentialSubject as JsonObject;
    const bad: readonly unknown[] = [
      null,
      good,
      { ...signed(good), validUntil: '2036-01-01T00:00:00Z' },
      signJcs(good, strangerKeys.privateKey, keyId, created),
      signed({ ...good, issuer: 'did:web:stranger.example' }),
      signed({ ...good, type: ['VerifiableCredential'] }),
      signed({ ...good, validUntil: undefined }),
      signed({ ...good, validUntil: 'soon' }),
      ...[{ type: 'List' }, { statusPurpose: 'message' }, { statusSize: 2 }, { encodedList: 'uAAAA' }, { encodedList: undefined }].map(
        (change) => signed({ ...good, credentialSubject: { ...subject, ...change } }),
      ),
    ];
    expect(open(signed(good))).not.toBeNull();
    expect(bad.map((one) => open(one))).toEqual(bad.map(() => null));
    expect(open(signed(good), otherList)).toBeNull();
  });

  it('is not made with too few bits or backwards in time', () => {
    const bits = createStatusBitstring(STATUS_LIST_ENTRIES);
    const input = { id: listId, issuer, purpose: 'revocation', validFrom, validUntil, bits } as const;
    expect(() => statusListCredential({ ...input, bits: new Uint8Array(8) })).toThrow('bad-length');
    expect(() => statusListCredential({ ...input, validUntil: validFrom })).toThrow('bad-time');
  });
});

describe('the status of a credential', () => {
  const credential = aCredential();
  const at = (revoked: readonly number[] | null, suspended: readonly number[] | null, given: unknown = credential): string => {
    const lists = new Map<string, StatusList | null>([
      [listId, revoked && open(signed(unsigned(revoked)))],
      [otherList, suspended && open(signed(unsigned(suspended, 'suspension', otherList)), otherList)],
    ]);
    return credentialStatus(given, (list) => lists.get(list) ?? null, now);
  };

  it('is the worst that is known, and unknown when a list is missing', () => {
    expect(at([], [])).toBe('in-force');
    expect(at([94_567], [17])).toBe('revoked');
    expect(at([94_567], null)).toBe('revoked');
    expect(at([], [17])).toBe('suspended');
    expect(at(null, [17])).toBe('suspended');
    expect(at([], null)).toBe('unknown');
    expect(at(null, [])).toBe('unknown');
  });

  it('is unknown without an entry that can be read', () => {
    const [revocation, suspension] = credential.credentialStatus as readonly JsonObject[];
    const bad: readonly unknown[] = [
      undefined,
      [],
      7,
      [suspension],
      { ...revocation, type: 'StatusList2021Entry' },
      { ...revocation, statusListIndex: 94_567 },
      { ...revocation, statusListIndex: '-1' },
      { ...revocation, statusListIndex: '999999999' },
      { ...revocation, statusPurpose: 'suspension' },
      { ...revocation, statusListCredential: 'https://elsewhere.example/1' },
      [revocation, 'more'],
    ];
    expect(bad.map((credentialStatusGiven) => at([], [], { ...credential, credentialStatus: credentialStatusGiven }))).toEqual(
      bad.map(() => 'unknown'),
    );
    expect(at([], [], null)).toBe('unknown');
    const down = (): never => {
      throw new Error('down');
    };
    expect(credentialStatus(credential, down, now)).toBe('unknown');
  });
});
