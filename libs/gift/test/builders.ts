import { parseGift, type GiftFinding, type GiftQuestion } from '../src/index.js';

/** The only question of a text, which must have no finding. */
export function only<K extends GiftQuestion['kind']>(kind: K, text: string): Extract<GiftQuestion, { kind: K }> {
  const { question, findings } = mended(kind, text);
  if (findings.length > 0) throw new Error(`findings: ${findings.map(({ code }) => code).join()}`);
  return question;
}

/** The only question of a text, with the codes of its findings. */
export function mended<K extends GiftQuestion['kind']>(
  kind: K,
  text: string,
): { readonly question: Extract<GiftQuestion, { kind: K }>; readonly findings: readonly GiftFinding[] } {
  const { questions, findings } = parseGift(text);
  const [question] = questions;
  if (questions.length !== 1 || !isKind(question, kind)) {
    throw new Error(
      `${String(questions.length)} questions, first ${question?.kind ?? 'absent'}; ${findings.map(({ code }) => code).join()}`,
    );
  }
  return { question, findings };
}

const isKind = <K extends GiftQuestion['kind']>(
  question: GiftQuestion | undefined,
  kind: K,
): question is Extract<GiftQuestion, { kind: K }> => question?.kind === kind;

/** `line code` of every finding. */
export const foundIn = (text: string): readonly string[] => parseGift(text).findings.map(({ line, code }) => `${String(line)} ${code}`);
