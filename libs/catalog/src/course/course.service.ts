import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import {
  holdsOver,
  problemText,
  type Actor,
  type CompletionRule,
  type CourseChange,
  type CourseCreate,
  type CourseId,
  type InstitutionId,
  type ProblemCode,
  type ProblemParameters,
} from '@aula/contracts';
import { Clock, Ids, Problem, Work, currentContext, found, row, rows, sqlState } from '@aula/platform';
import { Course } from './course.entity.js';
import { mayActFor, mayAuthor } from './course.policy.js';
import { institutionPath } from './course.queries.js';
import { demandRevision } from './revision.entity.js';

/** The sentence of a finding, in the language of the request in hand. */
export const sentence = (code: ProblemCode, parameters?: ProblemParameters): string =>
  problemText(code, currentContext()?.language ?? 'es', parameters);

@Injectable()
export class CourseService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Begins a course; it belongs to the actor. Problems: conflict `catalog.code-taken`; invalid or forbidden institution. */
  create(actor: Actor, wish: CourseCreate): Promise<CourseId> {
    return this.work.run(async (em) => {
      await this.demandInstitution(em, actor, wish.institutionId);
      await demandFreeCode(em, wish.code);
      const course = Course.draft(this.ids.next(), actor.personId, { ...wish, languages: [...new Set(wish.languages)] }, this.clock.now());
      return onFreeCode(wish.code, async () => {
        await em.persist(course).flush();
        return course.id;
      });
    });
  }

  /**
   * Changes a draft; `revision` is the one that the change builds on. Problems: not-found; forbidden, also `catalog.review-rule-stays`;
   * conflict `catalog.code-taken`; invalid or forbidden institution; precondition-failed `catalog.changed-meanwhile`.
   */
  change(actor: Actor, id: CourseId, wish: CourseChange, revision?: number): Promise<void> {
    return this.work.run(async (em, record) => {
      const course = await this.held(em, actor, id);
      demandRevision(revision, course.revision, () => aboutOf(course));
      if (wish.reviewRequired !== undefined && wish.reviewRequired !== course.reviewRequired) {
        if (!wish.reviewRequired) await this.demandLifter(em, actor, course);
        record.audit('course', wish.reviewRequired ? 'review-required' : 'review-lifted', [id]);
      }
      if (wish.institutionId !== course.institutionId) await this.demandInstitution(em, actor, wish.institutionId);
      if (wish.code !== undefined) await demandFreeCode(em, wish.code, id);
      course.change(wish.languages ? { ...wish, languages: [...new Set(wish.languages)] } : wish, this.clock.now());
      if (Object.keys(wish).some((member) => member !== 'reviewRequired' && member !== 'public'))
        course.changed(actor.personId, this.clock.now(), 'course');
      await onFreeCode(wish.code ?? course.code, () => em.flush());
    });
  }

  /** Says when the course is complete. Problems: not-found; forbidden; invalid `catalog.completion-unit-unknown`. */
  ruleCompletion(actor: Actor, id: CourseId, rule: CompletionRule, revision?: number): Promise<void> {
    return this.work.run(async (em) => {
      const course = await this.held(em, actor, id);
      demandRevision(revision, course.revision, () => aboutOf(course));
      const wanted = rule.units === 'required' ? [] : rule.units;
      const there = await rows<{ id: string }>(em, `select id from catalog.unit where course_id = $1 and id = any($2::uuid[])`, [
        id,
        wanted,
      ]);
      const unknown = wanted.flatMap((unit, index) => (there.some((each) => each.id === unit) ? [] : [index]));
      if (unknown.length > 0) {
        const message = sentence('not-found');
        const errors = unknown.map((index) => ({ path: `rule.units.${index}`, message }));
        throw new Problem('invalid', 'catalog.completion-unit-unknown', {}, { errors });
      }
      course.completion = rule;
      course.changed(actor.personId, this.clock.now(), 'course');
    });
  }

  /** The course for its author, locked until the unit of work ends. Problems: not-found; forbidden. */
  async held(em: EntityManager, actor: Actor, id: CourseId): Promise<Course> {
    const course = found(await em.findOne(Course, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
    const path = course.institutionId ? ((await institutionPath(em, course.institutionId)) ?? []) : [];
    if (mayAuthor(actor, { id, ownerId: course.ownerId, institutionPath: path })) return course;
    // whoever cannot know of it learns nothing: an unpublished course is not there
    throw course.public && course.newestVersionId ? new Problem('forbidden', 'forbidden') : new Problem('not-found', 'not-found');
  }

  /** Whoever asked for a review of all versions does not take that back alone. */
  private async demandLifter(em: EntityManager, actor: Actor, course: Course): Promise<void> {
    const path = course.institutionId ? ((await institutionPath(em, course.institutionId)) ?? []) : [];
    if (!holdsOver(actor, path, 'administrator')) throw new Problem('forbidden', 'catalog.review-rule-stays');
  }

  private async demandInstitution(em: EntityManager, actor: Actor, id: InstitutionId | null | undefined): Promise<void> {
    if (!id) return;
    const path = await institutionPath(em, id);
    if (!path)
      throw new Problem(
        'invalid',
        'catalog.institution-unknown',
        {},
        { errors: [{ path: 'institutionId', message: sentence('catalog.institution-unknown') }] },
      );
    if (!mayActFor(actor, path)) throw new Problem('forbidden', 'catalog.institution-not-yours');
  }
}

const aboutOf = ({ id, code, title, summary, hours, languages, institutionId, completion, revision, ...rest }: Course): object => ({
  ...{ id, code, title, summary, hours, languages, institutionId, completion, revision },
  public: rest.public,
});

const demandFreeCode = async (em: EntityManager, code: string, except: CourseId | null = null): Promise<void> => {
  const taken = await row(em, `select 1 from catalog.course where lower(code) = lower($1) and id is distinct from $2`, [code, except]);
  if (taken) throw codeTaken(code);
};
/** Two authors may choose a code at the same moment; the unique key decides. */
export const onFreeCode = async <T>(code: string, body: () => Promise<T>): Promise<T> => {
  try {
    return await body();
  } catch (error) {
    throw sqlState(error) === '23505' ? codeTaken(code) : error;
  }
};
const codeTaken = (code: string): Problem => new Problem('conflict', 'catalog.code-taken', { code });
