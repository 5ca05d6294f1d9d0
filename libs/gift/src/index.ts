export { decodeText } from './decode.js';
export { parseGift, readGift } from './parse.js';
export type { GiftFinding, GiftFindingCode } from './finding.js';
export type { GiftResult, GiftStep } from './parse.js';
export type {
  GiftChoice,
  GiftFormat,
  GiftMultipleChoice,
  GiftNumeric,
  GiftNumericAnswer,
  GiftQuestion,
  GiftShortAnswer,
  GiftShortAnswerPattern,
  GiftSingleChoice,
  GiftText,
  GiftTrueFalse,
  GiftUnsupportedKind,
} from './question.js';
