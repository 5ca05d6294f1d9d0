import { Injectable } from '@nestjs/common';
import { Clock, Ids, Job, LiveSettings, Work } from '@aula/platform';
import { advanceNotice, enrolledBehind, openNotices, removeOldMarks, takeNotice } from './digest.queries.js';
import { removeOld } from './notification.queries.js';
import { tellOfCourses } from './telling.queries.js';

/** People who are told in one statement. */
const toldAtOnce = 1_000;

/** What the clock brings: courses that close soon, and notifications that nobody needs any more. */
@Injectable()
export class DeadlineJobs {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly live: LiveSettings,
  ) {}

  /** As many days ahead as the academy's settings say. A crash leaves the notice where it was: whoever was told is not told again. */
  @Job('identity.note-deadlines')
  async noteDeadlines(): Promise<void> {
    const at = this.clock.now();
    const { reminders } = await this.live.now();
    await this.work.run((em) => openNotices(em, at, reminders.beforeCloseDays));
    await this.work.inChunks(toldAtOnce, async (em, record, limit) => {
      const notice = await takeNotice(em, at);
      if (!notice) return 0;
      const items = await enrolledBehind(em, notice, limit);
      const urgent = items.length > 0 ? await tellOfCourses(em, at, 'deadline.near', { ids: items.map(() => this.ids.next()), items }) : 0;
      if (urgent > 0) record.order('identity.mail-notifications', [null]);
      await advanceNotice(em, notice, items.length === limit ? items.at(-1)!.enrollmentId : null, at);
      return 1;
    });
  }

  @Job('identity.remove-notifications')
  async removeNotifications(): Promise<void> {
    const at = this.clock.now();
    await this.work.run(async (em) => {
      await removeOld(em, at);
      await removeOldMarks(em, at);
    });
  }
}
