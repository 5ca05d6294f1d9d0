import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  reminderLetter,
  reminderPauseDays,
  type AcademySettings,
  type Actor,
  type EditionId,
  type LocalNote,
  type ReminderCreate,
  type ReminderDefaults,
  type ReminderId,
  type ReminderPreview,
} from '@aula/contracts';
import { Clock, Ids, LiveSettings, Problem, SETTINGS, Work, academyName, ensure, found, type Settings } from '@aula/platform';
import { editionFor } from '../edition/edition.queries.js';
import { demandStanding } from '../edition/edition.service.js';
import { mayRemind, mayOpen } from '../enrollment.policy.js';
import { asked } from '../roster/roster.service.js';
import {
  countByLanguage,
  keepReminder,
  remindersOf,
  samplesOf,
  type CountRow,
  type ReminderRow,
  type SampleRow,
} from './reminder.queries.js';

@Injectable()
export class ReminderService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly live: LiveSettings,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What a reminder of this edition starts with. Problems: not-found; forbidden. */
  async defaults(actor: Actor, editionId: EditionId): Promise<ReminderDefaults> {
    const { reminders } = await this.live.now();
    const { closes_at } = await this.work.read((em) => remindable(em, actor, editionId));
    return { ...reminders, filter: startOf(reminders, Date.parse(closes_at) - this.clock.now().getTime()) };
  }

  /** Who would be reminded, and of what. Problems: not-found; forbidden. */
  preview(actor: Actor, editionId: EditionId, { filter, note }: ReminderCreate): Promise<ReminderPreview> {
    return this.work.read(async (em) => {
      await remindable(em, actor, editionId);
      const brand = await this.live.now();
      const counted = await countByLanguage(em, await asked(em, actor, editionId, filter));
      const due = counted.filter(({ code }) => code === null);
      const samples = await samplesOf(
        em,
        due.map(({ first }) => first),
      );
      const count = due.reduce((sum, each) => sum + each.count, 0);
      return {
        count,
        skipped: skippedOf(counted),
        samples: due.map((each) => this.sampleOf(each, samples, { note, academy: academyName(brand, each.language) })),
      };
    });
  }

  /**
   * Has the learners of a filter reminded; the letters are worked off by the queue. Problems: not-found; forbidden; conflict
   * `enrollment.edition-not-open`, `enrollment.edition-closed`, `enrollment.nobody-to-remind`.
   */
  send(actor: Actor, editionId: EditionId, { filter, note }: ReminderCreate): Promise<ReminderId> {
    return this.work.run(async (em, record) => {
      demandStanding(await remindable(em, actor, editionId), ['open']);
      const given = await asked(em, actor, editionId, filter);
      const counted = await countByLanguage(em, given);
      const expected = counted.reduce((sum, { code, count }) => sum + (code === null ? count : 0), 0);
      if (expected === 0) throw new Problem('conflict', 'enrollment.nobody-to-remind', { days: reminderPauseDays });
      const id = this.ids.next<ReminderId>();
      const sight = { sight: given.sight, courseSeen: given.courseSeen };
      await keepReminder(em, { id, edition_id: editionId, filter, note, sight }, actor.personId, expected);
      record.order('enrollment.send-reminders', [id]);
      return id;
    });
  }

  /** The reminders of an edition; who may not open such editions sees their own. Problems: not-found; forbidden. */
  list(actor: Actor, editionId: EditionId): Promise<ReminderRow[]> {
    return this.work.read(async (em) => {
      const edition = await remindable(em, actor, editionId);
      return remindersOf(em, editionId, mayOpen(actor, { institutionPath: edition.institution_path }) ? null : actor.personId);
    });
  }

  private sampleOf(
    { language, count, first }: CountRow,
    samples: readonly SampleRow[],
    said: { note: LocalNote; academy: string },
  ): ReminderPreview['samples'][number] {
    const sample = samples.find(({ id }) => id === first)!;
    const { given_name: name, course_title: courseTitle, progress, missing, deadline, time_zone: timeZone } = sample;
    const link = `${this.settings.publicUrl}/learning/${first}`;
    return { language, count, ...reminderLetter(language, { name, courseTitle, progress, missing, deadline, timeZone, link, ...said }) };
  }
}

const dayMs = 86_400_000;
/** `left`: milliseconds until the edition closes. */
const startOf = ({ beforeCloseDays, idleDays }: AcademySettings['reminders'], left: number): ReminderDefaults['filter'] => {
  const near = beforeCloseDays.filter((days) => left > 0 && left <= days * dayMs);
  return near.length > 0 ? { state: 'active', dueDays: Math.min(...near) } : { state: 'active', inactiveDays: idleDays };
};

const skippedOf = (counted: readonly CountRow[]): ReminderPreview['skipped'] => {
  const sums = new Map<NonNullable<CountRow['code']>, number>();
  for (const { code, count } of counted) if (code !== null) sums.set(code, (sums.get(code) ?? 0) + count);
  return [...sums].map(([code, count]) => ({ code, count }));
};

const remindable = async (em: EntityManager, actor: Actor, id: EditionId) => {
  const edition = found(await editionFor(em, actor, id));
  ensure(mayRemind(actor, { id, courseId: edition.course_id, institutionPath: edition.institution_path }), 'edition.remind');
  return edition;
};
