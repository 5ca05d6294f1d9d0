import type { ProblemCode, QuestionImportView } from '@aula/contracts';
import { contentHash } from '../question/question.entity.js';
import { finding, type FindingSeverity, type QuestionFinding, type QuestionStep } from './question-import.entity.js';

/** Findings that are kept; more of them help nobody. */
const mostFindings = 500;
const ofWholeFile: ReadonlySet<ProblemCode> = new Set(['question.not-text', 'question.no-questions', 'question.too-many']);

type Report = Pick<QuestionImportView, 'state' | 'accepted' | 'rejected'> & { findings: QuestionFinding[] };

/** What becomes of a file while it is read: its questions by their hashes, and no more findings than may be shown. */
export class Tally {
  private readonly hashes: string[] = [];
  private readonly findings: QuestionFinding[] = [];
  private readonly counts: Record<FindingSeverity, number> = { error: 0, warning: 0, info: 0 };
  private rejected = 0;
  private faulty = false;

  add({ draft, findings }: QuestionStep): void {
    if (draft) this.hashes.push(contentHash(draft).toString('hex'));
    findings.forEach((each) => {
      this.note(each);
      this.faulty ||= ofWholeFile.has(each.code);
      this.rejected += leavesOut(each) ? 1 : 0;
    });
  }

  /** What became of the file, given the hashes of the questions that its import added to the bank. */
  report(added: ReadonlySet<string>): Report {
    const accepted = this.hashes.filter((hash) => added.has(hash)).length;
    this.noteCount('question.repeated', accepted - added.size);
    this.noteCount('question.already-there', this.hashes.length - accepted);
    const state = this.faulty && this.hashes.length === 0 ? 'failed' : 'done';
    return { state, accepted, rejected: this.rejected, findings: this.withinReason() };
  }

  private note(found: QuestionFinding): void {
    this.counts[found.severity] += 1;
    if (this.counts[found.severity] <= mostFindings) this.findings.push(found);
  }

  private noteCount(code: ProblemCode, count: number): void {
    if (count > 0) this.note(finding('info', code, null, { count }));
  }

  /** By line, those of the whole file last; the gravest where not all fit, and then how many more there were. */
  private withinReason(): QuestionFinding[] {
    const room = {
      error: mostFindings,
      info: mostFindings - this.counts.error,
      warning: mostFindings - this.counts.error - this.counts.info,
    };
    const kept = this.findings.filter(({ severity }) => (room[severity] -= 1) >= 0);
    const more = this.counts.error + this.counts.info + this.counts.warning - kept.length;
    const sorted = kept.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
    return more > 0 ? [...sorted, finding('info', 'question.more-findings', null, { count: more })] : sorted;
  }
}

const leavesOut = ({ severity, code }: QuestionFinding): boolean =>
  (severity === 'error' && !ofWholeFile.has(code)) || code.startsWith('question.unsupported-');
