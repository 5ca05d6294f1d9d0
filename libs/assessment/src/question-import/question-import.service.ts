import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor, BankId, QuestionId, QuestionImportId } from '@aula/contracts';
import { found, Ids, inOrder, ObjectStorage, Work } from '@aula/platform';
import { lockBank } from '../bank/bank.queries.js';
import { BankService } from '../bank/bank.service.js';
import { contentHash, type QuestionDraft } from '../question/question.entity.js';
import { insertQuestions } from '../question/question.queries.js';
import { finding, readQuestionFile, withinReason, type QuestionFile } from './question-import.entity.js';
import { addedBy, beginReading, endReading, importOf, insertImport, type QuestionImportRow } from './question-import.queries.js';

const atOnce = 500;
const keyOf = (id: string): string => `assessment/imports/${id}`;

/** Files of questions: kept in the object storage, read by a job, their questions added to the bank once. */
@Injectable()
export class QuestionImportService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly storage: ObjectStorage,
    private readonly banks: BankService,
  ) {}

  /** Says whether the actor may import into the bank, before anything is received. Problem: not-found. */
  async demand(actor: Actor, bankId: BankId): Promise<void> {
    await this.banks.read(actor, bankId);
  }

  /** Keeps a file that is arriving, under the id of the import that it is to have. */
  async keep(file: { name: string; stream: Readable }): Promise<{ id: QuestionImportId; fileName: string }> {
    const id = this.ids.next<QuestionImportId>();
    await this.storage.put(keyOf(id), file.stream, 'text/plain');
    return { id, fileName: file.name };
  }

  /** Orders the reading of a kept file. */
  order(actor: Actor, bankId: BankId, file: { id: QuestionImportId; fileName: string }): Promise<{ id: QuestionImportId }> {
    return this.work.run(async (em, record) => {
      await insertImport(em, { ...file, bankId, personId: actor.personId });
      record.order('assessment.import-questions', [file.id]);
      return { id: file.id };
    });
  }

  async read(actor: Actor, bankId: BankId, id: QuestionImportId): Promise<QuestionImportRow> {
    await this.banks.read(actor, bankId);
    return found(await this.work.read((em) => importOf(em, bankId, id)));
  }

  /**
   * Reads the kept file and adds its questions, up to 500 a transaction. May be interrupted anywhere and begun again: what is in the
   * bank is not added twice, and what this import added is counted in the bank itself.
   */
  async take(id: string): Promise<void> {
    const begun = await this.work.run((em) => beginReading(em, id));
    if (begun) await this.takeInto(begun);
    await this.storage.remove([keyOf(id)]);
  }

  private async takeInto({ id, bankId }: QuestionImportRow): Promise<void> {
    const stored = await this.storage.get(keyOf(id));
    if (!stored) throw new Error('the file of this import is not in the object storage');
    const file = readQuestionFile(await buffer(stored.body));
    await inOrder(slices(file.drafts), (drafts) => this.add(bankId, id, drafts));
    await this.work.run(async (em) => {
      await endReading(em, id, reportOf(file, await addedBy(em, id)));
    });
  }

  private add(bankId: BankId, importId: QuestionImportId, drafts: readonly QuestionDraft[]): Promise<number> {
    return this.work.run(async (em) => {
      await lockBank(em, bankId);
      const questions = drafts.map((draft) => ({ id: this.ids.next<QuestionId>(), versionId: this.ids.next(), draft }));
      return insertQuestions(em, bankId, importId, questions);
    });
  }
}

/** What became of the file, given the hashes of the questions that its import added. */
const reportOf = ({ drafts, rejected, findings }: QuestionFile, added: ReadonlySet<string>) => {
  const accepted = drafts.filter((draft) => added.has(contentHash(draft).toString('hex'))).length;
  const counted = (code: 'question.repeated' | 'question.already-there', count: number) =>
    count > 0 ? [finding('info', code, null, { count })] : [];
  const unreadable = findings.some(({ code }) => code === 'question.not-text' || code === 'question.no-questions');
  return {
    state: unreadable ? ('failed' as const) : ('done' as const),
    accepted,
    rejected,
    findings: withinReason([
      ...findings,
      ...counted('question.repeated', accepted - added.size),
      ...counted('question.already-there', drafts.length - accepted),
    ]),
  };
};

const slices = (drafts: readonly QuestionDraft[]): QuestionDraft[][] =>
  Array.from({ length: Math.ceil(drafts.length / atOnce) }, (_, index) => drafts.slice(index * atOnce, (index + 1) * atOnce));
