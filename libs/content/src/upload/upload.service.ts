import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { largestPackage, mostUploads, type Actor, type UploadId } from '@aula/contracts';
import { Ids, ObjectStorage, Problem, Work, found, inOrder, readableSize, removeAll, repeat, resultsOf } from '@aula/platform';
import { PackageService } from '../package/package.service.js';
import { PartCutter, partsPrefix, type UploadRow } from './upload.entity.js';
import { enterPart, enterUpload, expiredUploads, forgetUpload, noteAssembled, partsOf, uploadById, uploadsOf } from './upload.queries.js';

/** Packages that arrive in pieces. What has been acknowledged lies in the storage, so that any process may go on with it. */
@Injectable()
export class UploadService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly storage: ObjectStorage,
    private readonly packages: PackageService,
  ) {}

  /** Begins an upload of `size` bytes. Problems: too-large `body-too-large`; conflict `content.uploads-open`. */
  async begin(actor: Actor, fileName: string, size: number): Promise<UploadRow> {
    if (size > largestPackage) throw new Problem('too-large', 'body-too-large', { limit: readableSize(largestPackage) });
    const id = this.ids.next<UploadId>();
    const upload = { id, owner_id: actor.personId, file_name: fileName.slice(-200) || 'file', size };
    return this.work.run(async (em, record) => {
      const entered = await enterUpload(em, upload);
      if (!entered) throw new Problem('conflict', 'content.uploads-open', { limit: mostUploads });
      if (size === 0) record.order('content.assemble-upload', [id]);
      return entered;
    });
  }

  list(actor: Actor): Promise<UploadRow[]> {
    return this.work.read((em) => uploadsOf(em, actor.personId));
  }

  /** An upload of one's own. Problems: not-found; gone `content.upload-expired`. */
  async one(actor: Actor, id: UploadId): Promise<UploadRow> {
    const upload = found(await this.work.read((em) => uploadById(em, id, actor.personId)));
    if (upload.expired) throw new Problem('gone', 'content.upload-expired');
    return upload;
  }

  /**
   * Keeps what arrives from byte `start` on, until the stream ends or breaks; answers how many bytes of the whole are kept then. Problem:
   * conflict `content.upload-offset` when another request wrote from the same byte meanwhile.
   */
  async append(id: UploadId, stream: Readable, start: number): Promise<number> {
    const cutter = new PartCutter(stream);
    let received = start;
    await repeat(async () => {
      const part = await cutter.part();
      if (part) received = await this.keep(id, part, received);
      return part !== undefined;
    });
    return received;
  }

  /** Ends an upload and removes what was kept of it. */
  async discard(id: UploadId): Promise<void> {
    await this.work.run((em) => forgetUpload(em, id));
    await removeAll(this.storage, partsPrefix(id)); // without a row no part is entered any more
  }

  /** Makes the package of an upload that has arrived whole; a repeat after a crash finds the package that is there. */
  async assemble(id: UploadId): Promise<void> {
    const upload = await this.work.read((em) => uploadById(em, id));
    if (!upload || upload.package_id !== null || upload.received < upload.size) return;
    const parts = await this.work.read((em) => partsOf(em, id));
    const stream = Readable.from(this.bytesOf(parts.map(({ storage_key: key }) => key)), { objectMode: false });
    const started = await this.packages.receive(upload.owner_id, { name: upload.file_name, stream }, `upload:${id}`);
    await this.work.run((em) => noteAssembled(em, id, started.id));
    await removeAll(this.storage, partsPrefix(id));
  }

  /** Removes uploads whose time is over. */
  async removeExpired(): Promise<void> {
    const expired = await this.work.read((em) => expiredUploads(em));
    await inOrder(expired, ({ id }) => this.discard(id));
  }

  private async keep(id: UploadId, part: Readable, start: number): Promise<number> {
    const key = `${partsPrefix(id)}${this.ids.next()}`;
    const { size } = await this.storage.put(key, part, 'application/octet-stream');
    const upload = await this.work.run(async (em, record) => {
      const entered = await enterPart(em, id, { start, size, storage_key: key });
      if (entered && entered.received === entered.size) record.order('content.assemble-upload', [id]);
      return entered;
    });
    if (upload) return upload.received;
    await this.storage.remove([key]);
    throw new Problem('conflict', 'content.upload-offset');
  }

  private async *bytesOf(keys: readonly string[]): AsyncGenerator<Buffer> {
    for await (const object of resultsOf(keys, (key) => this.storage.get(key))) {
      if (!object) throw new Error('a part of this upload is not in the storage');
      yield* object.body as AsyncIterable<Buffer>;
    }
  }
}
