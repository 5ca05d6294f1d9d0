import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, AuditEntryView, AuditExportQuery, AuditQuery, AuditSubject, AuditedKind, Page } from '@aula/contracts';
import { Work, pageOfRows, encodeCursor } from '@aula/platform';
import { peopleReach } from '../person/person.policy.js';
import { namesOf, searchEntries, type EntryRow } from './audit.queries.js';
import { subjectsOf, type SubjectRow } from './subject.queries.js';

/** Of each group so many things are told in words. */
const mostTold = 5;
const mostExported = 100_000;
const exportedAtOnce = 500;

interface Group {
  kind: AuditedKind;
  action: string;
  count: number;
  ids: string[];
}

/** One changed thing as the exported file tells it; `actor` is a name. */
export interface ExportedLine {
  entry: EntryRow;
  actor: string | null;
  group: Group;
  id: string;
}

@Injectable()
export class AuditService {
  constructor(private readonly work: Work) {}

  /** Entries that a search finds, newest first, in words. */
  search(actor: Actor, query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.work.read(async (em) => {
      const found = await searchEntries(em, query, query.limit + 1);
      const told = await this.tell(em, actor, found.slice(0, query.limit));
      return pageOfRows(
        found,
        query.limit,
        (row) => told.get(row)!,
        (row) => [row.chain, row.seq],
      );
    });
  }

  /** Lines of a file, one per changed thing: entries with all their ids, page by page, at most a hundred thousand things. */
  async *export(actor: Actor, query: AuditExportQuery, cursor = '', left = mostExported): AsyncGenerator<ExportedLine[]> {
    const page = await this.work.read((em) => searchEntries(em, { ...query, ...(cursor ? { cursor } : {}) }, exportedAtOnce));
    const names = await this.names(
      actor,
      page.map((entry) => entry.actor),
    );
    const lines = page.flatMap((entry) =>
      groupsOf(entry).flatMap((group) => group.ids.map((id) => ({ entry, actor: nameIn(names, entry.actor), group, id }))),
    );
    yield lines.slice(0, left);
    const last = page.at(-1);
    if (last && page.length === exportedAtOnce && lines.length < left)
      yield* this.export(actor, query, encodeCursor([last.chain, last.seq]), left - lines.length);
  }

  private names(actor: Actor, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    if (!peopleReach(actor).everyone) return Promise.resolve(new Map<string, string>());
    return this.work.read((em) =>
      namesOf(
        em,
        ids.filter((id) => id !== null),
      ),
    );
  }

  private async tell(em: EntityManager, actor: Actor, entries: readonly EntryRow[]): Promise<Map<EntryRow, AuditEntryView>> {
    const wanted = new Map<AuditedKind, string[]>();
    for (const { kind, ids } of entries.flatMap(groupsOf)) wanted.set(kind, [...(wanted.get(kind) ?? []), ...ids.slice(0, mostTold)]);
    const subjects = await subjectsOf(em, wanted);
    const people = [...subjects.values()].flatMap((byId) => [...byId.values()].map((each) => each.personId));
    const names = await this.names(actor, [...people, ...entries.map((entry) => entry.actor)]);
    return new Map(entries.map((entry) => [entry, toView(entry, subjects, names)]));
  }
}

/** The groups of an entry, each with its own ids. */
const groupsOf = ({ groups, ids }: EntryRow): Group[] => {
  let start = 0;
  return groups.map((group) => ({ ...group, ids: ids.slice(start, (start += group.count)) }));
};

type Names = ReadonlyMap<string, string>;
const nameIn = (names: Names, id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
const personIn = (names: Names, id: string | null) => (id === null ? null : { id, name: nameIn(names, id) });

const toView = (entry: EntryRow, subjects: ReadonlyMap<AuditedKind, ReadonlyMap<string, SubjectRow>>, names: Names): AuditEntryView => ({
  chain: entry.chain,
  seq: entry.seq,
  at: entry.at,
  house: entry.house,
  actor: personIn(names, entry.actor),
  requestId: entry.requestId,
  groups: groupsOf(entry).map(({ kind, action, count, ids }) => ({
    kind,
    action,
    count,
    subjects: ids.slice(0, mostTold).map((id) => subjectOf(id, subjects.get(kind)?.get(id), names)),
  })),
});

const subjectOf = (id: string, row: SubjectRow | undefined, names: Names): AuditSubject => ({
  id,
  person: personIn(names, row?.personId ?? null),
  facts: (row?.facts ?? []).filter((fact) => fact.new !== null || fact.old !== undefined),
});
