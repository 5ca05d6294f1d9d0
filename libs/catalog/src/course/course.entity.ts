import { defineEntity, p } from '@mikro-orm/postgresql';
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
  },
});

/** A course as its authors work on it: the draft of its next version. `public` alone takes effect without publishing. */
export class Course extends CourseBase.class {
  /** A new draft, complete when all required units are done. */
  static draft(id: CourseId, owner: PersonId, { summary, institutionId, ...wish }: CourseCreate): Course {
    return Object.assign(new Course(), {
      ...wish,
      id,
      ownerId: owner,
      summary: summary ?? null,
      institutionId: institutionId ?? null,
      completion: { units: 'required' as const },
      versions: 0,
      newestVersionId: null,
    });
  }

  /** Takes over the members that are named; null takes a summary or an institution away. */
  change(wish: CourseChange): void {
    Object.assign(this, Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)));
  }

  /** Counts a publication. Returns the version's number. */
  publishAs(versionId: CourseVersionId): number {
    this.newestVersionId = versionId;
    this.versions += 1;
    return this.versions;
  }
}
CourseBase.setClass(Course);
export const CourseSchema = CourseBase;

/** True when the completion rule asks for the unit. */
export const counts = (rule: CompletionRule, unit: { id: UnitId; required: boolean }): boolean =>
  rule.units === 'required' ? unit.required : rule.units.includes(unit.id);
