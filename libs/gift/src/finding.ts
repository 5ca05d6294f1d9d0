/**
 * What can be wrong with a GIFT file. An `error` means that the question at that line was left out;
 * a `warning` that something was mended, or that a recognised kind is not supported. Errors of a question carry its `title` too.
 *
 * | code | severity | parameters | meaning |
 * |---|---|---|---|
 * | `unsupported-kind` | warning | `kind`, `title` | matching, essay, description or cloze: left out |
 * | `unclosed-answers` | error | – | `{` without `}` |
 * | `unexpected-brace` | error | `brace` | a brace that should have been escaped |
 * | `several-answer-blocks` | error | – | two `{…}` in one line of a question |
 * | `missing-question-text` | error | – | answers without a question |
 * | `missing-answers` | error | – | a block without a readable answer |
 * | `too-few-choices` | error | `count` | a choice question needs two |
 * | `no-correct-answer` | error | – | no answer earns anything |
 * | `not-a-number` | error | `value` | a numeric answer that is none; the decimal separator is a point |
 * | `range-reversed` | error | `value` | minimum above maximum, or a negative tolerance |
 * | `weight-out-of-range` | error | `value` | outside −100 to 100, or negative where only ranges and texts earn |
 * | `unclosed-title` | warning | – | `::` without its end: read as text |
 * | `text-from-title` | warning | – | no text but a title: the title is the text |
 * | `empty-answer` | warning | – | an answer without text: left out |
 * | `duplicate-answer` | warning | `value` | the same choice twice |
 * | `several-correct-choices` | warning | `count` | several `=` where the learner picks one |
 * | `weights-not-100` | warning | `sum` | full marks cannot be reached, or are reached early |
 * | `unescaped-character` | warning | `character` | `=`, `#`, `~` inside an HTML tag, or braces of a formula: read as text |
 * | `blank-line-in-question` | warning | – | an empty line between `{` and `}`: ignored |
 * | `missing-blank-line` | warning | – | two questions without an empty line between: separated |
 * | `text-too-long` | error | `limit` | more characters than a question may have |
 * | `control-character` | warning | – | characters that no text may hold: removed |
 * | `no-questions` | error | – | the file holds no question at all |
 */
export type GiftFindingCode =
  | 'unsupported-kind'
  | 'unclosed-answers'
  | 'unexpected-brace'
  | 'several-answer-blocks'
  | 'missing-question-text'
  | 'missing-answers'
  | 'too-few-choices'
  | 'no-correct-answer'
  | 'not-a-number'
  | 'range-reversed'
  | 'weight-out-of-range'
  | 'unclosed-title'
  | 'text-from-title'
  | 'empty-answer'
  | 'duplicate-answer'
  | 'several-correct-choices'
  | 'weights-not-100'
  | 'unescaped-character'
  | 'blank-line-in-question'
  | 'missing-blank-line'
  | 'text-too-long'
  | 'control-character'
  | 'no-questions';

/** One finding, at the first line (from 1) of the question it speaks of. */
export interface GiftFinding {
  readonly severity: 'error' | 'warning';
  readonly code: GiftFindingCode;
  readonly line: number;
  readonly parameters: Readonly<Record<string, string | number>>;
}
