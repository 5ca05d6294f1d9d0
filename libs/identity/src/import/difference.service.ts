import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, DifferenceQuery, DifferenceView, ImportId, ImportView, Page } from '@aula/contracts';
import { Problem, Work, decodeCursor, encodeCursor, found, repeat, sortValue } from '@aula/platform';
import { grantsOf } from '../grant/grant.queries.js';
import { appliedDifferences, stagedDifferences } from './difference.queries.js';
import { importBranches } from './import.policy.js';
import { importOf, lookUpByIndex, readImport, type ImportWork } from './import.queries.js';
import { lastLine, nextLine, stagedRows, type RosterRange } from './roster.queries.js';

/** Staged lines that are looked at in one statement, and in one request: a page may then be short, and say where to go on. */
const chunk = 2_000;
const mostChunks = 20;
/** What a page has gathered, and up to which line; `over`: there is nothing behind. */
interface Gathered {
  items: DifferenceView[];
  after: number;
  over: boolean;
}
const done: readonly ImportView['state'][] = ['applied', 'reversing', 'reversed'];

/** Who becomes what by an import, person by person. */
@Injectable()
export class Differences {
  constructor(private readonly work: Work) {}

  /** Problems: not-found; import.differences-gone. */
  list(actor: Actor, id: ImportId, query: DifferenceQuery): Promise<Page<DifferenceView>> {
    return this.work.run(async (em) => {
      const { state } = found(await readImport(em, actor, id, actor.language));
      const after = decodeCursor(query.cursor, sortValue.integer)?.[0] ?? 0;
      if (done.includes(state)) return this.applied(em, id, query, after);
      if (state !== 'rehearsed') return { items: [], next: null };
      return this.rehearsed(em, found(await importOf(em, id)), query, after);
    });
  }

  private async applied(em: EntityManager, id: ImportId, query: DifferenceQuery, after: number): Promise<Page<DifferenceView>> {
    const { kind, outcome, limit } = query;
    const items = await appliedDifferences(em, id, { after, kind, outcome, limit: limit + 1 });
    const shown = items.slice(0, limit);
    return { items: shown, next: items.length > limit ? encodeCursor([shown.at(-1)!.line]) : null };
  }

  private async rehearsed(em: EntityManager, work: ImportWork, query: DifferenceQuery, after: number): Promise<Page<DifferenceView>> {
    const { stageId } = work;
    if (!stageId || (await stagedRows(em, stageId)) !== work.staged) throw new Problem('gone', 'import.differences-gone');
    await lookUpByIndex(em);
    const branches = importBranches(await grantsOf(em, work.importedBy));
    const range = { importId: work.id, stageId, branches, columns: work.columns };
    const last = await lastLine(em, stageId);
    const page: Gathered = { items: [], after, over: false };
    let chunks = 0;
    await repeat(async () => {
      await gather(em, range, query, page);
      page.over ||= page.after >= last;
      return !page.over && page.items.length < query.limit && ++chunks < mostChunks;
    });
    return { items: page.items, next: page.over ? null : encodeCursor([page.after]) };
  }
}

/** Adds what the next staged lines bring, as far as the page has room. */
const gather = async (
  em: EntityManager,
  range: Omit<RosterRange, 'after' | 'upTo'>,
  query: DifferenceQuery,
  page: Gathered,
): Promise<void> => {
  const upTo = await nextLine(em, range.stageId, page.after, chunk);
  if (upTo === undefined) {
    page.over = true;
    return;
  }
  const room = query.limit - page.items.length;
  const items = await stagedDifferences(em, { ...range, after: page.after, upTo }, query.kind, room);
  page.items.push(...items);
  page.after = items.length === room ? items.at(-1)!.line : upTo;
};
