import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, PackageId, PackageMoveCreate, PackageMoveId, PackageMovePeopleQuery, PackageMovePreview } from '@aula/contracts';
import { Ids, Problem, Work, decodeCursor, ensure, found, sortValue } from '@aula/platform';
import { looksAfter } from '../package/package.policy.js';
import { comparedOf } from '../version/version.queries.js';
import { countsOf, lostOf, peopleOf, restartedOf, type Carried, type PersonRow, type Scope } from './affected.queries.js';
import { carriedTo, titlesOf } from './move.entity.js';
import { beginReversal, editionExists, insertMove, manifestsOf, moveOf, movesOf, type MoveRow } from './move.queries.js';

interface Plan {
  scope: Scope;
  carried: Carried;
  titles: ReadonlyMap<string, string>;
}

/** Moves of learners to another version of their package: looked at first, ordered, undone. */
@Injectable()
export class MoveService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** What a move would change. Problems: not-found; forbidden; conflict `content.no-other-version`. */
  preview(actor: Actor, id: PackageId, wish: PackageMoveCreate): Promise<PackageMovePreview> {
    return this.work.read(async (em) => {
      const { scope, carried, titles } = await planOf(em, actor, id, wish);
      const { notStarted, started, completed, busy } = await countsOf(em, scope);
      const lost = await lostOf(em, scope, carried);
      const titled = lost.map(({ identifier, package_id, learners }) => ({
        identifier,
        title: titles.get(`${package_id} ${identifier}`) ?? identifier,
        learners,
      }));
      return { notStarted, started, completed, busy, lost: titled, restarted: await restartedOf(em, scope, carried) };
    });
  }

  /** The learners by name whom the actor may look into, `limit + 1` of them. Problems: as of a preview. */
  people(actor: Actor, id: PackageId, { cursor, limit, ...wish }: PackageMovePeopleQuery): Promise<PersonRow[]> {
    return this.work.read(async (em) => {
      const { scope, carried } = await planOf(em, actor, id, wish);
      return peopleOf(em, actor, scope, carried, { after: decodeCursor(cursor, sortValue.id, sortValue.id), limit });
    });
  }

  /**
   * Orders a move; who begins from now on gets this version at once. Problems: as of a preview; conflict `content.move-under-way`.
   */
  start(actor: Actor, id: PackageId, wish: PackageMoveCreate): Promise<PackageMoveId> {
    return this.work.run(async (em, record) => {
      const { scope } = await planOf(em, actor, id, wish);
      const { attempts } = await countsOf(em, scope);
      const moveId = this.ids.next<PackageMoveId>();
      const begun = await insertMove(em, { ...scope, id: moveId, by: actor.personId, total: attempts });
      if (!begun) throw new Problem('conflict', 'content.move-under-way');
      record.audit('package-move', 'ordered', [moveId]);
      record.order('content.move-attempts', [moveId]);
      return moveId;
    });
  }

  /** The moves between the versions of a package, newest first. Problems: not-found; forbidden. */
  list(actor: Actor, id: PackageId): Promise<MoveRow[]> {
    return this.work.read(async (em) => {
      const [it] = await comparedOf(em, actor, [id]);
      const { owner_id, line_id } = found(it);
      ensure(looksAfter(actor, owner_id), 'package.move');
      return line_id === null ? [] : movesOf(em, line_id);
    });
  }

  /** Orders that a move be undone. Problems: not-found; forbidden; conflict `content.move-not-done`, `content.move-under-way`. */
  reverse(actor: Actor, id: PackageMoveId): Promise<void> {
    return this.work.run(async (em, record) => {
      const move = found(await moveOf(em, id));
      if (!looksAfter(actor, move.owner_id)) throw new Problem('not-found', 'not-found');
      if (move.state !== 'done') throw new Problem('conflict', 'content.move-not-done');
      const others = (await movesOf(em, move.line_id)).filter((each) => each.id !== id);
      if (others.some(({ state }) => state !== 'done' && state !== 'reversed')) throw new Problem('conflict', 'content.move-under-way');
      await beginReversal(em, id);
      record.audit('package-move', 'reversed', [id]);
      record.order('content.reverse-move', [id]);
    });
  }
}

const planOf = async (em: EntityManager, actor: Actor, id: PackageId, { rule, editionId }: PackageMoveCreate): Promise<Plan> => {
  const [it] = await comparedOf(em, actor, [id]);
  const { owner_id, line_id: lineId, state } = found(it);
  ensure(looksAfter(actor, owner_id), 'package.move');
  if (lineId === null || state !== 'ready') throw new Problem('conflict', 'content.no-other-version');
  if (editionId) found((await editionExists(em, editionId)) || undefined);
  const versions = await manifestsOf(em, lineId);
  const target = found(versions.find((each) => each.id === id));
  const others = versions.filter((each) => each.id !== id);
  if (others.length === 0) throw new Problem('conflict', 'content.no-other-version');
  const scope = { lineId, packageId: id, editionId: editionId ?? null, rule };
  return { scope, carried: carriedTo(target.manifest, others), titles: titlesOf(others) };
};
