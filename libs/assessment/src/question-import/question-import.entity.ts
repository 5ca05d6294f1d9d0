import type { ProblemCode, ProblemParameters } from '@aula/contracts';
import { decodeText, parseGift, type GiftFinding, type GiftQuestion, type GiftText } from '@aula/gift';
import { exactWeight, faultsOf, statements, type QuestionDraft } from '../question/question.entity.js';
import { readable, showsMedia } from './markup.entity.js';

export type FindingSeverity = 'error' | 'warning' | 'info';
/** Something that was found in a file; `line` from 1, null when it concerns the whole. */
export interface QuestionFinding {
  readonly severity: FindingSeverity;
  readonly code: ProblemCode;
  readonly line: number | null;
  readonly parameters: ProblemParameters;
}
/** What a file holds: questions to be taken, how many could not be, and why. */
export interface QuestionFile {
  readonly drafts: readonly QuestionDraft[];
  readonly rejected: number;
  readonly findings: readonly QuestionFinding[];
}

/** Characters that a text of a question may have, and answers that a question may have. */
const longest = 20_000;
const longestAnswer = 4_000;
const mostAnswers = 100;
/** Findings that are kept; more of them help nobody. */
const mostFindings = 500;

/** Reads a GIFT file. A question that cannot be taken becomes a finding at its line; the others are kept. */
export const readQuestionFile = (bytes: Uint8Array): QuestionFile => {
  if (isBinary(bytes)) return { drafts: [], rejected: 0, findings: [finding('error', 'question.not-text', null)] };
  const { questions, findings } = parseGift(decodeText(bytes));
  const read = questions.map((question) => ({ question, draft: draftOfGift(question) }));
  const own = read.flatMap(({ question, draft }) => findingsOf(question, draft));
  const all = [...findings.map(ofGift), ...own].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return {
    drafts: read.flatMap(({ question, draft }) => (faultOf(question, draft) ? [] : [draft])),
    rejected: all.filter(({ severity, code }) => (severity === 'error' && code !== 'question.no-questions') || leftOut(code)).length,
    findings: all,
  };
};

/** At most so many findings, the gravest first where not all fit; the last one tells how many more there were. */
export const withinReason = (findings: readonly QuestionFinding[]): QuestionFinding[] => {
  if (findings.length <= mostFindings) return [...findings];
  const grave = (['error', 'info', 'warning'] as const).flatMap((severity) => findings.filter((each) => each.severity === severity));
  const kept = new Set(grave.slice(0, mostFindings));
  return [
    ...findings.filter((each) => kept.has(each)),
    finding('info', 'question.more-findings', null, { count: findings.length - mostFindings }),
  ];
};

export const finding = (
  severity: FindingSeverity,
  code: ProblemCode,
  line: number | null,
  parameters: ProblemParameters = {},
): QuestionFinding => ({ severity, code, line, parameters });

const leftOut = (code: ProblemCode): boolean => code.startsWith('question.unsupported-');

const ofGift = ({ severity, code, line, parameters }: GiftFinding): QuestionFinding =>
  code === 'unsupported-kind'
    ? finding(severity, `question.unsupported-${parameters['kind'] as 'matching' | 'essay' | 'description' | 'cloze'}`, line, parameters)
    : finding(severity, `question.${code}`, line, parameters);

/** GIFT has no points: each question is worth one. */
const draftOfGift = (question: GiftQuestion): QuestionDraft => ({
  kind: question.kind,
  title: question.title,
  text: readable(question.text),
  points: 1,
  choices: [],
  accepted: [],
  texts: [],
  feedback: told(question.generalFeedback),
  ...answersOf(question),
});

const told = (text: GiftText | null): string | null => text && (readable(text).slice(0, longestAnswer) || null);

const answersOf = (question: GiftQuestion): Partial<QuestionDraft> => {
  const worth = ({ weight, feedback }: { weight: number; feedback: GiftText | null }) => ({
    weight: exactWeight(weight),
    feedback: told(feedback),
  });
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return { choices: question.choices.map((choice) => ({ text: readable(choice.text), ...worth(choice) })) };
    case 'true-false':
      return {
        choices: statements(question.correct, [{ feedback: told(question.feedbackTrue) }, { feedback: told(question.feedbackFalse) }]),
      };
    case 'numeric':
      return { accepted: question.answers.map(({ minimum, maximum, ...more }) => ({ minimum, maximum, ...worth(more) })) };
    case 'short-answer':
      return { texts: question.answers.map(({ pattern, ...more }) => ({ text: pattern, ...worth(more) })) };
  }
};

const findingsOf = (question: GiftQuestion, draft: QuestionDraft): QuestionFinding[] => {
  const fault = faultOf(question, draft);
  const media = [question.text, ...('choices' in question ? question.choices.map((choice) => choice.text) : [])].some(showsMedia);
  return [...(fault ? [fault] : []), ...(media ? [finding('warning', 'question.media-left-out', question.line)] : [])];
};

/** Why the question cannot be taken although GIFT allows it; undefined when it can. */
const faultOf = ({ line }: GiftQuestion, draft: QuestionDraft): QuestionFinding | undefined => {
  const answers = [...draft.choices, ...draft.texts];
  if (answers.length + draft.accepted.length > mostAnswers)
    return finding('error', 'question.too-many-choices', line, { limit: mostAnswers });
  if (draft.text === '') return finding('error', 'question.missing-question-text', line);
  if (draft.text.length > longest) return finding('error', 'question.text-too-long', line, { limit: longest });
  if (answers.some(({ text }) => text.length > longestAnswer))
    return finding('error', 'question.text-too-long', line, { limit: longestAnswer });
  const [fault] = faultsOf(draft);
  return fault && finding('error', fault.code, line, fault.parameters);
};

/** Files of programs: a ZIP (word processors, spreadsheets), a PDF, or bytes that no text has. */
const isBinary = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return start.startsWith('PK\u0003\u0004') || start.startsWith('%PDF-') || start.startsWith('\u00d0\u00cf\u0011\u00e0');
};
