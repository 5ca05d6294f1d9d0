import { holdTags } from './answer.js';
import { answersAmong, blocksOf, type Block } from './braces.js';
import { release } from './escape.js';
import type { GiftFinding, GiftFindingCode } from './finding.js';
import { readKind, type Remark } from './kind.js';
import { type Dirt, longest, type Paragraph, paragraphsOf } from './paragraph.js';
import type { GiftQuestion } from './question.js';
import { readFeedback, readLine, readText } from './text.js';

/** What a file holds: the usable questions in file order, and what was found on the way, by line. */
export interface GiftResult {
  readonly questions: readonly GiftQuestion[];
  readonly findings: readonly GiftFinding[];
}

type Report = (severity: GiftFinding['severity'], code: GiftFindingCode, parameters?: Remark['parameters']) => null;

const blank = '_____';

/** What one step of reading gave: a question or none, and what was found with it. */
export interface GiftStep {
  readonly question: GiftQuestion | null;
  readonly findings: readonly GiftFinding[];
}
const idle: GiftStep = { question: null, findings: [] };

/** Reads a GIFT file at once. Never throws: a bad question becomes a finding at its first line and the others are kept. */
export function parseGift(text: string): GiftResult {
  const steps = [...readGift(text)];
  const findings = steps.flatMap((step) => step.findings).toSorted((a, b) => a.line - b.line);
  return { questions: steps.flatMap(({ question }) => question ?? []), findings };
}

/**
 * Reads a GIFT file step by step, a question or some lines at a time, so that whoever reads a large one can do other work in between
 * and need not hold all of it. Findings come with their question; only `control-character` may speak of a line further up.
 */
export function* readGift(text: string): Generator<GiftStep, void> {
  let empty = true;
  for (const taken of paragraphsOf(text)) {
    const step = taken ? readStep(taken) : idle;
    empty &&= !step.question && step.findings.every(({ severity }) => severity === 'warning');
    yield step;
  }
  if (empty) yield { question: null, findings: [{ severity: 'error', code: 'no-questions', line: 1, parameters: {} }] };
}

function readStep(taken: Paragraph | Dirt): GiftStep {
  const findings: GiftFinding[] = [];
  const report: Report = (severity, code, parameters = {}) => {
    findings.push({ severity, code, line: taken.line, parameters });
    return null;
  };
  if (!('text' in taken)) report('warning', 'control-character');
  else if (taken.cut) report('error', 'text-too-long', { limit: longest });
  else return { question: readQuestion(taken, report), findings };
  return { question: null, findings };
}

function readQuestion(paragraph: Paragraph, report: Report): GiftQuestion | null {
  for (const code of paragraph.mended) report('warning', code);
  const { title, rest } = readTitle(paragraph.text, report);
  const blocks = blocksOf(rest);
  if (typeof blocks === 'string') return report('error', blocks, { title: title ?? '' });
  if (blocks.length === 0)
    return report('warning', 'unsupported-kind', { kind: 'description', title: title ?? readLine(rest).slice(0, 80) });
  const block = answersAmong(rest, blocks);
  if (!block) return report('error', 'several-answer-blocks', { title: title ?? '' });
  if (blocks.length > 1 || block.nested) report('warning', 'unescaped-character', { character: '{' });
  return readAnswered(paragraph, title, rest, block, report);
}

function readTitle(text: string, report: Report): { readonly title: string | null; readonly rest: string } {
  const start = text.trim();
  if (!start.startsWith('::')) return { title: null, rest: start };
  const end = start.indexOf('::', 2);
  if (end < 0) {
    report('warning', 'unclosed-title');
    return { title: null, rest: start.slice(2) };
  }
  return { title: readLine(start.slice(2, end)) || null, rest: start.slice(end + 2) };
}

function readAnswered(paragraph: Paragraph, title: string | null, rest: string, block: Block, report: Report): GiftQuestion | null {
  const [before, after] = [rest.slice(0, block.start), rest.slice(block.end + 1)];
  const missingWord = after.trim() !== '';
  const stem = readText(missingWord ? before + blank + after : before, 'moodle');
  const text = stem.text === '' && title ? { ...stem, text: title } : stem;
  if (text.text === '') return report('error', 'missing-question-text');
  if (text !== stem) report('warning', 'text-from-title');
  const { body, feedback } = readBody(rest.slice(block.start + 1, block.end), report);
  const { answers, warnings } = readKind(body, text.format);
  if ('error' in answers) return report('error', answers.error.code, { ...answers.error.parameters, title: title ?? '' });
  if ('unsupported' in answers) {
    return report('warning', 'unsupported-kind', { kind: answers.unsupported, title: title ?? readLine(text.text).slice(0, 80) });
  }
  for (const { code, parameters } of warnings) report('warning', code, parameters);
  const { line, category } = paragraph;
  const generalFeedback = readFeedback(feedback, text.format);
  const base = { line, ...readComments(paragraph.comments), category: category && readLine(category), title, text, blank: missingWord };
  return { ...base, generalFeedback, ...answers };
}

/** Splits off the feedback after the last `####`, and saves markup that forgot its backslashes. */
function readBody(inside: string, report: Report): { readonly body: string; readonly feedback: string } {
  const whole = holdTags(inside);
  if (whole !== inside) report('warning', 'unescaped-character', { character: '=' });
  const split = whole.lastIndexOf('####');
  return split < 0 ? { body: whole, feedback: '' } : { body: whole.slice(0, split), feedback: whole.slice(split + 4) };
}

/** `[id:…]` and `[tag:…]`; a `]` inside is written `\]`. */
function readComments(comments: readonly string[]): { readonly id: string | null; readonly tags: readonly string[] } {
  const said = release(comments.join('\n'));
  const values = (name: 'id' | 'tag'): string[] =>
    [...said.matchAll(name === 'id' ? /\[id:((?:\\\]|(?!\[id:)[^\]\n])+)\]/g : /\[tag:((?:\\\]|(?!\[tag:)[^\]\n])+)\]/g)].map(
      ([, value = '']) => value.replaceAll('\\]', ']').trim(),
    );
  return { id: values('id')[0] ?? null, tags: [...new Set(values('tag'))].filter((tag) => tag !== '') };
}
