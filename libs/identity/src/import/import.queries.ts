import type { EntityManager } from '@mikro-orm/postgresql';
import {
  holdsEverywhere,
  problemText,
  type Actor,
  type ImportView,
  type Language,
  type Page,
  type PageQuery,
  type ProblemCode,
  type ProblemParameters,
  type RejectionView,
} from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';

type ImportRow = Omit<ImportView, 'problem'> & {
  importedBy: string;
  problemCode: ProblemCode | null;
  problemParameters: ProblemParameters | null;
};
const view = `id, state, mode, file_name as "fileName", rows, rows - rejected as accepted, rejected, changed, unchanged, progress, reversal,
  created_at as "createdAt", imported_by as "importedBy", problem_code as "problemCode", problem_parameters as "problemParameters"`;
/** The scope of every read of imports: $1 the actor, $2 whether they see all. */
const visible = `(imported_by = $1 or $2)`;
const visibleTo = (actor: Actor): unknown[] => [actor.personId, holdsEverywhere(actor, 'administrator')];

const toView = ({ importedBy: _, problemCode, problemParameters, ...rest }: ImportRow, language: Language): ImportView => ({
  ...rest,
  problem: problemCode && { code: problemCode, message: problemText(problemCode, language, problemParameters ?? {}) },
});

/** Imports that the actor may see, newest first. */
export const listImports = async (em: EntityManager, actor: Actor, query: PageQuery, language: Language): Promise<Page<ImportView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<ImportRow>(
    em,
    `select ${view} from identity.people_import where ${visible} and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [...visibleTo(actor), before, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => toView(each, language),
    (each) => [each.id],
  );
};

export const readImport = async (em: EntityManager, actor: Actor, id: string, language: Language): Promise<ImportView | undefined> => {
  const found = await row<ImportRow>(em, `select ${view} from identity.people_import where ${visible} and id = $3`, [
    ...visibleTo(actor),
    id,
  ]);
  return found && toView(found, language);
};

/** What was wrong with the rows of an import, by line, in words of `language`. */
export const listRejections = async (em: EntityManager, id: string, query: PageQuery, language: Language): Promise<Page<RejectionView>> => {
  const [line, last] = decodeCursor(query.cursor, sortValue.integer, sortValue.bigint) ?? [0, 0];
  const found = await rows<{ id: number; line: number; column: string | null; code: ProblemCode; parameters: ProblemParameters }>(
    em,
    `select id, line, "column", code, parameters from identity.import_rejection
     where import_id = $1 and (line, id) > ($2::int, $3::bigint) order by line, id limit $4`,
    [id, line, last, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => ({ line: each.line, column: each.column, code: each.code, message: problemText(each.code, language, each.parameters) }),
    (each) => [each.line, each.id],
  );
};

/** All of them, read as they are asked for. */
export async function* allRejections(em: EntityManager, id: string, language: Language): AsyncGenerator<RejectionView> {
  for await (const page of rejectionPages(em, id, language)) yield* page;
}
async function* rejectionPages(em: EntityManager, id: string, language: Language): AsyncGenerator<RejectionView[]> {
  const at: { next: string | null } = { next: null };
  const turn = async (): Promise<RejectionView[]> => {
    const page = await listRejections(em, id, { limit: 1_000, ...(at.next ? { cursor: at.next } : {}) }, language);
    at.next = page.next;
    return page.items;
  };
  yield turn();
  while (at.next) yield turn();
}

/** An import as the work on it sees it. `columns`: those of the header; `staged`: rows in the staging table, null before. */
export interface ImportWork {
  id: string;
  importedBy: string;
  mode: ImportView['mode'];
  state: ImportView['state'];
  objectKey: string;
  objectEtag: string;
  columns: string[];
  stageId: string | null;
  staged: number | null;
  judged: boolean;
  mergedLine: number;
  changed: number;
  unchanged: number;
}

/** The import, locked when `lock` says so. */
export const importOf = (em: EntityManager, id: string, lock = false): Promise<ImportWork | undefined> =>
  row(
    em,
    `select id, imported_by as "importedBy", mode, state, object_key as "objectKey", object_etag as "objectEtag", columns,
       stage_id as "stageId", staged, judged, merged_line as "mergedLine", changed, unchanged
     from identity.people_import where id = $1${lock ? ' for update' : ''}`,
    [id],
  );

/** Keeps a received file as a queued import. False when this importer has used the idempotency key. */
export const keepImport = async (
  em: EntityManager,
  started: Pick<ImportWork, 'id' | 'importedBy' | 'mode' | 'objectKey' | 'objectEtag'> & { fileName: string; key: string | undefined },
): Promise<boolean> =>
  (await row(
    em,
    `insert into identity.people_import (id, imported_by, mode, file_name, object_key, object_etag, idempotency_key)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (imported_by, idempotency_key) where idempotency_key is not null do nothing returning 1`,
    [started.id, started.importedBy, started.mode, started.fileName, started.objectKey, started.objectEtag, started.key ?? null],
  )) !== undefined;

/** The import that an idempotency key has started. */
export const importByKey = (em: EntityManager, importedBy: string, key: string | undefined): Promise<ImportWork | undefined> =>
  row<{ id: string }>(em, 'select id from identity.people_import where imported_by = $1 and idempotency_key = $2', [
    importedBy,
    key ?? null,
  ]).then((found) => found && importOf(em, found.id));

type Changing = Partial<{
  mode: ImportView['mode'];
  state: ImportView['state'];
  columns: readonly string[];
  stage_id: string | null;
  staged: number;
  judged: boolean;
  merged_line: number;
  rows: number;
  rejected: number;
  changed: number;
  unchanged: number;
  progress: number;
  problem_code: string;
  problem_parameters: string;
  reversal: string;
}>;

/** Sets columns of an import. The names come from the type, never from outside. */
export const changeImport = (em: EntityManager, id: string, changing: Changing): Promise<unknown> => {
  const names = Object.keys(changing);
  const set = names.map((name, index) => `${name} = $${index + 2}`).join(', ');
  return rows(em, `update identity.people_import set ${set}, changed_at = clock_timestamp() where id = $1`, [
    id,
    ...Object.values(changing),
  ]);
};

/**
 * Holds the planner to index look-ups for the rest of the transaction. Tables that have just been filled have no statistics, and a plan
 * that guesses reads all people for each of them; so many look-ups as a chunk has rows are never bad.
 */
export const lookUpByIndex = (em: EntityManager): Promise<unknown> =>
  rows(
    em,
    `select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`,
  );
