import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type JsonObject,
  canonicalId,
  decodeBase58btc,
  didWebDocument,
  didWebFromUrl,
  didWebUrl,
  encodeBase58btc,
  keyResolver,
  randomId,
  randomUrn,
  timestamp,
} from '../src/index.js';
import { chance, didDocument, issuer, keyId, keys, seed, strangerKeys } from './builders.js';

describe('did:web', () => {
  it.each([
    ['https://creds.example', 'did:web:creds.example', 'https://creds.example/.well-known/did.json'],
    ['https://Creds.Example:8443/', 'did:web:creds.example%3A8443', 'https://creds.example:8443/.well-known/did.json'],
    ['https://creds.example/network/a', 'did:web:creds.example:network:a', 'https://creds.example/network/a/did.json'],
    ['http://localhost:3000', 'did:web:localhost%3A3000', 'https://localhost:3000/.well-known/did.json'],
    ['https://policía.example', 'did:web:xn--polica-7va.example', 'https://xn--polica-7va.example/.well-known/did.json'],
  ])('of %s is %s, at %s', (url, did, at) => {
    expect(didWebFromUrl(url)).toBe(did);
    expect(didWebUrl(did)).toBe(at);
  });

  it.each([
    '',
    'creds.example',
    'http://creds.example',
    'ftp://creds.example',
    'https://u:p@creds.example',
    'https://a.example/?q',
    'https://10.0.0.1',
    'https://[::1]/',
  ])('is refused for %j', (url) => {
    expect(() => didWebFromUrl(url)).toThrow('bad-url');
  });

  it.each([
    '',
    'did:key:z6Mk',
    'did:web:',
    'did:web:a/b',
    'did:web:a:..',
    'did:web:a::b',
    'did:web:a:%2e%2e',
    'did:web:a:b%2fc',
    'did:web:a%3Ax',
    'did:web:127.0.0.1',
    'did:web:a?b',
    'did:web:a#b',
  ])('has no address for %j', (did) => {
    expect(() => didWebUrl(did)).toThrow('bad-url');
  });

  it('lists every key, and lets only those in use assert', () => {
    const retired = { fragment: 'key-0', publicKeyMultibase: strangerKeys.publicKeyMultibase, retiredAt: new Date('2026-01-01T00:00:00Z') };
    const document = didWebDocument(issuer, [retired, { fragment: 'key-1', publicKeyMultibase: keys.publicKeyMultibase }]);
    expect(document).toMatchObject({
      id: issuer,
      verificationMethod: [
        { id: `${issuer}#key-0`, expires: '2026-01-01T00:00:00Z' },
        { id: keyId, type: 'Multikey', controller: issuer },
      ],
      assertionMethod: [keyId],
    });
    const resolve = keyResolver(issuer, document);
    expect(resolve(keyId)?.publicKey.equals(keys.publicKey)).toBe(true);
    expect(resolve(`${issuer}#key-0`)).toBeNull();
    expect(() => didWebDocument(issuer, [{ fragment: 'k', publicKeyMultibase: 'z1' }])).toThrow('bad-key');
  });

  it('resolves nothing from a document that is not its own, or broken', () => {
    const [method] = didDocument.verificationMethod as readonly JsonObject[];
    const bad: readonly unknown[] = [
      null,
      7,
      {},
      { ...didDocument, id: 'did:web:another.example' },
      { ...didDocument, assertionMethod: [] },
      { ...didDocument, assertionMethod: keyId },
      { ...didDocument, verificationMethod: [7, null, { ...method, controller: 'did:web:another.example' }] },
      {
        ...didDocument,
        verificationMethod: [
          { ...method, type: 'JsonWebKey' },
          { ...method, publicKeyMultibase: 7 },
        ],
      },
    ];
    expect(bad.map((document) => keyResolver(issuer, document)(keyId))).toEqual(bad.map(() => null));
  });
});

describe(`names (seed ${String(seed)})`, () => {
  it('base58btc keeps the published examples, and every run of bytes', () => {
    expect(encodeBase58btc(Buffer.from('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
    expect(encodeBase58btc(Buffer.from('The quick brown fox jumps over the lazy dog.'))).toBe(
      'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    );
    expect(encodeBase58btc(Buffer.from('0000287fb4cd', 'hex'))).toBe('11233QC4');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 4 }), (bytes, zeros) => {
        const padded = Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes]);
        expect([...decodeBase58btc(encodeBase58btc(padded))]).toEqual([...padded]);
      }),
      { seed, numRuns: 1000 },
    );
    for (const bad of ['0', 'O', 'I', 'l', ' ', 'é']) expect(() => decodeBase58btc(bad)).toThrow('bad-encoding');
  });

  it('public ids hold all 128 bits', () => {
    const idOf = (hex: string): string => randomId(() => Buffer.from(hex, 'hex'));
    expect(idOf('00000000000000000000000000000000')).toBe('00000000000000000000000000');
    expect(idOf('ffffffffffffffffffffffffffffffff')).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
    expect(idOf('00000000000000000000000000000021')).toBe('00000000000000000000000011');
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const id = randomId(() => bytes);
        const value = [...id].reduce((sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)), 0n);
        expect([id.length, value]).toEqual([26, BigInt(`0x${Buffer.from(bytes).toString('hex')}`)]);
        expect(canonicalId(id)).toBe(id);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('public ids are read as people write them', () => {
    const id = randomId(chance('id'));
    expect(canonicalId(id.toLowerCase().replace(/(.{6})/g, '$1-'))).toBe(id);
    expect(canonicalId('oOiIlL00000000000000000000')).toBe('00111100000000000000000000');
    for (const bad of ['', id.slice(1), `${id}0`, `8${id.slice(1)}`, `${id.slice(1)}U`, `${id.slice(1)}ñ`, '-'.repeat(1000)])
      expect(canonicalId(bad)).toBeNull();
  });

  it('urns are random UUIDs', () => {
    const random = chance('urn');
    const urns = Array.from({ length: 200 }, () => randomUrn(random));
    for (const urn of urns) expect(urn).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(urns).size).toBe(200);
  });

  it('times are in UTC, to the second', () => {
    expect(timestamp(new Date('2026-03-01T12:34:56.789-05:00'))).toBe('2026-03-01T17:34:56Z');
    expect(() => timestamp(new Date('never'))).toThrow('bad-time');
  });
});
