export { achievementCredential } from './achievement.js';
export { fourAnswers } from './answers.js';
export { decodeBase58btc, encodeBase58btc } from './base58.js';
export { didWebDocument, didWebFromUrl, didWebUrl, keyResolver } from './did-web.js';
export { generateKeyPair, keyPairFromSeed, publicKeyFromMultibase, publicKeyMultibase, seedOf } from './keys.js';
export { OpenBadgesError } from './problem.js';
export { canonicalId, randomId, randomUrn } from './random.js';
export { createJcsSigner, signJcs } from './sign.js';
export {
  STATUS_LIST_ENTRIES,
  createStatusBitstring,
  credentialStatus,
  decodeStatusBits,
  encodeStatusBits,
  getStatusBit,
  openStatusList,
  readStatus,
  setStatusBit,
  statusListCredential,
} from './status-list.js';
export { compileTemplate } from './template.js';
export { timestamp } from './time.js';
export { verifyJcs } from './verify.js';
export type { AchievementInput, LanguageText, ResultEntry, StatusEntry } from './achievement.js';
export type { AccreditationEntry, FourAnswers, FourAnswersInput, TrustRegistry, TrustedIssuer } from './answers.js';
export type { DidKey } from './did-web.js';
export type { JsonObject, JsonValue } from './json.js';
export type { KeyPair } from './keys.js';
export type { OpenBadgesErrorCode } from './problem.js';
export type { RandomBytes } from './random.js';
export type { DataIntegrityProof, JcsSigning, SignedDocument } from './sign.js';
export type { EntryStatus, StatusBits, StatusList, StatusListInput, StatusPurpose } from './status-list.js';
export type { Make, Template } from './template.js';
export type { ResolveKey, ResolvedKey, Verification, VerifyError, VerifyErrorCode, VerifyPolicy } from './verify.js';
