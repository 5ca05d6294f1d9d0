import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, PackageId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { stillDue } from '../interaction/interaction.queries.js';

export interface EditionRow {
  id: EditionId;
  title: string;
  course_id: string;
  institution_id: string | null;
}
export const editionOf = (em: EntityManager, id: EditionId): Promise<EditionRow | undefined> =>
  row(
    em,
    `select d.id, d.title, v.course_id, d.institution_id
     from enrollment.pub_edition d join catalog.pub_course_version v on v.id = d.course_version_id where d.id = $1`,
    [id],
  );

export interface ReportedPackageRow {
  package_id: PackageId;
  title: string;
  questions: number;
}
/** Packages whose questions were answered in an edition. Goes from question to question in the index, not through the answers. */
export const reportedPackages = (em: EntityManager, editionId: EditionId): Promise<ReportedPackageRow[]> =>
  rows(
    em,
    `with recursive asked as (
       (select question_id from content.interaction where edition_id = $1 order by question_id limit 1)
       union all
       select (select i.question_id from content.interaction i where i.edition_id = $1 and i.question_id > a.question_id
               order by i.question_id limit 1)
       from asked a where a.question_id is not null)
     select q.package_id, coalesce(p.title, p.file_name) as title, count(*) as questions
     from asked a join content.question q on q.id = a.question_id join content.package p on p.id = q.package_id
     group by q.package_id, p.title, p.file_name order by 2, 1`,
    [editionId],
  );

export interface QuestionRow {
  question_id: number;
  sco_id: string;
  interaction_id: string;
  type: string | null;
  description: string | null;
  learners: number;
  tries: number;
  right: number;
  wrong: number;
  mean_seconds: number | null;
  correlation: number | null;
  /** Pairs that the correlation rests on. */
  correlated: number;
}
/** How a cohort did at each question of a package, in the order in which they were first seen. */
export const questionsOf = (em: EntityManager, editionId: EditionId, packageId: PackageId): Promise<QuestionRow[]> =>
  rows(
    em,
    `select q.id as question_id, q.sco_id, q.interaction_id, q.type, q.description, s.*
     from content.question q
     cross join lateral (
       select count(*) as learners, coalesce(sum(i.tries), 0) as tries, count(*) filter (where i.correct) as right,
         count(*) filter (where not i.correct) as wrong, avg(i.latency) as mean_seconds,
         corr(i.correct::int, i.rest) as correlation, count(i.rest) as correlated
       from content.interaction i where i.edition_id = $1 and i.question_id = q.id) s
     where q.package_id = $2 and s.learners > 0 order by q.sco_id, q.id`,
    [editionId, packageId],
  );

export interface ResponseRow {
  question_id: number;
  response: string;
  learners: number;
  correct: boolean | null;
}
/** Up to eight of the answers that three people or more gave to each question, the most frequent first. */
export const responsesTo = (em: EntityManager, editionId: EditionId, packageId: PackageId): Promise<ResponseRow[]> =>
  rows(
    em,
    `select q.id as question_id, r.response, r.learners, r.correct
     from content.question q
     cross join lateral (
       select i.response, count(*) as learners, bool_or(i.correct) as correct
       from content.interaction i where i.edition_id = $1 and i.question_id = q.id and i.response is not null
       group by i.response having count(*) >= 3 order by count(*) desc, i.response limit 8) r
     where q.package_id = $2 order by q.id, r.learners desc, r.response`,
    [editionId, packageId],
  );

/** True while answers wait to be counted, and the time by the database's clock. */
export const progressOf = (em: EntityManager): Promise<{ at: string; behind: boolean } | undefined> =>
  row(em, `select clock_timestamp() as at, exists (${stillDue}) as behind`);
