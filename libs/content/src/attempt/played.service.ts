import { Injectable } from '@nestjs/common';
import { activityTree, itemsOf, playedOrganization, type Manifest } from '@aula/scorm';
import { rows, type Statements } from '@aula/platform';
import type { Played } from './attempt.entity.js';

export interface PlayedPackage extends Played {
  id: string;
  standard: string;
  title: string;
  bothApis: boolean;
}

const most = 200;

/** What of each package is played. A ready package never changes, so its manifest is read once and kept for a while. */
@Injectable()
export class PlayedService {
  private readonly kept = new Map<string, PlayedPackage>();

  /** The packages by id; one that is not ready is missing. */
  async of(on: Statements, ids: readonly string[]): Promise<ReadonlyMap<string, PlayedPackage>> {
    const wanted = [...new Set(ids)];
    const unknown = wanted.filter((id) => !this.kept.has(id));
    const loaded = unknown.length === 0 ? [] : await manifestsOf(on, unknown);
    const fresh = new Map(loaded.map((each) => [each.id, played(each)] as const));
    const found = wanted.flatMap((id) => this.kept.get(id) ?? fresh.get(id) ?? []);
    fresh.forEach((each) => this.keep(each));
    return new Map(found.map((each) => [each.id, each]));
  }

  private keep(played: PlayedPackage): void {
    this.kept.set(played.id, played);
    const oldest = this.kept.keys().next();
    if (this.kept.size > most && !oldest.done) this.kept.delete(oldest.value);
  }
}

interface ManifestRow {
  id: string;
  title: string | null;
  standard: string;
  manifest: Manifest;
}

const manifestsOf = (on: Statements, ids: readonly string[]): Promise<ManifestRow[]> =>
  rows(on, `select id, title, standard, manifest from content.package where id = any($1::uuid[]) and state = 'ready'`, [ids]);

const played = ({ id, title, standard, manifest }: ManifestRow): PlayedPackage => {
  const organization = playedOrganization(manifest);
  const { items, sequenced, activityTree: settings } = organization;
  const tree = sequenced && settings ? activityTree(settings, organization) : null;
  const byId = new Map(itemsOf(items).map((item) => [item.identifier, item]));
  return {
    id,
    standard,
    title: title ?? manifest.title,
    bothApis: manifest.ambiguousVersion,
    version: manifest.version,
    items,
    byId,
    tree,
  };
};
