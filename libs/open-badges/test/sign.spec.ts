import { describe, expect, it } from '@jest/globals';
import { from as multikey } from '@digitalbazaar/ed25519-multikey';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import {
  type AchievementInput,
  type JsonObject,
  OpenBadgesError,
  achievementCredential,
  compileTemplate,
  createJcsSigner,
  generateKeyPair,
  keyPairFromSeed,
  publicKeyFromMultibase,
  publicKeyMultibase,
  seedOf,
  signJcs,
  verifyJcs,
} from '../src/index.js';
import { aCredential, anAchievement, chance, created, issuer, keyId, keys, resolveKey, seed } from './builders.js';
import { accepts } from './independent-verifier.js';

const fields = ['id', 'subject', 'validFrom', 'index', 'grade', 'title'] as const;
type Values = Readonly<Record<(typeof fields)[number], string>>;
const make = (v: Values): JsonObject => {
  const input = anAchievement();
  const [result] = input.results ?? [];
  if (!result) throw new Error('the achievement has a result');
  return achievementCredential({
    ...input,
    id: v.id,
    subjectId: `urn:uuid:${v.subject}`,
    validFrom: v.validFrom,
    name: v.title,
    status: [{ purpose: 'revocation', list: 'https://creds.example/status/1', index: v.index }],
    results: [{ ...result, value: v.grade }],
  });
};
const signing = { key: keys.privateKey, verificationMethod: keyId, created };
/** Text as people write it, and as they should not: quotes, escapes, emoji, marks of other scripts, noncharacters. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', '\\', '/', '\u2028', '😀', 'ñ', '\ufdd0', '\ufdd1', 'id', '$&', '{', '\ufeff') }),
  )
  .filter((value) => !/[\u0000-\u001f\u007f-\u009f]/.test(value));
const values: fc.Arbitrary<Values> = fc.record(
  Object.fromEntries(fields.map((field) => [field, text])) as Record<keyof Values, typeof text>,
);
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof OpenBadgesError ? `${error.code} ${error.path}` : String(error);
  }
};

describe(`a template (seed ${String(seed)})`, () => {
  it('equals the canonical form for a thousand random values', () => {
    const fill = compileTemplate(fields, make);
    fc.assert(
      fc.property(values, (given) => {
        expect(fill(given)).toBe(canonicalize(make(given)));
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('signs what signJcs signs, and the text is itself canonical', () => {
    const sign = createJcsSigner(fields, make, signing);
    fc.assert(
      fc.property(values, (given) => {
        const signed = sign(given);
        const document: unknown = JSON.parse(signed);
        expect(document).toEqual(JSON.parse(JSON.stringify(signJcs(make(given), keys.privateKey, keyId, created))));
        expect(canonicalize(document)).toBe(signed);
        expect(verifyJcs(document, resolveKey, { issuer }).verified).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('refuses control characters, half surrogate pairs and absent values', () => {
    const sign = createJcsSigner(fields, make, signing);
    const given = { id: 'a', subject: 'b', validFrom: 'c', index: '1', grade: '2', title: 't' };
    for (const bad of ['\n', '\u0000', '\u001f', '\u007f', '\u0085'])
      expect(codeOf(() => sign({ ...given, title: `x${bad}` }))).toBe('control-character title');
    for (const bad of ['\ud800', 'x\udfffy']) expect(codeOf(() => sign({ ...given, grade: bad }))).toBe('lone-surrogate grade');
    expect(codeOf(() => sign({ id: 'a' } as Values))).toBe('missing-value index');
  });

  it.each<[string, (v: Readonly<Record<'a', string>>) => JsonObject]>([
    ['leaves a field out', () => ({ '@context': [] })],
    ['changes a field', (v) => ({ a: v.a, b: v.a.toUpperCase() })],
    ['puts a field into a property name', (v) => ({ [v.a]: v.a })],
    ['counts characters', (v) => ({ a: v.a, b: v.a.length })],
    ['holds a mark of its own', (v) => ({ a: v.a, b: '\ufdd0a\ufdd1' })],
  ])('refuses a document that %s', (_, bad) => {
    expect(codeOf(() => compileTemplate(['a'], bad))).toMatch(/^(bad-template|not-ascii-name) /);
  });

  it('keeps the contexts out of the fields', () => {
    expect(codeOf(() => createJcsSigner(['a'], (v) => ({ '@context': [v.a] }), signing))).toBe('bad-template /@context');
  });
});

describe('the credential', () => {
  it('has the shape of Open Badges 3.0', () => {
    expect(achievementCredential(anAchievement())).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: issuer, type: ['Profile'], name: 'Academia de Policía' },
      name: [
        { '@language': 'es', '@value': 'Primer respondiente' },
        { '@language': 'pt', '@value': 'Primeiro interveniente' },
      ],
      credentialStatus: [
        {
          id: 'https://creds.example/status/1#94567',
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '94567',
        },
        { statusPurpose: 'suspension', statusListIndex: '17' },
      ],
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: { type: ['Achievement'], name: 'Primer respondiente', achievementType: 'Certificate', inLanguage: 'es' },
        result: [{ type: ['Result'], value: '85' }],
      },
    });
    const plain = achievementCredential({
      ...anAchievement({ name: 'One' }),
      status: [{ purpose: 'revocation', list: 'https://l.example/1', index: 0 }],
    });
    expect(plain).toMatchObject({
      name: 'One',
      credentialStatus: { id: 'https://l.example/1#0', statusListCredential: 'https://l.example/1' },
    });
  });

  it.each<[string, Partial<AchievementInput>]>([
    ['control-character /validFrom', { validFrom: 'x\n' }],
    ['lone-surrogate /issuer/name', { issuer: { id: issuer, name: '\ud83d' } }],
    ['missing-value /name', { name: [] }],
    ['missing-value status', { status: [] }],
    ['missing-value status', { status: [{ purpose: 'suspension', list: 'l', index: 1 }] }],
    ['bad-index status/0', { status: [{ purpose: 'revocation', list: 'l', index: -1 }] }],
    ['bad-index status/0', { status: [{ purpose: 'revocation', list: 'l', index: 0.5 }] }],
  ])('is refused with %s', (code, changes) => {
    expect(codeOf(() => achievementCredential(anAchievement(changes)))).toBe(code);
  });

  it.each<[string, JsonObject]>([
    ['not-an-integer /a/0', { '@context': [], a: [0.5] }],
    ['not-an-integer /a', { '@context': [], a: 2 ** 53 }],
    ['not-ascii-name /a/ñ', { '@context': [], a: { ñ: 1 } }],
    ['not-json /a~1b', { '@context': [], 'a/b': new Date(0) as unknown as JsonObject }],
    ['missing-value /@context', { a: 1 }],
    ['already-signed /proof', { '@context': [], proof: {} }],
  ])('is not signed: %s', (code, document) => {
    expect(codeOf(() => signJcs(document, keys.privateKey, keyId, created))).toBe(code);
  });

  it('is not signed with another kind of key, nor at no time', () => {
    const document = achievementCredential(anAchievement());
    expect(codeOf(() => signJcs(document, keys.publicKey, keyId, created))).toBe('bad-key key');
    expect(codeOf(() => signJcs(document, keys.privateKey, keyId, new Date('never')))).toBe('bad-time date');
  });

  it('is accepted by an independent verifier, signed alone and signed from a template', async () => {
    const now = new Date('2026-06-01T00:00:00Z');
    expect(await accepts(aCredential(), now)).toBe(true);
    const signed = createJcsSigner(
      fields,
      make,
      signing,
    )({ id: 'urn:uuid:1', subject: '2', validFrom: '2026-03-01T11:00:00Z', index: '7', grade: '85', title: 'Años "dorados" 😀' });
    expect(await accepts(JSON.parse(signed) as object, now)).toBe(true);
  });
});

describe('keys', () => {
  it('come back from their seed and their Multikey form, which another library reads', async () => {
    const pair = generateKeyPair(chance('some key'));
    expect(keyPairFromSeed(seedOf(pair.privateKey)).publicKeyMultibase).toBe(pair.publicKeyMultibase);
    expect(publicKeyMultibase(publicKeyFromMultibase(pair.publicKeyMultibase))).toBe(pair.publicKeyMultibase);
    expect(pair.publicKeyMultibase).toMatch(/^z6Mk/);
    const read = await multikey({ type: 'Multikey', id: keyId, controller: issuer, publicKeyMultibase: pair.publicKeyMultibase });
    expect(read.publicKeyMultibase).toBe(pair.publicKeyMultibase);
  });

  it.each(['', 'z', 'u6Mk', 'z0', 'z6Mk', 'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc', `z${'1'.repeat(2000)}`])(
    'refuses %j',
    (bad) => {
      expect(codeOf(() => publicKeyFromMultibase(bad))).toBe('bad-key publicKeyMultibase');
    },
  );
});
