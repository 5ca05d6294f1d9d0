import { Injectable } from '@nestjs/common';
import type { Actor, BankCreate, BankId, BankQuery, Page } from '@aula/contracts';
import { decodeCursor, found, Ids, pageOfRows, sortValue, Work } from '@aula/platform';
import { bankOf, banksOf, insertBank, type BankRow } from './bank.queries.js';

/** Banks of questions. Each belongs to the person who made it. */
@Injectable()
export class BankService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  create(actor: Actor, { title }: BankCreate): Promise<BankRow> {
    const id = this.ids.next<BankId>();
    return this.work.run(async (em) => {
      await insertBank(em, { id, title, ownerId: actor.personId });
      return found(await bankOf(em, actor, id));
    });
  }

  /** Problem: not-found, also for a bank that the actor may not author. */
  async read(actor: Actor, id: BankId): Promise<BankRow> {
    return found(await this.work.read((em) => bankOf(em, actor, id)));
  }

  async list(actor: Actor, { q, cursor, limit }: BankQuery): Promise<Page<BankRow>> {
    const [before] = decodeCursor(cursor, sortValue.id) ?? [null];
    const banks = await this.work.read((em) => banksOf(em, actor, q?.trim() || null, limit + 1, before));
    return pageOfRows(
      banks,
      limit,
      (bank) => bank,
      (bank) => [bank.id],
    );
  }
}
