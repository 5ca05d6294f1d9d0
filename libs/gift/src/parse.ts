import { holdTags } from './answer.js';
import { answersAmong, blocksOf, type Block } from './braces.js';
import { clean, hold, release } from './escape.js';
import type { GiftFinding, GiftFindingCode } from './finding.js';
import { readKind, type Remark } from './kind.js';
import { type Paragraph, paragraphsOf } from './paragraph.js';
import type { GiftQuestion } from './question.js';
import { readFeedback, readLine, readText } from './text.js';

/** What a file holds: the usable questions in file order, and what was found on the way, by line. */
export interface GiftResult {
  readonly questions: readonly GiftQuestion[];
  readonly findings: readonly GiftFinding[];
}

type Report = (severity: GiftFinding['severity'], code: GiftFindingCode, parameters?: Remark['parameters']) => null;

const blank = '_____';

/** Reads a GIFT file. Never throws: a bad question becomes a finding at its first line and the others are kept. */
export function parseGift(text: string): GiftResult {
  const questions: GiftQuestion[] = [];
  const findings: GiftFinding[] = [];
  const at =
    (line: number): Report =>
    (severity, code, parameters = {}) => {
      findings.push({ severity, code, line, parameters });
      return null;
    };
  const { text: source, dirtyAt } = clean(text);
  if (dirtyAt !== null) at(dirtyAt)('warning', 'control-character');
  for (const paragraph of paragraphsOf(hold(source))) {
    const question = readQuestion(paragraph, at(paragraph.line));
    if (question) questions.push(question);
  }
  if (questions.length === 0 && findings.every(({ severity }) => severity === 'warning')) at(1)('error', 'no-questions');
  return { questions, findings: findings.toSorted((a, b) => a.line - b.line) };
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
    [...said.matchAll(name === 'id' ? /\[id:((?:\\\]|[^\]\n])+)\]/g : /\[tag:((?:\\\]|[^\]\n])+)\]/g)].map(([, value = '']) =>
      value.replaceAll('\\]', ']').trim(),
    );
  return { id: values('id')[0] ?? null, tags: [...new Set(values('tag'))].filter((tag) => tag !== '') };
}
