import { Injectable } from '@nestjs/common';
import {
  problemText,
  type Actor,
  type BankId,
  type Page,
  type QuestionCreate,
  type QuestionId,
  type QuestionQuery,
  type QuestionTagList,
} from '@aula/contracts';
import { currentContext, decodeCursor, found, Ids, pageOfRows, Problem, sortValue, sqlState, Work } from '@aula/platform';
import { BankService } from '../bank/bank.service.js';
import { draftOf, faultsOf, type QuestionDraft } from './question.entity.js';
import { insertQuestions, insertVersion, questionOf, questionsOf, retire, tagsOf, type QuestionRow } from './question.queries.js';

const uniqueViolation = '23505';

/** Questions of a bank, for those who may author it. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly banks: BankService,
  ) {}

  /** Problems: not-found; invalid `question.not-usable`; conflict `question.exists`. */
  async add(actor: Actor, bankId: BankId, wish: QuestionCreate): Promise<QuestionRow> {
    await this.banks.read(actor, bankId);
    const draft = usable(draftOf(wish));
    const id = this.ids.next<QuestionId>();
    return this.work.run(async (em) => {
      const added = await insertQuestions(em, bankId, null, [{ id, versionId: this.ids.next(), draft, tags: tagsIn(wish) }]);
      if (added === 0) throw new Problem('conflict', 'question.exists');
      return found(await questionOf(em, bankId, id));
    });
  }

  /** Makes the next version. Attempts keep the version they were drawn from. Problems: as `add`. */
  async revise(actor: Actor, bankId: BankId, id: QuestionId, wish: QuestionCreate): Promise<QuestionRow> {
    await this.banks.read(actor, bankId);
    const draft = usable(draftOf(wish));
    try {
      return await this.work.run(async (em) => {
        found(await insertVersion(em, bankId, { id, versionId: this.ids.next(), draft, tags: tagsIn(wish) }));
        return found(await questionOf(em, bankId, id));
      });
    } catch (error) {
      if (sqlState(error) === uniqueViolation) throw new Problem('conflict', 'question.exists');
      throw error;
    }
  }

  async list(actor: Actor, bankId: BankId, query: QuestionQuery): Promise<Page<QuestionRow>> {
    await this.banks.read(actor, bankId);
    const [after] = decodeCursor(query.cursor, sortValue.integer) ?? [0];
    const questions = await this.work.read((em) => questionsOf(em, bankId, query, after));
    return pageOfRows(
      questions,
      query.limit,
      (question) => question,
      (question) => [question.position],
    );
  }

  /** Problem: not-found. */
  async read(actor: Actor, bankId: BankId, id: QuestionId): Promise<QuestionRow> {
    await this.banks.read(actor, bankId);
    return found(await this.work.read((em) => questionOf(em, bankId, id)));
  }

  async tags(actor: Actor, bankId: BankId): Promise<QuestionTagList['items']> {
    await this.banks.read(actor, bankId);
    return this.work.read((em) => tagsOf(em, bankId));
  }

  /** Takes a question out of use, or back: it stays, with the attempts that had it. Problem: not-found. */
  async retire(actor: Actor, bankId: BankId, id: QuestionId, retired: boolean): Promise<QuestionRow> {
    await this.banks.read(actor, bankId);
    return this.work.run(async (em) => {
      found(await retire(em, bankId, id, retired));
      return found(await questionOf(em, bankId, id));
    });
  }
}

const tagsIn = ({ tags }: QuestionCreate): string[] | undefined => tags && [...new Set(tags)];

const usable = (draft: QuestionDraft): QuestionDraft => {
  const faults = faultsOf(draft);
  if (faults.length === 0) return draft;
  const language = currentContext()?.language ?? 'es';
  const errors = faults.map(({ path, code, parameters }) => ({ path, message: problemText(code, language, parameters) }));
  throw new Problem('invalid', 'question.not-usable', {}, { errors });
};
