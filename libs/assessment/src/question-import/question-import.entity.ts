import type { ProblemCode, ProblemParameters } from '@aula/contracts';
import { decodeText, readGift, type GiftFinding, type GiftQuestion, type GiftStep, type GiftText } from '@aula/gift';
import { exactWeight, faultsOf, statements, unsaid, type QuestionDraft } from '../question/question.entity.js';
import { readable, showsMedia } from './markup.entity.js';

export type FindingSeverity = 'error' | 'warning' | 'info';
/** Something that was found in a file; `line` from 1, null when it concerns the whole. */
export interface QuestionFinding {
  readonly severity: FindingSeverity;
  readonly code: ProblemCode;
  readonly line: number | null;
  readonly parameters: ProblemParameters;
}
/** What one step of reading a file gave: a question to be taken or none, and what was found with it. */
export interface QuestionStep {
  readonly draft?: QuestionDraft;
  readonly findings: readonly QuestionFinding[];
}

/** Characters that a text of a question may have, and answers that a question may have. */
const longest = 20_000;
const longestAnswer = 4_000;
const mostAnswers = 100;
/** How much longer a text may be with its markup: what is beyond is not read, since deep markup takes long. */
const markup = 5;
/** Questions that are taken out of one file. */
const mostQuestions = 50_000;

/** Reads a GIFT file question by question. One that cannot be taken becomes a finding at its line; the others are kept. */
export function* questionsIn(bytes: Uint8Array): Generator<QuestionStep, void> {
  if (isBinary(bytes)) yield failure('question.not-text', null);
  else yield* firstOf(readGift(decodeText(bytes)));
}

function* firstOf(steps: Iterable<GiftStep>): Generator<QuestionStep, void> {
  let taken = 0;
  for (const { question, findings } of steps) {
    const step = stepOf(question, findings);
    taken += step.draft ? 1 : 0;
    if (taken > mostQuestions) {
      yield failure('question.too-many', question!.line, { limit: mostQuestions });
      return;
    }
    yield step;
  }
}

const failure = (code: ProblemCode, line: number | null, parameters?: ProblemParameters): QuestionStep => ({
  findings: [finding('error', code, line, parameters)],
});

const stepOf = (question: GiftQuestion | null, found: readonly GiftFinding[]): QuestionStep => {
  if (!question) return { findings: found.map(ofGift) };
  const swollen = swollenIn(question);
  if (swollen) return { findings: [...found.map(ofGift), swollen] };
  const draft = draftOfGift(question);
  const fault = faultOf(question, draft);
  const findings = [...found.map(ofGift), ...(fault ? [fault] : []), ...lost(question)];
  return fault ? { findings } : { draft, findings };
};

export const finding = (
  severity: FindingSeverity,
  code: ProblemCode,
  line: number | null,
  parameters: ProblemParameters = {},
): QuestionFinding => ({ severity, code, line, parameters });

const ofGift = ({ severity, code, line, parameters }: GiftFinding): QuestionFinding =>
  code === 'unsupported-kind'
    ? finding(severity, `question.unsupported-${parameters['kind'] as 'matching' | 'essay' | 'description' | 'cloze'}`, line, parameters)
    : finding(severity, `question.${code}`, line, parameters);

/** GIFT has no points: each question is worth one. */
const draftOfGift = (question: GiftQuestion): QuestionDraft => ({
  ...unsaid,
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

const told = (said: GiftText | null): string | null =>
  said && (readable({ ...said, text: said.text.slice(0, markup * longestAnswer) }).slice(0, longestAnswer) || null);

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

/** What a question shows and its text cannot keep. */
const lost = (question: GiftQuestion): QuestionFinding[] => {
  const shown = [question.text, ...('choices' in question ? question.choices.map((choice) => choice.text) : [])];
  return shown.some(showsMedia) ? [finding('warning', 'question.media-left-out', question.line)] : [];
};

const swollenIn = (question: GiftQuestion): QuestionFinding | undefined => {
  const choices = 'choices' in question ? question.choices : [];
  const limit = question.text.text.length > markup * longest ? longest : longestAnswer;
  const swollen = limit === longest || choices.some(({ text }) => text.text.length > markup * longestAnswer);
  return swollen ? finding('error', 'question.text-too-long', question.line, { limit }) : undefined;
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
