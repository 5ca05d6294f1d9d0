import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type VerifyErrorCode, achievementCredential, signJcs, verifyJcs } from '../src/index.js';
import { aCredential, anAchievement, created, issuer, keyId, keys, resolveKey, seed, strangerKeys } from './builders.js';
import { accepts } from './independent-verifier.js';

type Path = readonly (string | number)[];
type Change = 'changed' | 'removed' | 'retyped' | 'null';

const verify = (credential: unknown): ReturnType<typeof verifyJcs> => verifyJcs(credential, resolveKey, { issuer });
const codes = (credential: unknown): readonly VerifyErrorCode[] => verify(credential).errors.map(({ code }) => code);

/** Paths of all leaves of a JSON document. */
const leavesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, Array.isArray(value) ? Number(name) : name]))
    : [path];

function mutated(credential: object, path: Path, change: Change): object {
  const copy = structuredClone(credential) as Record<string | number, unknown>;
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = path.at(-1) ?? '';
  const value = holder[last];
  if (change === 'removed') {
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else Reflect.deleteProperty(holder, last);
  } else holder[last] = change === 'changed' ? changed(String(value)) : change === 'retyped' ? [value] : null;
  return copy;
}

/** One bit of one character in the middle, so that the shape stays plausible. */
function changed(text: string): string {
  const place = Math.floor(text.length / 2);
  return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);
}

const credential = aCredential();
const leaves = leavesOf(credential);
const proof = credential.proof as unknown as Record<string, unknown>;

describe('a credential', () => {
  it('verifies, with who signed it', () => {
    expect(verify(credential)).toEqual({ verified: true, integrity: 'intact', issuer, verifiedBy: [keyId], errors: [] });
    expect(verify({ ...credential, proof: [credential.proof] }).verified).toBe(true);
  });

  it.each<Change>(['changed', 'removed', 'retyped', 'null'])('is refused with any leaf %s', (change) => {
    expect(leaves.length).toBeGreaterThanOrEqual(50);
    const accepted = leaves.filter((path) => verify(mutated(credential, path, change)).verified);
    expect(accepted).toEqual([]);
  });

  it(`is refused with a leaf changed by an independent verifier too (sample, seed ${String(seed)})`, async () => {
    const now = new Date('2026-06-01T00:00:00Z');
    for (const [path] of fc.sample(fc.tuple(fc.constantFrom(...leaves)), { seed, numRuns: 20 })) {
      expect([path, await accepts(mutated(credential, path, 'changed'), now)]).toEqual([path, false]);
    }
  });

  it('is refused with anything added, at any level', () => {
    const holders = [[], ['issuer'], ['credentialSubject'], ['credentialSubject', 'achievement'], ['credentialStatus', 0], ['proof']];
    for (const path of holders) {
      const copy = structuredClone(credential) as Record<string | number, unknown>;
      let holder = copy;
      for (const step of path) holder = holder[step] as typeof holder;
      holder.added = 'x';
      expect([path, verify(copy).verified]).toEqual([path, false]);
    }
  });

  it('is refused when a context was added after the signed ones, which the algorithm alone would let pass', () => {
    const context = [...(credential['@context'] as string[]), 'https://www.w3.org/ns/credentials/v2'];
    expect(codes({ ...credential, '@context': context })).toContain('context-mismatch');
    expect(codes({ ...credential, '@context': [...context, 'https://evil.example/terms'] })).toContain('unknown-context');
  });
});

