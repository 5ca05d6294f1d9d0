import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, EditionId, EnrollmentRehearsed, EnrollmentRule, EnrollmentRuleId, StandingRuleView } from '@aula/contracts';
import { Ids, Problem, Work, ensure, found } from '@aula/platform';
import { editionFor, type EditionRow } from '../edition/edition.queries.js';
import { demandStanding } from '../edition/edition.service.js';
import { enrollReach, mayEnroll, mayStop } from '../enrollment.policy.js';
import { handOver, standingRule, standingRules } from './author.queries.js';
import { editionOfRule, keepRule, rehearse, rulesOf, stopRule } from './enrollment-rule.queries.js';

const most = 20;

@Injectable()
export class EnrollmentRuleService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** Whom a rule would enroll today. Problems: not-found; forbidden. */
  rehearse(actor: Actor, editionId: EditionId, rule: EnrollmentRule): Promise<EnrollmentRehearsed> {
    return this.work.read(async (em) => {
      const edition = await enrollable(em, actor, editionId);
      const room = edition.capacity === null ? null : Math.max(0, edition.capacity - edition.enrolled);
      return { ...(await rehearse(em, { edition: editionId, rule, reach: reachOf(actor) })), room };
    });
  }

  /** The rules of an edition that go on, and those that did. Problems: not-found; forbidden. */
  list(actor: Actor, editionId: EditionId): Promise<StandingRuleView[]> {
    return this.work.read(async (em) => {
      await enrollable(em, actor, editionId);
      const rules = await rulesOf(em, editionId);
      const going = rules.flatMap(({ id, stoppedAt }) => (stoppedAt === null ? [id] : []));
      const stoppable = new Set((await standingRules(em, going)).flatMap((rule) => (mayStop(actor, rule) ? [rule.id] : [])));
      return rules.map((rule) => ({ ...rule, mayStop: stoppable.has(rule.id) }));
    });
  }

  /**
   * Keeps a rule: whoever fits it now or later is enrolled until it is stopped. Problems: not-found; forbidden; conflict
   * `enrollment.edition-closed`, `enrollment.too-many-rules`.
   */
  keep(actor: Actor, editionId: EditionId, rule: EnrollmentRule): Promise<EnrollmentRuleId> {
    return this.work.run(async (em, record) => {
      demandStanding(await enrollable(em, actor, editionId), ['planned', 'open']);
      const going = (await rulesOf(em, editionId)).filter(({ stoppedAt }) => stoppedAt === null);
      if (going.length >= most) throw new Problem('conflict', 'enrollment.too-many-rules', { most });
      const id = this.ids.next<EnrollmentRuleId>();
      await keepRule(em, id, { edition: editionId, rule, reach: reachOf(actor) }, actor.personId);
      record.order('enrollment.apply-rules', [null]);
      return id;
    });
  }

  /** Ends a rule; whom it enrolled stays. Problems: not-found; forbidden, also for whom the rule reaches further than they do. */
  stop(actor: Actor, id: EnrollmentRuleId): Promise<void> {
    return this.work.run(async (em) => {
      await enrollable(em, actor, found(await editionOfRule(em, id)));
      ensure(mayStop(actor, found(await standingRule(em, id))), 'edition.enroll');
      await stopRule(em, id);
    });
  }

  /**
   * Has a rule that rests go on in the actor's name, among those whom they reach. Problems: not-found; forbidden; conflict
   * `enrollment.edition-closed`, `enrollment.rule-not-paused`.
   */
  takeOver(actor: Actor, id: EnrollmentRuleId): Promise<void> {
    return this.work.run(async (em, record) => {
      demandStanding(await enrollable(em, actor, found(await editionOfRule(em, id))), ['planned', 'open']);
      if (!(await handOver(em, id, actor.personId, reachOf(actor)))) throw new Problem('conflict', 'enrollment.rule-not-paused');
      record.order('enrollment.apply-rules', [null]);
    });
  }
}

const enrollable = async (em: EntityManager, actor: Actor, id: EditionId): Promise<EditionRow> => {
  const edition = found(await editionFor(em, actor, id));
  ensure(mayEnroll(actor, { institutionPath: edition.institution_path }), 'edition.enroll');
  return edition;
};
const reachOf = (actor: Actor): string[] | null => {
  const reach = enrollReach(actor);
  if (reach === 'nobody') throw new Problem('forbidden', 'forbidden');
  return reach;
};
