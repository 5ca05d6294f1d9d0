import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor, BankId, QuestionId, QuestionImportId } from '@aula/contracts';
import { found, Ids, ObjectStorage, unhurried, Work } from '@aula/platform';
import { lockBank } from '../bank/bank.queries.js';
import { BankService } from '../bank/bank.service.js';
import type { QuestionDraft } from '../question/question.entity.js';
import { insertQuestions } from '../question/question.queries.js';
import { questionsIn } from './question-import.entity.js';
import { addedBy, beginReading, endReading, importOf, insertImport, type QuestionImportRow } from './question-import.queries.js';
import { Tally } from './tally.entity.js';

const atOnce = 500;
/** Where the files of imports lie; the rest of a key is the import's id. */
export const filesPrefix = 'assessment/imports/';
const keyOf = (id: string): string => `${filesPrefix}${id}`;

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
    const tally = new Tally();
    let drafts: QuestionDraft[] = [];
    for await (const step of unhurried(questionsIn(await buffer(stored.body)))) {
      tally.add(step);
      if (step.draft) drafts.push(step.draft);
      if (drafts.length < atOnce) continue;
      await this.add(bankId, id, drafts);
      drafts = [];
    }
    if (drafts.length > 0) await this.add(bankId, id, drafts);
    await this.work.run(async (em) => {
      await endReading(em, id, tally.report(await addedBy(em, id)));
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
