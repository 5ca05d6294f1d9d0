import { createHash, type Hash } from 'node:crypto';
import { Transform, pipeline, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Page, PackageId, PackageQuery, PackageStarted } from '@aula/contracts';
import { Ids, ObjectStorage, Problem, Work, found, pageOfRows, type Recorder } from '@aula/platform';
import type { PackageRow } from './package.entity.js';
import {
  closeUploads,
  enterHolder,
  enterSharer,
  openUpload,
  packageFor,
  packagesFor,
  sentBefore,
  uploadOf,
  type Arrival,
} from './package.queries.js';

@Injectable()
export class PackageService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly storage: ObjectStorage,
  ) {}

  /**
   * Stores an upload while it arrives and orders its unpacking; bytes that are held already are not kept twice. Under an idempotency
   * key a repeat gets the first package. Problems: too-large `body-too-large`; conflict `idempotency-key-reused`.
   */
  async receive(
    ownerId: string,
    { name, stream }: { name: string; stream: Readable },
    idempotencyKey: string | null,
  ): Promise<PackageStarted> {
    const id = this.ids.next<PackageId>();
    const zipKey = `packages/${id}.zip`;
    await this.work.run((em) => openUpload(em, id, zipKey));
    try {
      const { size, sha256 } = await this.stored(zipKey, stream);
      const fileName = name.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '\ufffd');
      const arrival = { id, ownerId, fileName, size, sha256, zipKey, idempotencyKey };
      return await this.entered(arrival, 3);
    } finally {
      await this.discard(id);
    }
  }

  /** The package. Problem: not-found. */
  async one(actor: Actor, id: PackageId): Promise<PackageRow> {
    return found(await this.work.read((em) => packageFor(em, actor, id)));
  }

  async list(actor: Actor, query: PackageQuery): Promise<Page<PackageRow>> {
    const listed = await this.work.read((em) => packagesFor(em, actor, query));
    return pageOfRows(
      listed,
      query.limit,
      (one) => one,
      ({ id }) => [id],
    );
  }

  private async stored(zipKey: string, stream: Readable): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    const hashed = pipeline(stream, through(hash), () => undefined);
    const { size } = await this.storage.put(zipKey, hashed, 'application/zip');
    return { size, sha256: hash.digest('hex') };
  }

  /** Tried again when the holder of the same bytes was refused, or the same key was used, between two looks. */
  private async entered(arrival: Arrival, tries: number): Promise<PackageStarted> {
    const entered = await this.work.run((em, record) => this.enter(em, record, arrival));
    if (entered) return { id: entered.id, state: entered.state };
    if (tries <= 1) throw new Problem('unavailable', 'unavailable', {}, { retryAfter: 2 });
    return this.entered(arrival, tries - 1);
  }

  private async enter(em: EntityManager, record: Recorder, arrival: Arrival): Promise<PackageStarted | undefined> {
    const before = arrival.idempotencyKey === null ? undefined : await sentBefore(em, arrival);
    if (before && before.sha256 !== arrival.sha256) throw new Problem('conflict', 'idempotency-key-reused');
    if (before) return before;
    const holder = await enterHolder(em, arrival);
    if (holder) {
      await closeUploads(em, [arrival.id]);
      record.order('content.unpack-package', [holder.id]);
      return holder;
    }
    const sharer = await enterSharer(em, arrival);
    if (sharer?.state === 'ready') record('package.ready', [{ packageId: sharer.id }]);
    return sharer;
  }

  /** Removes what an upload left behind, unless it became a package. What fails here is found again by the sweep. */
  private async discard(id: PackageId): Promise<void> {
    try {
      const left = await this.work.read((em) => uploadOf(em, id));
      if (!left) return;
      await this.storage.remove([left.zip_key]);
      await this.work.run((em) => closeUploads(em, [id]));
    } catch {
      // the answer to the sender matters more; `content.sweep-packages` removes it
    }
  }
}

const through = (hash: Hash): Transform =>
  new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
