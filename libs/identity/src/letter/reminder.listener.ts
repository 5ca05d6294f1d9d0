import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { reminderLetter, type Items, type Language } from '@aula/contracts';
import { Hears, LiveSettings, Mail, SETTINGS, academyName, rows, type Recorder, type Settings } from '@aula/platform';
import { reachedBy } from '../notification/carried.queries.js';

interface Addressee {
  id: string;
  email: string;
  given_name: string;
  language: Language;
}

/** Writes to learners who are to be reminded of a course: addresses are known here alone. */
@Injectable()
export class ReminderListener {
  constructor(
    private readonly mail: Mail,
    private readonly live: LiveSettings,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Hears('reminder.requested')
  async onReminderRequested(items: Items<'reminder.requested'>, em: EntityManager, record: Recorder): Promise<void> {
    const ids = items.map(({ personId }) => personId);
    const people = await rows<Addressee>(
      em,
      `select a.id, p.email, p.given_name, p.language from identity.person a
       join identity.person p on p.id = ${reachedBy('a')} and p.active where a.id = any($1::uuid[])`,
      [ids],
    );
    const brand = await this.live.now();
    const known = new Map(people.map((person) => [person.id, person]));
    const letters = items.flatMap(({ enrollmentId, personId, ...said }) => {
      const person = known.get(personId);
      if (!person) return [];
      const link = `${this.settings.publicUrl}/learning/${enrollmentId}`;
      const academy = academyName(brand, person.language);
      return [{ to: person.email, ...reminderLetter(person.language, { ...said, academy, name: person.given_name, link }) }];
    });
    if (letters.length > 0) await this.mail.queue(em, record, letters);
  }
}
