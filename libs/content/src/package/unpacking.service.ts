import { Inject, Injectable } from '@nestjs/common';
import { LOG, ObjectStorage, Work, repeat, type Logger } from '@aula/platform';
import { parserVersion, type Manifest } from '@aula/scorm';
import { opened } from './contents.service.js';
import { FileStore } from './file-store.service.js';
import { Refused, isHopeless, isRefused, itemsView, kept, refusal, standardOf, storableJson, titleOf } from './package.entity.js';
import type { PackageFinding, Turn } from './package.entity.js';
import { enterFiles, enteredFiles, forgetFiles } from './package-file.queries.js';
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
    const store = new FileStore(this.storage, archive, turn.prefix);
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
    await this.storage.remove([innerKey(turn)]);
    await this.finish(turn, manifest, entries.length, findings);
  }

  private async finish(turn: Turn, manifest: Manifest, files: number, findings: readonly PackageFinding[]): Promise<void> {
    await this.work.run(async (em, record) => {
      const ready = await readyPackages(em, turn, {
        standard: standardOf(manifest),
        title: titleOf(manifest, turn.file_name),
        manifest: storableJson(manifest),
        items: storableJson(itemsView(manifest)),
        parserVersion,
        findings: storableJson(kept(findings)),
        files,
      });
      record('package.ready', ready);
    });
  }

  /** Everything that was written goes, the upload too; its row stays and says why. */
  private async refuse(turn: Turn, findings: readonly PackageFinding[]): Promise<void> {
    await this.work.run((em) => noteVerdict(em, turn, findings));
    await repeat(async () => {
      const keys = await this.storage.list(turn.prefix, undefined, 500);
      await this.work.run((em) => touch(em, turn, 0)); // the same bytes may lie here again once another start has ended this
      await this.storage.remove(keys);
      return keys.length > 0;
    });
    await this.storage.remove([innerKey(turn), turn.zip_key]);
    await this.work.run(async (em) => {
      await forgetFiles(em, turn.sha256);
      await refusePackage(em, turn, findings);
    });
  }
}

/** Where the inner zip of a zip in a zip lies while it is unpacked. */
const innerKey = ({ zip_key: zipKey }: Turn): string => `${zipKey}.inner`;
