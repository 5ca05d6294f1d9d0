import { Injectable } from '@nestjs/common';
import type { Actor, PackageId } from '@aula/contracts';
import { ObjectStorage, Problem, Work, ensure, found, repeat } from '@aula/platform';
import { keysOf } from './blob.entity.js';
import { dropFiles, unusedKeys } from './blob.queries.js';
import { looksAfter } from './package.policy.js';
import { beginRemoval, markRemoved, removableById, removeHolder, removeSharers } from './removal.queries.js';

/** Removes packages; what others hold of the same bytes stays. */
@Injectable()
export class RemovalService {
  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
  ) {}

  /**
   * Nobody sees the package any more; its bytes go soon after, unless another package has them too. Problems: not-found; forbidden;
   * conflict `content.package-in-use`, `content.package-busy`.
   */
  async remove(actor: Actor, id: PackageId): Promise<void> {
    await this.work.run(async (em, record) => {
      const it = found(await removableById(em, id));
      ensure(looksAfter(actor, it.owner_id), 'package.remove');
      if (it.used) throw new Problem('conflict', 'content.package-in-use');
      if (it.state !== 'ready' && it.state !== 'refused') throw new Problem('conflict', 'content.package-busy');
      await markRemoved(em, id);
      record.order('content.remove-package', [it.holder]);
    });
  }

  /** Frees what a removed package held. May be stopped at any line and begun again. */
  async free(holder: string): Promise<void> {
    const begun = await this.work.run(async (em) => {
      await removeSharers(em, holder);
      return beginRemoval(em, holder);
    });
    if (!begun) return;
    if (begun.zip_key !== null) await this.freeFiles(begun.sha256, begun.zip_key); // one that was refused left nothing
    await this.work.run((em) => removeHolder(em, holder));
  }

  private async freeFiles(sha256: string, zipKey: string): Promise<void> {
    const gone = await this.work.run((em) => dropFiles(em, sha256));
    await this.storage.remove(gone.flatMap(keysOf));
    let after: string | undefined;
    await repeat(async () => {
      const keys = await this.storage.list(`pkg/${sha256}/`, after, 500);
      after = keys.at(-1);
      await this.storage.remove(await this.work.read((em) => unusedKeys(em, sha256, keys)));
      return keys.length === 500;
    });
    await this.storage.remove([zipKey]);
  }
}
