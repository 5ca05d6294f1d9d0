import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ImportMode, type Actor, type ImportId, type ImportView } from '@aula/contracts';
import { Ids, ObjectStorage, Problem, Work, found } from '@aula/platform';
import { changeImport, importByKey, importOf, keepImport, readImport } from './import.queries.js';
import { lastChange } from './reversal.queries.js';

/** A file that has been received and is no import yet. */
export interface StoredFile {
  id: ImportId;
  fileName: string;
  objectKey: string;
  objectEtag: string;
}
/** Where the files of imports lie; the rest of a key is the import's id. */
export const filesPrefix = 'identity/imports/';

@Injectable()
export class ImportService {
  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    private readonly ids: Ids,
  ) {}

  /** Stores a file while it arrives. */
  async store(fileName: string, stream: Readable): Promise<StoredFile> {
    const id = this.ids.next<ImportId>();
    const objectKey = `${filesPrefix}${id}`;
    const { etag } = await this.storage.put(objectKey, stream, 'text/csv');
    return { id, fileName, objectKey, objectEtag: etag };
  }

  /**
   * Makes a stored file an import and orders its work. The same idempotency key with the same file and mode gives the first import.
   * Problems: invalid-request (`mode`); idempotency-key-reused.
   */
  async start(actor: Actor, stored: StoredFile, wish: { mode: string | undefined; key: string | undefined }): Promise<{ id: ImportId }> {
    const mode = ImportMode.safeParse(wish.mode);
    const id = mode.success ? await this.keep(actor, stored, mode.data, wish.key) : undefined;
    if (id !== stored.id) await this.storage.remove([stored.objectKey]);
    if (!mode.success) throw new Problem('invalid', 'invalid-request', {}, { errors: [{ path: 'mode', message: 'rehearse | apply' }] });
    if (id === undefined) throw new Problem('conflict', 'idempotency-key-reused');
    return { id };
  }

  /** Applies what was rehearsed. The file is read again, against the institutions that there are now. Problems: not-found; import.state-wrong. */
  apply(actor: Actor, id: ImportId): Promise<{ id: ImportId }> {
    return this.move(actor, id, 'rehearsed', () => ({
      state: 'applying' as const,
      order: 'identity.import-people' as const,
      changing: { mode: 'apply' as const, stage_id: null, judged: false, merged_line: 0, changed: 0, unchanged: 0 },
    }));
  }

  /** Takes back what an import did. Problems: not-found; import.state-wrong. */
  reverse(actor: Actor, id: ImportId): Promise<{ id: ImportId }> {
    return this.move(actor, id, 'applied', (lastLine) => ({
      state: 'reversing' as const,
      order: 'identity.reverse-import' as const,
      changing: { merged_line: lastLine },
    }));
  }

  private keep(actor: Actor, stored: StoredFile, mode: ImportView['mode'], key: string | undefined): Promise<ImportId | undefined> {
    return this.work.run(async (em, record) => {
      const kept = await keepImport(em, { ...stored, importedBy: actor.personId, mode, key });
      if (kept) record.order('identity.import-people', [stored.id]);
      if (kept) return stored.id;
      const first = found(await importByKey(em, actor.personId, key));
      return first.objectEtag === stored.objectEtag && first.mode === mode ? first.id : undefined;
    });
  }

  private move(
    actor: Actor,
    id: ImportId,
    from: ImportView['state'],
    to: (lastLine: number) => {
      state: ImportView['state'];
      order: 'identity.import-people' | 'identity.reverse-import';
      changing: Parameters<typeof changeImport>[2];
    },
  ): Promise<{ id: ImportId }> {
    return this.work.run(async (em, record) => {
      found(await readImport(em, actor, id, actor.language));
      const { state } = found(await importOf(em, id, true));
      if (state !== from) throw new Problem('conflict', 'import.state-wrong', { state });
      const next = to(await lastChange(em, id));
      await changeImport(em, id, { ...next.changing, state: next.state, progress: 0 });
      record.order(next.order, [id]);
      return { id };
    });
  }
}
