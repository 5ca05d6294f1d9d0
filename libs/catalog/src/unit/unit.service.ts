import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CourseId, UnitChange, UnitContents, UnitCreate, UnitId, UnitKind } from '@aula/contracts';
import { Clock, Ids, Problem, Work, found, row, rows } from '@aula/platform';
import type { Course } from '../course/course.entity.js';
import { CourseService, sentence } from '../course/course.service.js';
import { demandRevision } from '../course/revision.entity.js';
import { Unit, contentFaults, contentOf, entriesOf, membersOf, type ContentFault } from './unit.entity.js';
import { filesMissing, putBack, setAside, unitOfDraft, type UnitRow } from './unit.queries.js';

/** Most units of a course: what a completion rule and an order can name. */
const most = 500;

@Injectable()
export class UnitService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly courses: CourseService,
    private readonly clock: Clock,
  ) {}

  /** Puts a unit at the end of the draft. Problems: not-found; forbidden; invalid `catalog.unit-content-invalid`; conflict `catalog.units-full`. */
  add(actor: Actor, courseId: CourseId, wish: UnitCreate): Promise<UnitId> {
    return this.work.run(async (em) => {
      const course = await this.courses.held(em, actor, courseId);
      const contents = contentsOf(course, wish);
      await demandContents(em, courseId, wish.kind, contents);
      const at = await row<{ n: number; last: number }>(
        em,
        `select count(*) as n, coalesce(max(position), 0) as last from catalog.unit where course_id = $1`,
        [courseId],
      );
      if (at!.n >= most) throw new Problem('conflict', 'catalog.units-full', { most });
      const { kind, title, required } = wish;
      const place = { id: this.ids.next<UnitId>(), courseId, position: at!.last + 1 };
      const unit = Unit.draft({ ...place, kind, title, contents, required }, actor.personId, this.clock.now());
      course.changed(actor.personId, this.clock.now(), 'units');
      await em.persist(unit).flush();
      return unit.id;
    });
  }

  /** A unit of the draft as its author reads it. Problems: not-found; forbidden. */
  preview(actor: Actor, courseId: CourseId, id: UnitId): Promise<UnitRow> {
    return this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      return found(await unitOfDraft(em, courseId, id));
    });
  }

  /**
   * `revision`: the one that the change builds on. Problems: not-found; forbidden; invalid `catalog.unit-content-invalid`;
   * precondition-failed `catalog.changed-meanwhile` with the unit as it is now.
   */
  change(actor: Actor, courseId: CourseId, id: UnitId, wish: UnitChange, revision?: number): Promise<void> {
    return this.work.run(async (em) => {
      const course = await this.courses.held(em, actor, courseId);
      const unit = found(await em.findOne(Unit, { id, courseId }));
      const { position, kind, title, required, contents } = unit;
      demandRevision(revision, unit.revision, () => ({ id, position, kind, title, required, contents, revision: unit.revision }));
      if (wish.contents) await demandContents(em, courseId, kind, wish.contents);
      unit.change(wish, actor.personId, this.clock.now());
      course.changed(actor.personId, this.clock.now(), 'units');
    });
  }

  /** Takes a unit out of the draft, from where it can be put back; published versions keep it. Problems: not-found; forbidden; conflict `catalog.unit-in-completion-rule`. */
  remove(actor: Actor, courseId: CourseId, id: UnitId): Promise<void> {
    return this.work.run(async (em) => {
      const course = await this.courses.held(em, actor, courseId);
      const { completion } = course;
      if (completion.units !== 'required' && completion.units.includes(id))
        throw new Problem('conflict', 'catalog.unit-in-completion-rule');
      found((await setAside(em, courseId, id, actor.personId)) || undefined);
      course.changed(actor.personId, this.clock.now(), 'units');
    });
  }

  /** Puts a unit back that was taken out of the draft. Problems: not-found; forbidden; conflict `catalog.units-full`. */
  putBack(actor: Actor, courseId: CourseId, id: UnitId): Promise<void> {
    return this.work.run(async (em) => {
      const course = await this.courses.held(em, actor, courseId);
      const there = await row<{ n: number }>(em, `select count(*) as n from catalog.unit where course_id = $1`, [courseId]);
      if (there!.n >= most) throw new Problem('conflict', 'catalog.units-full', { most });
      found((await putBack(em, courseId, id, actor.personId)) || undefined);
      course.changed(actor.personId, this.clock.now(), 'units');
    });
  }

  /** Problems: not-found; forbidden; conflict `catalog.unit-order-incomplete`. */
  order(actor: Actor, courseId: CourseId, unitIds: readonly UnitId[]): Promise<void> {
    return this.work.run(async (em) => {
      const course = await this.courses.held(em, actor, courseId);
      const there = await rows<{ id: UnitId }>(em, `select id from catalog.unit where course_id = $1`, [courseId]);
      const named = new Set(unitIds);
      if (named.size !== unitIds.length || named.size !== there.length || !there.every(({ id }) => named.has(id)))
        throw new Problem('conflict', 'catalog.unit-order-incomplete');
      await rows(
        em,
        `update catalog.unit u set position = o.position from unnest($2::uuid[]) with ordinality o(id, position)
         where u.course_id = $1 and u.id = o.id and u.position <> o.position`,
        [courseId, unitIds],
      );
      course.changed(actor.personId, this.clock.now(), 'units');
    });
  }
}

/** Contents by language; the shorthand members stand for the course's first language, unless `contents` has it. */
const contentsOf = (course: Course, wish: UnitCreate): UnitContents => {
  const shorthand = contentOf(wish);
  return { ...(shorthand && { [course.languages[0]!]: shorthand }), ...wish.contents };
};

const demandContents = async (em: EntityManager, courseId: CourseId, kind: UnitKind, contents: UnitContents): Promise<void> => {
  const faults = contentFaults(kind, contents).map(({ path, code }) => ({ path, message: messageOf(code, kind) }));
  const files = entriesOf(contents).flatMap(([language, { fileId }]) => (fileId ? [{ language, fileId }] : []));
  const missing = await filesMissing(em, courseId, [...new Set(files.map(({ fileId }) => fileId))]);
  const errors = [
    ...faults,
    ...files
      .filter(({ fileId }) => missing.includes(fileId))
      .map(({ language }) => ({ path: `contents.${language}.fileId`, message: sentence('catalog.file-unknown') })),
  ];
  if (errors.length > 0) throw new Problem('invalid', 'catalog.unit-content-invalid', { kind }, { errors });
};

const messageOf = (code: ContentFault['code'], kind: UnitKind): string => sentence(code, { kind, members: membersOf[kind].join(' / ') });
