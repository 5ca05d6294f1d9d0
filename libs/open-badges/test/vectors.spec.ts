import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type JsonObject, compileTemplate, decodeBase58btc, encodeBase58btc, keyPairFromSeed, signJcs, verifyJcs } from '../src/index.js';

const folder = new URL('../../../../shared/fixtures/credentials/w3c-vc-di-eddsa-vectors/', import.meta.url);
const there = existsSync(folder);
const when = there ? describe : describe.skip;

const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8').trim();
const json = (name: string): JsonObject => JSON.parse(text(name)) as JsonObject;
const jcs = (document: JsonObject): string => compileTemplate([], () => document)({});
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

when(`the test vectors of W3C VC-DI-EdDSA${there ? '' : ' (skipped: the vectors are not there)'}`, () => {
  const method = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
  const issuer = 'https://vc.example/issuers/5678';
  const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
  /** A secret Multikey: two bytes of code, then the seed. */
  const pair = () => keyPairFromSeed(decodeBase58btc((json('keyPair.json').privateKeyMultibase as string).slice(1)).subarray(2));
  const verify = (document: JsonObject) =>
    verifyJcs(document, () => ({ publicKey: pair().publicKey, controller: issuer }), { issuer, contexts });

  it('keys', () => {
    expect(pair().publicKeyMultibase).toBe(json('keyPair.json').publicKeyMultibase);
  });

  it('canonical forms and hashes', () => {
    const [document, config] = [jcs(json('unsigned.json')), jcs(json('eddsa-jcs-2022/proofConfigJCS.json'))];
    expect(document).toBe(text('eddsa-jcs-2022/canonDocJCS.txt'));
    expect(config).toBe(text('eddsa-jcs-2022/proofCanonJCS.txt'));
    expect(sha256(document)).toBe(text('eddsa-jcs-2022/docHashJCS.txt'));
    expect(sha256(config)).toBe(text('eddsa-jcs-2022/proofHashJCS.txt'));
    expect(sha256(config) + sha256(document)).toBe(text('eddsa-jcs-2022/combinedHashJCS.txt'));
  });

  it('signature and signed document', () => {
    const signed = signJcs(json('unsigned.json'), pair().privateKey, method, new Date('2023-02-24T23:36:38Z'));
    expect(signed).toMatchObject({ proof: { proofValue: text('eddsa-jcs-2022/sigBTC58JCS.txt') } });
    expect(jcs({ ...signed })).toBe(jcs(json('eddsa-jcs-2022/signedJCS.json')));
    const signature = Buffer.from(text('eddsa-jcs-2022/sigHexJCS.txt'), 'hex');
    expect(`z${encodeBase58btc(signature)}`).toBe(text('eddsa-jcs-2022/sigBTC58JCS.txt'));
  });

  it('verification', () => {
    const signed = json('eddsa-jcs-2022/signedJCS.json');
    expect(verify(signed)).toMatchObject({ verified: true, verifiedBy: [method] });
    expect(verify({ ...signed, description: 'A minimum viable example' }).integrity).toBe('altered');
  });

  it('proofs of a cryptosuite that is not allowed', () => {
    const signed = json('proof-set-chain/signedProofSet2.json');
    const errors = verify(signed).errors.map(({ code }) => code);
    expect(errors).toContain('missing-proof');
    expect(errors).toContain('extra-proof');
    expect(verify(json('eddsa-rdfc-2022/signedDataInt.json')).errors.map(({ code }) => code)).toEqual([
      'missing-proof',
      'cryptosuite-not-allowed',
    ]);
  });
});
