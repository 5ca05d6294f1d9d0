import { Injectable } from '@nestjs/common';
import type { Actor, CompletionChoices, CompletionFilter, CompletionQuery, CompletionTotals } from '@aula/contracts';
import { Work } from '@aula/platform';
import { cursorOf } from './completion.entity.js';
import { choicesFor, completionsFor, totalsFor, type CompletionRow } from './completion.queries.js';

/** Rows of one piece of a file. */
const piece = 1_000;

/** The register of a university: who completed the courses that it answers for. */
@Injectable()
export class Completions {
  constructor(private readonly work: Work) {}

  /** A page, `limit + 1` rows. */
  page(actor: Actor, query: CompletionQuery): Promise<CompletionRow[]> {
    return this.work.read((em) => completionsFor(em, actor, query));
  }

  totals(actor: Actor, filter: CompletionFilter): Promise<CompletionTotals> {
    return this.work.read((em) => totalsFor(em, actor, filter));
  }

  choices(actor: Actor): Promise<CompletionChoices> {
    return this.work.read((em) => choicesFor(em, actor));
  }

  /** Everything that the filter leaves, piece by piece, so that a file of any length takes the memory of one. */
  async *all(actor: Actor, filter: CompletionFilter, cursor?: string): AsyncGenerator<CompletionRow[]> {
    const found = await this.page(actor, { ...filter, limit: piece, cursor });
    const rows = found.slice(0, piece);
    yield rows;
    if (found.length > piece) yield* this.all(actor, filter, cursorOf(rows.at(-1)!));
  }
}
