import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { ObjectStorage, Work, repeat } from '@aula/platform';
import { itemsOf, parserVersion, playedOrganization, type Manifest } from '@aula/scorm';
import { opened } from './contents.service.js';
import { examined, type Examined } from '../examination/examination.service.js';
import { Refused, itemsView, kept, standardOf, titleOf } from './package.entity.js';
import { sentSizes } from './package-file.queries.js';
import { nextDated, noteRecheck, renew, type Dated, type RecheckOutcome } from './recheck.queries.js';

const nil = '00000000-0000-0000-0000-000000000000';

/** Reads packages again from their originals, once the parser has learned more. */
@Injectable()
export class RecheckService {
  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
  ) {}

  /** Every ready package whose result is older than the parser; goes on where it was stopped. */
  async all(): Promise<void> {
    let after = nil;
    await repeat(async () => {
      const dated = await this.work.read((em) => nextDated(em, parserVersion, after));
      if (dated) {
        after = dated.id;
        await this.again(dated);
      }
      return dated !== undefined;
    });
  }

  private async again(dated: Dated): Promise<void> {
    const innerKey = `${dated.zip_key}.recheck`;
    try {
      const { archive, entries, manifest, findings } = await opened(this.storage, dated.zip_key, innerKey);
      const sent = await this.work.read((em) => sentSizes(em, dated.sha256));
      const found = await examined(archive, entries, manifest, sent);
      await this.compare(dated, { ...found, findings: kept([...findings, ...found.findings]) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // played until now, it is played on: what would refuse it is for its author to read
      const refused = kept(error.findings).map(({ code }) => code);
      await this.work.run((em) => noteRecheck(em, dated, parserVersion, 'failed', { refused }));
    } finally {
      await this.storage.remove([innerKey]);
    }
  }

  private async compare(dated: Dated, found: Examined): Promise<void> {
    // a running attempt knows its items by name
    const stays = dated.attempted && !isDeepStrictEqual(namesIn(dated.manifest), namesIn(found.manifest));
    const manifest = stays ? dated.manifest : found.manifest;
    const changes = changesOf(dated, found);
    const outcome: RecheckOutcome = stays ? 'kept' : Object.keys(changes).length > 0 ? 'changed' : 'same';
    await this.work.run(async (em) => {
      await noteRecheck(em, dated, parserVersion, outcome, changes);
      await renew(em, dated.id, {
        standard: standardOf(manifest),
        title: titleOf(manifest, dated.file_name),
        manifest,
        items: itemsView(manifest),
        findings: found.findings,
        report: found.report,
        version: parserVersion,
      });
    });
  }
}

const namesIn = (manifest: Manifest): string[] => itemsOf(playedOrganization(manifest).items).map(({ identifier }) => identifier);

/** What is told: findings that came and went, and parts that are read otherwise. */
const changesOf = (dated: Dated, { manifest, findings }: Examined): Record<string, unknown> => {
  const [before, after] = [dated.findings, findings].map((all) => [...new Set<string>(all.map(({ code }) => code))]) as [
    string[],
    string[],
  ];
  const came = after.filter((code) => !before.includes(code));
  const went = before.filter((code) => !after.includes(code));
  const parts = (Object.keys(manifest) as (keyof Manifest)[]).filter(
    (part) => part !== 'parserVersion' && !isDeepStrictEqual(plain(manifest[part]), plain(dated.manifest[part])),
  );
  return { ...(came.length > 0 && { came }), ...(went.length > 0 && { went }), ...(parts.length > 0 && { parts }) };
};
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
