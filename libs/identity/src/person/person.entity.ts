import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Language, PersonChange } from '@aula/contracts';

export const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    externalId: p.text().nullable(),
    email: p.text(),
    givenName: p.text(),
    familyName: p.text(),
    sex: p.text().$type<'F' | 'M' | 'X'>().nullable(),
    country: p.text().nullable(),
    institutionId: p.uuid().nullable(),
    rank: p.text().nullable(),
    language: p.text().$type<Language>(),
    birthYear: p.smallint().nullable(),
    active: p.boolean(),
    deactivatedBy: p.uuid().nullable(),
    mergedInto: p.uuid().nullable(),
    revision: p.integer(),
  },
});

/** An address as it is kept and compared: without blanks around it, in lower case, composed (Unicode NFC). */
export const addressOf = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** Somebody of the network. `revision` counts changes; `deactivatedBy` is the import whose reversal deactivated the person. */
export class Person extends PersonSchema.class {
  /** Takes what is given, leaves the rest. True when anything became different. */
  change(wish: PersonChange): boolean {
    const { email, active, ...plain } = wish;
    const next = {
      ...plain,
      ...(email === undefined ? {} : { email: addressOf(email) }),
      ...(active === undefined ? {} : { active, deactivatedBy: null }),
    };
    const entries = Object.entries(next).filter(([name, value]) => value !== undefined && this[name as keyof this] !== value);
    Object.assign(this, Object.fromEntries(entries));
    if (entries.length > 0) this.revision++;
    return entries.length > 0;
  }
}
PersonSchema.setClass(Person);
