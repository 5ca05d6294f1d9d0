import { defineEntity, p } from '@mikro-orm/postgresql';
import { stamped, type TextStamps } from './text-stamps.entity.js';
import type {
  CompletionRule,
  CourseChange,
  CourseCreate,
  CourseId,
  CourseVersionId,
  InstitutionId,
  Language,
  LocalText,
  PersonId,
  UnitId,
} from '@aula/contracts';

const CourseBase = defineEntity({
  name: 'Course',
  tableName: 'course',
  properties: {
    id: p.uuid().primary().$type<CourseId>(),
    code: p.text(),
    title: p.json<LocalText>(),
    summary: p.json<LocalText>().nullable(),
    hours: p.decimal('number'),
    languages: p.array().$type<Language[]>(),
    institutionId: p.uuid().$type<InstitutionId>().nullable(),
    ownerId: p.uuid().$type<PersonId>(),
    public: p.boolean(),
    completion: p.json<CompletionRule>(),
    /** How many versions were published. */
    versions: p.integer(),
    newestVersionId: p.uuid().$type<CourseVersionId>().nullable(),
    /** Counts the changes of what the course is and when it is complete. */
    revision: p.integer(),
    /** Counts the changes of the whole draft, units included. */
    draftRevision: p.integer(),
    /** The draft's revision that the newest version was made of. */
    publishedRevision: p.integer().nullable(),
    textsAt: p.json<TextStamps>(),
    reviewRequired: p.boolean(),
    changedBy: p.uuid().$type<PersonId>().nullable(),
    changedAt: p.text().nullable(),
  },
});

/** A course as its authors work on it: the draft of its next version. `public` alone takes effect without publishing. */
export class Course extends CourseBase.class {
  /** A new draft, complete when all required units are done. */
  static draft(id: CourseId, owner: PersonId, { summary, institutionId, ...wish }: CourseCreate, at: Date): Course {
    return Object.assign(new Course(), {
      ...wish,
      id,
      ownerId: owner,
      summary: summary ?? null,
      institutionId: institutionId ?? null,
      completion: { units: 'required' as const },
      versions: 0,
      newestVersionId: null,
      revision: 1,
      draftRevision: 1,
      publishedRevision: null,
      textsAt: stamped({}, at, { title: [{}, wish.title], summary: [{}, summary ?? {}] }),
      reviewRequired: false,
      changedBy: owner,
      changedAt: at.toISOString(),
    });
  }

  /** Takes over the members that are named; null takes a summary or an institution away. */
  change(wish: CourseChange, at: Date): void {
    this.textsAt = stamped(this.textsAt, at, {
      title: [this.title, wish.title ?? this.title],
      summary: [this.summary ?? {}, (wish.summary === undefined ? this.summary : wish.summary) ?? {}],
    });
    Object.assign(this, Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)));
  }

  /** Notes that `by` changed the draft: what the course itself says, or its units. */
  changed(by: PersonId, at: Date, what: 'course' | 'units'): void {
    this.draftRevision += 1;
    if (what === 'course') this.revision += 1;
    this.changedBy = by;
    this.changedAt = at.toISOString();
  }

  /** Counts a publication. Returns the version's number. */
  publishAs(versionId: CourseVersionId): number {
    this.newestVersionId = versionId;
    this.versions += 1;
    this.publishedRevision = this.draftRevision;
    return this.versions;
  }
}
CourseBase.setClass(Course);
export const CourseSchema = CourseBase;

/** True when the completion rule asks for the unit. */
export const counts = (rule: CompletionRule, unit: { id: UnitId; required: boolean }): boolean =>
  rule.units === 'required' ? unit.required : rule.units.includes(unit.id);
