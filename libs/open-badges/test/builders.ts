import { createHash } from 'node:crypto';
import {
  type AchievementInput,
  type JsonObject,
  type KeyPair,
  type RandomBytes,
  type ResolveKey,
  type SignedDocument,
  achievementCredential,
  didWebDocument,
  generateKeyPair,
  keyResolver,
  signJcs,
} from '../src/index.js';

/** Seed of the randomised tests; print it, and give it back as AULA_SEED to repeat a run. */
export const seed = Number(process.env.AULA_SEED ?? Date.now() & 0x7fffffff);

export const issuer = 'did:web:creds.example';
export const keyId = `${issuer}#key-1`;
export const created = new Date('2026-03-01T12:00:00Z');
export const listId = 'https://creds.example/status/1';

/** Randomness that repeats: SHA-256 of a name and a counter. */
export function chance(name: string): RandomBytes {
  let drawn = 0;
  return (size) =>
    createHash('sha256')
      .update(`${name} ${String((drawn += 1))}`)
      .digest()
      .subarray(0, size);
}

export const keys: KeyPair = generateKeyPair(chance('issuer'));
export const strangerKeys: KeyPair = generateKeyPair(chance('stranger'));
export const didDocument: JsonObject = didWebDocument(issuer, [{ fragment: 'key-1', publicKeyMultibase: keys.publicKeyMultibase }]);
export const resolveKey: ResolveKey = keyResolver(issuer, didDocument);

/** An achievement with every optional part. */
export const anAchievement = (changes: Partial<AchievementInput> = {}): AchievementInput => ({
  id: 'urn:uuid:8f1f4a52-6c3e-4c59-9a55-0a4b0c6c1c11',
  issuer: { id: issuer, name: 'Academia de Policía' },
  validFrom: '2026-03-01T11:00:00Z',
  name: [
    { language: 'es', text: 'Primer respondiente' },
    { language: 'pt', text: 'Primeiro interveniente' },
  ],
  subjectId: 'urn:uuid:0d5f66cf-63d9-4a83-8a2c-2a1f46a3f6de',
  achievement: {
    id: 'urn:uuid:5b8c4c1e-9a38-4d6c-8f15-1d6d3ad2c5f0',
    description: '40 h: escena, evidencia, comunicación',
    criteria: 'Todas las unidades y ≥ 70 en el cuestionario final',
    language: 'es',
  },
  awardedDate: '2026-02-28T23:30:00Z',
  status: [
    { purpose: 'revocation', list: listId, index: 94_567 },
    { purpose: 'suspension', list: 'https://creds.example/status/2', index: 17 },
  ],
  results: [
    { id: 'urn:uuid:9e1d4f37-5a2b-4a6a-8c33-5f4b76f6f0aa', name: 'Nota', type: 'Percent', value: '85', valueMin: '0', valueMax: '100' },
  ],
  ...changes,
});

export const aCredential = (changes: Partial<AchievementInput> = {}): SignedDocument =>
  signJcs(achievementCredential(anAchievement(changes)), keys.privateKey, keyId, created);
