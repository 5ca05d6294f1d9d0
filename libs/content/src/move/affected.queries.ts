import type { EntityManager } from '@mikro-orm/postgresql';
import { languages, type Actor, type EditionId, type EnrollmentId, type PackageMoveRule, type PersonId } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';
import { inspectionSight } from '../inspection/inspection.policy.js';
import { standingsOf, type Standing } from './move.entity.js';

/** Whom a move is about. `lineId`: the line of the package that they come to. */
export interface Scope {
  lineId: string;
  packageId: string;
  editionId: EditionId | null;
  rule: PackageMoveRule;
}
/** What of an attempt comes along: these items, of packages whose data read alike; and the path, of packages whose rules are the same. */
export interface Carried {
  items: readonly string[];
  alike: readonly string[];
  samePath: readonly string[];
}

/**
 * SQL: the package that the latest move in force gives to who begins, for a course published before it; undefined expressions name the
 * line, the edition and the day of publication.
 */
export const given = (line: string, edition: string, published: string): string => `
  select m.package_id from content.package_move m
  where m.line_id = ${line} and m.reversed_at is null and (m.edition_id is null or m.edition_id = ${edition}) and m.ordered_at > ${published}
  order by m.ordered_at desc, m.id desc limit 1`;

const named = `coalesce(u.contents -> w.language ->> 'packageId', ${languages.map((each) => `u.contents -> '${each}' ->> 'packageId'`).join(', ')})`;

/**
 * SQL: learners of editions that are not over, whose unit has a version of line `$1` other than `$2` in hand, or would get one when they
 * begin. `$3`: of this edition alone; `$4`: of these standings.
 */
const affected = `
  line as (select package_id from content.package_version where line_id = $1),
  studied as (
    select e.id as enrollment_id, u.id as unit_id, e.person_id, e.edition_id, v.course_id, ${named}::uuid as named,
      (${given('$1', 'e.edition_id', 'v.published_at')}) as given
    from catalog.pub_unit u
    join catalog.pub_course_version v on v.id = u.course_version_id
    join enrollment.pub_enrollment e on e.course_version_id = u.course_version_id
    left join identity.pub_person w on w.id = e.person_id
    where u.kind = 'scorm' and e.state in ('active', 'completed') and e.closes_at > clock_timestamp()
      and ($3::uuid is null or e.edition_id = $3)
      and exists (select from jsonb_each(u.contents) c join line on line.package_id = (c.value ->> 'packageId')::uuid)),
  standing as (
    select s.enrollment_id, s.unit_id, s.person_id, s.edition_id, s.course_id, a.id as attempt_id,
      coalesce(a.package_id, s.given, s.named) as package_id, coalesce(a.busy_until > clock_timestamp(), false) as busy,
      case when coalesce(a.epoch, 0) = 0 then 'not-started' when a.completion = 'completed' then 'completed' else 'started' end as standing
    from studied s
    left join lateral (
      select * from content.attempt a where a.enrollment_id = s.enrollment_id and a.unit_id = s.unit_id and a.retracted_at is null
      order by a.number desc limit 1) a on true
    where a.id is not null or s.named in (select package_id from line)),
  affected as (
    select * from standing where package_id in (select package_id from line) and package_id <> $2 and standing = any($4::text[]))`;

const scoped = ({ lineId, packageId, editionId, rule }: Scope): unknown[] => [lineId, packageId, editionId, standingsOf(rule)];

export interface Counts {
  notStarted: number;
  started: number;
  completed: number;
  busy: number;
  /** Attempts that would be moved. */
  attempts: number;
}
export const countsOf = async (em: EntityManager, scope: Scope): Promise<Counts> =>
  (await row<Counts>(
    em,
    `with ${affected}
     select count(*) filter (where standing = 'not-started' and not busy) as "notStarted", count(*) filter (where standing = 'started' and not busy) as started,
       count(*) filter (where standing = 'completed' and not busy) as completed, count(*) filter (where busy) as busy,
       count(attempt_id) filter (where not busy) as attempts from affected`,
    scoped(scope),
  ))!;

const isCarried = (sco: string, from: string, items: string, alike: string): string =>
  `(${sco} = any(${items}::text[]) and ${from} = any(${alike}::uuid[]))`;

/** What learners have recorded and would not find again, by item and the package that it was of. */
export const lostOf = (
  em: EntityManager,
  scope: Scope,
  { items, alike }: Carried,
): Promise<{ identifier: string; package_id: string; learners: number }[]> =>
  rows(
    em,
    `with ${affected}
     select s.sco_id as identifier, a.package_id, count(*) as learners from affected a join content.sco s on s.attempt_id = a.attempt_id
     where not a.busy and not ${isCarried('s.sco_id', 'a.package_id', '$5', '$6')}
     group by s.sco_id, a.package_id order by count(*) desc, s.sco_id limit 500`,
    [...scoped(scope), items, alike],
  );

/** How many learners of a sequenced package would begin its path again. */
export const restartedOf = async (em: EntityManager, scope: Scope, { samePath }: Carried): Promise<number> =>
  (await row<{ n: number }>(
    em,
    `with ${affected}
     select count(*) as n from affected a join content.sequencing q on q.attempt_id = a.attempt_id
     where not a.busy and not a.package_id = any($5::uuid[])`,
    [...scoped(scope), samePath],
  ))!.n;

export interface PersonRow {
  enrollment_id: EnrollmentId;
  unit_id: string;
  person_id: PersonId;
  given_name: string | null;
  family_name: string | null;
  edition_title: string;
  standing: Standing;
  busy: boolean;
  kept: number;
  lost: number;
}

/** Those of the learners whom the actor may look into, by enrollment; `limit + 1` rows. */
export const peopleOf = (
  em: EntityManager,
  actor: Actor,
  scope: Scope,
  { items, alike }: Carried,
  page: { after: readonly [string, string] | undefined; limit: number },
): Promise<PersonRow[]> => {
  const { everything, institutions, courses, editions } = inspectionSight(actor);
  const [enrollment, unit] = page.after ?? [null, null];
  return rows(
    em,
    `with ${affected}
     select a.enrollment_id, a.unit_id, a.person_id, p.given_name, p.family_name, d.title as edition_title, a.standing, a.busy,
       (select count(*) from content.sco s where s.attempt_id = a.attempt_id and ${isCarried('s.sco_id', 'a.package_id', '$5', '$6')}) as kept,
       (select count(*) from content.sco s where s.attempt_id = a.attempt_id and not ${isCarried('s.sco_id', 'a.package_id', '$5', '$6')}) as lost
     from affected a
     join enrollment.pub_edition d on d.id = a.edition_id
     left join identity.pub_person p on p.id = a.person_id
     where ($7 or p.institution_path && $8::uuid[] or a.course_id = any($9::uuid[]) or a.edition_id = any($10::uuid[]))
       and ($11::uuid is null or (a.enrollment_id, a.unit_id) > ($11, $12::uuid))
     order by a.enrollment_id, a.unit_id limit $13`,
    [...scoped(scope), items, alike, everything, institutions, courses, editions, enrollment, unit, page.limit + 1],
  );
};

/** Puts down every attempt that is to be moved, once. Returns how many. */
export const queueAttempts = (em: EntityManager, moveId: string, scope: Scope): Promise<number> =>
  change(
    em,
    `with ${affected} insert into content.package_move_item (move_id, from_attempt, state)
     select $5, attempt_id, 'waiting' from affected where attempt_id is not null and not busy`,
    [...scoped(scope), moveId],
  );
