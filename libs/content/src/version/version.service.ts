import { Injectable } from '@nestjs/common';
import type { Actor, PackageDifferencesView, PackageId, ScormStandard } from '@aula/contracts';
import type { Manifest } from '@aula/scorm';
import { Problem, Work, ensure, found } from '@aula/platform';
import type { PackageFinding } from '../package/package.entity.js';
import { looksAfter } from '../package/package.policy.js';
import { findingDifferences, itemDifferences, sequencingChanged, vanished } from './version.entity.js';
import { addVersion, beginLine, comparedOf, fileDifferences, versionsOf, type ComparedRow, type VersionRow } from './version.queries.js';

const filesShown = 200;
type Ready = ComparedRow & { manifest: Manifest; standard: ScormStandard };

/** A report of how two versions differ; its findings are worded by the reader's language later. */
export type Differences = Omit<PackageDifferencesView, 'findings'> & {
  findings: { gone: PackageFinding[]; come: PackageFinding[]; tools: { gone: string | null; come: string | null } };
};

/** Packages that follow on one another. A version is a package of its own: nothing of an earlier one ever changes. */
@Injectable()
export class VersionService {
  constructor(private readonly work: Work) {}

  /**
   * Declares `nextId` as the version that follows in the line of `id`; a repetition changes nothing. Problems: not-found; forbidden;
   * conflict `content.package-not-ready`, `content.version-elsewhere`; invalid `content.version-of-itself`.
   */
  declare(actor: Actor, id: PackageId, nextId: PackageId): Promise<VersionRow> {
    return this.work.run(async (em) => {
      if (id === nextId) throw new Problem('invalid', 'content.version-of-itself');
      const held = await comparedOf(em, actor, [id, nextId], true);
      const [before, next] = [id, nextId].map((each) => found(held.find((one) => one.id === each))) as [ComparedRow, ComparedRow];
      for (const one of [before, next]) {
        ensure(looksAfter(actor, one.owner_id), 'package.replace');
        if (one.state !== 'ready') throw new Problem('conflict', 'content.package-not-ready');
      }
      const lineId = before.line_id ?? id;
      if (next.line_id !== null && next.line_id !== lineId) throw new Problem('conflict', 'content.version-elsewhere');
      await beginLine(em, id, actor.personId);
      if (next.line_id === null) await addVersion(em, lineId, nextId, actor.personId);
      return found((await versionsOf(em, actor, lineId)).find((one) => one.package_id === nextId));
    });
  }

  /** The versions of the package's line, newest first; none while it stands alone. Problem: not-found. */
  list(actor: Actor, id: PackageId): Promise<VersionRow[]> {
    return this.work.read(async (em) => {
      const [it] = await comparedOf(em, actor, [id]);
      const { line_id: lineId } = found(it);
      return lineId === null ? [] : versionsOf(em, actor, lineId);
    });
  }

  /** How a package differs from another. Problems: not-found; conflict `content.package-not-ready`. */
  differences(actor: Actor, id: PackageId, from: PackageId): Promise<Differences> {
    return this.work.read(async (em) => {
      const both = await comparedOf(em, actor, [id, from]);
      const [after, before] = [id, from].map((each) => readyOf(found(both.find((one) => one.id === each)))) as [Ready, Ready];
      const tools = { gone: before.tool, come: after.tool };
      return {
        from,
        to: id,
        standard: before.standard === after.standard ? null : { before: before.standard, after: after.standard },
        items: itemDifferences(before.manifest, after.manifest),
        vanished: vanished(before.manifest, after.manifest),
        sequencingChanged: sequencingChanged(before.manifest, after.manifest),
        files: await fileDifferences(em, before.sha256, after.sha256, filesShown),
        findings: { ...findingDifferences(before.findings, after.findings), tools },
      };
    });
  }
}

const readyOf = (it: ComparedRow): Ready => {
  const { manifest, standard } = it;
  if (it.state !== 'ready' || manifest === null || standard === null) throw new Problem('conflict', 'content.package-not-ready');
  return { ...it, manifest, standard };
};
