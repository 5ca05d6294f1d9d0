import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CourseId, CourseTextPut, CourseTextsView, LocalText, UnitContent, UnitContents } from '@aula/contracts';
import { Clock, Problem, Work, found, row, rows } from '@aula/platform';
import type { Course } from '../course/course.entity.js';
import { CourseService } from '../course/course.service.js';
import { stamped } from '../course/text-stamps.entity.js';
import { Unit, textsIn } from '../unit/unit.entity.js';
import { partsOf, textsView, withText, type TextsOfCourse, type TextsOfUnit } from './course-text.entity.js';

@Injectable()
export class CourseTextService {
  constructor(
    private readonly work: Work,
    private readonly courses: CourseService,
    private readonly clock: Clock,
  ) {}

  /** All texts of a draft in all its languages. Problems: not-found; forbidden. */
  read(actor: Actor, id: CourseId): Promise<CourseTextsView> {
    return this.work.run(async (em) => {
      await this.courses.held(em, actor, id);
      return textsOf(em, id);
    });
  }

  /**
   * Writes one text in one language. Problems: not-found; forbidden; precondition-failed `catalog.changed-meanwhile` with what stands
   * there now; conflict `catalog.language-not-of-course`, `catalog.text-foreign`, `catalog.title-needed`.
   */
  write(actor: Actor, id: CourseId, wish: CourseTextPut): Promise<CourseTextsView> {
    return this.work.run(async (em) => {
      const course = await this.courses.held(em, actor, id);
      if (!course.languages.includes(wish.language)) throw new Problem('conflict', 'catalog.language-not-of-course');
      const put = { ...wish, value: tidy(wish.part, wish.value), was: tidy(wish.part, wish.was) };
      if (put.unitId === null) this.writeCourse(course, put);
      else this.writeUnit(actor, found(await em.findOne(Unit, { id: put.unitId, courseId: id })), put);
      course.changed(actor.personId, this.clock.now(), put.unitId === null ? 'course' : 'units');
      await em.flush();
      return textsOf(em, id);
    });
  }

  private writeCourse(course: Course, { part, language, value, was }: CourseTextPut): void {
    if (part !== 'title' && part !== 'summary') throw new Problem('conflict', 'catalog.text-foreign');
    const before = course[part] ?? {};
    demandSame(before[language], was, value);
    const after = withText(before, language, value);
    if (part === 'title') course.title = demandTitle(after);
    else course.summary = Object.keys(after).length === 0 ? null : after;
    course.textsAt = restamped(course.textsAt, this.clock.now(), part, language, [before, after]);
  }

  private writeUnit(actor: Actor, unit: Unit, { part, language, value, was }: CourseTextPut): void {
    const own = partsOf(unit.kind).find((each) => each === part);
    if (part !== 'title' && !own) throw new Problem('conflict', 'catalog.text-foreign');
    const before = own ? textsIn(unit.contents, own) : unit.title;
    demandSame(before[language], was, value);
    const after = withText(before, language, value);
    const wish = own ? { contents: contentsWith(unit.contents, own, language, value) } : { title: demandTitle(after) };
    unit.change(wish, actor.personId, this.clock.now());
    unit.textsAt = restamped(unit.textsAt, this.clock.now(), part, language, [before, after]);
  }
}

const textsOf = async (em: EntityManager, id: CourseId): Promise<CourseTextsView> => {
  const course = await row<TextsOfCourse>(em, `select languages, title, summary, texts_at from catalog.course where id = $1`, [id]);
  const units = await rows<TextsOfUnit>(
    em,
    `select id, kind, title, contents, texts_at from catalog.unit where course_id = $1 order by position, id`,
    [id],
  );
  return textsView(found(course), units);
};

/** A text as it is kept: titles and summaries without space around them, and nothing but space is no text. */
const tidy = (part: CourseTextPut['part'], text: string | null): string | null => {
  if (!text?.trim()) return null;
  return part === 'title' || part === 'summary' ? text.trim() : text;
};

/** Somebody else's words are not written over: what is there must be what the person began with, or what they want. */
const demandSame = (there: string | undefined, was: string | null, wanted: string | null): void => {
  const now = there ?? null;
  if (now !== was && now !== wanted)
    throw new Problem('precondition-failed', 'catalog.changed-meanwhile', {}, { members: { current: { value: now } } });
};

const demandTitle = (texts: Partial<LocalText>): LocalText => {
  if (Object.keys(texts).length === 0) throw new Problem('conflict', 'catalog.title-needed');
  return texts;
};

/** A text that was only confirmed becomes as young as one that was changed. */
const restamped = (
  stamps: Course['textsAt'],
  at: Date,
  part: CourseTextPut['part'],
  language: CourseTextPut['language'],
  [before, after]: [Partial<LocalText>, Partial<LocalText>],
): Course['textsAt'] =>
  stamped(stamps, at, { [part]: [{ ...after, [language]: before[language] === after[language] ? '' : before[language] }, after] });

const contentsWith = (
  contents: UnitContents,
  part: 'body' | 'transcript',
  language: CourseTextPut['language'],
  value: string | null,
): UnitContents => {
  const content: UnitContent = { ...contents[language] };
  if (value === null) delete content[part];
  else content[part] = value;
  return withText(contents, language, Object.keys(content).length === 0 ? null : content);
};
