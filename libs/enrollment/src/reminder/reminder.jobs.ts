import { Injectable } from '@nestjs/common';
import { Job, Work, found } from '@aula/platform';
import { editionOf } from '../edition/edition.queries.js';
import { resolved } from '../roster/roster.queries.js';
import { keepReminded, remindNext, takeUpReminder } from './reminder.queries.js';

const chunk = 1_000;

@Injectable()
export class ReminderJobs {
  constructor(private readonly work: Work) {}

  /** Says of each learner who is to be reminded that they are; who knows their address writes the letter. */
  @Job('enrollment.send-reminders')
  async send(reminderId: string): Promise<void> {
    await this.work.inChunks(chunk, async (em, record, limit) => {
      const reminder = await takeUpReminder(em, reminderId);
      if (!reminder) return 0;
      const { edition_id: editionId, filter, note, sight, reached } = reminder;
      const edition = found(await editionOf(em, editionId));
      const reminded = await remindNext(em, await resolved(em, { edition, filter, ...sight }), reached, limit);
      await keepReminded(em, reminderId, reminded);
      record(
        'reminder.requested',
        reminded.learners.map((learner) => ({ ...learner, note })),
      );
      return reminded.seen;
    });
  }
}
