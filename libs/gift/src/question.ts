/** Text formats of GIFT, `[html]`, `[markdown]`, `[plain]`, `[moodle]` (docs.moodle.org, GIFT format, "Specify text-format for the question text"). */
export type GiftFormat = 'moodle' | 'html' | 'markdown' | 'plain';

/**
 * A text with its format, escapes resolved, trimmed, well formed and free of control characters except tab and line feed.
 * In `moodle` and `plain` every line is trimmed; in `html` and `markdown` inner white space is kept as written.
 * `moodle` and `html` may hold HTML: sanitise it before it reaches a page.
 */
export interface GiftText {
  readonly format: GiftFormat;
  readonly text: string;
}

/** What every question has. */
interface GiftQuestionBase {
  /** First line of the question in the file, from 1. */
  readonly line: number;
  /** `[id:…]` of a comment directly above the question; null without one. */
  readonly id: string | null;
  /** `[tag:…]` of the comments directly above the question, in order, each once. */
  readonly tags: readonly string[];
  /** Path of the last `$CATEGORY:` line above, as written; null before the first. */
  readonly category: string | null;
  /** `::title::`; null without one. */
  readonly title: string | null;
  /** Question text. A missing word is shown as `_____` where the answers stood. */
  readonly text: GiftText;
  /** True for a missing-word question: the text holds the blank `_____`. */
  readonly blank: boolean;
  /** `####` feedback, shown after any answer. */
  readonly generalFeedback: GiftText | null;
}

/** One choice of a single or multiple choice question. Weight in percent of the question's mark, −100 to 100. */
export interface GiftChoice {
  readonly text: GiftText;
  readonly weight: number;
  readonly feedback: GiftText | null;
}

/** The learner picks one choice; the score is the weight of the pick. At least one weight is above 0, normally 100. */
export interface GiftSingleChoice extends GiftQuestionBase {
  readonly kind: 'single-choice';
  readonly choices: readonly GiftChoice[];
}

/**
 * The learner picks any choices; the score is the sum of their weights, held between 0 and 100. At least one weight is above 0.
 * Thirds come rounded (33.33333): where the positive weights add up to within 1 of 100, all of them together mean 100.
 */
export interface GiftMultipleChoice extends GiftQuestionBase {
  readonly kind: 'multiple-choice';
  readonly choices: readonly GiftChoice[];
}

/** A statement that is true or false. */
export interface GiftTrueFalse extends GiftQuestionBase {
  readonly kind: 'true-false';
  readonly correct: boolean;
  /** Shown to a learner who answered true. */
  readonly feedbackTrue: GiftText | null;
  /** Shown to a learner who answered false. */
  readonly feedbackFalse: GiftText | null;
}

/**
 * One accepted range, both ends included. `value:tolerance` is stored as its two ends, computed in decimal (3.1415:0.0005 is exactly 3.141 to 3.142).
 */
export interface GiftNumericAnswer {
  readonly minimum: number;
  readonly maximum: number;
  /** Percent, 0 to 100. */
  readonly weight: number;
  readonly feedback: GiftText | null;
}

/** The score is the weight of the first answer, in file order, whose range holds the response; 0 when none does. */
export interface GiftNumeric extends GiftQuestionBase {
  readonly kind: 'numeric';
  readonly answers: readonly GiftNumericAnswer[];
  /** Shown to a learner whose response no answer holds: the feedback of `*` or of `~`. */
  readonly feedbackOtherwise: GiftText | null;
}

/** One accepted text. `*` in the pattern matches any run of characters, `\*` is a literal star. Line breaks and runs of spaces are one space. */
export interface GiftShortAnswerPattern {
  readonly pattern: string;
  /** Percent, 0 to 100. */
  readonly weight: number;
  readonly feedback: GiftText | null;
}

/** The score is the weight of the first answer, in file order, whose pattern matches the response without regard to case; 0 when none does. */
export interface GiftShortAnswer extends GiftQuestionBase {
  readonly kind: 'short-answer';
  readonly answers: readonly GiftShortAnswerPattern[];
}

/** A usable question, told apart by `kind`. */
export type GiftQuestion = GiftSingleChoice | GiftMultipleChoice | GiftTrueFalse | GiftNumeric | GiftShortAnswer;

/** Kinds of GIFT that are recognised but not taken over. */
export type GiftUnsupportedKind = 'matching' | 'essay' | 'description' | 'cloze';
