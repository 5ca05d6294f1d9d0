import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, EnrollmentRehearsed, EnrollmentRule, EnrollmentRuleId, StandingRuleView } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';
import { parametersFrom } from '../search.queries.js';
import { fits } from './fits.queries.js';

interface Meant {
  edition: EditionId;
  rule: EnrollmentRule;
  /** Institutions over which the requester may enroll; null for all. */
  reach: readonly string[] | null;
}

/** SQL: the active people within reach who fit the rule, and whether they are in the edition. */
const meant = ({ edition, rule, reach }: Meant, place: (value: unknown) => string): string => `
  select p.id, p.sort_name, p.given_name, p.family_name, p.institution_id, n.id is not null as enrolled
  from identity.pub_person p
  left join enrollment.enrollment n on n.edition_id = ${place(edition)} and n.person_id = p.id
  where p.active and ${fits(rule, place)} ${reach === null ? '' : `and p.institution_path && ${place(reach)}::uuid[]`}`;

/** Whom the rule would enroll, and the first ten of them by name. */
export const rehearse = async (em: EntityManager, asked: Meant): Promise<Omit<EnrollmentRehearsed, 'room'>> => {
  const { parameters, place } = parametersFrom([]);
  const found = (await row<Omit<EnrollmentRehearsed, 'room'>>(
    em,
    `with meant as materialized (${meant(asked, place)})
     select (select count(*) from meant where not enrolled)::int as fresh, (select count(*) from meant where enrolled)::int as already,
       (select coalesce(jsonb_agg(jsonb_build_object('personId', s.id, 'givenName', s.given_name, 'familyName', s.family_name,
           'institution', i.name) order by s.sort_name, s.id), '[]')
         from (select * from meant where not enrolled order by sort_name, id limit 10) s
         left join identity.pub_institution i on i.id = s.institution_id) as sample`,
    parameters,
  ))!;
  return found;
};

export const keepRule = (em: EntityManager, id: EnrollmentRuleId, { edition, rule, reach }: Meant, by: string): Promise<object[]> =>
  rows(em, `insert into enrollment.standing_rule (id, edition_id, rule, requested_by, reach) values ($1, $2, $3, $4, $5)`, [
    ...[id, edition, JSON.stringify(rule), by, reach],
  ]);

/** The standing rules of an edition, latest first. */
export const rulesOf = (em: EntityManager, edition: EditionId): Promise<Omit<StandingRuleView, 'mayStop'>[]> =>
  rows(
    em,
    `select r.id, r.rule, r.created_at as "createdAt", r.applied_at as "appliedAt", r.stopped_at as "stoppedAt",
       r.paused_at as "pausedAt", r.paused_for as "pausedFor", p.given_name || ' ' || p.family_name as author,
       (select coalesce(sum(b.enrolled), 0)::int from enrollment.enrollment_batch b where b.standing_rule_id = r.id) as enrolled
     from enrollment.standing_rule r left join identity.pub_person p on p.id = r.requested_by
     where r.edition_id = $1 order by r.id desc`,
    [edition],
  );

export const editionOfRule = async (em: EntityManager, id: EnrollmentRuleId): Promise<EditionId | undefined> =>
  (await row<{ edition_id: EditionId }>(em, `select edition_id from enrollment.standing_rule where id = $1`, [id]))?.edition_id;

/** Ends a rule; what it enrolled stays. */
export const stopRule = async (em: EntityManager, id: EnrollmentRuleId): Promise<boolean> =>
  (await change(em, `update enrollment.standing_rule set stopped_at = clock_timestamp() where id = $1 and stopped_at is null`, [id])) > 0;

export interface StandingRule {
  id: EnrollmentRuleId;
  edition_id: EditionId;
  rule: EnrollmentRule;
  requested_by: string;
  reach: string[] | null;
}
/** Rules that go on, of editions that are not over and have room, none of whose batches is under way. */
export const dueRules = (em: EntityManager): Promise<{ id: EnrollmentRuleId }[]> =>
  rows(
    em,
    `select r.id from enrollment.standing_rule r join enrollment.edition d on d.id = r.edition_id
     where r.stopped_at is null and r.paused_at is null and d.closes_at > clock_timestamp() and (d.capacity is null or d.enrolled < d.capacity)
       and not exists (select from enrollment.enrollment_batch b where b.standing_rule_id = r.id and b.state <> 'done')
     order by r.id`,
  );

/** Takes a rule that goes on up, and says whether it means anybody new. */
export const takeUpRule = async (em: EntityManager, id: EnrollmentRuleId): Promise<StandingRule | undefined> => {
  const rule = await row<StandingRule>(
    em,
    `update enrollment.standing_rule set applied_at = clock_timestamp() where id = $1 and stopped_at is null and paused_at is null
     returning id, edition_id, rule, requested_by, reach`,
    [id],
  );
  if (!rule) return undefined;
  const { parameters, place } = parametersFrom([]);
  const found = await row(
    em,
    `select 1 from (${meant({ edition: rule.edition_id, rule: rule.rule, reach: rule.reach }, place)}) m where not m.enrolled limit 1`,
    parameters,
  );
  return found && rule;
};
