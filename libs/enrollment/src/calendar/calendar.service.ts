import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, CalendarFeedView, Language } from '@aula/contracts';
import { Clock, LiveSettings, Random, SETTINGS, Work, academyName, deriveKey, found, tokenHash, type Settings } from '@aula/platform';
import { calendarOf, uidOf, type Frame } from './calendar.entity.js';
import { datesOf, feedOf, noteRead, putFeed, readerBehind, removeFeed } from './calendar.queries.js';

/** A person's dates for calendar programs. */
@Injectable()
export class CalendarService {
  private readonly key: Buffer;

  constructor(
    private readonly work: Work,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly live: LiveSettings,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, 'calendar-feed');
  }

  async feed({ personId }: Actor): Promise<CalendarFeedView> {
    const feed = await this.work.read((em) => feedOf(em, personId));
    if (!feed) return { url: null, createdAt: null, readAt: null };
    const { serial, createdAt, readAt } = feed;
    return { url: `${this.settings.publicUrl}/api/enrollment/calendars/${this.token(personId, serial)}.ics`, createdAt, readAt };
  }

  /** Makes a secret address; a former one ends. */
  async renew(actor: Actor): Promise<CalendarFeedView> {
    const serial = this.random.token(16);
    await this.work.run((em) => putFeed(em, actor.personId, serial, tokenHash(this.token(actor.personId, serial))));
    return this.feed(actor);
  }

  async end({ personId }: Actor): Promise<void> {
    await this.work.run((em) => removeFeed(em, personId));
  }

  /** The calendar behind a secret address. Problem: not-found. */
  async read(token: string): Promise<string> {
    return this.work.read(async (em) => {
      const { personId, language } = found(await readerBehind(em, tokenHash(token)));
      await noteRead(em, personId);
      return calendarOf(await datesOf(em, personId), await this.frame(language));
    });
  }

  /** One date of the person's own, as a calendar of its own. Problem: not-found. */
  async one({ personId, language }: Actor, uid: string): Promise<string> {
    const dates = await this.work.read((em) => datesOf(em, personId));
    const date = found(dates.find((each) => uidOf(each) === uid));
    return calendarOf([date], await this.frame(language));
  }

  private async frame(language: Language): Promise<Frame> {
    const academy = academyName(await this.live.now(), language);
    return { language, academy, publicUrl: this.settings.publicUrl, now: this.clock.now() };
  }

  private token(personId: string, serial: string): string {
    return createHmac('sha256', this.key).update(`${personId}.${serial}`).digest('base64url');
  }
}
