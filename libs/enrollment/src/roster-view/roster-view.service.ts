import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, RosterViewId, RosterViewPut, RosterViewView } from '@aula/contracts';
import { Ids, Problem, Work, found } from '@aula/platform';
import { institutionPath } from '../edition/edition.queries.js';
import { invalid } from '../edition/edition.service.js';
import { mayOpen } from '../enrollment.policy.js';
import { keepStandard, keepView, removeView, viewsFor, viewsOwned } from './roster-view.queries.js';

/** More views of one person are no help to them. */
const most = 50;

@Injectable()
export class RosterViewService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  list(actor: Actor): Promise<RosterViewView[]> {
    return this.work.read((em) => viewsFor(em, actor));
  }

  /**
   * Keeps a way to look at rosters. Problems: conflict `enrollment.too-many-views`; invalid `enrollment.institution-unknown`;
   * forbidden `enrollment.outside-your-institution`.
   */
  create(actor: Actor, view: RosterViewPut): Promise<RosterViewId> {
    return this.work.run(async (em) => {
      await demandShare(em, actor, view);
      if ((await viewsOwned(em, actor.personId)) >= most) throw new Problem('conflict', 'enrollment.too-many-views', { most });
      const id = this.ids.next<RosterViewId>();
      await keepView(em, id, actor.personId, view);
      return id;
    });
  }

  /** Changes a view of the actor's own. Problems: as `create`; not-found. */
  change(actor: Actor, id: RosterViewId, view: RosterViewPut): Promise<void> {
    return this.work.run(async (em) => {
      own(await viewsFor(em, actor), id);
      await demandShare(em, actor, view);
      await keepView(em, id, actor.personId, view);
    });
  }

  /** Problem: not-found. */
  remove(actor: Actor, id: RosterViewId): Promise<void> {
    return this.work.run(async (em) => {
      if (!(await removeView(em, id, actor.personId))) throw new Problem('not-found', 'not-found');
    });
  }

  /** Says what the actor's rosters open with. Problem: not-found. */
  standard(actor: Actor, id: RosterViewId | null): Promise<void> {
    return this.work.run(async (em) => {
      if (id) found((await viewsFor(em, actor)).find((view) => view.id === id));
      await keepStandard(em, actor.personId, id);
    });
  }
}

const own = (views: readonly RosterViewView[], id: RosterViewId): RosterViewView => found(views.find((view) => view.id === id && view.own));

const demandShare = async (em: EntityManager, actor: Actor, { institutionId }: RosterViewPut): Promise<void> => {
  if (institutionId === null) return;
  const path = await institutionPath(em, institutionId);
  if (!path) throw invalid('institutionId', 'enrollment.institution-unknown');
  if (!mayOpen(actor, { institutionPath: path })) throw new Problem('forbidden', 'enrollment.outside-your-institution');
};
