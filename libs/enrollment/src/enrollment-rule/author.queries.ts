import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, EnrollmentRuleId } from '@aula/contracts';
import { change, rows } from '@aula/platform';
import { pauseOf, type RuleAuthor, type RuleSubject } from '../enrollment.policy.js';

/** A standing rule, with who keeps it at work and the roles that they have now. */
interface Standing extends RuleSubject, Omit<RuleAuthor, 'actor'>, Pick<Actor, 'personId' | 'grants'> {
  id: EnrollmentRuleId;
}

/** An institution that is gone is reached by nobody. */
export const standingRules = (em: EntityManager, ruleIds: readonly string[]): Promise<Standing[]> =>
  rows(
    em,
    `select r.id, r.requested_by as "personId", p.id is not null and p.active as active, coalesce(p.merged_into is not null, false) as merged,
       (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id))), '[]')
        from identity.pub_grant g where g.person_id = r.requested_by) as grants,
       case when d.institution_id is not null then coalesce(
         (select to_jsonb(i.path) from identity.pub_institution i where i.id = d.institution_id), '[]') end as "institutionPath",
       (select jsonb_agg(coalesce(to_jsonb(i.path), '[]')) from unnest(r.reach) t(id) left join identity.pub_institution i on i.id = t.id)
         as "reachPaths"
     from enrollment.standing_rule r join enrollment.edition d on d.id = r.edition_id
     left join identity.pub_person p on p.id = r.requested_by
     where r.id = any($1::uuid[])`,
    [ruleIds],
  );

export const standingRule = async (em: EntityManager, ruleId: string): Promise<Standing | undefined> =>
  (await standingRules(em, [ruleId]))[0];

/** Rests a rule whose author may not have it work any more, as their roles stand now. Returns whether the rule rests. */
export const pauseUnlessAllowed = async (em: EntityManager, ruleId: string): Promise<boolean> => {
  const found = await standingRule(em, ruleId);
  if (!found) return true;
  const { grants, active, merged, personId } = found;
  const reason = pauseOf({ actor: { personId, language: 'es', grants }, active, merged }, found);
  if (!reason) return false;
  await change(
    em,
    `update enrollment.standing_rule set paused_at = clock_timestamp(), paused_for = $2 where id = $1 and stopped_at is null and paused_at is null`,
    [ruleId, reason],
  );
  return true;
};

/** Gives a resting rule to somebody else, who reaches what they reach. False when it does not rest. */
export const handOver = async (em: EntityManager, ruleId: string, by: string, reach: readonly string[] | null): Promise<boolean> =>
  (await change(
    em,
    `update enrollment.standing_rule set requested_by = $2, reach = $3, paused_at = null, paused_for = null
     where id = $1 and stopped_at is null and paused_at is not null`,
    [ruleId, by, reach],
  )) > 0;