describe('the proof', () => {
  const document = achievementCredential(anAchievement());
  const other = signJcs(document, strangerKeys.privateKey, keyId, created);
  const elsewhere = signJcs(document, strangerKeys.privateKey, 'did:web:stranger.example#key-1', created);
  const later = signJcs(document, keys.privateKey, keyId, new Date('2026-03-02T12:00:00Z'));

  it.each<[string, unknown, readonly VerifyErrorCode[], string]>([
    ['stripped', { ...credential, proof: undefined }, ['missing-proof'], 'cannot-be-checked'],
    ['stripped to an empty set', { ...credential, proof: [] }, ['missing-proof'], 'cannot-be-checked'],
    ['doubled', { ...credential, proof: [proof, proof] }, ['extra-proof'], 'altered'],
    ['joined by a good one of the same key', { ...credential, proof: [proof, later.proof] }, ['extra-proof'], 'altered'],
    ['joined by one of a stranger', { ...credential, proof: [proof, elsewhere.proof] }, ['extra-proof', 'unknown-key'], 'altered'],
    ['joined by nonsense', { ...credential, proof: [proof, 7] }, ['extra-proof', 'malformed-proof'], 'altered'],
    ['made with another key under our name', other, ['bad-signature'], 'altered'],
    ['made with another key under another name', elsewhere, ['unknown-key'], 'cannot-be-checked'],
    [
      'of another cryptosuite',
      { ...credential, proof: { ...proof, cryptosuite: 'eddsa-rdfc-2022' } },
      ['missing-proof', 'cryptosuite-not-allowed'],
      'cannot-be-checked',
    ],
    ['of another type', { ...credential, proof: { ...proof, type: 'Ed25519Signature2020' } }, ['malformed-proof'], 'cannot-be-checked'],
    [
      'for another purpose',
      { ...credential, proof: { ...proof, proofPurpose: 'authentication' } },
      ['wrong-proof-purpose', 'bad-signature'],
      'altered',
    ],
    ['dated back', { ...credential, proof: { ...proof, created: '2020-01-01T00:00:00Z' } }, ['bad-signature'], 'altered'],
    ['a number', { ...credential, proof: 7 }, ['missing-proof', 'malformed-proof'], 'cannot-be-checked'],
  ])('%s is refused', (_, given, expected, integrity) => {
    const result = verify(given);
    expect([result.verified, result.errors.map(({ code }) => code), result.integrity]).toEqual([false, expected, integrity]);
  });

  it('of another issuer is refused, even a good one', () => {
    const stranger = 'did:web:stranger.example';
    const theirs = signJcs({ ...document, issuer: stranger }, strangerKeys.privateKey, `${stranger}#key-1`, created);
    const resolve = () => ({ publicKey: strangerKeys.publicKey, controller: stranger });
    expect(verifyJcs(theirs, resolve, { issuer: stranger }).verified).toBe(true);
    expect(verifyJcs(theirs, resolve, { issuer }).errors.map(({ code }) => code)).toEqual(['wrong-issuer', 'wrong-controller']);
    const claimed = signJcs(document, strangerKeys.privateKey, `${stranger}#key-1`, created);
    expect(verifyJcs(claimed, resolve, { issuer }).errors.map(({ code }) => code)).toEqual(['wrong-controller']);
  });

  it('is refused outside the dates of its key', () => {
    const dated = (dates: { notBefore?: Date; notAfter?: Date }): boolean =>
      verifyJcs(credential, () => ({ publicKey: keys.publicKey, controller: issuer, ...dates }), { issuer }).verified;
    expect(dated({ notBefore: created, notAfter: created })).toBe(true);
    expect(dated({ notBefore: new Date(created.getTime() + 1) })).toBe(false);
    expect(dated({ notAfter: new Date(created.getTime() - 1) })).toBe(false);
  });

  it('is missing when the policy asks for a cryptosuite more', () => {
    const cryptosuites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'];
    expect(verifyJcs(credential, resolveKey, { issuer, cryptosuites }).errors.map(({ code }) => code)).toEqual(['missing-proof']);
  });
});

describe(`any input (seed ${String(seed)})`, () => {
  it('is answered without throwing, and never verified', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true, withNullPrototype: true });
    const member = fc.constantFrom(...Object.keys(credential));
    const broken = fc.tuple(member, anything).map(([name, value]) => ({ ...credential, [name]: value }));
    const brokenProof = fc
      .tuple(fc.constantFrom(...Object.keys(proof)), anything)
      .map(([name, value]) => ({ ...credential, proof: { ...proof, [name]: value } }));
    fc.assert(
      fc.property(fc.oneof(anything, broken, brokenProof), (given) => {
        expect(verify(given).verified).toBe(false);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('may be a cycle, a trap, or as deep as one likes', () => {
    const cycle: Record<string, unknown> = { ...credential };
    cycle.self = cycle;
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap');
        },
        ownKeys: () => {
          throw new Error('trap');
        },
      },
    );
    let deep: unknown = 'x';
    for (let level = 0; level < 200_000; level += 1) deep = [deep];
    for (const given of [cycle, trap, { ...credential, deep }, undefined, () => 1]) expect(codes(given)).toEqual(['malformed']);
  });

  it('may be a resolver that throws', () => {
    const broken = (): never => {
      throw new Error('down');
    };
    expect(verifyJcs(credential, broken, { issuer })).toMatchObject({
      verified: false,
      integrity: 'cannot-be-checked',
      errors: [{ code: 'unknown-key' }],
    });
  });
});
