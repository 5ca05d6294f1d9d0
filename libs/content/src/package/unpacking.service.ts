import { Inject, Injectable } from '@nestjs/common';
import { LOG, ObjectStorage, Work, repeat, type Logger } from '@aula/platform';
import { parserVersion } from '@aula/scorm';
import { keysOf } from './blob.entity.js';
import { blobOf, dropFiles, unusedKeys } from './blob.queries.js';
import { BlobStore } from './blob-store.service.js';
import { opened } from './contents.service.js';
import { examined, type Examined } from '../examination/examination.service.js';
import { FileStore } from './file-store.service.js';
import { Refused, isHopeless, isRefused, itemsView, kept, refusal, standardOf, storableJson, titleOf } from './package.entity.js';
import type { PackageFinding, Turn } from './package.entity.js';
import { enterFiles, enteredFiles, sentSizes } from './package-file.queries.js';
import { beginTurn, noteFailure, noteVerdict, readyPackages, refusePackage, touch } from './unpacking.queries.js';

/** Turns an upload into a package that is ready or refused. It may be stopped at any line: the next start goes on from what is stored. */
@Injectable()
export class UnpackingService {
  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Does nothing when the package has ended or another start is at work. Throws what the next start may overcome. */
  async unpack(id: string): Promise<void> {
    const turn = await this.work.run((em) => beginTurn(em, id));
    if (!turn) return;
    try {
      await this.settle(turn);
    } catch (error) {
      await this.work.run((em) => noteFailure(em, turn));
      throw error;
    }
  }

  private async settle(turn: Turn): Promise<void> {
    try {
      if (isRefused(turn.findings)) throw new Refused(turn.findings);
      if (isHopeless(turn)) throw new Refused([refusal('unpack-failed')]);
      await this.unpackAll(turn);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.log.info({ packageId: turn.id, code: error.message }, 'a package is refused');
      await this.refuse(turn, kept(error.findings));
    }
  }

  private async unpackAll(turn: Turn): Promise<void> {
    const { archive, entries, manifest, findings } = await opened(this.storage, turn.zip_key, innerKey(turn));
    const stored = await this.work.read((em) => enteredFiles(em, turn.sha256));
    const blobs = new BlobStore(this.storage, `${turn.prefix}${turn.id}.${turn.begun}/`, (sha256) =>
      this.work.read((em) => blobOf(em, sha256)),
    );
    const store = new FileStore(archive, blobs);
    try {
      await store.all(entries, stored, (files, progress) =>
        this.work.run(async (em) => {
          await touch(em, turn, progress);
          if (files.length > 0) await enterFiles(em, turn.sha256, files);
        }),
      );
    } catch (error) {
      throw error instanceof Refused ? new Refused([...findings, ...error.findings]) : error;
    }
    await this.removeUnused(turn, 1);
    const sent = await this.work.read((em) => sentSizes(em, turn.sha256));
    const found = await examined(archive, entries, manifest, sent);
    await this.storage.remove([innerKey(turn)]);
    await this.finish(turn, { ...found, findings: [...findings, ...found.findings] }, entries.length);
  }

  private async finish(turn: Turn, { manifest, findings, report }: Examined, files: number): Promise<void> {
    await this.work.run(async (em, record) => {
      const ready = await readyPackages(em, turn, {
        standard: standardOf(manifest),
        title: titleOf(manifest, turn.file_name),
        manifest: storableJson(manifest),
        items: storableJson(itemsView(manifest)),
        parserVersion,
        findings: storableJson(kept(findings)),
        report: storableJson(report),
        files,
      });
      record('package.ready', ready);
    });
  }

  /** Everything that was written goes, the upload too; its row stays and says why. */
  private async refuse(turn: Turn, findings: readonly PackageFinding[]): Promise<void> {
    await this.work.run((em) => noteVerdict(em, turn, findings));
    const gone = await this.work.run((em) => dropFiles(em, turn.sha256));
    await this.storage.remove(gone.flatMap(keysOf));
    await this.removeUnused(turn, 0);
    await this.storage.remove([innerKey(turn), turn.zip_key]);
    await this.work.run((em) => refusePackage(em, turn, findings));
  }

  /** Removes what earlier starts, or others who were faster with equal bytes, left unused below this package's folder. */
  private async removeUnused(turn: Turn, progress: number): Promise<void> {
    let after: string | undefined;
    await repeat(async () => {
      const keys = await this.storage.list(turn.prefix, after, 500);
      after = keys.at(-1);
      const unused = await this.work.run(async (em) => {
        await touch(em, turn, progress); // the same bytes may lie here again once another start has ended this
        return unusedKeys(em, turn.sha256, keys);
      });
      await this.storage.remove(unused);
      return keys.length === 500;
    });
  }
}

/** Where the inner zip of a zip in a zip lies while it is unpacked. */
const innerKey = ({ zip_key: zipKey }: Turn): string => `${zipKey}.inner`;
