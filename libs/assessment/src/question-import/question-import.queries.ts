import type { EntityManager } from '@mikro-orm/postgresql';
import type { BankId, QuestionImportId, QuestionImportView } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { QuestionFinding } from './question-import.entity.js';

export interface QuestionImportRow {
  id: QuestionImportId;
  bankId: BankId;
  state: QuestionImportView['state'];
  format: QuestionImportView['format'];
  accepted: number;
  rejected: number;
  findings: QuestionFinding[];
}
const columns = `i.id, i.bank_id as "bankId", i.state, i.format, i.accepted, i.rejected, i.findings`;

export const insertImport = (
  em: EntityManager,
  { id, bankId, personId, fileName }: { id: QuestionImportId; bankId: BankId; personId: string; fileName: string },
): Promise<unknown> =>
  row(em, `insert into assessment.question_import (id, bank_id, person_id, file_name) values ($1, $2, $3, $4)`, [
    id,
    bankId,
    personId,
    fileName,
  ]);

export const importOf = (em: EntityManager, bankId: BankId, id: QuestionImportId): Promise<QuestionImportRow | undefined> =>
  row(em, `select ${columns} from assessment.question_import i where i.bank_id = $1 and i.id = $2`, [bankId, id]);

/** Marks an import as being read, also after an interruption. Undefined when it has ended. */
export const beginReading = (em: EntityManager, id: string): Promise<QuestionImportRow | undefined> =>
  row(
    em,
    `update assessment.question_import i set state = 'reading' where i.id = $1 and i.state in ('queued', 'reading') returning ${columns}`,
    [id],
  );

/** The content hashes, in hexadecimal, of the questions that came with this import. */
export const addedBy = async (em: EntityManager, id: QuestionImportId): Promise<Set<string>> => {
  const added = await rows<{ hash: string }>(
    em,
    `select encode(content_hash, 'hex') as hash from assessment.question where import_id = $1`,
    [id],
  );
  return new Set(added.map(({ hash }) => hash));
};

export const endReading = (
  em: EntityManager,
  id: QuestionImportId,
  { state, accepted, rejected, findings }: Pick<QuestionImportRow, 'state' | 'accepted' | 'rejected' | 'findings'>,
): Promise<unknown> =>
  row(
    em,
    `update assessment.question_import set state = $2, accepted = $3, rejected = $4, findings = $5, done_at = clock_timestamp() where id = $1`,
    [id, state, accepted, rejected, JSON.stringify(findings)],
  );

/** Those of `keys`, which begin with `prefix`, whose import has ended or never began. */
export const forsakenKeys = async (em: EntityManager, prefix: string, keys: string[]): Promise<string[]> => {
  const found = await rows<{ key: string }>(
    em,
    `select k.key from unnest($2::text[]) as k(key)
     where not exists (
       select from assessment.question_import i where i.id = substr(k.key, length($1) + 1)::uuid and i.state in ('queued', 'reading'))`,
    [prefix, keys],
  );
  return found.map(({ key }) => key);
};
